import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Resource } from '@buurt/core/element/resource.js';
import { retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskRoundSummary } from '@buurt/domain/desk/round.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { DeskClient } from './desk-client.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { roundHash } from './location.js';
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
  /** Which round is open; `all` shows their list. */
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

  #client: RoundsClient | undefined;

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
    if (changed.has('round') && changed.get('round') !== undefined) this.focusNext = '.screen-title';
  }

  protected override render(): TemplateResult {
    const { t, round, headingLevel } = this;
    if (round !== 'all') return this.#renderRound(round);
    return html`<article class="stack">
      ${screenTitle(headingLevel, t.title)}
      <p>${t.lead}</p>
      ${this.#renderList()}
    </article>`;
  }

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
    const { t, locale, desk } = this;
    const { value: rounds, error } = this.#rounds;
    if (!rounds)
      return error === undefined
        ? html`<p class="coming">${t.loading}</p>`
        : retryNotice(
            `${t.failed} ${desk ? failureText(error, desk, locale) : ''}`,
            t.retry,
            this.#rounds.reload,
          );
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
