import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { initialState, Task } from '@lit/task';
import { PrintedDialog } from '@buurt/core/dialog/printed-dialog.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import { Resource } from '@buurt/core/element/resource.js';
import { type Announcement, announcementRegion } from '@buurt/core/element/announcement.js';
import { helpSlot, notice } from '@buurt/core/element/screen.js';
import { ApiError } from '@buurt/core/http/api-error.js';
import { boundary } from '@buurt/core/http/ideas.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { askInitiative, wholeFrom } from '@buurt/core/http/initiatives.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import { clockTime } from '@buurt/core/messages/format.js';
import { ownOffers } from '@buurt/core/storage/own-offers.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { hasEnded } from '@buurt/domain/initiatives/initiative-status.js';
import type { Initiative, ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import { statusTag, supportButton, supportProblem, themeTag, type ListTexts } from '../list/cards.js';
import { cardStyles } from '../list/cards.styles.js';
import { picture } from '@buurt/core/element/picture.js';
import { shareIcon, street } from '../icons.js';
import type { ThemeNames } from '../list/theme-names.js';
import { cacheName, responseCache } from '../response-cache.js';
import type { SupportState } from '../support/support-controller.js';
import { nl, type DetailMessages } from './detail.messages.js';
import { detailStyles } from './detail.styles.js';
import { InitiativeForms, type FormContext } from './initiative-forms.js';
import { remarks } from './remarks.js';
import { follow, morePhotos, neighbours, place, story } from './sections.js';
import { sectionStyles } from './sections.styles.js';
import { share } from './share.js';
import { news, promises, stages } from './timeline.js';

const nothingAnnounced: Announcement = { text: '', turn: 0 };

/**
 * One initiative with everything that is known of it, in a dialog over the page: closing it brings a visitor back to
 * where they were.
 *
 * @customElement buurt-initiative-detail
 * @fires {Event} close - The dialog was closed.
 * @fires {CustomEvent<ListedInitiative>} support-toggle - The button to support it was pressed.
 * @fires {CustomEvent<{ kinds: readonly OfferKind[] }>} offered - A neighbour joins.
 * @csspart detail - The dialog.
 */
export class BuurtInitiativeDetail extends LazyElement<DetailMessages> {
  static override readonly styles = [controls, ...cardStyles, ...detailStyles, sectionStyles];

  @property({ attribute: false }) client: BuurtApi | undefined;
  @property({ attribute: false }) buurt = '';
  @property({ attribute: false }) initiativeId = '';
  /** What the list knows of it, while the rest is on its way. */
  @property({ attribute: false }) listed: ListedInitiative | undefined;
  /** What the page wants to see where there is no photo. */
  @property({ attribute: false }) placeholder: Element | undefined;
  /** Where it is to be read; undefined where it has no address. */
  @property({ attribute: false }) href: string | undefined;
  /** What the themes are called; undefined while that is on its way. */
  @property({ attribute: false }) themes: ThemeNames | undefined;
  @property({ attribute: false }) support?: SupportState;
  /** How a press on the support button went, for a screen reader. */
  @property({ attribute: false }) announcement = nothingAnnounced;
  /** Whether to begin at the form to join. */
  @property({ attribute: false }) isJoining = false;
  /** The level of its title. */
  @property({ attribute: false }) headingLevel = 3;
  /** The texts of the list: what statuses and kinds of help are called, and how failures are worded. */
  @property({ attribute: false }) listTexts?: ListTexts;

  @query('dialog') private dialog?: HTMLDialogElement;
  @state() private shareAnnouncement = nothingAnnounced;

  protected readonly partName = 'detail';
  protected readonly catalogue = { nl, en: async () => (await import('./detail.messages.en.js')).en };

  #isClosed = false;
  readonly #forms = new InitiativeForms(
    this,
    (kinds) => {
      if (kinds.length > 0) {
        this.dispatchEvent(new CustomEvent('offered', { detail: { kinds } }));
        void this.#ownOffers.load();
      }
      this.#whole.reload();
    },
    () => this.#whole.reload(),
  );
  readonly #ownOffers = new LazyModule(this, () => import('@buurt/core/join/buurt-own-offers.js'));
  readonly #whole = new Resource<Initiative>(this, {
    subject: () =>
      this.client && this.initiativeId ? cacheName(this.client.endpoint, this.buurt) : undefined,
    question: () => this.initiativeId,
    client: () => this.client,
    fetch: (signal) => askInitiative(this.#endpoint, this.initiativeId, { signal }),
    parse: (json) => wholeFrom(this.#endpoint, json),
    cache: (name) => responseCache(name, 'details'),
  });
  readonly #border = new Task(this, {
    args: () => [this.client, this.buurt, this.#known?.place != null] as const,
    task: ([client, buurt, hasPlace], { signal }) =>
      client && hasPlace ? boundary(client, buurt, { signal }) : initialState,
  });

  constructor() {
    super();
    new PrintedDialog(this, () => this.dialog);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#border.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('initiativeId')) return;
    this.shareAnnouncement = nothingAnnounced;
    this.#isClosed = false;
    this.#forms.reset(this.isJoining);
    if (this.client && ownOffers(this.client.endpoint, this.initiativeId).length > 0)
      void this.#ownOffers.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('initiativeId') || !this.dialog || this.dialog.open) return;
    this.dialog.showModal();
    this.dialog.querySelector<HTMLElement>('#title')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, listTexts, support, headingLevel } = this;
    if (!listTexts || !support) return nothing;
    const known = this.#known;
    const shown = known ?? this.listed;
    // A press beside the dialog closes it, but not on somebody who is writing.
    const closedBy = this.#forms.isOpen ? 'closerequest' : 'any';
    return html`<dialog part="detail" aria-labelledby="title" closedby=${closedBy} @close=${this.#onClose}>
      <div class="inside">
        <div class="top">
          ${this.#renderShare()}
          <button type="button" class="button quiet" part="button quiet back" @click=${this.#close}>
            ${t.close}
          </button>
        </div>
        ${shown ? picture(shown.photo, '(min-width: 44rem) 42rem, 100vw', street, this.placeholder) : nothing}
        <p class="tags">${shown ? this.#renderTags(listTexts, shown) : nothing}</p>
        ${heading(headingLevel, html`<bdi>${shown?.title ?? t.title}</bdi>`, {
          id: 'title',
          focusAs: 'detail-title',
        })}
        ${this.#renderLoadingState(listTexts)}
        ${shown ? this.#renderActions(listTexts, support, shown) : nothing}
        ${
          known
            ? this.#renderWhole(listTexts, known)
            : html`<p class="prose" dir="auto">${this.listed?.excerpt}</p>`
        }
        ${helpSlot}
      </div>
    </dialog>`;
  }

  #renderTags(listTexts: ListTexts, { status, theme }: ListedInitiative): TemplateResult {
    return html`${statusTag(listTexts, status)} ${themeTag(this.themes, theme, this.locale)}`;
  }

  #renderShare(): TemplateResult | typeof nothing {
    const { t } = this;
    if (this.href === undefined) return nothing;
    const { text, turn } = this.shareAnnouncement;
    return html`<span class="shared" role="status">${keyed(turn, html`${text}`)}</span>
      <button type="button" class="button quiet" part="button quiet" @click=${() => void this.#onShare()}>
        ${shareIcon} ${t.share}
      </button>`;
  }

  /** Says that the rest is on its way, did not come, or is of an earlier visit. */
  #renderLoadingState(listTexts: ListTexts): TemplateResult {
    const { t, locale } = this;
    const { error, storedAt, isLoading } = this.#whole;
    const time =
      this.#known && storedAt !== undefined ? t.from({ time: clockTime(new Date(storedAt), locale) }) : '';
    return html`<p class="hint state">${isLoading ? (this.#known ? time : t.loading) : ''}</p>
      <div class="state" role="status">
        ${error === undefined ? nothing : this.#renderFailure(listTexts, error, time)}
      </div>`;
  }

  #renderFailure(listTexts: ListTexts, error: unknown, time: string): TemplateResult {
    const { t, locale } = this;
    if (error instanceof ApiError && error.kind === 'gone') return notice('warning', html`<p>${t.gone}</p>`);
    return notice(
      'warning',
      html`<p>${t.failed} ${failureText(error, listTexts, locale)} ${time}</p>
        <button type="button" class="button" part="button" @click=${this.#whole.reload}>${t.retry}</button>`,
    );
  }

  #renderActions(listTexts: ListTexts, support: SupportState, shown: ListedInitiative): TemplateResult {
    const { t, locale } = this;
    return html`<div class="card-actions">
        ${supportButton(listTexts, shown, support, () => this.#onSupport(shown))}
        ${this.#known && !hasEnded(this.#known.status) ? this.#forms.joinShortcut(t.join) : nothing}
        ${supportProblem(listTexts, locale, support)}
      </div>
      ${announcementRegion(this.announcement)}`;
  }

  #renderWhole(list: ListTexts, whole: Initiative): TemplateResult {
    const { t, locale, client, ownTexts, href } = this;
    const level = this.headingLevel + 1;
    const context: FormContext = { t, list, locale, level, now: Date.now(), client, ownTexts, href };
    const forms = this.#forms;
    return html`${stages(context, whole)} ${story(context, whole)}
    ${neighbours(context, whole, this.#renderOwnOffers(list), forms.buttonOrForm(context, 'offer', whole, t.join))}
    ${promises(context, whole)} ${news(context, whole)}
    ${whole.place ? place(context, whole.place, this.#border.value) : nothing} ${morePhotos(context, whole)}
    ${remarks(context, whole, {
      write: forms.buttonOrForm(context, 'remark', whole, t.remark),
      report: (remark) => forms.reportLinkOrForm(context, whole, remark),
    })}
    ${follow(context, whole, client?.endpoint ?? '', forms.buttonOrForm(context, 'follow', whole, t.byMail))}`;
  }

  /** What was offered from this device; a form that was sent just now shows it by itself. */
  #renderOwnOffers(failures: ListTexts): TemplateResult | typeof nothing {
    if (!this.#ownOffers.module || this.#forms.isOffering) return nothing;
    return html`<buurt-own-offers
      exportparts="notice, button"
      .client=${this.client}
      .initiative=${this.initiativeId}
      .failures=${failures}
      .locale=${this.locale}
      .ownTexts=${this.ownTexts}
      @withdrawn=${() => this.#whole.reload()}
    ></buurt-own-offers>`;
  }

  /** @throws {ApiError} `aborted` where there is nothing to ask any more */
  get #endpoint(): BuurtApi {
    if (!this.client) throw new ApiError('aborted');
    return this.client;
  }

  /** The whole of it, of now or of an earlier visit; never that of another. */
  get #known(): Initiative | undefined {
    return this.#whole.question === this.initiativeId ? this.#whole.value : undefined;
  }

  #onSupport(initiative: ListedInitiative): void {
    this.dispatchEvent(new CustomEvent('support-toggle', { detail: initiative }));
  }

  async #onShare(): Promise<void> {
    const { t } = this;
    const link = new URL(this.href ?? '', document.baseURI).href;
    const outcome = await share((this.#known ?? this.listed)?.title ?? '', link);
    const text = { shared: '', copied: t.copied, 'not-copied': t.notCopied({ link }) }[outcome];
    this.shareAnnouncement = { text, turn: this.shareAnnouncement.turn + 1 };
  }

  /** A browser reports a closed dialog with its next frame, and a page that nobody sees has none. */
  readonly #close = (): void => {
    this.dialog?.close();
    this.#onClose();
  };

  readonly #onClose = (): void => {
    if (this.#isClosed || this.dialog?.open) return;
    this.#isClosed = true;
    this.dispatchEvent(new Event('close'));
  };
}
