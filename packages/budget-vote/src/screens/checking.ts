import { html, nothing, type TemplateResult } from 'lit';
import { notice, screenTitle } from '@buurt/core/element/screen.js';
import { coming } from '../frame.js';
import { lockIcon } from '../icons.js';
import { amount } from '../view.js';
import { roomOf, type VoteView } from '../vote-view.js';
import { earlierOf, isSameVote, proofOf } from '../voter.js';
import { codeWords } from '../words.js';
import { ballotList } from './ballot-list.js';
import { codeField } from './code-field.js';
import { earlierNotice } from './earlier.js';
import { problemSummary } from './problem-summary.js';
import { setbackNotice } from './setback.js';

/** The code, when it is not known yet; or that none is needed. */
function whoVotes(view: VoteView): TemplateResult | typeof nothing {
  const { t, visit } = view;
  const { voter } = visit;
  if (visit.vouched)
    return voter.name === 'wrong' ? notice('error', codeWords(view, voter.why)) : notice('', t.code.vouched);
  return visit.codeFirst && proofOf(voter) ? nothing : codeField(view);
}

/** The way to another device; its code comes when somebody opens it. */
const otherDevice = ({ t, lines, locale, handover, ownTexts }: VoteView): TemplateResult =>
  html`<details class="screen-only" @toggle=${handover.need}>
    <summary>${t.check.otherDevice}</summary>
    ${
      handover.module
        ? html`<buurt-vote-handover
            exportparts="field, label, input, actions"
            .lines=${lines}
            .locale=${locale}
            .ownTexts=${ownTexts}
          ></buurt-vote-handover>`
        : coming({ t }, handover)
    }
  </details>`;

/** What the ballot below is: a first vote, a new one in the place of that which counts, or that one itself. */
function lead({ t, visit, lines }: VoteView): string {
  const earlier = earlierOf(visit.voter);
  if (!earlier) return t.check.lead;
  return isSameVote(lines, earlier.lines) ? t.check.leadSame : t.check.leadAgain;
}

/** What the choice costs together, of what there is to spend where the rules say so. */
function total(view: VoteView): TemplateResult {
  const { t } = view;
  const { used, range } = roomOf(view).spend;
  const cost = amount(view, used);
  return html`<p class="total">
      <strong
        >${range.max === undefined ? t.choose.cost({ amount: cost }) : t.check.total({ amount: cost, of: amount(view, range.max) })}</strong
      >
    </p>
    <p class="hint">${t.mostCost}</p>`;
}

/** Everything as it will be sent; the code, when it is not known yet; nothing has been sent. */
export function checking(view: VoteView): TemplateResult {
  const { t, headingLevel, visit, lines } = view;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void visit.send();
  };
  return html`<form novalidate class="stack narrow" @submit=${onSubmit}>
    ${screenTitle(headingLevel + 1, t.check.title)} ${setbackNotice(view)} ${problemSummary(view)}
    ${earlierNotice(view)}
    <section class="sheet stack" part="preview">
      <p class="lead">${lead(view)}</p>
      ${ballotList(view, lines)} ${total(view)} ${visit.helper ? nothing : otherDevice(view)}
    </section>
    ${whoVotes(view)}
    <p class="note">${lockIcon} ${t.check.secret} ${visit.vouched ? nothing : t.code.kept}</p>
    <div class="actions" part="actions">
      <button type="submit" class="button primary" part="send">
        ${earlierOf(visit.voter) ? t.check.change : t.check.send}
      </button>
      <button type="button" class="button quiet" part="back" @click=${visit.choose}>${t.check.back}</button>
    </div>
  </form>`;
}
