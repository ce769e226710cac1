import { problem, silence } from '../../test/support/endpoint.js';
import { manyInitiatives } from '../../test/support/initiatives.js';
import type { Story } from '../../test/support/stage.js';
import { card, after, reading } from './card.js';

export default { title: 'Map card/Looking' };

export const WholeBuurt: Story = { render: () => card(), play: reading('6 initiatieven op de kaart') };

export const OneInitiativeOpen: Story = {
  render: () => card(),
  play: after(async (visitor) => {
    (await visitor.pin('Theetuin')).click();
    await visitor.see('.pin-card');
  }),
};

const crowd = manyInitiatives(300).map((each, at) => ({
  ...each,
  place: { lat: 52.3684 + ((at * 7919) % 500) / 100_000, lon: 4.8862 + ((at * 104_729) % 880) / 100_000 },
}));

export const ManyInitiatives: Story = {
  render: () => card({ initiatives: crowd }),
  play: reading('300 initiatieven op de kaart'),
};

export const ClusterOpen: Story = {
  render: () => card({ initiatives: crowd.slice(0, 90) }),
  play: after(async (visitor) => {
    await visitor.read('90 initiatieven op de kaart');
    (await visitor.see('.pin.several')).click();
    await visitor.see('.pin-card .markers');
  }),
};

export const AsAList: Story = {
  render: () => card(),
  play: after(async (visitor) => {
    await visitor.press('Alles op de kaart als lijst (6)');
    await visitor.see('details[open]');
  }),
};

export const WithoutStreetsAndFigures: Story = {
  render: () => card({ surroundings: problem(404, 'Not Found'), figures: problem(404, 'Not Found') }),
  play: reading('6 initiatieven op de kaart'),
};

export const NoInitiativesYet: Story = {
  render: () => card({ initiatives: [] }),
  play: reading('Er staan nog geen initiatieven op de kaart.'),
};

export const Loading: Story = {
  render: () => card({ boundaries: silence }),
  play: reading('De kaart komt eraan'),
};
