import { html, nothing } from 'lit';
import { storyBuurt } from '../support/endpoint.js';
import { mapConnection, type MapAnswers } from '../support/map-endpoint.js';
import { MapVisitor } from '../support/map-visitor.js';
import { onThePage } from './budget-vote-stage.js';

export { focused, onThePage } from './budget-vote-stage.js';

export interface Manner {
  readonly buurt?: string;
  readonly municipality?: string;
  readonly status?: string;
  readonly theme?: string;
  readonly detailHref?: string;
  readonly buurtHref?: string;
  readonly tiles?: string;
}

/** A picture in the place of every tile. */
export const tiles = `${new URL('../../stories/pictures/tile.svg', import.meta.url).href}?{layer}/{z}/{x}/{y}`;

/** A map on an endpoint of its own, so that no test finds what another left. */
export async function opened(
  answers: MapAnswers = {},
  { buurt = storyBuurt, municipality, status, theme, detailHref, buurtHref, ...manner }: Manner = {},
  connection = mapConnection(answers),
) {
  const told: { readonly type: string; readonly detail: any }[] = [];
  const listen = ({ type, detail }: CustomEvent) => told.push({ type, detail });
  const page = onThePage(
    html`<buurt-map-card
      buurt=${buurt}
      municipality=${municipality ?? nothing}
      status=${status ?? nothing}
      theme=${theme ?? nothing}
      detail-href=${detailHref ?? nothing}
      buurt-href=${buurtHref ?? nothing}
      tiles=${manner.tiles ?? tiles}
      .connection=${connection}
      @buurt-map-select=${listen}
      @buurt-map-filter=${listen}
      @buurt-map-explore=${listen}
      @buurt-error=${listen}
    ></buurt-map-card>`,
  );
  const visitor = new MapVisitor(page);
  await visitor.card.updateComplete;
  const asked = (path: string) =>
    connection.requests.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname.endsWith(path));
  return { visitor, connection, page, told, asked };
}
