import '@buurt/buurt/embed-builder.js';
import { html, type TemplateResult } from 'lit';
import manifest from '../../dist/1/custom-elements.json';
import { cashbookConnection } from '../../test/support/cashbook-endpoint.js';
import { storyBuurt, storyConnection } from '../../test/support/endpoint.js';
import { listConnection } from '../../test/support/initiative-endpoint.js';
import { mapConnection } from '../../test/support/map-endpoint.js';
import { voteConnection } from '../../test/support/vote-endpoint.js';
import './all-widgets.js';

const connections: Readonly<Record<string, () => object>> = {
  'buurt-idea-form': storyConnection,
  'buurt-initiative-list': listConnection,
  'buurt-map-card': mapConnection,
  'buurt-cashbook': () => cashbookConnection(),
  'buurt-budget-vote': voteConnection,
};

/** The stories have no server: what each shows comes from its own data. */
function prepare(widget: HTMLElement): void {
  Object.assign(widget, { connection: connections[widget.localName]?.() });
  if (widget.localName === 'buurt-budget-vote') widget.setAttribute('round', 'ronde-1');
  if (widget.localName === 'buurt-initiative-list') widget.setAttribute('history', 'off');
}

export const embedBuilder = (): TemplateResult =>
  html`<buurt-embed-builder
    lang="en"
    endpoint="https://buurt.example.org/v1"
    base="https://widgets.example.org/1/"
    .manifest=${manifest}
    .release=${{ version: '0.9.0', integrity: {} }}
    .buurten=${[{ code: storyBuurt, name: 'Rozenbuurt' }]}
    .prepare=${prepare}
  ></buurt-embed-builder>`;
