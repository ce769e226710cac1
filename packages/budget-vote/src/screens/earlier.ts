import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '@buurt/core';
import type { BallotLine } from '@buurt/domain';
import type { VoteView } from '../vote-view.js';
import { earlierOf } from '../voter.js';
import { ballotList } from './ballot-list.js';

const sameLines = (a: readonly BallotLine[], b: readonly BallotLine[]): boolean => {
  const written = (lines: readonly BallotLine[]) =>
    lines
      .map(({ proposalId, rank, points }) => JSON.stringify([proposalId, rank, points]))
      .sort()
      .join();
  return written(a) === written(b);
};

/** "You voted already": said as soon as the code is known, with what was chosen then. */
export function earlierNotice(view: VoteView): TemplateResult | typeof nothing {
  const { t, visit, lines, headingLevel } = view;
  const earlier = earlierOf(visit.voter);
  if (!earlier) return nothing;
  const { earlier: words } = t;
  const { receipt } = earlier;
  const elsewhere = visit.setback === 'elsewhere';
  const same = sameLines(lines, earlier.lines);
  return html`<div class="notice ${elsewhere ? 'warning' : 'ok'} earlier" part="notice" tabindex="-1">
    ${heading(headingLevel + 2, elsewhere ? words.elsewhere : words.title)}
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
