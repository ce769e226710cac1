import { html } from 'lit';
import type { MyInitiative } from '@buurt/domain/initiatives/my-initiative.js';
import type { BuurtMyInitiative } from '@buurt/my-initiative';
import '@buurt/my-initiative/buurt-my-initiative.js';
import type { Answer } from '../support/endpoint.js';
import { makerConnection, openLink, running } from '../support/my-initiative-endpoint.js';
import { Visitor } from '../support/visitor.js';
import { onThePage } from './budget-vote-stage.js';

type Server = Pick<ReturnType<typeof makerConnection>, 'endpoint' | 'fetch' | 'requests'>;

export interface Setup {
  readonly acting?: Answer;
  readonly link?: string | null;
  readonly connection?: Server;
}

/** The page of a maker who opens their link, or comes back without one (`null`). */
export async function opened(
  mine: MyInitiative | Answer = running,
  { acting, link, connection }: Setup = {},
) {
  if (link !== null) openLink(link);
  const server: Server = connection ?? makerConnection(mine, acting);
  const told: { readonly type: string; readonly detail: any }[] = [];
  const listen = ({ type, detail }: CustomEvent) => told.push({ type, detail });
  const page = onThePage(
    html`<buurt-my-initiative .connection=${server} @buurt-maker-acted=${listen} @buurt-error=${listen}
      ><p>Bel ons: 012 345 67 89.</p></buurt-my-initiative
    >`,
  );
  const visitor = new Visitor<BuurtMyInitiative>(page, 'buurt-my-initiative');
  const element = page.querySelector('buurt-my-initiative')!;
  await element.updateComplete;
  return { visitor, element, page, told, server };
}
export type MakerPage = Awaited<ReturnType<typeof opened>>;

export const sent = ({ server }: MakerPage) => server.requests.filter(({ method }) => method === 'POST');

/** Opens a form by its button. */
export const open = async (visitor: MakerPage['visitor'], button: string) => {
  await visitor.press(button);
  await visitor.see('form.join');
};
