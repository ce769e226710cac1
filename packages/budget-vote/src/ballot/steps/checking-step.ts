import { html, nothing, type TemplateResult } from 'lit';
import { notice, screenTitle } from '@buurt/core/element/screen.js';
import { lockIcon } from '@buurt/core/icons/icons.js';
import { amount } from '../../round/round-texts.js';
import { remainingIn, type BallotView } from '../../view.js';
import { credentialOf, earlierBallotOf, isSameBallot } from '../ballot-session.js';
import { codeProblemText } from '../ballot-texts.js';
import { ballotList, earlierBallotNotice } from './ballot-list.js';
import { codeField } from './code-step.js';
import { problemSummary } from './problem-summary.js';
import { submitErrorNotice } from './submit-error-notice.js';

/** The code, when it is not known yet; or that none is needed. */
function whoVotes(view: BallotView): TemplateResult | typeof nothing {
  const { t, session } = view;
  const { voter, options } = session;
  if (options.token)
    return voter.name === 'wrong'
      ? notice('error', codeProblemText(view, voter.why))
      : notice('', t.code.vouched);
  return options.codeStep === 'first' && credentialOf(voter) ? nothing : codeField(view);
}

/** What the ballot below is: a first vote, a new one in the place of that which counts, or that one itself. */
function lead({ t, session, lines }: BallotView): string {
  const earlier = earlierBallotOf(session);
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
export function checkingStep(view: BallotView, transfer: unknown): TemplateResult {
  const { t, headingLevel, session, actions, lines } = view;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    actions.submit();
  };
  return html`<form novalidate class="stack narrow" @submit=${onSubmit}>
    ${screenTitle(headingLevel + 1, t.check.title)} ${submitErrorNotice(view)} ${problemSummary(view)}
    ${earlierBallotNotice(view)}
    <section class="sheet stack" part="preview">
      <p class="lead">${lead(view)}</p>
      ${ballotList(view, lines)} ${total(view)} ${transfer}
    </section>
    ${whoVotes(view)}
    <p class="note">${lockIcon} ${t.check.secret} ${session.options.token ? nothing : t.code.kept}</p>
    <div class="actions" part="actions">
      <button type="submit" class="button primary" part="button primary send">
        ${earlierBallotOf(session) ? t.check.change : t.check.send}
      </button>
      <button type="button" class="button quiet" part="button quiet back" @click=${actions.choose}>
        ${t.check.back}
      </button>
    </div>
  </form>`;
}
