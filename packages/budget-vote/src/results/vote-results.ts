import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Task } from '@lit/task';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { resultsFrom } from '@buurt/domain/rounds/results-json.js';
import type { RoundResults } from '@buurt/domain/rounds/results.js';
import { tallyResultFrom } from '@buurt/domain/voting/tally-json.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { roundPath } from '../round/round-api.js';
import { selectedProposals, type RoundView } from '../view.js';
import './buurt-receipt-search.js';
import './buurt-vote-recount.js';
import { nl, type ResultsMessages } from './results.messages.js';
import { resultsStyles } from './results.styles.js';
import { outcomeTable, stepByStep, verdict, waysOfCounting } from './result-sections.js';
import type { ResultView } from './result-texts.js';

type Results = RoundResults<TallyResult>;

/**
 * What a closed round came to: who gets money and why, how the money went, and a search for a receipt. How it was
 * counted, with every step and the means to count again, is folded.
 *
 * @customElement buurt-vote-results
 * @csspart results - The result.
 */
export class BuurtVoteResults extends LazyElement<ResultsMessages> {
  static override readonly styles = [...messageTokens, controls, resultsStyles];

  @property({ attribute: false }) frame?: RoundView;
  @property({ attribute: false }) api?: BuurtApi | undefined;
  /** What somebody had chosen and not sent when the round closed. */
  @property({ attribute: false }) unsent: readonly BallotLine[] = [];
  /** An earlier vote counts, in the place of what was not sent. */
  @property({ attribute: false }) isChange = false;

  protected readonly catalogue: Catalogue<ResultsMessages> = {
    nl,
    en: async () => (await import('./results.messages.en.js')).en,
  };
  protected readonly partName = 'results';

  readonly #results = new Task(this, {
    args: () => [this.api, this.frame?.round.id] as const,
    task: ([api, id], { signal }): Promise<Results> | undefined =>
      api && id !== undefined
        ? api.read({ path: `${roundPath(id)}/results`, signal }, resultsFrom(tallyResultFrom))
        : undefined,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#results.abort();
  }

  protected override render(): unknown {
    const { frame, t } = this;
    if (!frame) return nothing;
    return html`<div class="summary">
        ${screenTitle(frame.headingLevel + 1, t.title)} ${this.#renderUnsent(frame)}
      </div>
      ${this.#results.render({
        pending: () => html`<p>${t.loading}</p>`,
        error: (error) => this.#renderFailure(frame, error),
        complete: (results) => (results ? this.#renderResults(frame, results) : nothing),
      })}`;
  }

  #renderResults(frame: RoundView, results: Results): TemplateResult {
    const { t, api, locale, ownTexts } = this;
    const { round, headingLevel } = frame;
    const view: ResultView = { round, locale, headingLevel, words: t };
    const { ballotCount, channelCounts, tallies, chainHead } = results;
    const [first] = tallies;
    return html`<p part="results">
        <strong>${t.turnout.count({ count: ballotCount })}</strong> ${t.turnout.channels(channelCounts)}
      </p>
      ${first ? verdict(view, first) : nothing}
      <section class="screen-only">
        ${heading(headingLevel + 2, t.receipt.title)}
        <buurt-receipt-search
          .api=${api}
          .roundId=${round.id}
          .failures=${frame.t}
          .locale=${locale}
          .ownTexts=${ownTexts}
        ></buurt-receipt-search>
      </section>
      <details class="counting">
        <summary>${heading(headingLevel + 2, t.counted)}</summary>
        <div class="counting-whole">
          ${first ? [waysOfCounting(view, tallies), outcomeTable(view, first)] : nothing}
          <div>${tallies.map((tally) => stepByStep(view, tally))}</div>
          <section>
            ${heading(headingLevel + 3, t.check.title)}
            <buurt-vote-recount
              .api=${api}
              .round=${round}
              .tallies=${tallies}
              .locale=${locale}
              .ownTexts=${ownTexts}
            ></buurt-vote-recount>
            <p class="chain">${t.check.chain({ head: chainHead })}</p>
          </section>
        </div>
      </details>`;
  }

  #renderFailure({ t: core }: RoundView, error: unknown): TemplateResult {
    const { t, locale } = this;
    const early = error instanceof ApiError && error.type === 'not-closed-yet';
    return retryNotice(early ? t.counting : failureText(error, core, locale), t.retry, () =>
      this.#results.run(),
    );
  }

  #renderUnsent({ round, headingLevel }: RoundView): TemplateResult | typeof nothing {
    const { t, unsent, isChange } = this;
    if (unsent.length === 0) return nothing;
    return html`<div class="notice warning" part="notice">
      ${heading(headingLevel + 2, isChange ? t.unsent.titleAgain : t.unsent.title)}
      <p>${isChange ? t.unsent.leadAgain : t.unsent.lead}</p>
      <ul>
        ${selectedProposals(round, unsent).map(({ proposal }) => html`<li><bdi>${proposal.title}</bdi></li>`)}
      </ul>
    </div>`;
  }
}
