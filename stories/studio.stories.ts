import { html, type TemplateResult } from 'lit';
import { embedBuilder } from './studio/embed-builder.js';
import './studio/make-it-yours.js';
import './studio/three-sites.js';
import './studio/token-table.js';
import type { Story } from '../test/support/stage.js';
import { everywhere, until } from '../test/support/waiting.js';

export default { title: 'Studio', tags: ['own-look'], parameters: { layout: 'fullscreen' } };

const allFour: NonNullable<Story['play']> = async ({ canvasElement }) => {
  for (const selector of ['.pin', '.card .title', 'input[type=text], textarea', '.board'])
    await until(selector, () => everywhere(canvasElement, selector)[0]);
};

/** A link to a look holds it as an argument of the story. */
interface WithLook extends Omit<Story, 'render'> {
  readonly args: { readonly look: string };
  readonly render: (args: { readonly look: string }) => TemplateResult;
}

export const MakeItYours: WithLook = {
  args: { look: '' },
  render: ({ look }) => html`<story-make-it-yours look=${look}></story-make-it-yours>`,
  play: async (context) => {
    await allFour(context);
    const { canvasElement } = context;
    const type = async (name: string, value: string) => {
      const field = await until(`field for ${name}`, () => everywhere(canvasElement, `#${name}`)[0]);
      (field as HTMLInputElement).value = value;
      field.dispatchEvent(new Event('change'));
      return field;
    };
    const pasted = () => everywhere(canvasElement, 'pre')[0]?.textContent ?? '';
    await type('--buurt-brand', '#ffd400');
    await type('--buurt-radius', '0');
    await until('lines for yellow', () => pasted().includes('--buurt-brand: #ffd400;'));
    await until('a zero with a unit', () => pasted().includes('--buurt-radius: 0px;'));
    await until('a report', () => everywhere(canvasElement, 'tbody tr').length === 4);
    const press = async (name: string) => {
      const isIt = ({ textContent }: HTMLElement) => textContent.trim() === name;
      (await until(`button ${name}`, () => everywhere(canvasElement, 'button').find(isIt))).click();
    };
    for (const preset of ['Rounded', 'Square', 'Quiet', 'High contrast']) {
      await press(preset);
      await until(`${preset} on`, () => everywhere(canvasElement, '[aria-pressed=true]').length === 1);
    }
    if (!pasted().includes('--buurt-brand: #ffd400;')) throw new Error('A preset took the brand away');
    const weak = everywhere(canvasElement, 'tbody tr').filter((row) => row.textContent.includes('✖'));
    if (weak.length > 0) throw new Error(`Not readable: ${weak.map((row) => row.textContent).join('; ')}`);
    const field = await type('--buurt-brand', 'yelow');
    await until('word of what is wrong', () =>
      everywhere(canvasElement, '.problem').some(({ textContent }) => textContent.includes('not a colour')),
    );
    if (field.ariaInvalid !== 'true') throw new Error('The field does not say that it is wrong');
    if (!pasted().includes('#ffd400')) throw new Error('A wrong value took the right one away');
    const [file] = everywhere(canvasElement, 'textarea#pasted') as HTMLTextAreaElement[];
    if (!file) throw new Error('There is no place for a file');
    file.value = '{"buurt":{"motion":{"$value":{"value":80,"unit":"ms"}},"gone":{"$value":1}}}';
    file.dispatchEvent(new Event('change'));
    await until('value of the file', () => pasted().includes('--buurt-motion: 80ms;'));
    await until('name that is not known', () =>
      everywhere(canvasElement, 'li').some(({ textContent }) => textContent === 'buurt.gone'),
    );
    for (const box of everywhere(canvasElement, '.previews input')) {
      box.click();
      await until(
        'preview',
        () => everywhere(canvasElement, `.brought.${(box as HTMLInputElement).name}`)[0],
      );
      box.click();
    }
    everywhere(canvasElement, '.reset-all')[0]?.click();
    await until('everything reset', () => pasted().includes('Nothing is chosen'));
  },
};

export const AWaterCity: Story = { render: () => html`<story-water-city></story-water-city>`, play: allFour };
export const AGardenVillage: Story = {
  render: () => html`<story-garden-village></story-garden-village>`,
  play: allFour,
};
export const AHighRise: Story = { render: () => html`<story-high-rise></story-high-rise>`, play: allFour };

export const Tokens: Story = {
  render: () => html`<story-tokens></story-tokens>`,
  play: async ({ canvasElement }) => {
    await until('a value of each token', () => {
      const values = everywhere(canvasElement, '.now code').map(({ textContent }) => textContent);
      return values.length > 0 && !values.includes('');
    });
  },
};

export const EmbedBuilder: Story = {
  render: embedBuilder,
  play: async ({ canvasElement }) => {
    const [, , list] = everywhere(canvasElement, 'input[name=widget]') as HTMLInputElement[];
    list?.click();
    await until('a list', () => everywhere(canvasElement, 'buurt-initiative-list .card, .card .title')[0]);
    await until('its lines', () =>
      everywhere(canvasElement, 'pre').some(({ textContent }) =>
        textContent.includes('<buurt-initiative-list'),
      ),
    );
  },
};
