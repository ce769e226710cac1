import { html } from 'lit';
import { rozenbuurt, storyBuurt, storyConnection, tableInSquare } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { form, after, filledIn } from './form.js';

export default { title: 'Idea form/On the page' };

export const English: Story = {
  render: () =>
    html`<buurt-idea-form
      lang="en"
      draft="off"
      buurt=${storyBuurt}
      .connection=${storyConnection()}
    ></buurt-idea-form>`,
  play: after((resident) => resident.read('What is your idea?')),
};

export const RightToLeft: Story = {
  render: () => html`<div dir="rtl">${form({ similar: [tableInSquare] })}</div>`,
  play: filledIn(),
};

export const InASidebar: Story = {
  render: () => html`<div class="stage-280">${form({ similar: [tableInSquare] })}</div>`,
  play: after(async (resident) => {
    resident.form.parentElement?.setAttribute('data-narrow', '');
    await resident.type('title', 'Tafel op het plein');
    await resident.read('Lange tafel op het Rozenplein');
  }),
};

export const Dark: Story = {
  render: () =>
    html`<buurt-idea-form
      theme-preset="dark"
      draft="off"
      buurt=${storyBuurt}
      .connection=${storyConnection({ similar: [tableInSquare] })}
    ></buurt-idea-form>`,
  play: filledIn(),
};

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u202Etxet desrever\u202C',
  '👩🏽‍🌾🌻',
  'Hottentottententententoonstelling'.repeat(6),
].join(' ');

export const CodeInTexts: Story = {
  render: () =>
    form({
      settings: {
        ...rozenbuurt,
        fields: rozenbuurt.fields.map(({ name, required }) => ({ name, required })),
      },
      similar: [{ ...tableInSquare, title: hostile, excerpt: hostile, photo: null }],
    }),
  play: after(async (resident) => {
    await resident.type('title', hostile.slice(0, 110));
    await resident.read('van 120 tekens');
    await resident.type('story', hostile.repeat(4));
    await resident.goTo('Samen met de buurt');
    await resident.type('assets', hostile);
    await resident.type('joiners', hostile);
    await resident.goTo('Wie ben jij?');
    await resident.type('name', '<b>Samira</b> \u202Eesrever');
    (await resident.see('#consent')).click();
    await resident.goTo('Klopt het zo?');
  }),
};

/** The page's own words about help stay there on each step. */
export const WithHelp: Story = {
  render: () =>
    form(
      {},
      storyBuurt,
      html`<p slot="help">Lukt het niet? Bel ons: <a href="tel:+31123456789">012 345 67 89</a>.</p>`,
    ),
  play: after((resident) => resident.read('Wat is je idee?')),
};
