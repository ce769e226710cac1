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
  }),
};
