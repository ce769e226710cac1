import '@buurt/initiative-list/buurt-initiative-list.js';
import { html, nothing } from 'lit';
import { storyBuurt } from '../../test/support/endpoint.js';
import { listConnection, type ListAnswers } from '../../test/support/initiative-endpoint.js';
import { Neighbour } from '../../test/support/neighbour.js';
import type { Story } from '../../test/support/stage.js';

interface ListOptions {
  readonly layout?: 'cards' | 'rows';
  readonly columns?: number;
  readonly filters?: string;
  readonly status?: string;
  readonly pageSize?: number;
}

/** Stories share one address, so what is looked for in one stays out of it. */
export const list = (
  answers: ListAnswers = {},
  {
    layout = 'cards',
    columns = 0,
    filters = 'search theme status sort',
    status = '',
    pageSize = 12,
  }: ListOptions = {},
  help: unknown = nothing,
) =>
  html`<buurt-initiative-list
    buurt=${storyBuurt}
    history="off"
    layout=${layout}
    columns=${columns}
    filters=${filters}
    status=${status}
    page-size=${pageSize}
    .connection=${listConnection(answers)}
    >${help}</buurt-initiative-list
  >`;

/** A story in which a neighbour does something first. */
export const after =
  (deed: (neighbour: Neighbour) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-initiative-list');
    const neighbour = new Neighbour(canvasElement);
    await neighbour.list.updateComplete;
    await deed(neighbour);
  };

export const reading = (words: string | RegExp) => after((neighbour) => neighbour.read(words));

export const following = (answers: ListAnswers, deed: (neighbour: Neighbour) => Promise<unknown>): Story => ({
  render: () => list(answers),
  play: after(async (neighbour) => {
    await neighbour.press('Lange tafel op het Rozenplein');
    await neighbour.press('Volg per e-mail');
    await neighbour.see('#email');
    await deed(neighbour);
  }),
});
