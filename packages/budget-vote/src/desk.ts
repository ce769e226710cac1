import { html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '@buurt/core/element/lazy.js';
import { screenTitle } from '@buurt/core/element/screen.js';
import { type Said, sayingRegion } from '@buurt/core/element/saying.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import type { DeskHost, RoundView, VotingOptions } from './desk-host.js';
import { loadingPlaceholder } from './round/round-header.js';
import { handsOf } from './hands.js';
import { newSeed, orderedProposals, storedSeed } from './proposals/proposal-order.js';
import { choosing, type BallotStep } from './ballot/ballot-step.js';
import { proposalCards, type Proposals } from './proposals/proposal-cards.js';
import { noFilter, type ProposalFilter } from './proposals/proposal-filter.js';
import { choosingHead } from './ballot/steps/choosing-head.js';
import { rulesList } from './ballot/steps/rules-list.js';
import { screen } from './ballot/steps/screen.js';
import { yourChoice } from './ballot/steps/your-choice.js';
import type { ProposalsView } from './round/round-view.js';
import { Visit } from './ballot/visit.js';
import type { BallotView } from './ballot/ballot-view.js';

/** Where the page says nothing that can be counted. */
const usualIdleSeconds = 90;

/** The proposals of a round, and the one who votes for them where it is open. */
export class Desk {
  readonly #host: DeskHost;
  readonly #manner: VotingOptions;
  readonly #detail: Lazy<unknown>;
  readonly #handover: Lazy<unknown>;
  readonly #idle: Lazy<unknown>;
  #visit: Visit | undefined;
  #filter: ProposalFilter = noFilter;
  #opened: Proposal | undefined;
  #said: Said = { words: '', turn: 0 };
  #seed: number | undefined;
  #turn = 0;
  #shown: BallotStep['name'] = 'choosing';

  constructor(host: DeskHost, manner: VotingOptions) {
    this.#host = host;
    this.#manner = manner;
    const shown = { requestUpdate: host.changed };
    this.#handover = new Lazy(shown, () => import('./transfer/buurt-vote-handover.js'));
    this.#idle = new Lazy(shown, () => import('./idle/buurt-vote-idle.js'));
    this.#detail = new Lazy(shown, () => import('./proposals/buurt-proposal-detail.js'));
  }

  /** Where the vote of this visitor is; he begins when the round is open. */
  get phase(): BallotStep {
    if (this.#host.round().phase !== 'open') return choosing;
    if (!this.#visit && this.#manner.helper) void this.#idle.need();
    this.#visit ??= new Visit(this.#host, this.#manner);
    return this.#visit.phase;
  }

  /** What was chosen and is not with the server. */
  get unsent(): readonly BallotLine[] {
    return this.#visit?.unsent ?? [];
  }

  get isChange(): boolean {
    return this.#visit?.isChange ?? false;
  }

  close(): void {
    this.#visit?.close();
  }

  /** Everything below the frame, as long as the round is not closed. */
  render(frame: RoundView): TemplateResult {
    const { phase } = this;
    this.#tidy(phase);
    const view: ProposalsView = {
      ...frame,
      ordered: this.#orderOf(frame.round),
      lines: this.#visit?.choice.lines ?? [],
    };
    const vote = this.#voteView(view);
    return html`${vote && phase.name !== 'choosing' ? screen(vote, phase) : this.#renderBoard(view, vote)}
    ${this.#opened ? this.#renderDetail(view, this.#opened) : nothing}
    ${vote?.visit.helper && this.#used ? this.#renderIdle(vote) : nothing}
    ${this.#opened ? nothing : sayingRegion(this.#said)}`;
  }

  /** What was said of one screen is not said on the next; what one voter looked for is not there for another. */
  #tidy({ name }: BallotStep): void {
    const turn = this.#visit?.turn ?? 0;
    if (name !== this.#shown || turn !== this.#turn) this.#hush();
    if (turn !== this.#turn) {
      this.#filter = noFilter;
      this.#opened = undefined;
      if (this.#manner.helper) this.#seed = newSeed();
    }
    this.#shown = name;
    this.#turn = turn;
  }

  /** One order for each visitor; on a device of a helper a new one for each voter, and nothing is kept of it. */
  #orderOf(round: Round): readonly Proposal[] {
    this.#seed ??= this.#manner.helper ? newSeed() : storedSeed(round.id);
    return orderedProposals(round, this.#seed);
  }

  #renderBoard(view: ProposalsView, vote: BallotView | undefined): TemplateResult {
    const { t, headingLevel } = view;
    return html`<div class="board ${view.round.phase}">
      <div class="main">
        ${screenTitle(headingLevel + 1, vote ? t.choose.title : t.proposals)}
        ${vote ? choosingHead(vote) : rulesList(view)} ${proposalCards(view, this.#proposals(vote))}
      </div>
      ${vote ? html`<div class="aside">${yourChoice(vote)}</div>` : nothing}
    </div>`;
  }

  #renderDetail(view: ProposalsView, proposal: Proposal): unknown {
    const { module, failed } = this.#detail;
    if (!module) return failed ? loadingPlaceholder(view, this.#detail) : nothing;
    return html`<buurt-proposal-detail
      exportparts="detail, heading, add, remove, remark, points, back"
      .view=${view}
      .proposal=${proposal}
      .hands=${this.#proposals(this.#voteView(view)).hands}
      .said=${this.#said}
      @close=${() => this.#open(undefined)}
    ></buurt-proposal-detail>`;
  }

  /** A vote that is under way is not broken off. */
  get #used(): boolean {
    const { search: words, theme } = this.#filter;
    return this.phase.name !== 'sending' && Boolean(this.#visit?.begun || this.#opened || words || theme);
  }

  #renderIdle(view: BallotView): unknown {
    const { locale, headingLevel, visit, ownTexts } = view;
    const { idleSeconds } = this.#manner;
    const { module, failed } = this.#idle;
    if (idleSeconds === 0) return nothing;
    if (!module) return failed ? loadingPlaceholder(view, this.#idle) : nothing;
    return html`<buurt-vote-idle
      exportparts="idle, heading, actions"
      .seconds=${idleSeconds > 0 ? idleSeconds : usualIdleSeconds}
      .headingLevel=${headingLevel + 1}
      .sent=${visit.phase.name === 'cast' || visit.phase.name === 'changed'}
      .isChange=${visit.isChange}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @wipe=${visit.wipe}
    ></buurt-vote-idle>`;
  }

  #voteView(view: ProposalsView): BallotView | undefined {
    const visit = this.#visit;
    if (!visit || view.round.phase !== 'open') return undefined;
    const { focus, ownTexts } = this.#host;
    return { ...view, visit, handover: this.#handover, ownTexts: ownTexts(), say: this.#say, focus };
  }

  #proposals(vote: BallotView | undefined): Proposals {
    return {
      filter: this.#filter,
      onFilter: (change) => {
        this.#filter = { ...this.#filter, ...change };
        this.#host.changed();
      },
      open: this.#open,
      hands: vote && handsOf(vote),
    };
  }

  readonly #say = (words: string): void => {
    this.#said = { words, turn: this.#said.turn + 1 };
    this.#host.changed();
  };

  #hush(): void {
    this.#said = { ...this.#said, words: '' };
  }

  readonly #open = (proposal: Proposal | undefined): void => {
    this.#opened = proposal;
    this.#hush();
    if (proposal) void this.#detail.need();
    this.#host.changed();
  };
}
