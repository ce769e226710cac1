import { html, render, type TemplateResult } from 'lit';
import { storyBuurt } from '../support/endpoint.js';
import { voteConnection, type VoteAnswers } from '../support/vote-endpoint.js';
import { Voter } from '../support/voter.js';

/** Puts it on an empty page. */
export function onThePage(content: TemplateResult): HTMLElement {
  for (const old of document.querySelectorAll('main')) old.remove();
  const page = document.createElement('main');
  document.body.append(page);
  render(content, page);
  return page;
}

export interface VoteSetup {
  readonly code?: 'first' | 'last';
  readonly helper?: boolean;
  readonly token?: string;
}

/** A vote on an endpoint of its own, so that no test finds what another left. */
export async function opened(answers: VoteAnswers = {}, { code = 'last', helper, token }: VoteSetup = {}) {
  const connection = { ...voteConnection(answers), endpoint: `https://${crypto.randomUUID()}.example/v1` };
  const told: { readonly type: string; readonly detail: any }[] = [];
  const listen = ({ type, detail }: CustomEvent) => told.push({ type, detail });
  const page = onThePage(
    html`<buurt-budget-vote
      round="ronde-1"
      buurt=${storyBuurt}
      code=${code}
      ?helper=${helper}
      .token=${token ?? ''}
      .connection=${connection}
      @buurt-vote-submit=${listen}
      @buurt-vote-cast=${listen}
      @buurt-error=${listen}
    ></buurt-budget-vote>`,
  );
  const voter = new Voter(page);
  await voter.vote.updateComplete;
  const posted = (path: string) =>
    connection.requests.filter(
      ({ method, url }) => method === 'POST' && new URL(url).pathname.endsWith(path),
    );
  return { voter, connection, page, posted, told };
}

/** What has focus, also in the elements inside the vote. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Everything that this page keeps on the device, as one text; only what is kept for an endpoint, when one is named. */
export const keptHere = (endpoint = ''): string =>
  JSON.stringify(
    [localStorage, sessionStorage].flatMap((store) =>
      Object.entries({ ...store }).filter(([key]) => key.includes(endpoint)),
    ),
  );
