import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError, type ServerProblem } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import { textField, type Wrong } from '@buurt/core/join/fields.js';
import { joinStyles } from '@buurt/core/join/join.styles.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import {
  makerForm,
  type MakerDraft,
  type MakerFieldName,
  type MakerFormKind,
  type MakerSubject,
  type MakerSubmit,
} from './maker-forms.js';
import { nl, type MakerFormMessages } from './maker-form.messages.js';
import { act } from './my-initiative-api.js';
import type { OwnerKey } from './owner-key.js';

type Phase = 'filling' | { readonly sending: MakerSubmit } | { readonly failure: unknown };

/**
 * A form of the maker: an answer, news, what is asked, and how it ends. What was filled in stays until the server has it,
 * and never on the device.
 *
 * @customElement buurt-maker-form
 * @fires {Event} sent - The server has it.
 * @fires {Event} closed - The maker does not want to.
 */
export class BuurtMakerForm extends FormElement<MakerFormMessages> {
  static override readonly styles = [controls, errorSummaryStyles, joinStyles];

  @property({ attribute: false }) client: Client | undefined;
  @property({ attribute: false }) owner: OwnerKey | undefined;
  @property({ attribute: false }) kind: MakerFormKind = 'news';
  @property({ attribute: false }) subject: MakerSubject | undefined;
  /** How the form says that something failed. */
  @property({ attribute: false }) failures?: CoreMessages;
  /** What a neighbour is called who gave no name. */
  @property({ attribute: false }) neighbour = '';
  /** Level of its heading. */
  @property({ attribute: false }) headingLevel = 4;

  @state() private draft: MakerDraft | undefined;
  @state() private phase: Phase = 'filling';

  protected readonly partName = 'maker';
  protected readonly catalogue = { nl, en: async () => (await import('./maker-form.messages.en.js')).en };

  /** What the first press sent: another press without an edit sends exactly that, under the same key. */
  #pressed: { readonly key: string; readonly submit: MakerSubmit; readonly draft: MakerDraft } | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What somebody is writing stays while the initiative is read again.
    if (this.subject && (!this.draft || changed.has('kind')))
      this.draft = makerForm(this.kind).start(this.subject);
  }

  protected override updated(): void {
    const isNew = this.focusNext === '.screen-title';
    super.updated();
    // The form is longer than the button that it came for: what is to be filled in may stand below the screen.
    if (isNew && this.focusNext === '') this.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): unknown {
    const { t, failures, subject, draft, phase, headingLevel, kind } = this;
    if (!failures || !subject || !draft) return nothing;
    const form = makerForm(kind);
    const wrong = this.#wrong();
    const [title, lead] = this.#introduction(subject);
    return html`<form class="join" novalidate @submit=${this.#onSubmit}>
      ${screenTitle(headingLevel, title)}
      <p class="hint">${lead}</p>
      ${this.renderSummary(t.problems, wrong, headingLevel + 1)}
      ${typeof phase === 'object' && 'failure' in phase ? this.renderFailure(this.#failureText(failures, phase.failure)) : nothing}
      ${form.fields(subject).map(({ name, rows, isNumber, isOptional }) =>
        textField(wrong, {
          id: name,
          label: this.#label(name),
          ...(isOptional && !isNumber ? { optional: t.optional } : {}),
          ...(rows === undefined ? {} : { rows }),
          ...(isNumber ? { inputMode: 'numeric' as const } : {}),
          ...(name === 'email' ? { type: name } : {}),
          value: draft[name] ?? '',
          onInput: (value) => this.#write({ [name]: value }),
        }),
      )}
      <div class="actions" part="actions">
        ${form.submits.map((submit, index) => this.#renderSubmit(submit, index === 0))}
        <button type="button" class="button quiet" part="button quiet" @click=${this.close}>
          ${t.cancel}
        </button>
      </div>
    </form>`;
  }

  #renderSubmit(submit: MakerSubmit, isFirst: boolean): TemplateResult {
    const { t, phase } = this;
    const isSending = typeof phase === 'object' && 'sending' in phase;
    return html`<button
      type="submit"
      name="submit"
      value=${submit}
      class="button ${isFirst ? 'primary' : ''}"
      part=${isFirst ? 'button primary' : 'button'}
      aria-disabled=${isSending ? 'true' : nothing}
    >
      ${isSending && phase.sending === submit ? t.sending : t.submits[submit]}
    </button>`;
  }

  #failureText(failures: CoreMessages, failure: unknown): string {
    const { t, locale } = this;
    return `${t.failed} ${this.#reason(failure) ?? failureText(failure, failures, locale)}`;
  }

  /** Who loads this page again, as other widgets say, has no link in the address any more. */
  #reason(failure: unknown): string | undefined {
    const { t, locale } = this;
    if (!(failure instanceof ApiError)) return undefined;
    if (failure.kind === 'gone') return t.gone;
    if (failure.kind !== 'conflict') return undefined;
    // The server says what it is that cannot be, such as stopping during a vote.
    return (locale === 'nl' && failure.detail) || t.conflict;
  }

  #introduction({ offer }: MakerSubject): readonly [string, string] {
    const { t, kind, neighbour } = this;
    if (kind !== 'offer') return [t[kind].title, t[kind].lead];
    return [
      t.offer.title({ name: offer?.name ?? neighbour }),
      offer?.isMailed ? t.offer.mailed : t.offer.called,
    ];
  }

  #label(name: MakerFieldName): string {
    const { labels } = this.t;
    if (name !== 'text') return labels[name];
    const { kind } = this;
    return kind === 'texts' || kind === 'needs' || kind === 'withdraw' ? '' : labels.text[kind];
  }

  /** What is wrong in words, by the name of the field; what belongs to no field stands under ''. */
  #wrong(): Wrong {
    const { subject, kind } = this;
    const names: readonly string[] = subject
      ? makerForm(kind)
          .fields(subject)
          .map(({ name }) => name)
      : [];
    return new Map(
      this.problems.map((problem) => {
        const [, name = ''] = problem.pointer.split('/');
        const isField = names.includes(name);
        return [isField ? name : '', this.#sentence(problem, isField)];
      }),
    );
  }

  #sentence({ code, limit = 0, actual = 0, detail }: ServerProblem, isField: boolean): string {
    const { t } = this;
    if (!isField) return detail ?? t.wrong;
    if (code === 'required') return t.required;
    if (code === 'not-an-email') return t.notAnEmail;
    if (code === 'too-short') return t.tooShort({ limit });
    if (code === 'too-long') return t.tooLong({ over: actual - limit });
    return code === 'out-of-range' ? t.outOfRange({ limit }) : t.wrong;
  }

  #write(change: MakerDraft): void {
    this.draft = { ...this.draft, ...change };
    this.#pressed = undefined;
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { client, owner, subject, draft, phase, kind } = this;
    if ((typeof phase === 'object' && 'sending' in phase) || !client || !owner || !subject || !draft) return;
    const form = makerForm(kind);
    const pressed = (event.submitter as HTMLButtonElement | null)?.value;
    const submit = form.submits.find((each) => each === pressed) ?? form.submits[0];
    if (!submit) return;
    this.problems = form.problems(draft);
    this.phase = 'filling';
    if (this.problems.length > 0) this.focusNext = '.error-summary';
    else await this.#send(client, owner, subject, draft, submit);
  };

  async #send(
    client: Client,
    owner: OwnerKey,
    subject: MakerSubject,
    draft: MakerDraft,
    submit: MakerSubmit,
  ): Promise<void> {
    const form = makerForm(this.kind);
    if (this.#pressed?.submit !== submit) this.#pressed = { key: newKey(), submit, draft };
    const { key, draft: frozen } = this.#pressed;
    this.phase = { sending: submit };
    try {
      const json = form.body(frozen, submit, this.locale);
      await act(client, owner, form.step(subject), json, { key, signal: this.signal }, () => undefined);
      this.dispatchEvent(new Event('sent'));
    } catch (failure) {
      this.phase = this.showProblemsOf(failure) ? 'filling' : { failure };
    }
  }
}
