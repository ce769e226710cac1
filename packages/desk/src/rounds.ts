import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { Resource } from '@buurt/core/element/resource.js';
import { retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { Drafts } from '@buurt/domain/desk/round-draft-json.js';
import type { DeskRoundSummary } from '@buurt/domain/desk/round.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { DeskClient } from './desk-client.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { draftHash, roundHash } from './location.js';
import { PressKey } from './press-key.js';
import { ready, RoundsClient } from './rounds-client.js';
import { nl, type RoundsMessages } from './rounds.messages.js';
import { roundsStyles } from './rounds.styles.js';
import { amountIn } from './round.js';

/**
 * The budget votes of the buurten of whoever is logged in: all of them, or the one that is open.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskRounds extends FormElement<RoundsMessages> {
  static override readonly styles = [controls, roundsStyles];

  @property({ attribute: false }) client: DeskClient | undefined;
  /** What is open: `round/…` or `draft/…` with an id; `all` shows their list. */
  @property({ attribute: false }) round = 'all';
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 2;

  protected readonly partName = 'rounds';
  protected readonly catalogue: Catalogue<RoundsMessages> = {
    nl,
    en: async () => (await import('./rounds.messages.en.js')).en,
  };

  @state() private beginning: 'ready' | 'sending' | { readonly failure: unknown } = 'ready';

  #client: RoundsClient | undefined;
  /** What was begun last: another press goes under the same key, until it arrived. */
  readonly #pressed = new PressKey();

  readonly #draftCode = new LazyModule(this, () => import('./buurt-desk-draft.js'));
  readonly #drafts = new Resource<Drafts, Drafts>(this, {
    subject: () => (this.#client && this.round === 'all' && this.#mayPrepare ? 'drafts' : undefined),
    client: () => this.#client,
    fetch: (signal) => ready(this.#client).drafts(signal),
    parse: (drafts) => drafts,
  });
  readonly #rounds = new Resource<readonly DeskRoundSummary[], readonly DeskRoundSummary[]>(this, {
    subject: () => (this.#client && this.round === 'all' ? 'rounds' : undefined),
    client: () => this.#client,
    fetch: (signal) => ready(this.#client).rounds(signal),
    parse: (rounds) => rounds,
    onError: (error) => {
      if (isLoggedOut(error)) this.#onSessionOver();
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#client = this.client && new RoundsClient(this.client.http);
    if (this.round.startsWith('draft/')) void this.#draftCode.load();
    if (changed.has('round') && changed.get('round') !== undefined) this.focusNext = '.screen-title';
  }

  protected override render(): TemplateResult {
    const { t, round, headingLevel } = this;
    const [kind, id = ''] = round.split('/');
    if (kind === 'round') return this.#renderRound(id);
    if (kind === 'draft') return this.#renderDraft(id);
    return html`<article class="stack">
      ${screenTitle(headingLevel, t.title)}
      <p>${t.lead}</p>
      ${this.#mayPrepare ? this.#renderDrafts() : nothing} ${this.#renderList()}
    </article>`;
  }

  get #mayPrepare(): boolean {
    return this.session?.permissions.some(({ permission }) => permission === 'round.write') === true;
  }

  #renderDraft(id: string): TemplateResult {
    const { t, session, desk, locale, ownTexts, headingLevel } = this;
    const { module, failed, load } = this.#draftCode;
    if (!module)
      return failed ? retryNotice(t.failed, t.retry, load) : html`<p class="coming">${t.loading}</p>`;
    return html`<buurt-desk-draft
      .client=${this.#client}
      .draftId=${id}
      .session=${session}
      .desk=${desk}
      .headingLevel=${headingLevel}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @session-over=${this.#onSessionOver}
    ></buurt-desk-draft>`;
  }

  #why(error: unknown): string {
    return this.desk ? failureText(error, this.desk, this.locale) : '';
  }

  #renderDrafts(): TemplateResult {
    const { t, locale, headingLevel } = this;
    const { value, error } = this.#drafts;
    if (!value)
      return error === undefined
        ? html`<p class="coming">${t.loading}</p>`
        : retryNotice(`${t.failed} ${this.#why(error)}`, t.retry, this.#drafts.reload);
    return html`${this.#renderBeginning(value)}
    ${
      value.drafts.length === 0
        ? nothing
        : html`${heading(headingLevel + 1, t.preparing)}
            <ul class="rows">
              ${value.drafts.map(
                ({ id, name, buurt, savedAt, savedBy }) =>
                  html`<li>
                    <p><a class="title" href=${draftHash(id)} dir="auto">${name}</a></p>
                    <p class="hint">
                      ${buurt.name} ·
                      ${t.savedBy({ who: savedBy ?? t.formerColleague, when: shortDate(savedAt, locale) })}
                    </p>
                  </li>`,
              )}
            </ul>
            ${heading(headingLevel + 1, t.made)}`
    }`;
  }

  #renderBeginning({ buurten }: Drafts): TemplateResult {
    const { t, beginning } = this;
    if (buurten.length === 0) return html`<p class="hint">${t.nothingToVote}</p>`;
    return html`<form class="act" novalidate @submit=${this.#onBegin}>
      <div class="field">
        <label for="buurt">${t.newRound}</label>
        <select id="buurt">
          ${buurten.map(
            ({ code, name, candidateCount }) =>
              html`<option value=${code}>${t.buurtWith({ name, count: candidateCount })}</option>`,
          )}
        </select>
      </div>
      ${
        typeof beginning === 'object'
          ? this.renderFailure(`${t.notSent} ${this.#why(beginning.failure)}`)
          : nothing
      }
      <div class="actions">
        <button class="button primary" aria-disabled=${beginning === 'sending' ? 'true' : nothing}>
          ${beginning === 'sending' ? t.sending : t.begin}
        </button>
      </div>
    </form>`;
  }

  readonly #onBegin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const buurt = this.renderRoot.querySelector<HTMLSelectElement>('#buurt')?.value;
    if (this.beginning === 'sending' || buurt === undefined) return;
    this.beginning = 'sending';
    const key = this.#pressed.for(buurt);
    try {
      const id = await ready(this.#client).begin(buurt, key, this.signal);
      this.#pressed.forget();
      this.beginning = 'ready';
      location.hash = draftHash(id);
    } catch (failure) {
      this.beginning = { failure };
      this.focusNext = '.failure';
      if (isLoggedOut(failure)) this.#onSessionOver();
    }
  };

  #renderRound(id: string): TemplateResult {
    const { session, desk, locale, ownTexts, headingLevel } = this;
    return html`<buurt-desk-round
      .client=${this.#client}
      .roundId=${id}
      .session=${session}
      .desk=${desk}
      .headingLevel=${headingLevel}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @session-over=${this.#onSessionOver}
    ></buurt-desk-round>`;
  }

  #renderList(): TemplateResult {
    const { t, locale } = this;
    const { value: rounds, error } = this.#rounds;
    if (!rounds)
      return error === undefined
        ? html`<p class="coming">${t.loading}</p>`
        : retryNotice(`${t.failed} ${this.#why(error)}`, t.retry, this.#rounds.reload);
    if (rounds.length === 0) return html`<p class="empty">${t.empty}</p>`;
    return html`<ul class="rows">
      ${repeat(
        rounds,
        ({ id }) => id,
        ({ id, name, buurt, state, opensAt, closesAt, budgetCents, currency }) =>
          html`<li class="split">
            <div>
              <p><a class="title" href=${roundHash(id)} dir="auto">${name}</a></p>
              <p class="hint">
                ${buurt.name} ·
                ${t.fromTo({ opens: shortDate(opensAt, locale), closes: shortDate(closesAt, locale) })}
              </p>
            </div>
            <p>
              <span class="tag">${t.states[state]}</span>
              <span class="money">${amountIn(budgetCents, currency, locale)}</span>
            </p>
          </li>`,
      )}
    </ul>`;
  }

  readonly #onSessionOver = (): void => void this.dispatchEvent(new SessionOverEvent());
}
