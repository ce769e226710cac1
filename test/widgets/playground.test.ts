import { expect, fixture, html } from '@open-wc/testing';
import '@buurt/budget-vote/buurt-budget-vote.js';
import type { BuurtBudgetVote } from '@buurt/budget-vote';
import { chosenFrom, type Args } from '../../stories/playground/controls.js';
import type { Declaration } from '../../stories/playground/declaration.js';
import type { Played, StoryPlayground } from '../../stories/playground/story-playground.js';
import '../../stories/playground/story-playground.js';
import { until } from '../support/waiting.js';
import { voteConnection } from '../support/vote-endpoint.js';

const declaration: Declaration = {
  tagName: 'buurt-budget-vote',
  attributes: [
    { name: 'endpoint' },
    { name: 'buurt' },
    { name: 'heading-level', type: { text: 'number' }, default: '2' },
    { name: 'helper', type: { text: 'boolean' }, default: 'false' },
  ],
  members: [{ kind: 'field', name: 'texts', type: { text: 'object' } }],
  slots: [{ name: '' }, { name: 'help' }],
  cssParts: [{ name: 'heading' }],
  cssProperties: [{ name: '--buurt-brand', syntax: '<color>' }],
};

const told: [string, unknown][] = [];
const playing = (args: Args): Played => ({
  tag: 'buurt-budget-vote',
  chosen: chosenFrom(declaration, {
    endpoint: 'https://buurt.example.org/v1',
    buurt: 'BU0363AA01',
    'heading-level': 2,
    ...args,
  }),
  events: ['buurt-error'],
  presets: { round: 'ronde-1' },
  serve: () => voteConnection(),
  tell: (name, detail) => told.push([name, detail]),
});

async function opened(args: Args = {}) {
  const stage = await fixture<StoryPlayground>(
    html`<story-playground .played=${playing(args)}></story-playground>`,
  );
  const widget = stage.shadowRoot!.querySelector<BuurtBudgetVote>('buurt-budget-vote')!;
  const heading = (level: number) => widget.shadowRoot!.querySelector(`h${String(level)}`);
  await until('a heading', () => heading(Number(args['heading-level'] ?? 2)));
  const play = async (next: Args) => {
    stage.played = playing(next);
    await stage.updateComplete;
    await widget.updateComplete;
  };
  return { stage, widget, heading, play };
}

describe('a designer who plays with the controls of a widget', () => {
  it('sees each attribute change the widget, and the default come back', async () => {
    const { widget, heading, play } = await opened();
    await play({ 'heading-level': 4, helper: true });
    await until('a lower heading', () => heading(4));
    expect(widget.helper).to.equal(true);
    await play({});
    await until('the usual heading', () => heading(2));
    expect(widget.hasAttribute('helper')).to.equal(false);
    expect(widget.getAttribute('round'), 'what nobody chose stays as the stories have it').to.equal(
      'ronde-1',
    );
  });

  it('sees tokens and parts change it, and nothing else on the page', async () => {
    const { widget, heading, play } = await opened();
    const elsewhere = await fixture<HTMLElement>(html`<buurt-budget-vote></buurt-budget-vote>`);
    await play({ '--buurt-brand': '#8c1d40', 'part-heading': 'color: rgb(1, 2, 3); } * { display: none' });
    expect(getComputedStyle(widget).getPropertyValue('--buurt-brand')).to.equal('#8c1d40');
    expect(getComputedStyle(heading(2)!).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(heading(2)!).display).not.to.equal('none');
    expect(getComputedStyle(elsewhere).getPropertyValue('--buurt-brand')).to.equal('');
    await play({});
    expect(getComputedStyle(heading(2)!).color).not.to.equal('rgb(1, 2, 3)');
  });

  it('fills slots with text as text, and empties them again', async () => {
    const { widget, play } = await opened({ 'slot-help': 'Bel <b>ons</b>' });
    const help = () => widget.querySelector('[slot=help]');
    expect(help()?.textContent).to.equal('Bel <b>ons</b>');
    await play({ 'slot-help': 'Mail ons' });
    expect(help()?.textContent).to.equal('Mail ons');
    await play({});
    expect(help()).to.equal(null);
  });

  it('keeps what was done in the widget while playing, and hears its events', async () => {
    const { stage, widget, play } = await opened();
    await play({ '--buurt-brand': '#8c1d40' });
    expect(stage.shadowRoot!.querySelector('buurt-budget-vote')).to.equal(widget);
    widget.dispatchEvent(new CustomEvent('buurt-error', { detail: { error: 'x' } }));
    expect(told).to.deep.equal([['buurt-error', { error: 'x' }]]);
  });

  it('asks nothing of a server without an endpoint, and shows what the page wrote', async () => {
    const { widget, play } = await opened();
    await play({ endpoint: '' });
    await until('the words of the page', () => widget.shadowRoot!.querySelector('slot:not([name])'));
    expect(widget.connection).to.equal(undefined);
  });
});
