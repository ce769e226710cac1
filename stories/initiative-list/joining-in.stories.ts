import { problem } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { list, after } from './list.js';

export default { title: 'Initiative list/Joining in' };

export const Supported: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Steun: Theetuin');
    await neighbour.read('Je steunt Theetuin');
  }),
};

export const Joining: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.read('Waarmee wil je helpen?');
  }),
};

export const JoiningWithProblems: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.read('Waarmee wil je helpen?');
    (await neighbour.see('form [type=submit]')).click();
    await neighbour.read('Kies waarmee je wilt helpen.');
  }),
};

export const Joined: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.join();
    await neighbour.read('Fijn dat je wilt meedoen!');
    await neighbour.read('Trek mijn aanbod in');
  }),
};

export const TakenBack: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.join();
    await neighbour.press('Trek mijn aanbod in');
    await neighbour.read('Je aanbod is ingetrokken.');
  }),
};

export const NotTakenBack: Story = {
  render: () => list({ withdrawal: problem(503, 'Service Unavailable') }),
  play: after(async (neighbour) => {
    await neighbour.press('Ik doe mee: Lange tafel');
    await neighbour.join();
    await neighbour.press('Trek mijn aanbod in');
    await neighbour.read('Je aanbod is nog niet ingetrokken.');
  }),
};
