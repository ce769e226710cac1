import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { TextMatch, TextMatches } from '@buurt/domain/desk/erasing.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { DeskClient } from './desk-client.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { ErasingClient, type ErasureSubject } from './erasing-client.js';
import { nl, type ErasingMessages } from './erasing.messages.js';
import type { ErasedEvent } from './erasure.js';
import { isolated } from './isolated.js';
import { buurtHash, erasureHash, roundHash, settingsHash, type ErasureLocation } from './location.js';
import { settingsStyles } from './settings.styles.js';

type Phase = 'idle' | 'searching' | { readonly matches: TextMatches } | { readonly failure: unknown };

const aroundSigns = 80;

/** Some words before and after the place where it stands, when that can be seen. */
function excerptOf(text: string, sought: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(sought.toLowerCase()));
  const [from, to] = [Math.max(0, at - aroundSigns), at + sought.length + aroundSigns];
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

function download(name: string, json: unknown): void {
  const link = document.createElement('a');
  const text = `${JSON.stringify(json, undefined, 2)}\n`;
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${name}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * What is kept of somebody who asks for it, and what erases it; and erasing one thing for good.
 *
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskErasing extends FormElement<ErasingMessages> {
  static override readonly styles = [
    controls,
    errorSummaryStyles,
    settingsStyles,
    css`
      .whole {
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** What the address says is to be erased. */
  @property({ attribute: false }) open: ErasureLocation | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private phase: Phase = 'idle';
  @state() private text = '';
  @state() private isEmpty = false;
  /** Whose address is to be erased. */
  @state() private address: string | undefined;
  @state() private done: ErasureSubject['kind'] | undefined;

  protected readonly partName = 'erasing';
  protected readonly catalogue: Catalogue<ErasingMessages> = {
    nl,
    en: async () => (await import('./erasing.messages.en.js')).en,
  };

  #client: ErasingClient | undefined;
  /** What the matches that are shown were found with. */
  #sought = '';

  get #permission(): StaffSession['permissions'][number] | undefined {
    return this.session?.permissions.find(({ permission }) => permission === 'person.erase');
  }

  get #subject(): ErasureSubject | undefined {
    return this.open ?? (this.address === undefined ? undefined : { kind: 'address', address: this.address });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#client = this.client && new ErasingClient(this.client.http);
    if (!changed.has('open')) return;
    if (this.open) {
      this.address = undefined;
      this.done = undefined;
    } else this.focusNext = '.screen-title';
  }

  protected override render(): TemplateResult {
    const { t, headingLevel } = this;
    const subject = this.#subject;
    return html`<section class="stack">
      ${screenTitle(headingLevel, t.title)}
      ${
        !this.#permission
          ? notice('', subject ? t.notPermittedHere : t.notPermitted)
          : subject
            ? this.#renderErasure(subject)
            : this.#renderSearch(this.#permission)
      }
    </section>`;
  }

  #renderErasure(subject: ErasureSubject): TemplateResult {
    return html`<buurt-desk-erasure
      .client=${this.client}
      .erasing=${this.#client}
      .subject=${subject}
      .desk=${this.desk}
      .headingLevel=${this.headingLevel + 1}
      .locale=${this.locale}
      .ownTexts=${this.ownTexts}
      @closed=${this.#onClosed}
      @erased=${this.#onErased}
      @session-over=${() => this.dispatchEvent(new SessionOverEvent())}
    ></buurt-desk-erasure>`;
  }

  #renderSearch({ buurten }: StaffSession['permissions'][number]): TemplateResult {
    const { t, phase, done, text, isEmpty, headingLevel } = this;
    const searching = phase === 'searching' ? html`<p class="coming">${t.searching}</p>` : nothing;
    const outcome = done === undefined ? searching : notice('ok', t.done[done]);
    const finished = html`<div role="status">${outcome}</div>`;
    if (buurten !== null) return html`${finished} ${notice('', t.notPermitted)}`;
    return html`<p>${t.lead}</p>
      ${finished}
      <form class="act" role="search" novalidate @submit=${this.#onSearch}>
        ${isEmpty ? this.renderSummary(t.problem, new Map([['text', t.empty]]), headingLevel + 1) : nothing}
        <div class="field">
          <label for="text">${t.search}</label>
          <p class="hint" id="text-hint">${t.searchHint}</p>
          ${isEmpty ? html`<p class="problem" id="text-problem">${t.empty}</p>` : nothing}
          <input
            id="text"
            type="text"
            dir="auto"
            maxlength="200"
            autocomplete="off"
            aria-invalid=${isEmpty ? 'true' : nothing}
            aria-describedby=${isEmpty ? 'text-problem text-hint' : 'text-hint'}
            .value=${text}
            @input=${this.#onText}
          />
        </div>
        <div class="actions">
          <button class="button primary" aria-disabled=${phase === 'searching' ? 'true' : nothing}>
            ${t.find}
          </button>
        </div>
      </form>
      ${
        typeof phase !== 'object'
          ? nothing
          : 'failure' in phase
            ? html`<div class="failure" role="alert" tabindex="-1">
                ${retryNotice(`${t.notFoundNow} ${this.#why(phase.failure)}`, t.retry, () => this.#search())}
              </div>`
            : this.#renderMatches(phase.matches)
      }`;
  }

  #renderMatches({ texts, isCut }: TextMatches): TemplateResult {
    const { t, headingLevel } = this;
    const title = heading(headingLevel + 1, t.results({ count: texts.length }), { focusAs: 'results-title' });
    if (texts.length === 0)
      return html`${title}
        <p>${t.none}</p>`;
    return html`${title}
      <p>${t.check}</p>
      ${
        isCut
          ? notice('warning', t.cut({ count: texts.length }))
          : html`<div>
              <button type="button" class="button" @click=${() => this.#onFile(texts)}>${t.file}</button>
            </div>`
      }
      <ul class="rows">
        ${texts.map((match) => this.#renderMatch(match))}
      </ul>`;
  }

  #renderMatch(match: TextMatch): TemplateResult {
    const { t } = this;
    const { text } = match;
    const excerpt = excerptOf(text, this.#sought);
    return html`<li>
      <p><strong>${this.#placeOf(match)}</strong></p>
      <p dir="auto">${excerpt}</p>
      ${
        excerpt === text
          ? nothing
          : html`<details>
              <summary>${t.whole}</summary>
              <p class="whole" dir="auto">${text}</p>
            </details>`
      }
      ${this.#renderEraser(match)}
    </li>`;
  }

  #placeOf({ place, idea }: TextMatch): string {
    const { t } = this;
    const name = t.places[place];
    if (idea === null) return name;
    return place === 'idea' ? `${name} ${idea}` : t.ofIdea({ place: name, reference: idea });
  }

  #renderEraser({ place, eraser }: TextMatch): TemplateResult {
    const { t } = this;
    const { by } = eraser;
    const id = eraser.id ?? '';
    const link = (hint: string, href: string, label: string) =>
      html`${hint === '' ? nothing : html`<p class="hint">${hint}</p>`}
        <p><a href=${href}>${label}</a></p>`;
    switch (by) {
      case 'idea': {
        const hint = place === 'proposal' ? t.proposal : place === 'idea' ? '' : t.withIdea;
        return link(hint, erasureHash({ kind: 'idea', id }), t.erase.idea);
      }
      case 'remark':
      case 'offer':
        return link('', erasureHash({ kind: by, id }), t.erase[by]);
      case 'address':
        return this.#renderForget(id);
      case 'removal':
        return html`${link(t.removal, settingsHash('people'), t.people)} ${this.#renderForget(id)}`;
      case 'round':
        return link(t.inRound, roundHash(id), t.round);
      case 'settings':
        return link(t.inSettings, buurtHash(id), t.settings);
      case 'time':
        return html`<p class="hint">${t.time}</p>`;
      case 'nothing':
        return html`<p class="hint">${t.nothing}</p>`;
    }
  }

  #renderForget(address: string): TemplateResult {
    return html`<div>
      <button
        type="button"
        class="button"
        @click=${() => {
          this.address = address;
          this.done = undefined;
        }}
      >
        <span>${isolated((shown) => this.t.forget({ address: shown }), address)}</span>
      </button>
    </div>`;
  }

  #why(error: unknown): string {
    return this.desk ? failureText(error, this.desk, this.locale) : '';
  }

  /** As `buurt person find --json` gives it, without the commands. */
  #onFile(texts: readonly TextMatch[]): void {
    const rows = texts.map(({ place, id, idea, field, text }) => ({ place, id, idea, field, text }));
    download(this.t.fileName, rows);
  }

  readonly #onText = ({ target }: Event): void => {
    this.text = (target as HTMLInputElement).value;
    this.isEmpty = false;
  };

  readonly #onSearch = (event: SubmitEvent): void => {
    event.preventDefault();
    this.done = undefined;
    void this.#search();
  };

  async #search(): Promise<void> {
    const sought = this.text.trim();
    if (this.phase === 'searching' || !this.#client) return;
    this.isEmpty = !/[\p{L}\p{N}]/u.test(sought);
    if (this.isEmpty) {
      this.focusNext = '.error-summary';
      return;
    }
    this.phase = 'searching';
    try {
      const matches = await this.#client.textsWith(sought, this.signal);
      this.#sought = sought;
      this.phase = { matches };
      this.focusNext = this.done === undefined ? '.results-title' : '.screen-title';
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      this.phase = { failure };
      this.focusNext = '.failure';
    }
  }

  readonly #onClosed = (): void => {
    this.#leave();
  };

  readonly #onErased = ({ what }: ErasedEvent): void => {
    this.#leave();
    this.done = what;
    if (typeof this.phase === 'object') void this.#search();
  };

  #leave(): void {
    this.address = undefined;
    this.focusNext = '.screen-title';
    if (this.open) location.hash = settingsHash('erasing');
  }
}
