import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { heading } from '@buurt/core/element/heading.js';
import { Lazy } from '@buurt/core/element/lazy.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { consumeHashParams, type UrlHandoff } from './transfer/url-handoff.js';
import { nl, type BudgetVoteMessages } from './budget-vote.messages.js';
import { styles } from './budget-vote.styles.js';
import { CurrentRound } from './round/current-round.js';
import { castingStyles } from './ballot/ballot.styles.js';
import type { DeskHost, RoundView } from './desk-host.js';
import { Desk } from './desk.js';
import { choiceStyles } from './ballot/choosing.styles.js';
import { boardStyles } from './proposals/proposals.styles.js';
import { cardStyles } from './proposals/proposal-cards.styles.js';
import {
  roundIntro,
  loadingPlaceholder,
  retryNotice,
  stateLine,
  type VoteState,
} from './round/round-header.js';

/**
 * A household divides the budget of the buurt with the code from its letter: it sees the proposals, chooses within the
 * rules of the round, checks its choice and casts it; until closing it can change it. After closing everybody sees how
 * the result came about, and can count again.
 *
 * What stands inside the tag is shown until the vote is ready, and where scripts do not run.
 *
 * @customElement buurt-budget-vote
 * @fires {CustomEvent<VoteSubmission>} buurt-vote-submit - Just before a vote goes to the endpoint; `preventDefault()` stops it.
 * @fires {CustomEvent<VoteCast>} buurt-vote-cast - The endpoint has the vote. What it says is not told.
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading or voting failed; the resident was told.
 * @slot - Shown until the vote is ready; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where residents get help, such as a telephone number: at the end of each screen, beside the field for the
 * code and beside what went wrong.
 * @csspart vote - The whole vote.
 * @csspart heading - Every heading.
 * @csspart state - The line that says in which state the vote is.
 * @csspart intro - What it is about, how much, until when.
 * @csspart rules - How to vote.
 * @csspart filter - Search and themes.
 * @csspart proposal - The card of one proposal.
 * @csspart remark - What the organiser says of a proposal.
 * @csspart add - The button that adds a proposal.
 * @csspart remove - The button that takes it off.
 * @csspart more - The button that opens a proposal.
 * @csspart detail - The dialog with one proposal.
 * @csspart points - The points for one proposal.
 * @csspart choice - What was chosen.
 * @csspart bar - What is chosen and left, with the way on.
 * @csspart ballot - A ballot to read.
 * @csspart preview - The ballot before it is sent.
 * @csspart field - A question with its answer.
 * @csspart label - What a field is called.
 * @csspart input - A text field.
 * @csspart problem - What is wrong, at the field.
 * @csspart error-summary - What is wrong, all together.
 * @csspart notice - A message between other things.
 * @csspart actions - A row with buttons.
 * @csspart next - The button that goes on.
 * @csspart send - The button that casts the vote.
 * @csspart back - The button that goes back.
 * @csspart change - The way from a ballot back to choosing.
 * @csspart copy - The button that keeps the receipt and the choice as a text.
 * @csspart wipe - The button that wipes the screen.
 * @csspart receipt - The card with the number of the vote.
 * @csspart results - The result after closing.
 * @csspart idle - The dialog that asks whether somebody is still there.
 */
export class BuurtBudgetVote extends BuurtElement<BudgetVoteMessages> {
  static override readonly styles = [
    tokens,
    controls,
    styles,
    messageTokens,
    errorSummaryStyles,
    cardStyles,
    boardStyles,
    choiceStyles,
    castingStyles,
  ];

  /** The id of the round; without it the one that is open in the buurt, else the newest. */
  @property() round?: string;
  /** When the code of the letter is asked for: before the proposals, or when the vote is sent. */
  @property() code: 'first' | 'last' = 'last';
  /** For a device where somebody helps one voter after another: after each vote everything is wiped. */
  @property({ type: Boolean }) helper = false;
  /** With `helper`: seconds without a touch until somebody is asked whether he is still there; 0 is never. */
  @property({ type: Number, attribute: 'idle-seconds' }) idleSeconds = 90;
  /** What the page's own site vouches with for a resident who is logged in; takes the place of the code. */
  @property({ attribute: false }) token = '';

  protected readonly catalogue: Catalogue<BudgetVoteMessages> = {
    nl,
    en: async () => (await import('./budget-vote.messages.en.js')).en,
  };

  /** What takes focus once it is drawn. */
  #focus = '';
  #carried: UrlHandoff = {};
  #desk: Desk | undefined;
  readonly #results = new Lazy(this, () => import('./results/buurt-vote-results.js'));
  readonly #round = new CurrentRound(this, {
    wanted: () => ({
      api: this.api,
      buurt: this.setupProblem ? undefined : this.buurtCode,
      id: this.round,
    }),
    taken: (round, before) => this.#taken(round, before),
    failed: (error) => this.emit('buurt-error', { error }),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#readAddress);
    this.#readAddress();
    this.#round.start();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#readAddress);
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#round.stop();
      this.#leave();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { api, code, helper, idleSeconds, token } = this;
    const anew = ['token', 'round', 'code', 'helper', 'idleSeconds'] as const;
    if (anew.some((each) => changed.has(each))) this.#leave();
    if (!api || !this.#round.known || !this.isConnected) return;
    this.#desk ??= new Desk(this.#host, {
      api,
      code,
      helper,
      idleSeconds,
      token,
      carried: this.#carried,
    });
    this.#carried = {};
  }

  protected override updated(): void {
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = '';
    target.focus();
  }

  protected override render(): TemplateResult {
    const { t, locale, headingLevel } = this;
    const { known: round, clock } = this.#round;
    if (!this.setupProblem && round && clock)
      return this.#renderRound({ t, locale, headingLevel, round, clock });
    return html`${this.#renderWithoutRound()}${helpSlot}`;
  }

  /** Nothing to vote on: not yet, not here, or it did not come. */
  #renderWithoutRound(): TemplateResult {
    const { setupProblem, t } = this;
    const { known: round, error, ask } = this.#round;
    if (setupProblem) return notice('warning', setupProblem);
    if (round === null) return notice('', t.noRound);
    if (error === undefined) return html`<p class="coming">${t.loading}</p>`;
    const { kind } = error instanceof ApiError ? error : { kind: 'server' as const };
    if (kind === 'gone') return notice('warning', t.unknownRound);
    return retryNotice(`${t.roundFailed} ${t.failures[kind === 'later' ? 'busy' : kind]}`, t.retry, ask);
  }

  #renderRound(frame: RoundView): TemplateResult {
    const { round, t } = frame;
    const { error, ask } = this.#round;
    return html`<div class="vote" part="vote">
      <header class="head">
        ${heading(this.headingLevel, html`<bdi>${round.name}</bdi>`)}
        ${stateLine(frame, this.#stateOf(round))} ${roundIntro(frame)}
        ${error === undefined ? nothing : retryNotice(t.stale, t.retry, ask)}
      </header>
      ${round.phase === 'closed' ? this.#renderResults(frame) : (this.#desk?.render(frame) ?? nothing)}
      ${helpSlot}
    </div>`;
  }

  #renderResults(frame: RoundView): TemplateResult {
    if (!this.#results.module) return loadingPlaceholder(frame, this.#results);
    return html`<buurt-vote-results
      exportparts="heading, notice, actions, results, more"
      .frame=${frame}
      .api=${this.api}
      .locale=${this.locale}
      .ownTexts=${this.ownTexts}
      .unsent=${this.#desk?.unsent ?? []}
      .isChange=${this.#desk?.isChange ?? false}
    ></buurt-vote-results>`;
  }

  #stateOf({ phase }: Round): VoteState {
    if (phase !== 'open') return phase;
    const state = this.#desk?.phase.name ?? (this.code === 'first' && !this.token ? 'code' : 'choosing');
    if (!this.#desk?.isChange) return state;
    return state === 'choosing' ? 'choosingAgain' : state === 'checking' ? 'checkingAgain' : state;
  }

  get #host(): DeskHost {
    return {
      round: () => this.#round.known as Round,
      ownTexts: () => this.ownTexts,
      changed: () => this.requestUpdate(),
      focus: (selector) => (this.#focus = selector),
      maySubmit: (submission) => this.emit('buurt-vote-submit', submission, { cancelable: true }),
      cast: (cast) => this.emit('buurt-vote-cast', cast),
      failed: (error) => this.emit('buurt-error', { error }),
      askRound: this.#round.ask,
    };
  }

  /** What comes next has not to wait for a press; and whoever looks sees the page turn when the round does. */
  #taken({ phase }: Round, before: Round | undefined): void {
    if (before && before.phase !== phase) this.#focus = '.state';
    if (phase === 'closed') void this.updateComplete.then(this.#results.need);
  }

  #leave(): void {
    this.#desk?.close();
    this.#desk = undefined;
  }

  /** Before the first request: what the letter or another device put behind the `#` goes out of the address. */
  readonly #readAddress = (): void => {
    const carried = consumeHashParams();
    if (!carried.code && !carried.choice) return;
    this.#carried = carried;
    this.#leave();
    this.requestUpdate();
  };
}
