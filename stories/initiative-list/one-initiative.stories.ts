import { silence } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { list, after } from './list.js';

export default { title: 'Initiative list/One initiative' };

export const UnderWay: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.read('12 dagen');
    await neighbour.see('.map');
  }),
};

export const NotGoingAhead: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Zonnepanelen');
    await neighbour.read('Het dak kan het gewicht niet dragen.');
  }),
};

export const Loading: Story = {
  render: () => list({ detail: silence }),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.read('Het hele verhaal komt eraan');
  }),
};

export const WritingARemark: Story = {
  render: () => list(),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.press('Schrijf een opmerking');
    await neighbour.read('Wat voor opmerking is het?');
  }),
};
