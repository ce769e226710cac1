import type { Story } from '../../test/support/stage.js';
import { card, after } from './card.js';

export default { title: 'Map card/Streets' };

export const MapWithStreets: Story = {
  render: () => card(),
  play: after(async (visitor) => {
    await visitor.press('Verken de kaart');
    await visitor.read('getekend voor dit verhaal');
  }),
};
