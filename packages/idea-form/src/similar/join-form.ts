import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  controls,
  errorSummary,
  errorSummaryStyles,
  failureText,
  newKey,
  notice,
  screenTitle,
  type BuurtApi,
  type CoreMessages,
} from '@buurt/core';
import { offer, remark } from '@buurt/core/neighbours.js';
import {
  offerKinds,
  offerProblems,
  remarkProblems,
  remarkStances,
  type InitiativeSummary,
  type NewOffer,
  type NewRemark,
  type Problem,
} from '@buurt/domain';
import { choiceField, textField, type FieldView } from '../fields.js';
import { kindIcons } from '../icons.js';
import { pills } from '../idea-form.styles.js';
import { toggled } from '../new-idea.js';
import { joinStyles } from './similar-ideas.styles.js';
import type { SimilarMessages } from './similar-ideas.messages.js';

type Phase = 'filling' | 'sending' | 'sent' | { readonly failure: unknown };

const idOf = ({ pointer }: Problem) => pointer.split('/')[1] ?? '';

/**
 * "Ik doe hieraan mee" or a remark, on an idea that was there already.
 *
 * @customElement buurt-join-form
 * @fires {Event} closed - The resident does not want to, or is ready.
 */
export class BuurtJoinForm extends LitElement {
  static override readonly styles = [controls, errorSummaryStyles, pills, joinStyles];

  @property({ attribute: false }) client: BuurtApi | undefined;
  @property({ attribute: false }) t?: SimilarMessages;
  /** How the form says that something failed. */
  @property({ attribute: false }) failures?: CoreMessages;
  @property({ attribute: false }) initiative?: InitiativeSummary;
  @property({ attribute: false }) kind: 'offer' | 'remark' = 'offer';
  @property({ attribute: false }) headingLevel = 4;
  @property({ attribute: false }) locale: 'nl' | 'en' = 'nl';

  @state() private offer: NewOffer = { kinds: [], words: '', name: '', contact: '' };
  @state() private remark: Omit<NewRemark, 'stance'> & { stance: NewRemark['stance'] | '' } = {
    stance: '',
    text: '',
    name: '',
  };
  @state() private problems: readonly Problem[] = [];
  @state() private phase: Phase = 'filling';

  /** One for what is filled in now; new after any edit. */
  #key = newKey();
  #focus = '.screen-title';
  readonly #stop = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  protected override updated(): void {
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    this.#focus = '';
    if (target) target.focus();
  }

  protected override render(): unknown {
    const { t, initiative, phase } = this;
    if (!t || !initiative) return nothing;
    if (phase === 'sent')
      return html`<div class="done" tabindex="-1">
          ${notice('ok', this.kind === 'offer' ? t.offered : t.remarked)}
        </div>
        <button type="button" class="button quiet" @click=${this.#close}>${t.cancel}</button>`;
    const title = this.kind === 'offer' ? t.offerTitle : t.remarkTitle;
    const wrong = new Map(this.problems.map((each) => [idOf(each), this.#text(each, t)]));
    const view: FieldView = { t, wrong };
    return html`<form class="join" novalidate @submit=${this.#onSubmit}>
      ${screenTitle(this.headingLevel, title({ title: initiative.title }))}
      ${
        wrong.size > 0
          ? errorSummary({
              title: t.problems,
              entries: [...wrong].map(([id, text]) => ({ id, text })),
              headingLevel: this.headingLevel + 1,
            })
          : nothing
      }
      ${typeof phase === 'object' ? notice('error', this.failures ? failureText(phase.failure, this.failures, this.locale) : t.lost) : nothing}
      ${this.kind === 'offer' ? this.#renderOffer(view, t) : this.#renderRemark(view, t)}
      <div class="actions" part="actions">
        <button type="submit" class="button primary">
          ${phase === 'sending' ? t.sending : this.kind === 'offer' ? t.sendOffer : t.sendRemark}
        </button>
        <button type="button" class="button quiet" @click=${this.#close}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #renderOffer(view: FieldView, t: SimilarMessages): TemplateResult {
    const { kinds, words, name, contact } = this.offer;
    return html`${choiceField(view, {
      id: 'kinds',
      label: t.kinds,
      hint: '',
      required: true,
      several: true,
      look: 'pill',
      options: offerKinds.map((kind) => ({
        value: kind,
        content: html`${kindIcons[kind]} ${t.kindNames[kind]}`,
      })),
      chosen: kinds,
      onChoose: (kind) => this.#edit({ kinds: toggled(kinds, kind) }),
    })}
    ${textField(view, {
      id: 'words',
      label: t.words,
      hint: t.wordsHint,
      value: words,
      required: false,
      max: 600,
      rows: 2,
      onInput: (text) => this.#edit({ words: text }),
    })}
    ${this.#renderName(view, t, name, true)}
    ${textField(view, {
      id: 'contact',
      label: t.contact,
      hint: t.contactHint,
      value: contact,
      required: true,
      autocomplete: 'email',
      onInput: (text) => this.#edit({ contact: text }),
    })}`;
  }

  #renderRemark(view: FieldView, t: SimilarMessages): TemplateResult {
    const { stance, text, name } = this.remark;
    return html`${choiceField(view, {
      id: 'stance',
      label: t.stance,
      hint: '',
      required: true,
      look: 'pill',
      options: remarkStances.map((each) => ({ value: each, content: t.stances[each] })),
      chosen: stance === '' ? [] : [stance],
      onChoose: (each) => this.#edit({ stance: each }),
    })}
    ${textField(view, {
      id: 'text',
      label: t.text,
      hint: '',
      value: text,
      required: true,
      max: 1000,
      rows: 3,
      onInput: (written) => this.#edit({ text: written }),
    })}
    ${this.#renderName(view, t, name, false)}`;
  }

  #renderName(view: FieldView, t: SimilarMessages, value: string, required: boolean): TemplateResult {
    return textField(view, {
      id: 'name',
      label: t.name,
      hint: '',
      value,
      required,
      max: 80,
      autocomplete: 'name',
      onInput: (name) => this.#edit({ name }),
    });
  }

  #text({ pointer, code, limit = 0, actual = 0 }: Problem, t: SimilarMessages): string {
    if (code === 'too-long') return t.tooLong({ over: actual - limit });
    const required: Readonly<Record<string, string>> = {
      kinds: t.kindsRequired,
      stance: t.stanceRequired,
      text: t.textRequired,
      name: t.nameRequired,
      contact: t.contactRequired,
    };
    return required[idOf({ pointer, code })] ?? t.problems;
  }

  #edit(change: Partial<NewOffer> & Partial<NewRemark>): void {
    this.#key = newKey();
    if (this.kind === 'offer') this.offer = { ...this.offer, ...change };
    else this.remark = { ...this.remark, ...change };
  }

  readonly #close = (): void => void this.dispatchEvent(new Event('closed'));

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.phase === 'sending') return;
    this.problems =
      this.kind === 'offer' ? offerProblems(this.offer) : remarkProblems(this.remark as NewRemark);
    this.#focus = this.problems.length > 0 ? '.error-summary' : '';
    if (this.problems.length > 0) return;
    this.phase = 'sending';
    try {
      await this.#send();
      this.phase = 'sent';
      this.#focus = '.done';
    } catch (failure) {
      this.phase = { failure };
      this.#focus = '.notice';
    }
  };

  async #send(): Promise<void> {
    const { client, initiative, kind } = this;
    if (!client || !initiative) return;
    const { signal } = this.#stop;
    if (kind === 'offer') await offer(client, initiative.id, this.offer, this.#key, { signal });
    else await remark(client, initiative.id, this.remark as NewRemark, this.#key, { signal });
  }
}
