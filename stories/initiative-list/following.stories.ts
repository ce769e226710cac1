import type { Story } from '../../test/support/stage.js';
import { list, after, following } from './list.js';

export default { title: 'Initiative list/Following' };

export const FollowingByMail = following({}, (neighbour) => neighbour.read('Stoppen kan in elke mail.'));

export const AddressWithAProblem = following({}, async (neighbour) => {
  await neighbour.follow('samira');
  await neighbour.read('Schrijf je e‑mailadres zoals naam@voorbeeld.nl');
});

export const ConfirmationSent = following({}, async (neighbour) => {
  await neighbour.follow();
  await neighbour.read('Klik op de link in de mail die we je stuurden');
});

export const FollowingTheBuurt: Story = {
  render: () => list({}, { pageSize: 3 }),
  play: after(async (neighbour) => {
    await neighbour.press('per e-mail');
    await neighbour.read('Stoppen kan in elke mail.');
  }),
};
