import { html, nothing } from 'lit';
import type { BuurtCashbook } from '@buurt/cashbook';
import '@buurt/cashbook/buurt-cashbook.js';
import type { Cashbook } from '@buurt/domain/rounds/cashbook.js';
import { cashbook, cashbookConnection } from '../support/cashbook-endpoint.js';
import { storyBuurt, type Answer } from '../support/endpoint.js';
import { Visitor } from '../support/visitor.js';
import { onThePage } from './budget-vote-stage.js';

interface Setup {
  readonly detailHref?: string;
  readonly connection?: Pick<ReturnType<typeof cashbookConnection>, 'endpoint' | 'fetch'>;
}

/** A cashbook on an endpoint of its own, so that no test finds what another left. */
export async function opened(
  answer: Cashbook | Answer = cashbook,
  { detailHref, connection = cashbookConnection(answer) }: Setup = {},
) {
  const told: { readonly type: string; readonly detail: any }[] = [];
  const listen = ({ type, detail }: CustomEvent) => told.push({ type, detail });
  const page = onThePage(
    html`<buurt-cashbook
      buurt=${storyBuurt}
      detail-href=${detailHref ?? nothing}
      .connection=${connection}
      @buurt-initiative-open=${listen}
      @buurt-error=${listen}
      ><p>Bel ons: 012 345 67 89.</p></buurt-cashbook
    >`,
  );
  const visitor = new Visitor<BuurtCashbook>(page, 'buurt-cashbook');
  const element = page.querySelector('buurt-cashbook')!;
  await element.updateComplete;
  return { visitor, element, page, told, connection };
}
