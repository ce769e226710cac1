import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core/element/heading.js';
import type { BallotView } from '../ballot-view.js';
import { earlierBallotOf, isSameBallot } from '../voter-status.js';
import { receiptText } from '../ballot-texts.js';
import { ballotList } from './ballot-list.js';

/** "You voted already": said as soon as the code is known, with what was chosen then. */
export function earlierNotice(view: BallotView): TemplateResult | typeof nothing {
  const { t, visit, lines, headingLevel } = view;
  const earlier = earlierBallotOf(visit.voter);
  if (!earlier) return nothing;
  const { earlier: words } = t;
  const receipt = receiptText(earlier.receipt);
  const elsewhere = visit.setback === 'elsewhere';
  const same = isSameBallot(lines, earlier.lines);
  return html`<div
    class="notice ${elsewhere ? 'warning' : 'ok'} earlier"
    part="notice"
    role="group"
    tabindex="-1"
    aria-labelledby="earlier-title"
  >
    ${heading(headingLevel + 2, elsewhere ? words.elsewhere : words.title, { id: 'earlier-title' })}
    <p>${elsewhere ? words.elsewhereWhy : same ? words.loaded({ receipt }) : words.other({ receipt })}</p>
    ${
      same
        ? html`<p>${words.same}</p>`
        : html`<p class="hint">${words.was}</p>
            ${ballotList(view, earlier.lines)}
            <button type="button" class="button" @click=${visit.takeEarlier}>${words.take}</button>`
    }
  </div>`;
}
