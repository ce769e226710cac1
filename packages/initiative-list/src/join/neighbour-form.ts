import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  ApiError,
  controls,
  errorSummary,
  errorSummaryStyles,
  failureText,
  LateElement,
  newKey,
  notice,
  screenTitle,
  type BuurtApi,
} from '@buurt/core';
import { offer, remark, reportRemark } from '@buurt/core/neighbours.js';
import {
  offerKinds,
  offerProblems,
  remarkProblems,
  remarkStances,
  reportProblems,
  stillAsked,
  type Initiative,
  type NewOffer,
  type NewRemark,
  type NewReport,
  type OfferKind,
  type Problem,
} from '@buurt/domain';
import { kindIcons } from '../icons.js';
import type { View } from '../view.js';
import { choiceField, textField, type Wrong } from './fields.js';
import { nl, type JoinMessages } from './join.messages.js';
import { joinStyles } from './join.styles.js';
import { wrongFields } from './problem-words.js';

type Phase = 'filling' | 'sending' | 'sent' | { readonly failure: unknown };
type Draft = Omit<NewRemark, 'stance'> & { readonly stance: NewRemark['stance'] | '' };

/**
 * "Ik doe mee", a remark, or that a remark should not be shown: without an account. What was filled in stays until the server has it.
 *
 * @customElement buurt-neighbour-form
 * @fires {CustomEvent<{ kinds: readonly OfferKind[] }>} sent - The server has it; only an offer has kinds.
 * @fires {Event} closed - The neighbour does not want to, or is ready.
 */
export class BuurtNeighbourForm extends LateElement<JoinMessages> {
  static override readonly styles = [controls, errorSummaryStyles, joinStyles];

  @property({ attribute: false }) client: BuurtApi | undefined;
  @property({ attribute: false }) initiative?: Initiative;
  @property({ attribute: false }) kind: 'offer' | 'remark' | 'report' = 'offer';
  /** The remark that should not be shown, for a report. */
  @property({ attribute: false }) remarkId = '';
  @property({ attribute: false }) view?: View;

  @state() private offer: NewOffer = { kinds: [], words: '', name: '', contact: '' };
  @state() private remark: Draft = { stance: '', text: '', name: '' };
  @state() private report: NewReport = { reason: '' };
  @state() private problems: readonly Problem[] = [];
  @state() private phase: Phase = 'filling';

  protected readonly partName = 'join';
  protected readonly catalogue = { nl, en: async () => (await import('./join.messages.en.js')).en };

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
    if (!target) return;
    this.#focus = '';
    target.focus();
  }

  protected override render(): unknown {
    const { t, view, initiative, phase, kind } = this;
    if (!view || !initiative) return nothing;
    if (phase === 'sent') return this.#renderSent();
    const level = view.look.headingLevel + 3;
    const wrong = wrongFields(t, this.problems);
    return html`<form novalidate @submit=${this.#onSubmit}>
      ${screenTitle(level, t[kind].title)}
      <p class="hint">${t[kind].lead}</p>
      ${
        wrong.size > 0
          ? errorSummary({
              title: t.problems,
              entries: [...wrong].map(([id, text]) => ({ id, text })),
              headingLevel: level + 1,
            })
          : nothing
      }
      ${typeof phase === 'object' ? this.#renderFailure(view, phase.failure) : nothing}
      ${this.#renderFields(wrong, view, initiative)}
      <div class="actions" part="actions">
        <button type="submit" class="button primary" aria-disabled=${phase === 'sending' ? 'true' : nothing}>
          ${phase === 'sending' ? t.sending : t[kind].send}
        </button>
        <button type="button" class="button quiet" @click=${this.#close}>${t.cancel}</button>
      </div>
    </form>`;
  }

  #renderSent(): TemplateResult {
    const { t, kind } = this;
    return html`<div class="done" role="status" tabindex="-1">${notice('ok', t[kind].sent)}</div>`;
  }

  #renderFailure(view: View, failure: unknown): TemplateResult {
    const { t, locale } = this;
    const ended = failure instanceof ApiError && failure.kind === 'conflict';
    const why = ended ? t.ended : failureText(failure, view.t, locale);
    return html`<div class="failure" role="alert" tabindex="-1">
      ${notice('error', `${t.failed} ${why}`)}
    </div>`;
  }

  #renderFields(wrong: Wrong, view: View, initiative: Initiative): TemplateResult {
    const { t, kind, report } = this;
    if (kind === 'offer') return this.#renderOffer(wrong, view, initiative);
    if (kind === 'remark') return this.#renderRemark(wrong);
    return textField(wrong, {
      id: 'reason',
      label: t.reason,
      value: report.reason,
      rows: 2,
      onInput: (reason) => this.#edit({ reason }),
    });
  }

  #renderOffer(wrong: Wrong, view: View, { help }: Initiative): TemplateResult {
    const { t } = this;
    const { kinds, words, name, contact } = this.offer;
    const isWanted = (kind: OfferKind) => help.some((each) => each.kind === kind && stillAsked(each) > 0);
    return html`${choiceField(wrong, {
      id: 'kinds',
      label: t.kinds,
      several: true,
      look: 'card',
      options: offerKinds.map((kind) => ({
        value: kind,
        content: html`${kindIcons[kind]} <strong>${view.t.kinds[kind]}</strong>
          ${isWanted(kind) ? html`<span class="tag">${t.wanted}</span>` : nothing}
          <span class="hint">${t.examples[kind]}</span>`,
      })),
      chosen: kinds,
      onChoose: (kind) =>
        this.#edit({ kinds: offerKinds.filter((each) => kinds.includes(each) !== (each === kind)) }),
    })}
    ${textField(wrong, {
      id: 'words',
      label: t.words,
      hint: t.wordsHint,
      optional: t.optional,
      value: words,
      rows: 2,
      onInput: (text) => this.#edit({ words: text }),
    })}
    ${textField(wrong, {
      id: 'name',
      label: t.name,
      value: name,
      autocomplete: 'name',
      onInput: (text) => this.#edit({ name: text }),
    })}
    ${textField(wrong, {
      id: 'contact',
      label: t.contact,
      hint: t.contactHint,
      value: contact,
      autocomplete: 'email',
      onInput: (text) => this.#edit({ contact: text }),
    })}`;
  }

  #renderRemark(wrong: Wrong): TemplateResult {
    const { t } = this;
    const { stance, text, name } = this.remark;
    return html`${choiceField(wrong, {
      id: 'stance',
      label: t.stance,
      look: 'pill',
      options: remarkStances.map((each) => ({ value: each, content: t.stances[each] })),
      chosen: stance === '' ? [] : [stance],
      onChoose: (each) => this.#edit({ stance: each }),
    })}
    ${textField(wrong, {
      id: 'text',
      label: t.text,
      value: text,
      rows: 3,
      onInput: (written) => this.#edit({ text: written }),
    })}
    ${textField(wrong, {
      id: 'name',
      label: t.remarkName,
      hint: t.remarkNameHint,
      optional: t.optional,
      value: name,
      autocomplete: 'name',
      onInput: (written) => this.#edit({ name: written }),
    })}`;
  }

  #edit(change: Partial<NewOffer> & Partial<NewRemark> & Partial<NewReport>): void {
    this.#key = newKey();
    if (this.kind === 'offer') this.offer = { ...this.offer, ...change };
    else if (this.kind === 'remark') this.remark = { ...this.remark, ...change };
    else this.report = { ...this.report, ...change };
  }

  #wrong(): readonly Problem[] {
    if (this.kind === 'offer') return offerProblems(this.offer);
    return this.kind === 'remark' ? remarkProblems(this.remark as NewRemark) : reportProblems(this.report);
  }

  readonly #close = (): void => void this.dispatchEvent(new Event('closed'));

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.phase === 'sending') return;
    this.problems = this.#wrong();
    this.phase = 'filling';
    if (this.problems.length > 0) this.#focus = '.error-summary';
    else await this.#send();
  };

  async #send(): Promise<void> {
    this.phase = 'sending';
    try {
      await this.#post();
      this.phase = 'sent';
      this.#focus = '.done';
      const kinds = this.kind === 'offer' ? this.offer.kinds : [];
      this.dispatchEvent(new CustomEvent('sent', { detail: { kinds } }));
    } catch (failure) {
      const problems = failure instanceof ApiError ? failure.problems : [];
      this.problems = problems;
      this.phase = problems.length > 0 ? 'filling' : { failure };
      this.#focus = problems.length > 0 ? '.error-summary' : '.failure';
    }
  }

  async #post(): Promise<void> {
    const { client, initiative } = this;
    if (!client || !initiative) return;
    const { signal } = this.#stop;
    if (this.kind === 'offer') await offer(client, initiative.id, this.offer, this.#key, { signal });
    else if (this.kind === 'remark')
      await remark(client, initiative.id, this.remark as NewRemark, this.#key, { signal });
    else await reportRemark(client, this.remarkId, this.report, this.#key, { signal });
  }
}
