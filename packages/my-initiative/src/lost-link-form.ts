import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { screenTitle } from '@buurt/core/element/screen.js';
import { FormElement } from '@buurt/core/forms/form-element.js';
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { Client } from '@buurt/core/http/client.js';
import { textField, type Wrong } from '@buurt/core/join/fields.js';
import { joinStyles } from '@buurt/core/join/join.styles.js';
import type { CoreMessages } from '@buurt/core/messages/core.messages.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { emailProblems } from '@buurt/domain/ideas/contact.js';
import { nl, type MakerFormMessages } from './maker-form.messages.js';
import { requestOwnerLinks } from './my-initiative-api.js';

type Phase = 'filling' | 'sending' | { readonly failure: unknown };

/**
 * Where a maker without their link asks for it. Whoever fills in an address learns nothing about it: what is said is the same.
 *
 * @customElement buurt-lost-link-form
 * @fires {Event} sent - The server has it.
 * @fires {Event} closed - The maker does not want to.
 */
export class BuurtLostLinkForm extends FormElement<MakerFormMessages> {
  static override readonly styles = [controls, errorSummaryStyles, joinStyles];

  @property({ attribute: false }) client: Client | undefined;
  /** How the form says that something failed. */
  @property({ attribute: false }) failures?: CoreMessages;
  /** Level of its heading. */
  @property({ attribute: false }) headingLevel = 4;

  @state() private email = '';
  @state() private phase: Phase = 'filling';

  protected readonly partName = 'maker';
  protected readonly catalogue = { nl, en: async () => (await import('./maker-form.messages.en.js')).en };

  protected override render(): unknown {
    const { t, failures, headingLevel, phase, email, locale } = this;
    if (!failures) return nothing;
    const wrong = this.#wrong();
    return html`<form class="join" novalidate @submit=${this.#onSubmit}>
      ${screenTitle(headingLevel, t.lostLink.title)}
      <p class="hint">${t.lostLink.lead}</p>
      ${this.renderSummary(t.problems, wrong, headingLevel + 1)}
      ${
        typeof phase === 'object'
          ? this.renderFailure(
              `${t.failed} ${this.#sendsNoMail(phase.failure) ? t.lostLink.noMail : failureText(phase.failure, failures, locale)}`,
            )
          : nothing
      }
      ${textField(wrong, {
        id: 'email',
        label: t.labels.ownEmail,
        value: email,
        type: 'email',
        autocomplete: 'email',
        onInput: (value) => (this.email = value),
      })}
      <div class="actions" part="actions">
        <button
          type="submit"
          class="button primary"
          part="button primary"
          aria-disabled=${phase === 'sending' ? 'true' : nothing}
        >
          ${phase === 'sending' ? t.sending : t.submits.send}
        </button>
        <button type="button" class="button quiet" part="button quiet" @click=${this.close}>
          ${t.cancel}
        </button>
      </div>
    </form>`;
  }

  #wrong(): Wrong {
    const { t, problems } = this;
    return new Map(problems.map(({ code }) => ['email', code === 'required' ? t.required : t.notAnEmail]));
  }

  #sendsNoMail(failure: unknown): boolean {
    return failure instanceof ApiError && failure.type === 'sends-no-mail';
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { client, email, phase, signal } = this;
    if (phase === 'sending' || !client) return;
    this.problems = emailProblems('/email', email, { required: true });
    this.phase = 'filling';
    if (this.problems.length > 0) {
      this.focusNext = '.error-summary';
      return;
    }
    this.phase = 'sending';
    try {
      await requestOwnerLinks(client, email, signal);
      this.dispatchEvent(new Event('sent'));
    } catch (failure) {
      this.phase = this.showProblemsOf(failure) ? 'filling' : { failure };
    }
  };
}
