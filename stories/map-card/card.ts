import '@buurt/core/buurt-provider.js';
import '@buurt/initiative-list/buurt-initiative-list.js';
import '@buurt/map-card/buurt-map-card.js';
import { html, nothing } from 'lit';
import { storyBuurt } from '../../test/support/endpoint.js';
import { mapConnection, type MapAnswers } from '../../test/support/map-endpoint.js';
import { MapVisitor } from '../../test/support/map-visitor.js';
import type { Story } from '../../test/support/stage.js';

/** A drawing in the place of every tile. */
const tile = new URL('../pictures/tile.svg', import.meta.url).href;

export const tiles = `${tile}?{layer}/{z}/{x}/{y}`;

interface CardOptions {
  readonly buurt?: string;
  readonly municipality?: string;
  readonly status?: string;
  readonly tiles?: string;
}

export const card = (answers: MapAnswers = {}, options: CardOptions = {}, help: unknown = nothing) =>
  html`<buurt-map-card
    buurt=${options.buurt ?? storyBuurt}
    municipality=${options.municipality ?? ''}
    status=${options.status ?? ''}
    tiles=${options.tiles ?? tiles}
    tiles-attribution="Kaart: getekend voor dit verhaal"
    detail-href="https://stories.example/initiatief/{id}"
    buurt-href="https://stories.example/buurt/{code}"
    .connection=${mapConnection(answers)}
    >${help}</buurt-map-card
  >`;

/** A story in which somebody does something first. */
export const after =
  (deed: (visitor: MapVisitor) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-map-card');
    const visitor = new MapVisitor(canvasElement);
    await visitor.card.updateComplete;
    await deed(visitor);
  };

export const reading = (words: string) => after((visitor) => visitor.read(words));
