import { html, nothing } from 'lit';
import { storyBuurt } from '../support/endpoint.js';
import { listConnection, type ListAnswers } from '../support/initiative-endpoint.js';
import { Neighbour } from '../support/neighbour.js';
import { onThePage } from './budget-vote-stage.js';

export { focused, onThePage } from './budget-vote-stage.js';

export interface ListAttributes {
  readonly history?: 'on' | 'off';
  readonly filters?: string;
  readonly status?: string;
  readonly theme?: string;
  readonly sort?: string;
  readonly pageSize?: number;
  readonly detailHref?: string;
  readonly headingLevel?: number;
  readonly structuredData?: boolean;
  readonly id?: string;
}

interface DispatchedEvent {
  readonly type: string;
  readonly detail: any;
}

export const freshConnection = (answers: ListAnswers = {}) => ({
  ...listConnection(answers),
  endpoint: `https://${crypto.randomUUID()}.example/v1`,
});

export type StoryConnection = ReturnType<typeof freshConnection>;

/** The tag on the page, as a webmaster writes it. */
export const tag = (
  connection: StoryConnection,
  {
    history = 'off',
    filters,
    status,
    theme,
    sort,
    pageSize,
    detailHref,
    headingLevel,
    structuredData,
    id,
  }: ListAttributes = {},
  listen?: (event: CustomEvent) => void,
) =>
  html`<buurt-initiative-list
    id=${id ?? nothing}
    buurt=${storyBuurt}
    history=${history}
    filters=${filters ?? 'search theme status sort'}
    status=${status ?? nothing}
    theme=${theme ?? nothing}
    sort=${sort ?? nothing}
    page-size=${pageSize ?? 12}
    detail-href=${detailHref ?? nothing}
    heading-level=${headingLevel ?? 2}
    ?structured-data=${structuredData}
    .connection=${connection}
    @buurt-support=${listen}
    @buurt-offer=${listen}
    @buurt-filter=${listen}
    @buurt-open=${listen}
    @buurt-error=${listen}
  ></buurt-initiative-list>`;

/** A list on an endpoint of its own, so that no test finds what another left. */
export async function opened(
  answers: ListAnswers = {},
  manner: ListAttributes = {},
  connection = freshConnection(answers),
) {
  const told: DispatchedEvent[] = [];
  const page = onThePage(tag(connection, manner, ({ type, detail }) => told.push({ type, detail })));
  const neighbour = new Neighbour(page);
  await neighbour.list.updateComplete;
  /** What was asked of the list, one search for each time. */
  const asked = () =>
    connection.requests
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => pathname.endsWith('/initiatives'))
      .map(({ searchParams }) => searchParams);
  return { neighbour, connection, page, told, asked };
}
