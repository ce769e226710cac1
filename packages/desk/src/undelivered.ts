import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '@buurt/core/element/heading.js';
import { Resource } from '@buurt/core/element/resource.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskMail, DeskMails } from '@buurt/domain/desk/mails.js';
import { isPermitted, type StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { DeskClient } from './desk-client.js';
import { DoneEvent, isLoggedOut, isSecondPress, NotDoneEvent, SessionOverEvent } from './done.js';
import { isolated } from './isolated.js';
import { hashOf, settingsHash } from './location.js';
import { MailsClient, type MailStep } from './mails-client.js';
import { momentText } from './moment-text.js';
import { PressKey } from './press-key.js';
import { settingsStyles } from './settings.styles.js';
import { nl, type UndeliveredMessages } from './undelivered.messages.js';

type Phase =
  | 'reading'
  /** Somebody else was first: the mail that was pressed has gone. */
  | 'gone'
  | { readonly dropping: string }
  | { readonly sending: string; readonly step: MailStep }
  | { readonly failed: string; readonly step: MailStep; readonly failure: unknown };

/**
 * Mails that no mail server took: all of them, or one that is open; why, and what can be done about it.
 *
 * @fires {DoneEvent} done - A mail goes out again, or was given up.
 * @fires {NotDoneEvent} not-done - That did not arrive, for a mail that is not open any more.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskUndelivered extends FormElement<UndeliveredMessages> {
  static override readonly styles = [
    controls,
    settingsStyles,
    css`
      section {
        overflow-wrap: anywhere;
      }
      .presses {
        margin: 0;
      }
      .raw {
        margin-block: var(--_space-2) 0;
        font-family: monospace;
      }
    `,
  ];

  @property({ attribute: false }) client: DeskClient | undefined;
  /** The mail that is open; undefined for all. */
  @property({ attribute: false }) mailId: string | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: CoreMessages | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private phase: Phase = 'reading';

  protected readonly partName = 'undelivered';
  protected readonly catalogue: Catalogue<UndeliveredMessages> = {
    nl,
    en: async () => (await import('./undelivered.messages.en.js')).en,
  };

  #client: MailsClient | undefined;
  readonly #key = new PressKey();

  readonly #mails = new Resource<DeskMails, DeskMails>(this, {
    subject: () => (this.client ? 'undelivered' : undefined),
    client: () => this.client,
    fetch: (signal) => this.#read(signal),
    parse: (mails) => mails,
    onError: (error) => {
      if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#client = this.client && new MailsClient(this.client.http);
    if (!changed.has('mailId')) return;
    this.phase = 'reading';
    this.focusNext = '.screen-title';
  }

  protected override render(): TemplateResult {
    const { t, headingLevel, mailId } = this;
    return html`<section class="stack">
      ${screenTitle(headingLevel, mailId === undefined ? t.title : t.titleOfOne)}
      <div role="status">${this.phase === 'gone' ? notice('warning', t.gone) : nothing}</div>
      ${this.#renderMails()}
    </section>`;
  }

  #renderMails(): TemplateResult {
    const { t, mailId } = this;
    const { value, error } = this.#mails;
    const failed =
      error === undefined
        ? nothing
        : retryNotice(`${t.failed} ${this.#why(error)}`, t.reload, this.#mails.reload);
    if (!value) return error === undefined ? html`<p class="coming">${t.loading}</p>` : html`${failed}`;
    return html`${failed} ${mailId === undefined ? this.#renderAll(value) : this.#renderOne(value, mailId)}`;
  }

  #renderAll({ mails, count, waiting }: DeskMails): TemplateResult {
    const { t } = this;
    const readOnly = mails.length > 0 && mails.every((mail) => !this.#mayAct(mail));
    return html`<p>${t.lead}</p>
      ${readOnly ? notice('', t.readOnly) : nothing}
      ${count > mails.length ? notice('warning', t.cut({ count, shown: mails.length })) : nothing}
      ${
        mails.length === 0
          ? html`<p class="empty">${t.none}</p>`
          : html`<ul class="rows">
              ${repeat(
                mails,
                ({ id }) => id,
                (mail) => html`<li>${this.#renderMail(mail)}</li>`,
              )}
            </ul>`
      }
      ${waiting > 0 ? html`<p class="hint">${t.waiting({ count: waiting })}</p>` : nothing}`;
  }

  #renderOne({ mails }: DeskMails, id: string): TemplateResult {
    const { t, phase } = this;
    const mail = mails.find((each) => each.id === id);
    const missing = phase === 'gone' ? nothing : notice('', t.goneOne);
    return html`${
        mail
          ? html`${this.#renderMail(mail)} ${this.#mayAct(mail) ? nothing : notice('', t.readOnly)}`
          : missing
      }
      <p><a href=${settingsHash('undelivered')}>${t.all}</a></p>`;
  }

  #renderMail(mail: DeskMail): TemplateResult {
    const { t } = this;
    const { idea, address, buurt, cause, reason } = mail;
    return html`<div class="about">
        <p><strong>${t.kinds[mail.kind]}</strong></p>
        ${
          idea
            ? html`<p>
                <a href=${hashOf({ kind: 'idea', id: idea.id })}
                  >${isolated((title) => t.about({ title }), idea.title)}</a
                >
              </p>`
            : nothing
        }
        ${address === null ? nothing : html`<p>${isolated((shown) => t.to({ address: shown }), address)}</p>`}
        <p>${t.causes[cause]}</p>
        <p class="hint">${this.#when(mail)}</p>
        ${buurt ? html`<p class="hint">${buurt.name}</p>` : nothing}
        ${
          reason === null
            ? nothing
            : html`<details>
                <summary>${t.reason}</summary>
                <p class="raw" dir="ltr">${reason}</p>
              </details>`
        }
      </div>
      ${this.#mayAct(mail) ? this.#renderPresses(mail) : nothing}`;
  }

  #when({ since, tries, nextAt }: DeskMail): string {
    const { t, locale } = this;
    const next = nextAt === null ? t.over : t.next({ when: momentText(nextAt, locale) });
    return `${t.since({ when: momentText(since, locale) })}. ${t.tries({ count: tries })}. ${next}`;
  }

  #renderPresses(mail: DeskMail): TemplateResult {
    const { t, phase } = this;
    if (typeof phase === 'object' && this.#isDropping(mail)) return this.#renderDropping(mail);
    const isSending = typeof phase === 'object' && 'sending' in phase && phase.sending === mail.id;
    return html`${this.#renderFailed(mail)}
      <div class="presses">
        <button
          type="button"
          class="button"
          aria-disabled=${isSending ? 'true' : nothing}
          @click=${(event: MouseEvent) => (isSecondPress(event) ? undefined : this.#send(mail, 'retry'))}
        >
          ${this.#label(isSending ? t.sending : t.retry, mail)}
        </button>
        <button
          type="button"
          class="button quiet"
          data-drops=${mail.id}
          aria-disabled=${isSending ? 'true' : nothing}
          @click=${() => this.#onDrop(mail)}
        >
          ${this.#label(t.drop, mail)}
        </button>
      </div>`;
  }

  /** Tells the buttons of several mails apart for who hears them. */
  #label(words: string, { kind, idea }: DeskMail): TemplateResult {
    const title = idea ? `, ${idea.title}` : '';
    return html`<span>${words}<span class="for-reader">: ${this.t.kinds[kind]}${title}</span></span>`;
  }

  #isDropping({ id }: DeskMail): boolean {
    const { phase } = this;
    if (typeof phase !== 'object') return false;
    if ('dropping' in phase) return phase.dropping === id;
    return phase.step === 'removal' && ('sending' in phase ? phase.sending : phase.failed) === id;
  }

  #renderDropping(mail: DeskMail): TemplateResult {
    const { t, phase } = this;
    const isSending = typeof phase === 'object' && 'sending' in phase;
    return html`<div class="act">
      ${heading(this.headingLevel + 1, t.dropTitle, { focusAs: 'form-title' })}
      <p>${t.dropLead}</p>
      ${this.#renderFailed(mail)}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-disabled=${isSending ? 'true' : nothing}
          @click=${(event: MouseEvent) => (isSecondPress(event) ? undefined : this.#send(mail, 'removal'))}
        >
          ${isSending ? t.sending : t.dropNow}
        </button>
        <button type="button" class="button quiet" @click=${() => this.#onCancel(mail)}>${t.cancel}</button>
      </div>
    </div>`;
  }

  #renderFailed({ id }: DeskMail): TemplateResult | typeof nothing {
    const { t, phase } = this;
    if (typeof phase !== 'object' || !('failed' in phase) || phase.failed !== id) return nothing;
    return this.renderFailure(`${t.notDone} ${this.#why(phase.failure)}`);
  }

  #mayAct({ buurt }: DeskMail): boolean {
    const { session } = this;
    return session !== undefined && isPermitted(session, 'contact.read', buurt?.code ?? null);
  }

  #why(error: unknown): string {
    return this.desk ? failureText(error, this.desk, this.locale) : '';
  }

  get #isSending(): boolean {
    return typeof this.phase === 'object' && 'sending' in this.phase;
  }

  #read(signal: AbortSignal): Promise<DeskMails> {
    if (!this.#client) throw new ApiError('aborted');
    return this.#client.mails(signal);
  }

  #onDrop({ id }: DeskMail): void {
    if (this.#isSending) return;
    this.phase = { dropping: id };
    this.focusNext = '.form-title';
  }

  #onCancel({ id }: DeskMail): void {
    if (this.#isSending) return;
    this.phase = 'reading';
    this.focusNext = `[data-drops='${id}']`;
  }

  async #send(mail: DeskMail, step: MailStep): Promise<void> {
    const client = this.#client;
    if (!client || this.#isSending) return;
    const { id, kind } = mail;
    const shown = this.mailId;
    this.phase = { sending: id, step };
    const at = { kind: 'mail', id } as const;
    const title = this.t.kinds[kind];
    try {
      // Going on to something else does not take it back.
      await client.act(id, step, this.#key.for(id, step), new AbortController().signal);
      this.#key.forget();
      const what = step === 'retry' ? 'mailRetried' : 'mailDropped';
      this.dispatchEvent(new DoneEvent({ what, title, at, undo: undefined }));
      if (this.mailId === shown) this.#readAgain('reading');
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      if (this.mailId !== shown || !this.isConnected) {
        this.dispatchEvent(new NotDoneEvent({ title, at }, failure));
        return;
      }
      if (isGone(failure)) {
        this.#readAgain('gone');
        return;
      }
      this.phase = { failed: id, step, failure };
      this.focusNext = '.failure';
    }
  }

  #readAgain(phase: 'reading' | 'gone'): void {
    this.phase = phase;
    this.focusNext = '.screen-title';
    this.#mails.reload();
  }
}
