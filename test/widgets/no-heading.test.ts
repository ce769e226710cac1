import '@buurt/budget-vote/buurt-budget-vote.js';
import '@buurt/idea-form/buurt-idea-form.js';
import '@buurt/initiative-list/buurt-initiative-list.js';
import '@buurt/cashbook/buurt-cashbook.js';
import '@buurt/map-card/buurt-map-card.js';
import '@buurt/my-initiative/buurt-my-initiative.js';
import { expect } from '@open-wc/testing';
import { html, render, type TemplateResult } from 'lit';
import { cashbookConnection } from '../support/cashbook-endpoint.js';
import { storyBuurt, storyConnection } from '../support/endpoint.js';
import { listConnection } from '../support/initiative-endpoint.js';
import { mapConnection } from '../support/map-endpoint.js';
import { makerConnection, openLink } from '../support/my-initiative-endpoint.js';
import { until } from '../support/resident.js';
import { voteConnection } from '../support/vote-endpoint.js';

const widgets: Readonly<Record<string, (noHeading: boolean) => TemplateResult>> = {
  'buurt-idea-form': (noHeading) =>
    html`<buurt-idea-form
      draft="off"
      heading-level="3"
      ?no-heading=${noHeading}
      buurt=${storyBuurt}
      .connection=${storyConnection()}
    ></buurt-idea-form>`,
  'buurt-budget-vote': (noHeading) =>
    html`<buurt-budget-vote
      heading-level="3"
      ?no-heading=${noHeading}
      round="ronde-1"
      buurt=${storyBuurt}
      .connection=${voteConnection()}
    ></buurt-budget-vote>`,
  'buurt-initiative-list': (noHeading) =>
    html`<buurt-initiative-list
      history="off"
      heading-level="3"
      ?no-heading=${noHeading}
      buurt=${storyBuurt}
      .connection=${listConnection()}
    ></buurt-initiative-list>`,
  'buurt-cashbook': (noHeading) =>
    html`<buurt-cashbook
      heading-level="3"
      ?no-heading=${noHeading}
      buurt=${storyBuurt}
      .connection=${cashbookConnection()}
    ></buurt-cashbook>`,
  'buurt-my-initiative': (noHeading) => {
    openLink();
    return html`<buurt-my-initiative
      heading-level="3"
      ?no-heading=${noHeading}
      .connection=${makerConnection()}
    ></buurt-my-initiative>`;
  },
  'buurt-map-card': (noHeading) =>
    html`<buurt-map-card
      heading-level="3"
      ?no-heading=${noHeading}
      buurt=${storyBuurt}
      .connection=${mapConnection()}
    ></buurt-map-card>`,
};

async function headingsOf(tag: string, noHeading: boolean): Promise<readonly Element[]> {
  for (const old of document.querySelectorAll('main')) old.remove();
  const page = document.createElement('main');
  document.body.append(page);
  render(widgets[tag]!(noHeading), page);
  const { shadowRoot } = page.querySelector(tag)!;
  // What each has once it is ready, beside its first heading.
  const ready = { 'buurt-map-card': '.pin', 'buurt-cashbook': '.sums' }[tag] ?? 'h4';
  await until(ready, () => shadowRoot?.querySelector(ready));
  return [...shadowRoot!.querySelectorAll('h1, h2, h3, h4, h5, h6')];
}

describe('the heading of a widget', () => {
  for (const tag of Object.keys(widgets)) {
    it(`of ${tag} can be reached without the others`, async () => {
      const headings = await headingsOf(tag, false);
      const main = headings.filter((each) => each.part.contains('main'));
      expect(main.map(({ localName }) => localName)).to.deep.equal(['h3']);
      expect(main[0]).to.equal(headings[0]);
      expect(headings.every((each) => each.part.contains('heading'))).to.equal(true);
    });

    it(`of ${tag} can be left to the page, and leaves no hole in the outline`, async () => {
      const headings = await headingsOf(tag, true);
      expect(headings.filter((each) => each.localName === 'h3')).to.deep.equal([]);
      const [first] = headings;
      if (first) expect(first.localName).to.equal('h4');
    });
  }
});
