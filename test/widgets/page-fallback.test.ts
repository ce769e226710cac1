import { expect } from '@open-wc/testing';
import { html, render, type TemplateResult } from 'lit';
import { cashbookConnection } from '../support/cashbook-endpoint.js';
import { json, offline, problem, storyBuurt, storyConnection } from '../support/endpoint.js';
import { listConnection } from '../support/initiative-endpoint.js';
import { mapConnection } from '../support/map-endpoint.js';
import { makerConnection, openLink } from '../support/my-initiative-endpoint.js';
import { until } from '../support/resident.js';
import { voteConnection } from '../support/vote-endpoint.js';
import '@buurt/budget-vote/buurt-budget-vote.js';
import '@buurt/idea-form/buurt-idea-form.js';
import '@buurt/initiative-list/buurt-initiative-list.js';
import '@buurt/cashbook/buurt-cashbook.js';
import '@buurt/map-card/buurt-map-card.js';
import '@buurt/my-initiative/buurt-my-initiative.js';

const fallback = html`<p class="fallback">Bel ons: 012 345 67 89.</p>`;

/** Shows this on an empty page, and keeps what the webmaster reads in the console. */
async function shownOnPage(content: TemplateResult) {
  for (const old of document.querySelectorAll('main')) old.remove();
  const { error } = console;
  const told: string[] = [];
  console.error = (...words: unknown[]) => told.push(words.map(String).join(' '));
  const page = document.createElement('main');
  document.body.append(page);
  render(content, page);
  const isShown = () => page.querySelector('.fallback')!.getClientRects().length > 0;
  await until('the words of the page', isShown);
  await until('words for the webmaster', () => told.length > 0).catch(() => undefined);
  console.error = error;
  const widget = page.firstElementChild!;
  const words = [...widget.shadowRoot!.children]
    .filter(({ localName }) => localName !== 'style')
    .map(({ textContent }) => textContent)
    .join(' ');
  return { told: told.join('\n'), words: words.trim() };
}

const notThere = problem(404, 'Not Found');
const wrong = 'BU99999999';

/** A tag without an endpoint, one of which the server does not know what it names, and one that nobody answers. */
const widgets: readonly [
  name: string,
  bare: TemplateResult,
  unknown: TemplateResult,
  silent: TemplateResult,
][] = [
  [
    'the idea form',
    html`<buurt-idea-form buurt=${wrong}>${fallback}</buurt-idea-form>`,
    html`<buurt-idea-form draft="off" buurt=${wrong} .connection=${storyConnection({ settings: notThere })}
      >${fallback}</buurt-idea-form
    >`,
    html`<buurt-idea-form
      draft="off"
      buurt=${storyBuurt}
      .connection=${storyConnection({ settings: offline })}
      >${fallback}</buurt-idea-form
    >`,
  ],
  [
    'the vote',
    html`<buurt-budget-vote buurt=${wrong}>${fallback}</buurt-budget-vote>`,
    html`<buurt-budget-vote round="x" buurt=${wrong} .connection=${voteConnection({ round: notThere })}
      >${fallback}</buurt-budget-vote
    >`,
    html`<buurt-budget-vote round="x" buurt=${storyBuurt} .connection=${voteConnection({ round: offline })}
      >${fallback}</buurt-budget-vote
    >`,
  ],
  [
    'the list',
    html`<buurt-initiative-list history="off" buurt=${wrong}>${fallback}</buurt-initiative-list>`,
    html`<buurt-initiative-list history="off" buurt=${wrong} .connection=${listConnection({ list: notThere })}
      >${fallback}</buurt-initiative-list
    >`,
    html`<buurt-initiative-list history="off" buurt=${wrong} .connection=${listConnection({ list: offline })}
      >${fallback}</buurt-initiative-list
    >`,
  ],
  [
    'the cashbook',
    html`<buurt-cashbook buurt=${wrong}>${fallback}</buurt-cashbook>`,
    html`<buurt-cashbook buurt=${wrong} .connection=${cashbookConnection(notThere)}
      >${fallback}</buurt-cashbook
    >`,
    html`<buurt-cashbook buurt=${storyBuurt} .connection=${cashbookConnection(offline)}
      >${fallback}</buurt-cashbook
    >`,
  ],
  [
    'the map card',
    html`<buurt-map-card buurt=${wrong}>${fallback}</buurt-map-card>`,
    html`<buurt-map-card
      buurt=${wrong}
      .connection=${mapConnection({ boundaries: () => json({ type: 'FeatureCollection', features: [] }) })}
      >${fallback}</buurt-map-card
    >`,
    html`<buurt-map-card
      buurt=${wrong}
      .connection=${mapConnection({ boundaries: offline, places: offline, figures: offline })}
      >${fallback}</buurt-map-card
    >`,
  ],
];

for (const [name, bare, unknown, silent] of widgets)
  describe(`What the page wrote in ${name}`, () => {
    it('stands in its place without an endpoint; the webmaster reads in the console what to mend', async () => {
      const { told, words } = await shownOnPage(bare);
      expect(told).to.contain('endpoint="https://…/v1"');
      expect(words).to.equal('');
    });

    it('stands in its place when the server does not know what the tag names', async () => {
      const { told, words } = await shownOnPage(unknown);
      expect(told).to.contain('Voor de beheerder van deze site: op ').and.to.contain('?buurt-check');
      expect(words).to.equal('');
    });

    it('stands beside the way to try again when nothing came', async () => {
      const { words } = await shownOnPage(silent);
      expect(words).not.to.equal('');
      expect(words).not.to.contain('beheerder');
    });
  });

/** It names no buurt: what the server does not know is a link, which no webmaster can mend. */
describe('What the page wrote in the page of a maker', () => {
  it('stands in its place without an endpoint; the webmaster reads in the console what to mend', async () => {
    const { told, words } = await shownOnPage(html`<buurt-my-initiative>${fallback}</buurt-my-initiative>`);
    expect(told).to.contain('endpoint="https://…/v1"');
    expect(words).to.equal('');
  });

  for (const [name, link, answer] of [
    ['there is no link', undefined, undefined],
    ['the server does not know the link', '', notThere],
    ['nothing came', '', offline],
  ] as const)
    it(`stands beside what to do when ${name}, and the webmaster has nothing to mend`, async () => {
      if (link !== undefined) openLink();
      const { told, words } = await shownOnPage(
        html`<buurt-my-initiative .connection=${makerConnection(answer)}>${fallback}</buurt-my-initiative>`,
      );
      expect(words).not.to.equal('');
      expect(told).to.equal('');
    });
});
