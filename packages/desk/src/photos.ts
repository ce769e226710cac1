import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { heading } from '@buurt/core/element/heading.js';
import { picture } from '@buurt/core/element/picture.js';
import { notice } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskIdea, DeskPhoto } from '@buurt/domain/desk/inbox.js';
import { photoReasonProblems, type PhotoDecision } from '@buurt/domain/ideas/photo-decision.js';
import type { DeskClient } from './desk-client.js';
import { isLoggedOut, SessionOverEvent } from './done.js';
import { draftOf, keepDraft } from './drafts.js';
import { openedStyles } from './opened.styles.js';
import { nl, type PhotosMessages } from './photos.messages.js';

type Phase =
  | 'reading'
  | { readonly sending: string }
  | { readonly done: PhotoDecision['state'] }
  | { readonly failure: unknown };

const draftKey = (photoId: string) => `photo ${photoId}`;

/**
 * The photos of an idea, which staff hide with a reason that the maker reads, and show again.
 *
 * @fires {Event} changed - The server has something new.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskPhotos extends FormElement<PhotosMessages> {
  static override readonly styles = [
    controls,
    errorSummaryStyles,
    openedStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_space-3);
      }
      figure {
        display: grid;
        align-content: start;
        justify-items: start;
        gap: var(--_space-1);
        margin: 0;
      }
      .picture {
        inline-size: 100%;
      }
      /* What residents do not see is not to be taken for what they see. */
      .hidden .picture img {
        opacity: 0.4;
        filter: grayscale(1);
      }
    `,
  ];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) idea: DeskIdea | undefined;
  @property({ attribute: false }) isPermitted = false;
  /** The address of whoever writes: what they were writing comes back for them alone. */
  @property({ attribute: false }) who = '';
  @property({ attribute: false }) failures: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 4;

  /** The photo for which a reason is written. */
  @state() private hiding: string | undefined;
  @state() private reason = '';
  @state() private phase: Phase = 'reading';

  protected readonly partName = 'photos';
  protected readonly catalogue: Catalogue<PhotosMessages> = {
    nl,
    en: async () => (await import('./photos.messages.en.js')).en,
  };

  protected override focusNext = '';
  /** What was sent last: another press without an edit sends exactly that, under the same key. */
  #pressed: { readonly key: string; readonly id: string; readonly reason: string | null } | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { idea } = this;
    if (!changed.has('idea') || changed.get('idea')?.id === idea?.id) return;
    const draftFor = ({ id, hidden }: DeskPhoto) => (hidden ? undefined : draftOf(this.who, draftKey(id)));
    const written = idea?.photos.find((photo) => draftFor(photo));
    this.hiding = written?.id;
    this.reason = (written && draftFor(written)?.text) ?? '';
    this.phase = 'reading';
    this.problems = [];
    this.#pressed = undefined;
  }

  protected override updated(): void {
    this.toggleAttribute('open', this.hiding !== undefined);
    super.updated();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, idea, phase } = this;
    if (!idea) return nothing;
    const hiding = this.isPermitted && idea.photos.find(({ id, hidden }) => id === this.hiding && !hidden);
    const done = typeof phase === 'object' && 'done' in phase ? phase.done : undefined;
    return html`<div class="photos">${idea.photos.map((photo) => this.#renderPhoto(photo))}</div>
      <div role="status">${done ? notice('ok', t.done[done]) : nothing}</div>
      ${hiding ? this.#renderForm(hiding) : this.#renderFailure()}`;
  }

  #renderPhoto(photo: DeskPhoto): TemplateResult {
    const { t, locale, phase } = this;
    const { id, alt, hidden } = photo;
    const label = hidden ? t.show : t.hide;
    const isSending = typeof phase === 'object' && 'sending' in phase;
    return html`<figure class=${hidden ? 'hidden' : nothing}>
      ${picture(photo, '(min-width: 40em) 20em, 100vw', html``)}
      ${
        hidden
          ? html`<figcaption>
              <p><strong>${t.hidden({ when: shortDate(hidden.at, locale) })}</strong></p>
              <p dir="auto">${t.reason({ reason: hidden.reason })}</p>
            </figcaption>`
          : nothing
      }
      ${
        this.isPermitted && this.hiding !== id
          ? html`<button
              type="button"
              class="button quiet opener"
              data-photo=${id}
              aria-label=${alt ? `${label}: ${alt}` : nothing}
              aria-disabled=${isSending ? 'true' : nothing}
              @click=${() => (hidden ? this.#send(id, { state: 'shown', reason: null }) : this.#onHide(id))}
            >
              ${isSending && phase.sending === id ? t.sending : label}
            </button>`
          : nothing
      }
    </figure>`;
  }

  #renderForm({ id }: DeskPhoto): TemplateResult {
    const { t, headingLevel, phase, reason } = this;
    const isSending = typeof phase === 'object' && 'sending' in phase;
    const [problem] = this.problems;
    const wrong =
      problem &&
      (problem.code === 'too-long'
        ? t.tooLong({ over: (problem.actual ?? 0) - (problem.limit ?? 0) })
        : t.required);
    return html`<form
      class="act stack"
      novalidate
      @keydown=${this.#onKey}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#send(id, { state: 'hidden', reason: reason.trim() });
      }}
    >
      ${heading(headingLevel, t.title, { focusAs: 'form-title' })}
      <p class="hint" id="photo-lead">${t.lead}</p>
      ${this.renderSummary(t.problem, new Map(wrong ? [['photo-reason', wrong]] : []), headingLevel + 1)}
      ${this.#renderFailure()}
      <div class="field">
        <label for="photo-reason">${t.label}</label>
        ${wrong ? html`<p class="problem" id="photo-problem">${wrong}</p>` : nothing}
        <textarea
          id="photo-reason"
          dir="auto"
          aria-describedby=${wrong ? 'photo-problem photo-lead' : 'photo-lead'}
          aria-invalid=${wrong ? 'true' : nothing}
          .value=${reason}
          @input=${this.#onInput}
        ></textarea>
      </div>
      <div class="actions">
        <button class="button primary" aria-disabled=${isSending ? 'true' : nothing}>
          ${isSending ? t.sending : t.send}
        </button>
        <button type="button" class="button quiet" @click=${this.#onCancel}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { t, phase, failures, locale } = this;
    if (typeof phase !== 'object' || !('failure' in phase) || !failures) return nothing;
    return this.renderFailure(`${t.notSent} ${failureText(phase.failure, failures, locale)}`);
  }

  #onHide(id: string): void {
    // What was written for another photo comes back with that one.
    this.reason = draftOf(this.who, draftKey(id))?.text ?? '';
    this.hiding = id;
    this.problems = [];
    this.phase = 'reading';
    this.focusNext = '.form-title';
  }

  readonly #onInput = ({ target }: InputEvent): void => {
    this.reason = (target as HTMLTextAreaElement).value;
    this.problems = [];
    if (this.hiding !== undefined)
      keepDraft(this.who, draftKey(this.hiding), { form: 'photo', text: this.reason });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) this.#onCancel();
  };

  readonly #onCancel = (): void => {
    if (this.hiding !== undefined) this.#closeForm(this.hiding, 'reading');
  };

  #closeForm(id: string, phase: Phase): void {
    keepDraft(this.who, draftKey(id), { form: '', text: '' });
    this.hiding = undefined;
    this.reason = '';
    this.problems = [];
    this.phase = phase;
    this.focusNext = `[data-photo="${id}"]`;
  }

  async #send(id: string, decision: PhotoDecision): Promise<void> {
    const { client, phase, idea } = this;
    const { reason } = decision;
    if (!client || !idea || (typeof phase === 'object' && 'sending' in phase)) return;
    this.problems = reason === null ? [] : photoReasonProblems(reason);
    if (this.problems.length > 0) {
      this.focusNext = '.error-summary';
      return;
    }
    if (this.#pressed?.id !== id || this.#pressed.reason !== reason)
      this.#pressed = { key: newKey(), id, reason };
    this.phase = { sending: id };
    try {
      await client.judgePhoto(id, decision, this.#pressed.key, this.signal);
      this.#pressed = undefined;
      if (this.idea?.id !== idea.id) return;
      this.#closeForm(id, { done: decision.state });
      this.dispatchEvent(new Event('changed'));
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      if (this.idea?.id !== idea.id) return;
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
    }
  }
}
