import { html, nothing, type TemplateResult } from 'lit';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import type { Locale } from '@buurt/core/messages/texts.js';
import { clockIcon, lockIcon, pencilIcon, tickIcon, ticksIcon } from '../icons.js';
import type { RoundView } from '../desk-host.js';
import { amount } from './round-view.js';
import type { BudgetVoteMessages } from '../budget-vote.messages.js';

/** What a visitor sees at one glance: where the vote is, and where his own vote is in it. */
export type VoteState = keyof BudgetVoteMessages['states'];

const icons: Readonly<Record<VoteState, TemplateResult>> = {
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

/** donderdag 3 december om 09:00 (Dutch time). */
export const moment = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'nl-NL', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date(iso));

/** "over 3 dagen": in days, however many, because that is how one counts down. */
function remaining(iso: string, locale: Locale, now: number): string {
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

function term({ t, round, clock, locale }: RoundView): string {
  const { phase, opensAt, closesAt } = round;
  const at = (iso: string) => ({ date: moment(iso, locale), when: remaining(iso, locale, clock.now()) });
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

/** Something that did not come, with the way to ask again. */
export const retryNotice = (words: string, again: string, retry: () => unknown): TemplateResult =>
  notice(
    'warning',
    html`<p>${words}</p>
      <button type="button" class="button" @click=${() => void retry()}>${again}</button>${helpSlot}`,
  );

/** Code that a screen needs: on its way, or it did not come. */
export const loadingPlaceholder = (
  { t }: Pick<RoundView, 't'>,
  { failed, need }: { failed: boolean; need: () => unknown },
): TemplateResult =>
  failed ? retryNotice(t.partFailed, t.retry, need) : html`<p class="coming">${t.loading}</p>`;
