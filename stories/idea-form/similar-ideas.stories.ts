import { tableInSquare, teaGarden } from '../../test/support/endpoint.js';
import type { Resident } from '../../test/support/resident.js';
import type { Story } from '../../test/support/stage.js';
import { form, after } from './form.js';

export default { title: 'Idea form/Similar ideas' };

export const SimilarIdeas: Story = {
  render: () => form({ similar: [tableInSquare, teaGarden] }),
  play: after(async (resident) => {
    await resident.type('title', 'Tafel op het plein');
    await resident.read('Lange tafel op het Rozenplein');
  }),
};

const joining = (way: string, deed: (resident: Resident) => Promise<unknown>): Story => ({
  render: () => form({ similar: [tableInSquare] }),
  play: after(async (resident) => {
    await resident.type('title', 'Tafel op het plein');
    await resident.press(way);
    await resident.see('buurt-neighbour-form');
    await deed(resident);
  }),
});

export const JoiningAnotherIdea = joining('Ik doe hieraan mee', (resident) => resident.see('#contact'));

export const JoiningWithProblems = joining('Ik doe hieraan mee', async (resident) => {
  (await resident.see('form.join [type=submit]')).click();
  await resident.read('Kies waarmee je wilt helpen');
});

export const JoinedAnotherIdea = joining('Ik doe hieraan mee', async (resident) => {
  await resident.choose('kinds', 'time');
  const [name] = resident.all('#name').slice(-1) as HTMLInputElement[];
  if (name) name.value = 'Samira';
  name?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await resident.type('contact', 'samira@voorbeeld.nl');
  (await resident.see('form.join [type=submit]')).click();
  await resident.read('Fijn dat je wilt meedoen!');
});

export const RemarkOnAnotherIdea = joining('Ik heb een opmerking', (resident) => resident.see('#stance'));
