import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Resource } from '@buurt/core/element/resource.js';
import { heading } from '@buurt/core/element/heading.js';
import { notice, retryNotice, screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError, isGone } from '@buurt/core/http/api-error.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { money, shortDate } from '@buurt/core/messages/format.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { DeskIdea, StaffAct } from '@buurt/domain/desk/inbox.js';
import { isPermitted, type StaffSession } from '@buurt/domain/desk/staff-session.js';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import { ideaDecisionProblems, undoSeconds, type IdeaDecision } from '@buurt/domain/ideas/idea-decision.js';
import './buurt-desk-correction.js';
import './buurt-desk-follow-up.js';
import './buurt-desk-photos.js';
import type { DeskMessages } from './desk.messages.js';
import type { DeskClient } from './desk-client.js';
import { DoneEvent, isLoggedOut, isSecondPress, NotDoneEvent, SessionOverEvent } from './done.js';
import { draftOf, keepDraft } from './drafts.js';
import { nl, type IdeaMessages } from './idea.messages.js';
import { erasureHash } from './location.js';
import { openedStyles } from './opened.styles.js';

type Decision = IdeaDecision['state'];
type Phase = 'reading' | { readonly sending: Decision } | { readonly failure: unknown };

/**
 * An idea as staff read it, and what they decide: on the site, or not with a reason that the maker reads.
 *
 * @fires {DoneEvent} done - Something was decided.
 * @fires {NotDoneEvent} not-done - A decision did not arrive on an idea that is not open any more.
 * @fires {SessionOverEvent} session-over - Somebody has to log in again.
 */
export class BuurtDeskIdea extends FormElement<IdeaMessages> {
  static override readonly styles = [controls, errorSummaryStyles, openedStyles];

  @property({ attribute: false }) client: DeskClient | undefined;
  @property({ attribute: false }) ideaId: string | undefined;
  @property({ attribute: false }) session: StaffSession | undefined;
  /** The texts of the desk around it. */
  @property({ attribute: false }) desk: (DeskMessages & CoreMessages) | undefined;
  @property({ attribute: false }) headingLevel = 3;

  @state() private phase: Phase = 'reading';
  /** For which decision a reason is written. */
  @state() private writing: 'declined' | 'hidden' | undefined;
  @state() private reason = '';

  protected readonly partName = 'idea';
  protected readonly catalogue: Catalogue<IdeaMessages> = {
    nl,
    en: async () => (await import('./idea.messages.en.js')).en,
  };

  /** What was sent last: another press without an edit sends exactly that, under the same key. */
  #pressed: { readonly key: string; readonly decision: IdeaDecision; readonly version: string } | undefined;

  readonly #idea = new Resource<DeskIdea, DeskIdea>(this, {
    subject: () => (this.client ? this.ideaId : undefined),
    client: () => this.client,
    fetch: (signal) => {
      if (!this.client || this.ideaId === undefined) throw new ApiError('aborted');
      return this.client.idea(this.ideaId, signal);
    },
    parse: (idea) => idea,
    onError: (error) => {
      if (isLoggedOut(error)) this.dispatchEvent(new SessionOverEvent());
    },
  });

  /** Reads it again, such as when what was decided is undone. */
  readonly reload = (): void => this.#idea.reload();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ideaId')) return;
    const draft = draftOf(this.session?.email ?? '', this.#draftKey);
    this.phase = 'reading';
    this.writing = draft?.form === 'declined' || draft?.form === 'hidden' ? draft.form : undefined;
    this.reason = draft?.text ?? '';
    this.problems = [];
    this.#pressed = undefined;
    this.focusNext = '.screen-title';
  }

  protected override render(): TemplateResult {
    const { t } = this;
    const { value: idea, error } = this.#idea;
    if (idea) return this.#renderIdea(idea);
    if (error === undefined) return html`<p class="coming">${t.loading}</p>`;
    return isGone(error) ? notice('warning', t.gone) : this.#renderUnread(error);
  }

  #renderUnread(error: unknown): TemplateResult {
    const { t, desk, locale } = this;
    const why = desk ? failureText(error, desk, locale) : '';
    return retryNotice(`${t.failed} ${why}`, t.retry, this.#idea.reload);
  }

  #renderIdea(idea: DeskIdea): TemplateResult {
    const { t, desk, locale, headingLevel } = this;
    const { reference, buurt, receivedAt, title, story, state: stateNow, reason } = idea;
    return html`<article class="stack">
      <header>
        ${screenTitle(headingLevel, html`<span dir="auto">${title}</span>`)}
        <p class="hint">${t.meta({ reference, buurt: buurt.name, when: shortDate(receivedAt, locale) })}</p>
        <p><span class="tag state ${stateNow}">${desk?.states[stateNow]}</span></p>
        ${
          stateNow === 'waiting'
            ? html`<p class="hint">${t.promised({ when: shortDate(idea.answerBy, locale) })}</p>`
            : nothing
        }
        ${reason ? html`<p dir="auto">${t.reason({ reason })}</p>` : nothing}
      </header>
      ${story ? html`<p class="story" dir="auto">${story}</p>` : nothing} ${this.#renderCorrection(idea)}
      ${this.#renderPhotos(idea)} ${this.#renderFacts(idea)} ${this.#renderContact(idea)}
      ${this.#renderSimilar(idea)} ${this.#renderFollowUp(idea)} ${this.#renderHistory(idea)}
      ${this.#renderActions(idea)} ${this.#renderErase(idea)}
    </article>`;
  }

  #renderCorrection(idea: DeskIdea): TemplateResult | typeof nothing {
    const { session, desk, client, locale, ownTexts, headingLevel } = this;
    if (!session || !isPermitted(session, 'idea.decide', idea.buurt.code)) return nothing;
    return html`<buurt-desk-correction
      .client=${client}
      .idea=${idea}
      .who=${session.email}
      .failures=${desk}
      .headingLevel=${headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @changed=${this.#idea.reload}
      @session-over=${() => this.dispatchEvent(new SessionOverEvent())}
    ></buurt-desk-correction>`;
  }

  #renderPhotos(idea: DeskIdea): TemplateResult | typeof nothing {
    const { session, desk, client, locale, ownTexts, headingLevel } = this;
    if (idea.photos.length === 0) return nothing;
    const isAllowed = session !== undefined && isPermitted(session, 'idea.decide', idea.buurt.code);
    return html`<buurt-desk-photos
      .client=${client}
      .idea=${idea}
      .isPermitted=${isAllowed}
      .who=${session?.email ?? ''}
      .failures=${desk}
      .headingLevel=${headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @changed=${this.#idea.reload}
      @session-over=${() => this.dispatchEvent(new SessionOverEvent())}
    ></buurt-desk-photos>`;
  }

  #renderFacts(idea: DeskIdea): TemplateResult | typeof nothing {
    const { t, locale } = this;
    const { labels } = t;
    const kinds = (all: readonly OfferKind[]) =>
      all.map((kind) => this.desk?.kindNames[kind] ?? kind).join(', ');
    const facts: readonly (readonly [string, string | undefined])[] = [
      [labels.theme, idea.theme ? (idea.theme.name?.[locale] ?? idea.theme.name?.nl ?? idea.theme.id) : ''],
      [labels.place, idea.place?.address],
      [
        labels.cost,
        idea.cost
          ? t.cost({ from: money(idea.cost.minCents, locale), until: money(idea.cost.maxCents, locale) })
          : '',
      ],
      [labels.assets, idea.assets],
      [labels.joiners, idea.joiners],
      [labels.needs, kinds(idea.needs)],
      [labels.offers, kinds(idea.offers)],
      [labels.supports, idea.supportCount > 0 ? String(idea.supportCount) : ''],
      ...idea.answers.map(({ id, label, text }) => [label?.[locale] ?? label?.nl ?? id, text] as const),
    ];
    const present = facts.filter(([, text]) => text);
    if (present.length === 0) return nothing;
    return html`<dl class="facts">
      ${present.map(
        ([label, text]) =>
          html`<div>
            <dt>${label}</dt>
            <dd dir="auto">${text}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #renderContact({ contact, buurt }: DeskIdea): TemplateResult | typeof nothing {
    const { t, session, headingLevel } = this;
    if (!session || !isPermitted(session, 'contact.read', buurt.code)) return nothing;
    const reachable = contact?.email ?? contact?.phone;
    return html`<section>
      ${heading(headingLevel + 1, t.contact.title)}
      ${
        contact
          ? html`<p>
              ${contact.name ? html`<span dir="auto">${contact.name}</span><br />` : nothing}
              ${contact.email ? html`<a dir="ltr" href="mailto:${contact.email}">${contact.email}</a><br />` : nothing}
              ${
                contact.phone
                  ? html`<a dir="ltr" href="tel:${contact.phone.replaceAll(/[^+\d]/g, '')}"
                      >${contact.phone}</a
                    >`
                  : nothing
              }
              ${reachable ? nothing : t.contact.none}
            </p>`
          : html`<p class="hint">${t.contact.erased}</p>`
      }
    </section>`;
  }

  /** Of help to whoever decides. */
  #renderSimilar({ similar, state: stateNow }: DeskIdea): TemplateResult | typeof nothing {
    const { t, headingLevel } = this;
    if (similar.length === 0 || stateNow !== 'waiting') return nothing;
    return html`<section>
      ${heading(headingLevel + 1, t.similar)}
      <ul class="similar">
        ${similar.map(({ id, title }) => html`<li><a href="#/idea/${id}" dir="auto">${title}</a></li>`)}
      </ul>
    </section>`;
  }

  #renderFollowUp(idea: DeskIdea): TemplateResult | typeof nothing {
    const { session, desk, client, locale, ownTexts, headingLevel } = this;
    if (idea.state !== 'published') return nothing;
    const isAllowed = session !== undefined && isPermitted(session, 'promise.write', idea.buurt.code);
    return html`<buurt-desk-follow-up
      .client=${client}
      .idea=${idea}
      .isPermitted=${isAllowed}
      .who=${session?.email ?? ''}
      .failures=${desk}
      .headingLevel=${headingLevel + 1}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @changed=${this.#idea.reload}
      @session-over=${() => this.dispatchEvent(new SessionOverEvent())}
    ></buurt-desk-follow-up>`;
  }

  #renderHistory({ acts, corrections }: DeskIdea): TemplateResult {
    const { t, headingLevel } = this;
    return html`<section>
      ${heading(headingLevel + 1, t.history)}
      ${
        acts.length === 0
          ? html`<p class="hint">${t.noHistory}</p>`
          : html`<ol class="history">
              ${acts.map((act) => {
                const was = corrections.find((each) => each.act === act.id);
                return html`<li>${this.#actText(act)} ${was ? this.#renderBefore(was) : nothing}</li>`;
              })}
            </ol>`
      }
    </section>`;
  }

  #renderBefore({ title, story }: DeskIdea['corrections'][number]): TemplateResult {
    return html`<details>
      <summary>${this.t.before}</summary>
      <p dir="auto"><strong>${title}</strong></p>
      <p class="story" dir="auto">${story}</p>
    </details>`;
  }

  #actText({ at, name, actor, staffName }: StaffAct): string {
    const { t, locale } = this;
    const who = actor === 'operator' ? t.operator : (staffName ?? t.formerColleague);
    return `${shortDate(at, locale)}: ${t.acts[name] ?? name} (${who})`;
  }

  #renderErase({ id, buurt }: DeskIdea): TemplateResult | typeof nothing {
    const { t, session } = this;
    if (!session || !isPermitted(session, 'person.erase', buurt.code)) return nothing;
    return html`<p><a href=${erasureHash({ kind: 'idea', id })}>${t.erase}</a></p>`;
  }

  #renderActions(idea: DeskIdea): TemplateResult {
    const { t, session } = this;
    const writing = this.#writingAbout(idea);
    if (!session || !isPermitted(session, 'idea.decide', idea.buurt.code))
      return html`<p class="hint">${t.readOnly}</p>`;
    return html`<section
      class="act ${writing || idea.state !== 'waiting' ? '' : 'sticky'}"
      aria-label=${t.actions}
    >
      ${this.#renderOutcome()} ${writing ? this.#renderReason(idea, writing) : this.#renderButtons(idea)}
    </section>`;
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { t, phase, desk, locale } = this;
    if (typeof phase !== 'object' || !('failure' in phase) || !desk) return nothing;
    const { failure } = phase;
    if (failure instanceof ApiError && failure.type === 'stands-in-votes') return this.renderFailure(t.votes);
    if (failure instanceof ApiError && failure.kind === 'conflict') return this.renderFailure(t.conflict);
    return this.renderFailure(`${t.notSent} ${failureText(failure, desk, locale)}`);
  }

  #renderButtons(idea: DeskIdea): TemplateResult {
    const { t } = this;
    const { state: stateNow } = idea;
    return html`<div class="actions">
      ${
        stateNow === 'published'
          ? nothing
          : this.#renderButton(
              'published',
              stateNow === 'waiting' ? t.publish : t.publishAgain,
              'primary',
              () => this.#send(idea, { state: 'published', reason: null }),
            )
      }
      ${
        stateNow === 'waiting'
          ? this.#renderButton('declined', t.decline, '', () => this.#write('declined'))
          : nothing
      }
      ${
        stateNow === 'published'
          ? this.#renderButton('hidden', t.hide, '', () => this.#write('hidden'))
          : nothing
      }
    </div>`;
  }

  #renderButton(decision: Decision, label: string, look: string, onClick: () => unknown): TemplateResult {
    const { t, phase } = this;
    const isSending = typeof phase === 'object' && 'sending' in phase;
    return html`<button
      type="button"
      class="button ${look}"
      data-decision=${decision}
      aria-disabled=${isSending ? 'true' : nothing}
      @click=${(event: MouseEvent) => (isSecondPress(event) ? undefined : onClick())}
    >
      ${isSending && phase.sending === decision ? t.sending : label}
    </button>`;
  }

  #renderReason(idea: DeskIdea, decision: 'declined' | 'hidden'): TemplateResult {
    const { t, phase, reason, headingLevel } = this;
    const isSending = typeof phase === 'object' && 'sending' in phase;
    const [problem] = this.problems;
    const wrong = problem && this.#problemText(problem);
    return html`<form
      class="why stack"
      novalidate
      @keydown=${this.#onFormKey}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#send(idea, { state: decision, reason: this.reason.trim() });
      }}
    >
      ${heading(headingLevel + 1, t.why[decision].title, { focusAs: 'why-title' })}
      <p class="hint" id="why-lead">${t.why.lead}</p>
      ${wrong ? this.renderSummary(t.why.problem, new Map([['reason', wrong]]), headingLevel + 2) : nothing}
      <fieldset class="field">
        <legend>${t.why.templates}</legend>
        <div class="templates">
          ${Object.values(t.reasons).map(
            (sentence) =>
              html`<button type="button" class="button quiet" @click=${() => this.#insert(sentence)}>
                ${sentence}
              </button>`,
          )}
        </div>
      </fieldset>
      <div class="field">
        <label for="reason">${t.why.label}</label>
        ${wrong ? html`<p class="problem" id="reason-problem">${wrong}</p>` : nothing}
        <textarea
          id="reason"
          dir="auto"
          aria-describedby=${wrong ? 'reason-problem why-lead' : 'why-lead'}
          aria-invalid=${wrong ? 'true' : nothing}
          .value=${reason}
          @input=${({ target }: InputEvent) => this.#onReason((target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      <div class="actions">
        <button class="button primary" aria-disabled=${isSending ? 'true' : nothing}>
          ${isSending ? t.sending : t.why[decision].send}
        </button>
        <button type="button" class="button quiet" @click=${this.#onCancel}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #problemText({ code, limit = 0, actual = 0 }: { code: string; limit?: number; actual?: number }): string {
    const { why } = this.t;
    return code === 'too-long' ? why.tooLong({ over: actual - limit }) : why.required;
  }

  #write(decision: 'declined' | 'hidden'): void {
    this.writing = decision;
    this.phase = 'reading';
    this.focusNext = '.why-title';
    this.#keep();
  }

  #insert(sentence: string): void {
    // A second press adds nothing.
    if (!this.reason.includes(sentence))
      this.#onReason([this.reason.trim(), sentence].filter(Boolean).join('\n\n'));
    this.focusNext = '#reason';
  }

  #onReason(reason: string): void {
    this.reason = reason;
    this.problems = [];
    this.#keep();
  }

  get #draftKey(): string {
    return `idea ${this.ideaId ?? ''}`;
  }

  #keep(): void {
    const { session, writing, reason } = this;
    keepDraft(session?.email ?? '', this.#draftKey, { form: writing ?? '', text: reason });
  }

  /** What a reason is written for; when somebody else was first, what can be done now. */
  #writingAbout({ state: stateNow }: DeskIdea): 'declined' | 'hidden' | undefined {
    if (this.writing === undefined || stateNow === 'declined' || stateNow === 'hidden') return undefined;
    return stateNow === 'published' ? 'hidden' : 'declined';
  }

  readonly #onFormKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) this.#onCancel();
  };

  readonly #onCancel = (): void => {
    const { writing } = this;
    this.writing = undefined;
    this.#keep();
    this.problems = [];
    this.phase = 'reading';
    this.focusNext = `[data-decision='${writing ?? ''}']`;
  };

  async #send(idea: DeskIdea, decision: IdeaDecision): Promise<void> {
    const { client, phase } = this;
    if (!client || (typeof phase === 'object' && 'sending' in phase)) return;
    this.problems = ideaDecisionProblems(decision);
    if (this.problems.length > 0) {
      this.focusNext = '.error-summary';
      return;
    }
    const { version } = idea;
    const isSame =
      this.#pressed?.version === version &&
      this.#pressed.decision.state === decision.state &&
      this.#pressed.decision.reason === decision.reason;
    if (!isSame) this.#pressed = { key: newKey(), decision, version };
    this.phase = { sending: decision.state };
    const { title } = idea;
    const who = this.session?.email ?? '';
    const at = { kind: 'idea' as const, id: idea.id };
    const sentAt = Date.now();
    try {
      // Going on to something else does not take it back.
      const { act, undoUntil } = await client.decide(
        idea,
        decision,
        this.#pressed?.key ?? '',
        new AbortController().signal,
      );
      keepDraft(who, `idea ${idea.id}`, { form: '', text: '' });
      // By this clock, whatever the time is on the server.
      const until = sentAt + undoSeconds * 1000;
      const undo = undoUntil === null || until <= Date.now() ? undefined : { act, until };
      this.dispatchEvent(new DoneEvent({ what: decision.state, title, at, undo }));
      if (this.ideaId !== idea.id) return;
      this.phase = 'reading';
      this.writing = undefined;
      this.reason = '';
      this.focusNext = '.screen-title';
      this.#idea.reload();
    } catch (failure) {
      if (isLoggedOut(failure)) this.dispatchEvent(new SessionOverEvent());
      if (this.ideaId !== idea.id || !this.isConnected) {
        this.dispatchEvent(new NotDoneEvent({ title, at }, failure));
        return;
      }
      this.phase = this.showProblemsOf(failure) ? 'reading' : { failure };
      if (failure instanceof ApiError && failure.kind === 'conflict') this.#idea.reload();
    }
  }
}
