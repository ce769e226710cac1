import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { IdeaForm, steps, type Step } from './form.js';
import type { HostPage } from './host-page.js';
import { withEqualSpace, type Resident } from './resident.js';
import type { RunningServer } from './running-server.js';
import { Stage } from './stage.js';
import { nl } from './words.js';

/** What can be filled in or pressed, and what gives the outline: the rest is text. */
const told = [
  'heading',
  'textbox',
  'searchbox',
  'radio',
  'checkbox',
  'button',
  'link',
  'group',
  'radiogroup',
  'image',
];

const states = ['required', 'invalid', 'checked'];
const isOn = ({ value }: { value?: unknown }) => value === true || value === 'true';

describe('who does not see the form as we drew it', () => {
  let server: RunningServer;
  let stage: Stage;
  let host: HostPage;
  let resident: Resident;
  let form: IdeaForm;

  before(async () => {
    stage = await Stage.open();
    ({ server, host } = stage);
    host.show(`address-endpoint="${server.origin}/demo/adressen/v3_1"`);
  });
  after(() => stage.close());
  beforeEach(async () => {
    resident = await stage.resident({ viewport: { width: 320, height: 640 } });
    form = new IdeaForm(resident.page);
  });
  afterEach(() => resident.leave());

  /** What a screen reader gets of the page, in its order: "textbox Je idee in één zin, required". */
  async function spoken(): Promise<string[]> {
    const devtools = await resident.context.newCDPSession(resident.page);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const heard: string[] = [];
    const ahead = [nodes[0]!.nodeId];
    for (let node = byId.get(ahead.shift()!); node; node = byId.get(ahead.shift() ?? '')) {
      ahead.unshift(...(node.childIds ?? []));
      if (node.ignored || !told.includes(String(node.role?.value))) continue;
      const properties = node.properties ?? [];
      const level = properties.find(({ name }) => name === 'level')?.value.value;
      const said = properties.filter(({ name, value }) => states.includes(name) && isOn(value));
      const role = level === undefined ? String(node.role?.value) : `heading ${String(level)}`;
      const words = [`${role} ${String(node.name?.value).trim()}`, ...said.map(({ name }) => name)];
      heard.push(withEqualSpace(words.join(', ')));
    }
    return heard;
  }

  const reach = async (step: Step) => {
    await resident.visit(host);
    await form.field('title').fill('Een pingpongtafel in het park');
    await form.field('story').fill('Jong en oud spelen samen.');
    if (step !== 'preview') return form.goTo(step);
    await form.goTo('you');
    await form.consent.check();
    return form.goOn('preview');
  };

  for (const step of steps)
    it(`hears what each field of this step is: ${nl.steps[step]}`, async () => {
      await reach(step);
      await form.settled(step);
      /* The search comes with code of its own, after the map. */
      if (step === 'place') await resident.page.getByLabel('Zoek een straat of adres').waitFor();
      assert.deepEqual(await spoken(), expected[step]);
    });

  for (const step of steps)
    it(`reads this step with letters of twice the size on a small screen: ${nl.steps[step]}`, async () => {
      await resident.page.addInitScript(() => {
        const large = new CSSStyleSheet();
        large.replaceSync('html { font-size: 200% }');
        document.adoptedStyleSheets.push(large);
      });
      await reach(step);
      await form.settled(step);
      const size = () => getComputedStyle(document.documentElement).fontSize;
      assert.equal(await resident.page.evaluate(size), '32px');
      assert.equal(await resident.overflow(), 0);
      assert.deepEqual(await resident.cutOff(), [], 'what sticks out on the right');
    });
});

const top = ['heading 1 Onze buurt', 'heading 2 Jouw idee voor de buurt'];
const ways = ['button Verder', 'button Terug'];
const kinds = [
  'checkbox Tijd een middag helpen',
  'checkbox Talent timmeren, koken, tekenen',
  'checkbox Spullen gereedschap, een bakfiets',
  'checkbox Ruimte een schuur, tuin of zaal',
  'checkbox Contacten mensen die verder helpen',
];

const expected: Readonly<Record<Step, readonly string[]>> = {
  idea: [
    ...top,
    'heading 3 Wat is je idee?',
    'textbox Je idee in één zin, required',
    'textbox Vertel er iets meer over, required',
    'group Waar past het bij? (niet verplicht)',
    'radio Groen en natuur',
    'radio Elkaar ontmoeten',
    'radio Spelen en sport',
    'radio Veilig en schoon',
    'radio Wonen en energie',
    'radio Zorgen voor elkaar',
    'radio Iets anders',
    'radio Geen keuze, checked',
    'button Verder',
  ],
  place: [
    ...top,
    'heading 3 Waar is het?',
    'group De plek van je idee',
    'textbox Zoek een straat of adres',
    'button Zoek',
    'button Gebruik mijn locatie',
    'button Kaart van de buurt',
    'checkbox Mijn idee heeft geen vaste plek',
    ...ways,
  ],
  together: [
    ...top,
    'heading 3 Samen met de buurt',
    'textbox Wat is er al? (niet verplicht)',
    'textbox Wie kan meedoen? (niet verplicht)',
    'group Waarmee kunnen buren helpen? (niet verplicht)',
    ...kinds,
    'group Waarmee help je zelf? (niet verplicht)',
    ...kinds,
    'group Wat kost het ongeveer? (niet verplicht)',
    'radio Niets',
    'radio Tot € 100',
    'radio € 100 tot € 500',
    'radio € 500 tot € 2.500',
    'radio € 2.500 tot € 10.000',
    'radio Ik vul zelf bedragen in',
    'radio Weet ik niet',
    'radio Geen keuze, checked',
    ...ways,
  ],
  photos: [...top, 'heading 3 Een foto erbij?', 'group Foto’s bij je idee', 'button Kies foto’s', ...ways],
  you: [
    ...top,
    'heading 3 Wie ben jij?',
    'textbox Je naam (niet verplicht)',
    'textbox Je e‑mailadres (niet verplicht)',
    'checkbox Ja, De Wetering mag mijn idee bewaren en op deze site laten zien.',
    ...ways,
  ],
  preview: [
    ...top,
    'heading 3 Klopt het zo?',
    'heading 4 Een pingpongtafel in het park',
    'button Wijzig : Wat is je idee?',
    'button Wijzig : Een foto erbij?',
    'button Wijzig : Waar is het?',
    'heading 4 Samen met de buurt',
    'button Wijzig : Samen met de buurt',
    'button Wijzig : Wie ben jij?',
    'button Wijzig : Wie ben jij?',
    'button Verstuur je idee',
    'button Terug',
  ],
};
