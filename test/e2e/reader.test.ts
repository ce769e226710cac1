import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { IdeaForm, steps, type Step } from './form.js';
import type { HostPage } from './host-page.js';
import type { Resident } from './resident.js';
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

  /** What a screen reader gets of the page, in order: "textbox Je idee in één zin, required". */
  async function spoken(): Promise<string[]> {
    const devtools = await resident.context.newCDPSession(resident.page);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    return nodes
      .filter(({ ignored, role }) => !ignored && told.includes(String(role?.value)))
      .map(({ role, name, properties = [] }) => {
        const states = properties.filter(
          ({ name: state, value }) =>
            ['required', 'invalid', 'checked'].includes(state) && String(value.value) === 'true',
        );
        return [
          `${String(role?.value)} ${String(name?.value).trim()}`,
          ...states.map(({ name: state }) => state),
        ].join(', ');
      });
  }

  const reach = async (step: Step) => {
    await resident.visit(host);
    await form.field('title').fill('Een pingpongtafel in het park');
    await form.field('story').fill('Jong en oud spelen samen.');
    await form.goTo(step);
  };

  for (const step of steps)
    it(`hears what each field of this step is: ${nl.steps[step]}`, async () => {
      await reach(step);
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
      assert.equal(await resident.overflow(), 0);
      assert.deepEqual(await resident.cutOff(), [], 'what sticks out on the right');
    });
});

const expected: Readonly<Record<Step, readonly string[]>> = {
  idea: [],
  place: [],
  together: [],
  photos: [],
  you: [],
  preview: [],
};
