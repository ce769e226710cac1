import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { initialState, Task, TaskStatus } from '@lit/task';
import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { clockTime } from '@buurt/core/messages/format.js';
import { heading } from '@buurt/core/element/heading.js';
import { LateElement } from '@buurt/core/element/late-element.js';
import { PrintedDialog } from '@buurt/core/dialog/printed-dialog.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import { boundary } from '@buurt/core/http/api-later.js';
import { askInitiative, wholeFrom } from '@buurt/core/http/initiatives.js';
import { type Said, sayingRegion } from '@buurt/core/element/saying.js';
import type { Initiative, ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import { statusTag, supportButton } from '../cards.js';
import { cardStyles } from '../cards.styles.js';
import { shareIcon } from '../icons.js';
import type { KeptAnswers } from '../kept.js';
import { picture } from '../pictures.js';
import { hasEnded, type View } from '../view.js';
import { detailStyles } from './detail.styles.js';
import { nl, type DetailMessages } from './detail.messages.js';
import { whereabouts } from './place-picture.js';
import { follow } from './follow.js';
import { Forms } from './forms.js';
import { remarks } from './remarks.js';
import { morePhotos, neighbours, story } from './sections.js';
import { share } from './share.js';
import type { Telling } from './story.js';
import { news, promises, stages } from './timeline.js';
import { toldStyles } from './told.styles.js';

/**
 * One initiative with everything that is known of it, in a dialog over the page: closing it brings a visitor back to
 * where he was.
 *
 * @customElement buurt-initiative-detail
 * @fires {Event} close - The dialog was closed.
 * @fires {CustomEvent<{ kinds: readonly OfferKind[] }>} offered - A neighbour joins.
 * @csspart detail - The dialog.
 */
export class BuurtInitiativeDetail extends LateElement<DetailMessages> {
  static override readonly styles = [controls, ...cardStyles, ...detailStyles, toldStyles];

  @property({ attribute: false }) client: BuurtApi | undefined;
  @property({ attribute: false }) buurt = '';
  @property({ attribute: false }) initiativeId = '';
  /** What the list knows of it, while the rest is on its way. */
  @property({ attribute: false }) listed: ListedInitiative | undefined;
  @property({ attribute: false }) view?: View;
  @property({ attribute: false }) kept?: KeptAnswers;
  /** Begin at the form to join. */
  @property({ attribute: false }) joining = false;

  /** How its support went, for a screen reader. */
  @property({ attribute: false }) said: Said = { words: '', turn: 0 };

  @query('dialog') private dialog?: HTMLDialogElement;
  /** How sharing went, in words. */
  @state() private shared: Said = { words: '', turn: 0 };

  protected readonly partName = 'detail';
  protected readonly catalogue = { nl, en: async () => (await import('./detail.messages.en.js')).en };

  readonly #forms = new Forms(this, {
    texts: () => this.t,
    onSent: (kinds) => {
      if (kinds.length > 0) this.dispatchEvent(new CustomEvent('offered', { detail: { kinds } }));
      void this.#whole.run();
    },
  });
  readonly #whole = new Task(this, {
    args: () => [this.client, this.initiativeId] as const,
    task: async ([client, id], { signal }) => {
      if (!client || !id) return initialState;
      const json = await askInitiative(client, id, { signal });
      const whole = wholeFrom(client, json);
      this.kept?.keepDetail(id, json);
      return whole;
    },
  });
  readonly #border = new Task(this, {
    args: () => [this.client, this.buurt, this.#known?.place != null] as const,
    task: ([client, buurt, placed], { signal }) =>
      client && placed ? boundary(client, buurt, { signal }) : initialState,
  });

  constructor() {
    super();
    new PrintedDialog(this, () => this.dialog);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#whole.abort();
    this.#border.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('initiativeId')) {
      this.shared = { words: '', turn: 0 };
      this.#closed = false;
      this.#earlier = this.#read();
      this.#forms.begin(this.joining);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('initiativeId') && this.dialog && !this.dialog.open) {
      this.dialog.showModal();
      this.dialog.querySelector<HTMLElement>('#title')?.focus();
    }
    this.#forms.drawn(this.renderRoot);
  }

  #closed = false;
  /** What this device kept of it. */
  #earlier: { readonly at: number; readonly whole: Initiative } | undefined;

  /** The whole of it, of now or of an earlier visit; never that of another. */
  get #known(): Initiative | undefined {
    const { value } = this.#whole;
    return value?.id === this.initiativeId ? value : this.#earlier?.whole;
  }

  #read() {
    const { client, kept, initiativeId } = this;
    const answer = kept?.detail(initiativeId);
    if (!client || !answer) return undefined;
    try {
      return { at: answer.at, whole: wholeFrom(client, answer.json) };
    } catch (error) {
      if (error instanceof ApiError) return undefined;
      throw error;
    }
  }

  protected override render(): unknown {
    const { view, t } = this;
    if (!view) return nothing;
    const shown = this.#known ?? this.listed;
    // A press beside the dialog closes it, but not on somebody who is writing.
    const closedBy = this.#forms.busy ? 'closerequest' : 'any';
    return html`<dialog part="detail" aria-labelledby="title" closedby=${closedBy} @close=${this.#onClose}>
      <div class="inside">
        <div class="top">
          ${this.#renderShare()}
          <button type="button" class="button quiet" part="back" @click=${this.#close}>${t.close}</button>
        </div>
        ${shown ? picture(shown.photo, '(min-width: 44rem) 42rem, 100vw') : nothing}
        <p class="tags">${shown ? this.#renderTags(view, shown) : nothing}</p>
        ${heading(view.look.headingLevel + 1, html`<bdi>${shown?.title ?? t.title}</bdi>`, {
          id: 'title',
          focusAs: 'detail-title',
        })}
        ${this.#renderState(view)} ${shown ? this.#renderActions(view, shown) : nothing}
        ${this.#known ? this.#renderWhole(view, this.#known) : this.#renderBeginning()} ${helpSlot}
      </div>
    </dialog>`;
  }

  #renderTags(view: View, { status, theme }: ListedInitiative): TemplateResult {
    const name = theme ? view.themeName(theme) : '';
    return html`${statusTag(view, status)}
    ${name ? html`<span class="theme"><bdi>${name}</bdi></span>` : nothing}`;
  }

  #renderBeginning(): TemplateResult {
    return html`<p class="prose" dir="auto">${this.listed?.excerpt}</p>`;
  }

  /** The rest is on its way, did not come, or is of an earlier visit. */
  #renderState(view: View): TemplateResult {
    const { t, locale } = this;
    const { status, error, value } = this.#whole;
    const time =
      this.#earlier && !value ? t.from({ time: clockTime(new Date(this.#earlier.at), locale) }) : '';
    const failed = status === TaskStatus.ERROR;
    const waits = failed || status === TaskStatus.COMPLETE ? '' : this.#known ? time : t.loading;
    return html`<p class="hint state">${waits}</p>
      <div class="state" role="status">${failed ? this.#renderLost(view, error, time) : nothing}</div>`;
  }

  #renderLost(view: View, error: unknown, time: string): TemplateResult {
    const { t, locale } = this;
    const gone = error instanceof ApiError && error.kind === 'gone';
    const words = gone ? t.gone : `${t.failed} ${failureText(error, view.t, locale)} ${time}`;
    return notice(
      'warning',
      html`<p>${words}</p>
        ${
          gone
            ? nothing
            : html`<button type="button" class="button" @click=${() => void this.#whole.run()}>
                ${t.retry}
              </button>`
        }`,
    );
  }

  #renderActions(view: View, shown: ListedInitiative): TemplateResult {
    const { t } = this;
    const trouble = view.trouble(shown.id);
    return html`<div class="card-actions">
        ${supportButton(view, shown)}
        ${this.#known && !hasEnded(this.#known) ? this.#forms.shortcut(t.join) : nothing}
        ${trouble ? html`<p class="problem">${trouble}</p>` : nothing}
      </div>
      ${sayingRegion(this.said)}`;
  }

  #renderShare(): TemplateResult | typeof nothing {
    const { t, view } = this;
    if (view?.hrefOf(this.initiativeId) === undefined) return nothing;
    const { words, turn } = this.shared;
    return html`<span class="shared" role="status">${keyed(turn, html`${words}`)}</span>
      <button type="button" class="button quiet" @click=${() => void this.#onShare()}>
        ${shareIcon} ${t.share}
      </button>`;
  }

  #renderWhole(view: View, whole: Initiative): TemplateResult {
    const { t, locale } = this;
    const telling: Telling = { t, list: view.t, locale, level: view.look.headingLevel + 2, now: view.now };
    return html`${stages(telling, whole)} ${story(telling, whole)}
    ${neighbours(telling, whole, this.#forms.way('offer', whole, t.join))} ${promises(telling, whole)}
    ${news(telling, whole)} ${whole.place ? whereabouts(telling, whole.place, this.#border.value) : nothing}
    ${morePhotos(telling, whole)}
    ${remarks(telling, whole, {
      write: this.#forms.way('remark', whole, t.remark),
      report: (remark) => this.#forms.wayToReport(whole, remark, t.report),
    })}
    ${follow(telling, whole, this.client?.endpoint ?? '', this.#forms.way('follow', whole, t.byMail))}`;
  }

  readonly #onShare = async (): Promise<void> => {
    const { t, view, initiativeId } = this;
    const url = new URL(view?.hrefOf(initiativeId) ?? '', document.baseURI).href;
    const how = await share((this.#known ?? this.listed)?.title ?? '', url);
    const words = { shared: '', copied: t.copied, 'not-copied': t.notCopied({ link: url }) }[how];
    this.shared = { words, turn: this.shared.turn + 1 };
  };

  /** A browser tells of a closed dialog with its next frame, and a page that nobody sees has none. */
  readonly #close = (): void => {
    this.dialog?.close();
    this.#onClose();
  };

  readonly #onClose = (): void => {
    if (this.#closed || this.dialog?.open) return;
    this.#closed = true;
    this.dispatchEvent(new Event('close'));
  };
}
