import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { rozenbuurt } from '../../test/support/endpoint.js';
import { Resident, until } from '../../test/support/resident.js';
import type { Story } from '../../test/support/stage.js';
import { form, after, send, keeping } from './form.js';

export default { title: 'Idea form/Writing' };

export const Empty: Story = { render: () => form() };

export const IdeaFilledIn: Story = { render: () => form(), play: after((resident) => resident.tellIdea()) };

export const IdeaWithProblems: Story = {
  render: () => form(),
  play: after(async (resident) => {
    await resident.type('title', 'Bank'.repeat(25));
    await resident.goOn();
  }),
};

const ownQuestions: IdeaSettings = {
  ...rozenbuurt,
  intro: { nl: 'Tot 1 juni kun je meedoen. De buurt kiest daarna welke ideeën doorgaan.' },
  fields: [
    { name: 'theme', required: true },
    {
      name: 'title',
      required: true,
      max: 60,
      label: { nl: 'Hoe heet je plan?' },
      hint: { nl: 'Kort en krachtig.' },
    },
    { name: 'story', required: true, max: 500 },
    { name: 'name', required: true },
    { name: 'phone', required: true },
  ],
  questions: [
    {
      id: 'green',
      step: 'idea',
      kind: 'choice',
      label: { nl: 'Wie gaat het groen verzorgen?' },
      required: true,
      options: [{ nl: 'Ikzelf' }, { nl: 'Een groepje buren' }, { nl: 'Nog niemand' }],
      shown: true,
      onlyForTheme: 'green',
    },
    {
      id: 'members',
      step: 'you',
      kind: 'line',
      label: { nl: 'Ben je lid van de huurdersvereniging?' },
      hint: { nl: 'Alleen de organisatie ziet dit.' },
      required: false,
      options: [],
      shown: false,
    },
  ],
};

export const OwnQuestions: Story = {
  render: () => form({ settings: ownQuestions }),
  play: after(async (resident) => {
    await resident.read('Hoe heet je plan?');
    await resident.choose('theme', 'green');
    await resident.read('Wie gaat het groen verzorgen?');
  }),
};

/** The same page a while later. */
async function comeBack(resident: Resident): Promise<Resident> {
  const { form: left } = resident;
  const page = left.parentElement as HTMLElement;
  const fresh = document.createElement('buurt-idea-form');
  Object.assign(fresh, { draft: left.draft, buurt: left.buurt, connection: left.connection });
  dispatchEvent(new Event('pagehide'));
  left.replaceWith(fresh);
  await fresh.updateComplete;
  return new Resident(page);
}

export const ComingBackToADraft: Story = {
  render: () => keeping('restored'),
  play: after(async (resident) => {
    if (resident.words.includes('We hebben je idee bewaard')) return;
    await resident.tellIdea();
    await resident.goTo('Samen met de buurt');
    await (await comeBack(resident)).read('We hebben je idee bewaard');
  }),
};

export const SharedAnIdeaBefore: Story = {
  render: () => keeping('earlier'),
  play: after(async (resident) => {
    await until('form', () => resident.all('form')[0]);
    if (resident.words.includes('Je deelde eerder')) return;
    await resident.fillIn();
    await send(resident);
    await resident.read('RB-7K42');
    await (await comeBack(resident)).read('Je deelde eerder');
  }),
};
