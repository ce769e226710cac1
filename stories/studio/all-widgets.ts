import { html, type TemplateResult } from 'lit';
import '@buurt/core/buurt-provider.js';
import '@buurt/budget-vote/buurt-budget-vote.js';
import '@buurt/cashbook/buurt-cashbook.js';
import '@buurt/idea-form/buurt-idea-form.js';
import '@buurt/initiative-list/buurt-initiative-list.js';
import '@buurt/map-card/buurt-map-card.js';
import { storyBuurt, storyConnection } from '../../test/support/endpoint.js';
import { listConnection } from '../../test/support/initiative-endpoint.js';
import { mapConnection } from '../../test/support/map-endpoint.js';
import { voteConnection } from '../../test/support/vote-endpoint.js';

/** A drawing in the place of every tile. */
const tiles = `${new URL('../pictures/tile.svg', import.meta.url).href}?{layer}/{z}/{x}/{y}`;

const [ideas, list, map, vote] = [storyConnection(), listConnection(), mapConnection(), voteConnection()];

export const ideaForm = (): TemplateResult =>
  html`<buurt-idea-form buurt=${storyBuurt} .connection=${ideas}></buurt-idea-form>`;

export const initiativeList = (pageSize = 4): TemplateResult =>
  html`<buurt-initiative-list
    buurt=${storyBuurt}
    history="off"
    page-size=${pageSize}
    .connection=${list}
  ></buurt-initiative-list>`;

export const mapCard = (): TemplateResult =>
  html`<buurt-map-card buurt=${storyBuurt} tiles=${tiles} .connection=${map}></buurt-map-card>`;

export const budgetVote = (): TemplateResult =>
  html`<buurt-budget-vote round="ronde-1" buurt=${storyBuurt} .connection=${vote}></buurt-budget-vote>`;
