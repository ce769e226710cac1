import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { Resource } from '@buurt/core/element/resource.js';
import { announcementRegion, type Announcement } from '@buurt/core/element/announcement.js';
import { placeholderIn } from '@buurt/core/element/picture.js';
import {
  helpSlot,
  loadingPlaceholder,
  notice,
  retryNotice,
  screenTitle,
  pageFallback,
} from '@buurt/core/element/screen.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { BallotController } from './ballot/ballot-controller.js';
import { earlierBallotOf, hasStarted, unsentLines } from './ballot/ballot-session.js';
import { announcementText } from './ballot/ballot-texts.js';
import { ballotStyles } from './ballot/ballot.styles.js';
import { choosingStyles } from './ballot/choosing.styles.js';
import { castStep } from './ballot/steps/cast-step.js';
import { checkingStep } from './ballot/steps/checking-step.js';
import { choosingStep } from './ballot/steps/choosing-step.js';
import { codeStep } from './ballot/steps/code-step.js';
import { sendingStep } from './ballot/steps/sending-step.js';
import { nl, type BudgetVoteMessages } from './budget-vote.messages.js';
import { styles } from './budget-vote.styles.js';
import { PhaseTimer } from './round/phase-timer.js';
import { FocusAfterUpdate } from './focus-after-update.js';
import { cardStyles } from './proposals/proposal-cards.styles.js';
import { noFilter, type ProposalFilter } from './proposals/proposal-filter.js';
import { proposalList } from './proposals/proposal-list.js';
import { proposalListStyles } from './proposals/proposal-list.styles.js';
import { newSeed, orderedProposals, storedSeed } from './proposals/proposal-order.js';
import { RevalidateController } from '@buurt/core/element/revalidate-controller.js';
import { readRound, type RoundReading } from './round/round-api.js';
import { roundIntro, rulesList, stateLine, type VoteState } from './round/round-header.js';
import { consumeHashParams, type UrlHandoff } from './transfer/url-handoff.js';
import type { BallotView, ProposalsView, RoundView } from './view.js';

/** Where the page says nothing that can be counted. */
const usualIdleSeconds = 90;

/**
 * A household divides the budget of the buurt with the code from its letter: it sees the proposals, chooses within the
 * rules of the round, checks its choice and casts it; until closing it can change it. After closing everybody sees how
 * the result came about, and can count again.
 *
 * What stands inside the tag is shown until the vote is ready, and where scripts do not run.
 *
 * @customElement buurt-budget-vote
 * @fires {CustomEvent<VoteSubmission>} buurt-vote-submit - Just before a vote goes to the endpoint; `preventDefault()` stops it.
 * @fires {CustomEvent<VoteCast>} buurt-vote-cast - The endpoint has the vote. What the ballot says is not in it.
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading or voting failed; the resident was told.
 * @slot - Shown until the vote is ready; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where residents get help, such as a telephone number: at the end of each screen, beside the field for the
 * code and beside what went wrong.
 * @slot placeholder - A picture of the page's own for proposals without a photo.
 * @csspart vote - The whole vote.
 * @csspart heading - Every heading.
 * @csspart main - The heading of the whole widget, beside `heading`.
 * @csspart button - Every button.
 * @csspart primary - A button that goes on, beside `button`.
 * @csspart quiet - A button with less weight, beside `button`.
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
    proposalListStyles,
    choosingStyles,
    ballotStyles,
  ];

  /** The id of the round; without it the one that is open in the buurt, else the newest. */
  @property() round?: string;
  /** When the code of the letter is asked for: before the proposals, or when the vote is sent. */
  @property() code: 'first' | 'last' = 'last';
  /** For a device where somebody helps one voter after another: after each vote everything is wiped. */
  @property({ type: Boolean }) helper = false;
  /** With `helper`: seconds without a touch until somebody is asked whether they are still there; 0 is never. */
  @property({ type: Number, attribute: 'idle-seconds' }) idleSeconds = 90;
  /** What the page's own site vouches with for a resident who is logged in; takes the place of the code. */
  @property({ attribute: false }) token = '';

  protected readonly catalogue: Catalogue<BudgetVoteMessages> = {
    nl,
    en: async () => (await import('./budget-vote.messages.en.js')).en,
  };

  @state() private filter = noFilter;
  @state() private openedProposal: Proposal | undefined;

  /** What a letter or another device put behind the `#`, until somebody can vote with it. */
  #handoff: UrlHandoff = {};
  /** One order for each visitor; on a device of a helper a new one for each voter, and nothing is kept of it. */
  #orderSeed: number | undefined;
  /** What was shown at the last update, to see what becomes another. */
  #shown: { readonly reading?: RoundReading | null | undefined; readonly voterNumber?: number } = {};

  readonly #round = new Resource<RoundReading | null, RoundReading | null>(this, {
    subject: () =>
      this.api && this.buurtCode && !this.isMisconfigured
        ? [this.api.endpoint, this.buurtCode, this.round].join(' ')
        : undefined,
    client: () => this.api,
    fetch: (signal) => this.#readRound(signal),
    parse: (reading) => reading,
    onValue: (reading) => this.#onRound(reading),
    onError: (error) => {
      this.emit('buurt-error', { error });
      this.reportGone(error);
    },
  });
  readonly #revalidation = new RevalidateController(this, this.#round.reload);
  readonly #phaseTimer = new PhaseTimer(this, this.#revalidation.revalidate);
  readonly #focus = new FocusAfterUpdate(this);
  readonly #ballot = new BallotController(this, this.#focus, this.#round.reload);
  readonly #detail = new LazyModule(this, () => import('./proposals/buurt-proposal-detail.js'));
  readonly #transfer = new LazyModule(this, () => import('./transfer/buurt-vote-handover.js'));
  readonly #idle = new LazyModule(this, () => import('./idle/buurt-vote-idle.js'));
  readonly #results = new LazyModule(this, () => import('./results/buurt-vote-results.js'));

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#readAddress);
    this.#readAddress();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#readAddress);
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#reset();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if ((['token', 'round', 'code', 'helper'] as const).some((each) => changed.has(each))) this.#reset();
    const { value: reading } = this.#round;
    this.#followRound(reading);
    if (reading && this.isConnected) this.#followBallot(reading);
  }

  protected override render(): TemplateResult {
    const { t, locale, headingLevel, isMisconfigured } = this;
    const { value: reading, error } = this.#round;
    if (isMisconfigured || (reading === undefined && isGone(error))) return pageFallback;
    if (!reading) return html`${this.#renderWithoutRound()}${helpSlot}`;
    const { round, clock } = reading;
    return this.#renderRound({ t, locale, headingLevel, round, now: clock.now() });
  }

  /** Nothing to vote on: not yet, not here, or it did not come. */
  #renderWithoutRound(): TemplateResult {
    const { t } = this;
    const { value, error, reload } = this.#round;
    if (value === null) return notice('', t.noRound);
    if (error === undefined) return html`<p class="coming">${t.loading}</p>`;
    const { kind } = error instanceof ApiError ? error : { kind: 'server' as const };
    const text = `${t.roundFailed} ${t.failures[kind === 'later' ? 'busy' : kind]}`;
    return html`${retryNotice(text, t.retry, reload)}<slot></slot>`;
  }

  #renderRound(view: RoundView): TemplateResult {
    const { round, t } = view;
    const { error, reload } = this.#round;
    return html`<div class="vote" part="vote">
      <header class="head">
        ${this.mainHeading(html`<bdi>${round.name}</bdi>`)} ${stateLine(view, this.#state(view))}
        ${roundIntro(view)} ${error === undefined ? nothing : retryNotice(t.stale, t.retry, reload)}
      </header>
      ${round.phase === 'closed' ? this.#renderResults(view) : this.#renderProposalsAndBallot(view)}
      ${helpSlot}
    </div>`;
  }

  #state({ round: { phase } }: RoundView): VoteState {
    const { session } = this.#ballot;
    if (phase !== 'open' || !session) return phase === 'open' ? 'choosing' : phase;
    const { name } = session.step;
    if (!earlierBallotOf(session)) return name;
    return name === 'choosing' ? 'choosingAgain' : name === 'checking' ? 'checkingAgain' : name;
  }

  #renderResults(view: RoundView): TemplateResult {
    const { session } = this.#ballot;
    if (!this.#results.module) return loadingPlaceholder(view.t, this.#results);
    return html`<buurt-vote-results
      exportparts="heading, notice, actions, button, primary, quiet, results, more"
      .frame=${view}
      .api=${this.api}
      .locale=${this.locale}
      .ownTexts=${this.ownTexts}
      .unsent=${session ? unsentLines(session) : []}
      .isChange=${session !== undefined && earlierBallotOf(session) !== null}
    ></buurt-vote-results>`;
  }

  #renderProposalsAndBallot(roundView: RoundView): TemplateResult {
    const { round } = roundView;
    const session = round.phase === 'open' ? this.#ballot.session : undefined;
    const ordered = orderedProposals(round, this.#orderSeed ?? 1);
    const placeholder = placeholderIn(this);
    const view: ProposalsView = { ...roundView, ordered, lines: session?.lines ?? [], placeholder };
    const ballot: BallotView | undefined = session && { ...view, session, actions: this.#ballot };
    const turn = session?.announcement.turn ?? 0;
    const announcement = { text: session ? announcementText(view, session.announcement) : '', turn };
    return html`${ballot ? this.#renderStep(ballot) : this.#renderAnnounced(view)}
    ${this.openedProposal ? this.#renderDetail(view, ballot, announcement) : announcementRegion(announcement)}
    ${ballot && this.#isInUse ? this.#renderIdle(ballot) : nothing}`;
  }

  #renderAnnounced(view: ProposalsView): TemplateResult {
    return html`<div class="board announced">
      <div class="main">
        ${screenTitle(view.headingLevel + 1, view.t.proposals)} ${rulesList(view)}
        ${this.#renderProposals(view)}
      </div>
    </div>`;
  }

  #renderStep(view: BallotView): TemplateResult {
    const { step } = view.session;
    switch (step.name) {
      case 'code':
        return codeStep(view);
      case 'choosing':
        return choosingStep(view, this.#renderProposals(view, view));
      case 'checking':
        return checkingStep(view, this.helper ? nothing : this.#renderTransfer(view));
      case 'sending':
        return sendingStep(view);
      case 'cast':
      case 'changed':
        return castStep(view, step.cast);
    }
  }

  #renderProposals(view: ProposalsView, ballot?: BallotView): TemplateResult {
    return proposalList(view, {
      ballot,
      filter: this.filter,
      onFilter: (change: Partial<ProposalFilter>) => (this.filter = { ...this.filter, ...change }),
      onOpen: this.#openProposal,
    });
  }

  #renderDetail(view: ProposalsView, ballot: BallotView | undefined, announcement: Announcement): unknown {
    const { module, failed } = this.#detail;
    if (!module) return failed ? loadingPlaceholder(view.t, this.#detail) : nothing;
    return html`<buurt-proposal-detail
      exportparts="detail, heading, button, primary, quiet, add, remove, remark, points, back"
      .view=${view}
      .proposal=${this.openedProposal}
      .ballot=${ballot}
      .announcement=${announcement}
      @close=${() => this.#openProposal(undefined)}
    ></buurt-proposal-detail>`;
  }

  /** The way to another device; its code comes when somebody opens it. */
  #renderTransfer({ t, lines, locale }: BallotView): TemplateResult {
    return html`<details class="screen-only" @toggle=${this.#transfer.load}>
      <summary>${t.check.otherDevice}</summary>
      ${
        this.#transfer.module
          ? html`<buurt-vote-handover
              exportparts="field, label, input, actions, button, primary, quiet"
              .lines=${lines}
              .locale=${locale}
              .ownTexts=${this.ownTexts}
            ></buurt-vote-handover>`
          : loadingPlaceholder(t, this.#transfer)
      }
    </details>`;
  }

  /** On a device of a helper, whether there is anything to wipe. A vote that is under way is not broken off. */
  get #isInUse(): boolean {
    const { session } = this.#ballot;
    const { search, theme } = this.filter;
    if (!this.helper || !session || session.step.name === 'sending') return false;
    return Boolean(hasStarted(session) || this.openedProposal || search || theme);
  }

  #renderIdle(view: BallotView): unknown {
    const { locale, headingLevel, session, actions } = view;
    const { module, failed } = this.#idle;
    if (this.idleSeconds === 0) return nothing;
    if (!module) return failed ? loadingPlaceholder(view.t, this.#idle) : nothing;
    return html`<buurt-vote-idle
      exportparts="idle, heading, actions, button, primary, quiet"
      .seconds=${this.idleSeconds > 0 ? this.idleSeconds : usualIdleSeconds}
      .headingLevel=${headingLevel + 1}
      .sent=${session.step.name === 'cast' || session.step.name === 'changed'}
      .isChange=${earlierBallotOf(session) !== null}
      .locale=${locale}
      .ownTexts=${this.ownTexts}
      @wipe=${actions.wipe}
    ></buurt-vote-idle>`;
  }

  async #readRound(signal: AbortSignal): Promise<RoundReading | null> {
    const { api, buurtCode: buurt, round: id } = this;
    return api && buurt ? readRound(api, { buurt, id }, signal) : null;
  }

  readonly #onRound = (reading: RoundReading | null): void => {
    if (!reading) return;
    this.#revalidation.onRead();
    this.#phaseTimer.waitFor(reading.round, reading.clock);
    if (reading.round.phase === 'closed') void this.#results.load();
  };

  /** Whoever looks sees the page turn when the round opens or closes; of another round nothing stays. */
  #followRound(reading: RoundReading | null | undefined): void {
    const before = this.#shown.reading?.round;
    const round = reading?.round;
    if (!round || round === before) return;
    this.#shown = { ...this.#shown, reading };
    if (before && before.id !== round.id) this.#reset();
    else if (before && before.phase !== round.phase) this.#focus.request('.state');
  }

  /** Voting begins when the round is open; what one voter looked for is not there for the next. */
  #followBallot({ round }: RoundReading): void {
    const { api, code, helper, token } = this;
    if (!api) return;
    if (this.#ballot.session) this.#ballot.update(api, round);
    else if (round.phase === 'open') {
      const options = { codeStep: code, isHelper: helper, token };
      this.#ballot.start({ api, round, options, handoff: this.#handoff });
      this.#handoff = {};
      if (helper) void this.#idle.load();
    }
    const voterNumber = this.#ballot.session?.voterNumber ?? 0;
    const isNextVoter = voterNumber !== (this.#shown.voterNumber ?? 0);
    this.#shown = { ...this.#shown, voterNumber };
    if (isNextVoter) {
      this.filter = noFilter;
      this.openedProposal = undefined;
    }
    if (isNextVoter && helper) this.#orderSeed = newSeed();
    this.#orderSeed ??= helper ? newSeed() : storedSeed(round.id);
  }

  readonly #openProposal = (proposal: Proposal | undefined): void => {
    this.openedProposal = proposal;
    this.#ballot.clearAnnouncement();
    if (proposal) void this.#detail.load();
  };

  /** Nothing of the visitor so far is on the screen any more. */
  #reset(): void {
    this.#ballot.close();
    this.filter = noFilter;
    this.openedProposal = undefined;
    this.#orderSeed = undefined;
  }

  /** Before the first request: what the letter or another device put behind the `#` goes out of the address. */
  readonly #readAddress = (): void => {
    const handoff = consumeHashParams();
    if (!handoff.code && !handoff.choice) return;
    this.#handoff = handoff;
    this.#reset();
    this.requestUpdate();
  };
}
