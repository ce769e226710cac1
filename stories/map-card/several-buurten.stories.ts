import type { Story } from '../../test/support/stage.js';
import { card, after, reading } from './card.js';

export default { title: 'Map card/Several buurten' };

export const TwoBuurten: Story = {
  render: () => card({}, { buurt: 'BU0363AA01 BU0363AA02' }),
  play: reading('De buurten op de kaart'),
};

export const Municipality: Story = {
  render: () => card({}, { municipality: 'Rozendam' }),
  play: after(async (visitor) => {
    (await visitor.pin('Tulpenkwartier')).click();
    await visitor.see('.pin-card a');
  }),
};
