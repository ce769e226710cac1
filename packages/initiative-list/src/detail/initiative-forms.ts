import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { spokenWhen } from '@buurt/core/element/spoken.js';
import { stillAsked } from '@buurt/domain/initiatives/initiative-news.js';
import type { Initiative, OfferKind, Remark } from '@buurt/domain/initiatives/initiative.js';
import { handIcon } from '../icons.js';
import {
  loadNeighbourForm,
  neighbourForm,
  pageForMails,
  type NeighbourFormOptions,
} from '../neighbour-form.js';
import type { SectionContext } from './sections.js';

type FormKind = NeighbourFormOptions['kind'];

/** What a form about an initiative shows and sends with. */
export interface FormContext extends SectionContext {
  readonly client: BuurtApi | undefined;
  readonly ownTexts: readonly object[];
  /** Where the initiative is to be read; undefined where it has no address. */
  readonly href: string | undefined;
}

const buttonParts = { offer: 'button primary join', remark: 'button remark', follow: 'button follow' };

const nameOf = (kind: FormKind, remarkId = '') => `${kind}${remarkId && `-${remarkId}`}`;

/** The forms about an initiative: at most one is open, in the place of the button that leads to it. */
export class InitiativeForms implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #onSent: (kinds: readonly OfferKind[]) => void;
  readonly #onWithdrawn: () => void;
  readonly #code: LazyModule<unknown>;
  /** The name of the form that is open; empty when none is. */
  #open = '';
  /** The name of the form that was just closed: its button takes the focus. */
  #closed = '';

  constructor(host: ReactiveElement, onSent: (kinds: readonly OfferKind[]) => void, onWithdrawn: () => void) {
    this.#host = host;
    this.#onSent = onSent;
    this.#onWithdrawn = onWithdrawn;
    this.#code = new LazyModule(host, loadNeighbourForm);
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#open !== '';
  }

  /** Whether the form to join is open; once it was sent, it shows how to take that back. */
  get isOffering(): boolean {
    return this.#open === 'offer';
  }

  /** Begins another initiative: at its form to join, or without any. */
  reset(isJoining: boolean): void {
    this.#open = '';
    if (isJoining) this.#show('offer');
    this.#closed = '';
  }

  hostUpdated(): void {
    if (!this.#closed) return;
    const button = `[data-form="${CSS.escape(this.#closed)}"]`;
    this.#host.renderRoot.querySelector<HTMLElement>(button)?.focus();
    this.#closed = '';
  }

  /** The button that leads to a form, or the form in its place. */
  buttonOrForm(
    context: FormContext,
    kind: Exclude<FormKind, 'report'>,
    initiative: Initiative,
    text: string,
  ): TemplateResult {
    if (this.#open === kind) return this.#form(context, kind, initiative);
    return html`<p>
      <button
        type="button"
        class="button ${kind === 'offer' ? 'primary' : ''}"
        part=${buttonParts[kind]}
        data-form=${kind}
        @click=${() => this.#show(kind)}
      >
        ${kind === 'offer' ? handIcon : nothing} ${text}
      </button>
    </p>`;
  }

  /** A way to the form to join that is in sight at once; the form stands further down, and takes the focus. */
  joinShortcut(text: string): TemplateResult | typeof nothing {
    if (this.#open === 'offer') return nothing;
    return html`<button type="button" class="button" part="button join" @click=${() => this.#show('offer')}>
      ${handIcon} ${text}
    </button>`;
  }

  /** The same as `buttonOrForm`, quieter, to say that a remark should not be shown. */
  reportLinkOrForm(context: FormContext, initiative: Initiative, { id, text }: Remark): TemplateResult {
    const name = nameOf('report', id);
    if (this.#open === name) return this.#form(context, 'report', initiative, id);
    return html`<button
      type="button"
      class="link report"
      data-form=${name}
      @click=${() => this.#show('report', id)}
    >
      ${context.t.report}<span class="for-reader">: ${text}</span>
    </button>`;
  }

  #form(context: FormContext, kind: FormKind, { id, help }: Initiative, remark?: string): TemplateResult {
    const { t, list, locale, level, client, ownTexts, href } = context;
    const { module, failed, load } = this.#code;
    if (!module)
      return html`<p class="hint">${spokenWhen(failed, failed ? t.failed : t.loading)}</p>
        ${
          failed
            ? html`<button type="button" class="button" part="button" @click=${() => void load()}>
                ${t.retry}
              </button>`
            : nothing
        }`;
    const wanted = help.filter((each) => stillAsked(each) > 0).map((each) => each.kind);
    return neighbourForm({
      client,
      kind,
      about: { initiative: id, remark, wanted, page: pageForMails(href) },
      failures: list,
      headingLevel: level + 1,
      locale,
      ownTexts,
      onSent: ({ detail }) => this.#onSent(detail.kinds),
      onWithdrawn: this.#onWithdrawn,
      onClosed: () => this.#close(),
    });
  }

  #show(kind: FormKind, remarkId?: string): void {
    this.#open = nameOf(kind, remarkId);
    void this.#code.load();
    this.#host.requestUpdate();
  }

  #close(): void {
    this.#closed = this.#open;
    this.#open = '';
    this.#host.requestUpdate();
  }
}
