import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '@buurt/core/messages/texts.js';
import { explainRules } from '@buurt/domain/rounds/sentences.js';
import type { BudgetVoteMessages } from '../budget-vote.messages.js';
import type { Icon } from '@buurt/core/icons/icon.js';
import { lockIcon, tickIcon } from '@buurt/core/icons/icons.js';
import { clockIcon, pencilIcon, ticksIcon } from '../icons.js';
import type { RoundView } from '../view.js';
import { amount, moment } from './round-texts.js';

/** What a visitor sees at one glance: where the vote is, and where their own ballot is in it. */
export type VoteState = keyof BudgetVoteMessages['states'];

const icons: Readonly<Record<VoteState, Icon>> = {
  announced: clockIcon,
  code: pencilIcon,
  choosing: pencilIcon,
  checking: pencilIcon,
  choosingAgain: pencilIcon,
  checkingAgain: pencilIcon,
  sending: clockIcon,
  cast: tickIcon,
  changed: ticksIcon,
  closed: lockIcon,
};

/** "over 3 dagen": in days, however many, because that is how one counts down. */
function timeUntil(iso: string, locale: Locale, now: number): string {
  const minutes = (Date.parse(iso) - now) / 60_000;
  const away = Math.abs(minutes);
  const [unit, size] =
    away > 36 * 60
      ? (['day', 1440] as const)
      : away > 90
        ? (['hour', 60] as const)
        : (['minute', 1] as const);
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(minutes / size), unit);
}

function term({ t, round, now, locale }: RoundView): string {
  const { phase, opensAt, closesAt } = round;
  const at = (iso: string) => ({ date: moment(iso, locale), when: timeUntil(iso, locale, now) });
  if (phase === 'announced') return t.opens(at(opensAt));
  return phase === 'open' ? t.closes(at(closesAt)) : t.closed(at(closesAt));
}

/**
 * The line that says in which state this is: by its words, its sign and its colour. It is not announced: with each
 * change of state the focus moves, to the title of the screen or to this line, and that is read.
 */
export const stateLine = (view: RoundView, state: VoteState): TemplateResult =>
  html`<p class="state ${state}" part="state" tabindex="-1">${icons[state]} ${view.t.states[state]}</p>`;

/** What it is about, how much, and until when. */
export const roundIntro = (view: RoundView): TemplateResult => {
  const { round, t } = view;
  return html`<div class="about-round" part="intro">
    <p class="budget">${t.budget({ amount: amount(view, round.budgetCents) })}</p>
    <p class="term">${term(view)}</p>
    ${round.phase !== 'closed' && round.intro ? html`<p class="lead prose">${round.intro}</p>` : nothing}
  </div>`;
};

/** What the rules of the round ask, one sentence each. */
export const rulesList = ({ round, t }: RoundView): TemplateResult =>
  html`<ul class="rules" part="rules">
    ${explainRules(round, t.sentences).map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
