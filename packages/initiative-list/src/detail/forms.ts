import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { Lazy } from '@buurt/core/element/lazy.js';
import { spokenWhen } from '@buurt/core/element/spoken.js';
import { stillAsked } from '@buurt/domain/initiatives/initiative-news.js';
import type { Initiative, OfferKind, Remark } from '@buurt/domain/initiatives/initiative.js';
import { handIcon } from '../icons.js';
import { formCode, mailPage, neighbourForm, type NeighbourForm } from '../join.js';
import type { View } from '../view.js';
import type { DetailMessages } from './detail.messages.js';

type Kind = NeighbourForm['kind'];

/** The dialog in which the forms stand. */
interface Dialog extends Pick<ReactiveControllerHost, 'requestUpdate'> {
  readonly client: BuurtApi | undefined;
  readonly view?: View;
}

interface Hands {
  readonly texts: () => DetailMessages;
  readonly onSent: (kinds: readonly OfferKind[]) => void;
}

const nameOf = (kind: Kind, remark = '') => `${kind}${remark && `-${remark}`}`;

/** What can be filled in about an initiative: at most one form at a time, in the place of the button that leads to it. */
export class Forms {
  readonly #host: Dialog;
  readonly #hands: Hands;
  readonly #code: Lazy<unknown>;
  /** The name of the form that is open; empty when none is. */
  #open = '';
  /** The name of the form that was closed: its button takes the focus. */
  #left = '';

  constructor(host: Dialog, hands: Hands) {
    this.#host = host;
    this.#hands = hands;
    this.#code = new Lazy(host, formCode);
  }

  get busy(): boolean {
    return this.#open !== '';
  }

  /** Another initiative: at its form to join, or without any. */
  begin(joining: boolean): void {
    this.#open = '';
    if (joining) this.#show('offer');
    this.#left = '';
  }

  drawn(root: ParentNode): void {
    if (!this.#left) return;
    root.querySelector<HTMLElement>(`[data-form="${CSS.escape(this.#left)}"]`)?.focus();
    this.#left = '';
  }

  /** The button that leads to a form, or the form in its place. */
  way(kind: Exclude<Kind, 'report'>, initiative: Initiative, words: string): TemplateResult {
    if (this.#open === kind) return this.#form(kind, initiative);
    return html`<p>
      <button
        type="button"
        class="button ${kind === 'offer' ? 'primary' : ''}"
        part=${kind === 'remark' || kind === 'follow' ? kind : 'join'}
        data-form=${kind}
        @click=${() => this.#show(kind)}
      >
        ${kind === 'offer' ? handIcon : nothing} ${words}
      </button>
    </p>`;
  }

  /** A way to the form to join that is in sight at once; the form stands further down, and takes the focus. */
  shortcut(words: string): TemplateResult | typeof nothing {
    if (this.#open === 'offer') return nothing;
    return html`<button type="button" class="button" part="join" @click=${() => this.#show('offer')}>
      ${handIcon} ${words}
    </button>`;
  }

  /** The same, quieter, to say that a remark should not be shown. */
  wayToReport(initiative: Initiative, { id, text }: Remark, words: string): TemplateResult {
    const name = nameOf('report', id);
    if (this.#open === name) return this.#form('report', initiative, id);
    return html`<button
      type="button"
      class="link report"
      data-form=${name}
      @click=${() => this.#show('report', id)}
    >
      ${words}<span class="for-reader">: ${text}</span>
    </button>`;
  }

  #form(kind: Kind, { id, help }: Initiative, remark?: string): TemplateResult {
    const { client, view } = this.#host;
    const { module, failed, need } = this.#code;
    const t = this.#hands.texts();
    if (!module || !view)
      return html`<p class="hint">${spokenWhen(failed, failed ? t.failed : t.loading)}</p>
        ${
          failed
            ? html`<button type="button" class="button" @click=${() => void need()}>${t.retry}</button>`
            : nothing
        }`;
    const wanted = help.filter((each) => stillAsked(each) > 0).map((each) => each.kind);
    return neighbourForm(view, {
      client,
      kind,
      about: { initiative: id, remark, wanted, page: mailPage(view.hrefOf(id)) },
      headingLevel: view.look.headingLevel + 3,
      onSent: ({ detail }) => this.#hands.onSent(detail.kinds),
      onClosed: () => this.#close(),
    });
  }

  #show(kind: Kind, remark?: string): void {
    this.#open = nameOf(kind, remark);
    void this.#code.need();
    this.#host.requestUpdate();
  }

  #close(): void {
    this.#left = this.#open;
    this.#open = '';
    this.#host.requestUpdate();
  }
}
