import type { Story } from '../../test/support/stage.js';
import { card, after, reading } from './card.js';

export default { title: 'Map card/Choosing' };

export const ChosenInTheLegend: Story = {
  render: () => card(),
  play: after(async (visitor) => {
    await visitor.press('Bezig (1)');
    await visitor.read('1 van 6 initiatieven op de kaart');
  }),
};

export const OnlyWhatIsDone: Story = {
  render: () => card({}, { status: 'done' }),
  play: reading('1 van 6 initiatieven op de kaart'),
};

export const NothingFound: Story = {
  render: () => card({}, { status: 'declined' }),
  play: reading('Daarvan staat niets op de kaart.'),
};
