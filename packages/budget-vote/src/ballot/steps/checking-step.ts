import { html, nothing, type TemplateResult } from 'lit';
import { notice, screenTitle } from '@buurt/core/element/screen.js';
import { loadingPlaceholder } from '../../round/round-header.js';
import { lockIcon } from '../../icons.js';
import { amount } from '../../round/round-view.js';
import { remainingIn, type BallotView } from '../ballot-view.js';
import { earlierBallotOf, isSameBallot, credentialOf } from '../voter-status.js';
import { codeProblemText } from '../ballot-texts.js';
import { ballotList } from './ballot-list.js';
import { codeField } from './code-field.js';
import { earlierNotice } from './earlier-ballot.js';
import { problemSummary } from './problem-summary.js';
import { setbackNotice } from './submit-error-notice.js';

/** The code, when it is not known yet; or that none is needed. */
function whoVotes(view: BallotView): TemplateResult | typeof nothing {
  const { t, visit } = view;
  const { voter } = visit;
  if (visit.vouched)
    return voter.name === 'wrong'
      ? notice('error', codeProblemText(view, voter.why))
      : notice('', t.code.vouched);
  return visit.codeFirst && credentialOf(voter) ? nothing : codeField(view);
}

/** The way to another device; its code comes when somebody opens it. */
const otherDevice = ({ t, lines, locale, handover, ownTexts }: BallotView): TemplateResult =>
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
        : loadingPlaceholder({ t }, handover)
    }
  </details>`;

/** What the ballot below is: a first vote, a new one in the place of that which counts, or that one itself. */
function lead({ t, visit, lines }: BallotView): string {
  const earlier = earlierBallotOf(visit.voter);
  if (!earlier) return t.check.lead;
  return isSameBallot(lines, earlier.lines) ? t.check.leadSame : t.check.leadAgain;
}

/** What the choice costs together, of what there is to spend where the rules say so. */
function total(view: BallotView): TemplateResult {
  const { t } = view;
  const { used, range } = remainingIn(view).spend;
  const cost = amount(view, used);
  return html`<p class="total">
      <strong
        >${range.max === undefined ? t.choose.cost({ amount: cost }) : t.check.total({ amount: cost, of: amount(view, range.max) })}</strong
      >
    </p>
    <p class="hint">${t.mostCost}</p>`;
}

/** Everything as it will be sent; the code, when it is not known yet; nothing has been sent. */
export function checking(view: BallotView): TemplateResult {
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
        ${earlierBallotOf(visit.voter) ? t.check.change : t.check.send}
      </button>
      <button type="button" class="button quiet" part="back" @click=${visit.choose}>${t.check.back}</button>
    </div>
  </form>`;
}
