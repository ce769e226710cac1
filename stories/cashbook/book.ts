import '@buurt/cashbook/buurt-cashbook.js';
import { html, nothing } from 'lit';
import type { BuurtCashbook } from '@buurt/cashbook';
import type { Cashbook } from '@buurt/domain/rounds/cashbook.js';
import { cashbookConnection } from '../../test/support/cashbook-endpoint.js';
import { storyBuurt, type Answer } from '../../test/support/endpoint.js';
import type { Story } from '../../test/support/stage.js';
import { Visitor } from '../../test/support/visitor.js';

export const book = (answer?: Cashbook | Answer, inside: unknown = nothing) =>
  html`<buurt-cashbook
    buurt=${storyBuurt}
    detail-href="https://stories.example/initiatief/{id}"
    .connection=${cashbookConnection(answer)}
    >${inside}</buurt-cashbook
  >`;

/** A story in which somebody does something first. */
export const after =
  (deed: (visitor: Visitor<BuurtCashbook>) => Promise<unknown>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await customElements.whenDefined('buurt-cashbook');
    await deed(new Visitor<BuurtCashbook>(canvasElement, 'buurt-cashbook'));
  };

export const reading = (words: string) => after((visitor) => visitor.read(words));
