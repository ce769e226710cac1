import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { announcementRegion } from '@buurt/core/element/announcement.js';
import { BuurtElement } from '@buurt/core/element/buurt-element.js';
import { LazyModule } from '@buurt/core/element/lazy-module.js';
import { Resource } from '@buurt/core/element/resource.js';
import { RevalidateController } from '@buurt/core/element/revalidate-controller.js';
import { helpSlot, notice, pageFallback, retryNotice } from '@buurt/core/element/screen.js';
import { heading } from '@buurt/core/element/heading.js';
import { isGone } from '@buurt/core/http/api-error.js';
import { failureText } from '@buurt/core/messages/failure-text.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { newKey } from '@buurt/core/storage/key.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { statusStyles } from '@buurt/core/tokens/status.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { myInitiativeFrom, type MyInitiative } from '@buurt/domain/initiatives/my-initiative.js';
import { shape, text } from '@buurt/domain/wire/json.js';
import type { MakerFormKind, MakerSubject } from './maker-forms.js';
import { act, readMyInitiative } from './my-initiative-api.js';
import { nl, type MyInitiativeMessages } from './my-initiative.messages.js';
import { styles } from './my-initiative.styles.js';
import {
  consumeOwnerKey,
  isSame,
  ownerLink,
  storedOwnerKey,
  storeOwnerKey,
  type OwnerKey,
} from './owner-key.js';
import {
  about,
  ending,
  needs,
  news,
  offers,
  promises,
  questions,
  story,
  type OpenForm,
  type SectionContext,
} from './sections.js';

const formParts =
  'heading, field, label, input, problem, error-summary, notice, actions, button, primary, quiet';

/** A renewal goes on when the widget leaves the page: its answer is the only key that works from then on. */
const never = new AbortController().signal;

/** Where the focus goes once a form was sent. */
const sectionOf: Readonly<Record<MakerFormKind, string>> = {
  offer: 'offers',
  question: 'questions',
  news: 'news',
  needs: 'needs',
  texts: 'story',
  done: 'about',
  stop: 'about',
  handover: 'ending',
  withdraw: 'ending',
};

type LinkState = 'idle' | 'copied' | 'renewing' | 'renewed' | 'keep-failed' | { readonly failure: unknown };

/**
 * The page of whoever handed in an idea: what becomes of it and when, who wants to join, what neighbours ask; to answer
 * them, tell news, ask for help, and say that it is done. It opens with the link of the first mail, whose key stands behind
 * the `#`: the widget takes it out of the address before it asks anything, and keeps it on the device only if the maker
 * says so.
 *
 * What stands inside the tag is shown to visitors without JavaScript, and where the endpoint is missing.
 *
 * @customElement buurt-my-initiative
 * @fires {CustomEvent<MakerActed>} buurt-maker-acted - The maker sent something; what it says is left out.
 * @fires {CustomEvent<{ error: unknown }>} buurt-error - Reading failed; the maker sees why.
 * @slot - Shown where there is nothing to show; may also hold `<script type="application/json" data-texts>`.
 * @slot help - Where makers get help, such as a telephone number: at the end, and beside what went wrong.
 * @csspart mine - The whole page of the maker.
 * @csspart heading - Every heading.
 * @csspart main - The heading of the whole widget, beside `heading`.
 * @csspart about - The card with the idea and where it stands.
 * @csspart offer - A neighbour who wants to join.
 * @csspart question - A question of a neighbour.
 * @csspart button - Every button.
 * @csspart primary - A button that goes on, beside `button`.
 * @csspart quiet - A button with less weight, beside `button`.
 * @csspart field - A question with its answer.
 * @csspart label - What a field is called.
 * @csspart input - A field.
 * @csspart problem - What is wrong, at the field.
 * @csspart error-summary - What is wrong, all together.
 * @csspart notice - A message between other things.
 * @csspart actions - A row with buttons.
 */
export class BuurtMyInitiative extends BuurtElement<MyInitiativeMessages> {
  static override readonly styles = [tokens, controls, messageTokens, statusStyles, styles];

  @state() private owner: OwnerKey | undefined;
  /** Whether a link was opened that cannot be one. */
  @state() private isLinkBroken = false;
  @state() private isKept = false;
  @state() private open: OpenForm | undefined;
  @state() private link: LinkState = 'idle';
  /** Whether a mail with the link was asked for. */
  @state() private isLinkAsked = false;
  @state() private announcement = { text: '', turn: 0 };

  protected readonly catalogue: Catalogue<MyInitiativeMessages> = {
    nl,
    en: async () => (await import('./my-initiative.messages.en.js')).en,
  };

  /** A selector of what takes the focus once it is drawn. */
  #focusNext = '';
  /** Under which a new link was asked for: another press after a lost answer gets the same. */
  #renewalKey = newKey();
  #connection = new AbortController();

  readonly #mine = new Resource<MyInitiative>(this, {
    subject: () => {
      const { api, owner } = this;
      return api && owner && `${api.endpoint} ${owner.id}`;
    },
    question: () => this.owner?.key ?? '',
    client: () => this.api,
    fetch: async (signal) => this.api && this.owner && readMyInitiative(this.api, this.owner, signal),
    parse: myInitiativeFrom,
    onValue: () => this.#revalidation.onRead(),
    onError: (error) => this.emit('buurt-error', { error }),
  });
  readonly #revalidation = new RevalidateController(this, () => this.#mine.reload());
  readonly #formCode = new LazyModule(this, () => import('./buurt-maker-form.js'));

  /** The link of the maker says which buurt it is. */
  protected override isBuurt(): boolean {
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    // Another link that is opened on this page does not load it anew.
    const { signal } = this.#connection;
    addEventListener('hashchange', this.#onLinkOpened, { signal });
    addEventListener('storage', this.#onStored, { signal });
    this.#onLinkOpened();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.api) return;
    const stored = storedOwnerKey(this.api.endpoint);
    if (!this.isLinkBroken) this.owner ??= stored;
    this.isKept = isSame(stored, this.owner);
  }

  protected override updated(): void {
    if (!this.#focusNext) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    target.focus();
  }

  protected override render(): TemplateResult {
    const { isMisconfigured, t, owner } = this;
    const { value, error, isLoading } = this.#mine;
    if (isMisconfigured) return pageFallback;
    const isWrong = this.isLinkBroken || (!value && isGone(error));
    return html`<div
      class="mine ${value || error || !owner ? '' : 'coming'}"
      part="mine"
      aria-busy=${isLoading}
    >
      ${this.mainHeading(t.title)} ${announcementRegion(this.announcement)}
      <div role="status">${isWrong || error === undefined ? nothing : this.#renderFailure(error)}</div>
      ${
        isWrong || !owner
          ? this.#renderNoKey(isWrong)
          : value
            ? this.#renderMine(value, owner)
            : error === undefined
              ? html`<p>${t.loading}</p>`
              : html`<slot></slot>`
      }
      ${helpSlot}
    </div>`;
  }

  #renderNoKey(isWrong: boolean): TemplateResult {
    const { t, headingLevel, open, isLinkAsked } = this;
    return html`<section>
      ${heading(headingLevel + 1, t.noKey.title, { focusAs: 'title-lostLink' })}
      ${isWrong ? notice('warning', html`<p>${t.noKey.wrong}</p>`) : nothing}
      <p>${t.noKey.text}</p>
      ${isLinkAsked ? notice('ok', t.noKey.asked) : nothing}
      ${
        open?.kind === 'lostLink'
          ? this.#renderLostLink(open)
          : html`<button
              type="button"
              class="button"
              part="button"
              data-opens="lostLink"
              @click=${() => this.#onOpen({ kind: 'lostLink' })}
            >
              ${t.noKey.lost}
            </button>`
      }
      <slot></slot>
    </section>`;
  }

  /** What comes in the place of a form whose code is not there yet. */
  #renderNoForm(): TemplateResult {
    const { t } = this;
    const { failed, load } = this.#formCode;
    return failed ? retryNotice(t.partFailed, t.retry, load) : html`<p class="hint">${t.loading}</p>`;
  }

  #renderLostLink(open: OpenForm): TemplateResult {
    const { t, locale, ownTexts, headingLevel } = this;
    if (!this.#formCode.module) return this.#renderNoForm();
    return html`<buurt-lost-link-form
      exportparts=${formParts}
      .client=${this.api}
      .failures=${t}
      .headingLevel=${headingLevel + 2}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @sent=${this.#onLinkAsked}
      @closed=${() => this.#onClosed(open)}
    ></buurt-lost-link-form>`;
  }

  #renderFailure(error: unknown): TemplateResult {
    const { t, locale } = this;
    const why = isGone(error) ? t.noKey.wrong : failureText(error, t, locale);
    return retryNotice(this.#mine.value ? why : `${t.failed} ${why}`, t.retry, this.#mine.reload);
  }

  #renderMine(mine: MyInitiative, owner: OwnerKey): TemplateResult {
    const { t, locale, headingLevel, open } = this;
    const context: SectionContext = {
      t,
      locale,
      level: headingLevel + 1,
      now: Date.now(),
      open,
      onOpen: this.#onOpen,
      form: (subject) => this.#renderForm(subject, owner),
    };
    const isShown = mine.state === 'published';
    return html`${about(context, mine)}
    ${isShown ? html`${offers(context, mine)} ${questions(context, mine)} ${news(context, mine)}` : nothing}
    ${isShown ? needs(context, mine) : nothing} ${promises(context, mine)} ${story(context, mine)}
    ${ending(context, mine)} ${this.#renderLink(owner)}`;
  }

  #renderForm(subject: MakerSubject, owner: OwnerKey): TemplateResult {
    const { t, locale, ownTexts, headingLevel, open } = this;
    if (!this.#formCode.module || !open || open.kind === 'lostLink') return this.#renderNoForm();
    const { kind } = open;
    return html`<buurt-maker-form
      exportparts=${formParts}
      .client=${this.api}
      .owner=${owner}
      .kind=${kind}
      .subject=${subject}
      .failures=${t}
      .neighbour=${t.neighbour}
      .headingLevel=${headingLevel + 2}
      .locale=${locale}
      .ownTexts=${ownTexts}
      @sent=${() => this.#onSent(kind, subject.initiative)}
      @closed=${() => this.#onClosed(open)}
    ></buurt-maker-form>`;
  }

  #renderLink(owner: OwnerKey): TemplateResult {
    const { t, locale, headingLevel, link } = this;
    const result = {
      idle: nothing,
      renewing: nothing,
      copied: html`<p>${t.link.copied}</p>`,
      renewed: notice('ok', t.link.renewed),
      'keep-failed': notice('warning', t.link.keepFailed),
    };
    return html`<section class="own-link">
      ${heading(headingLevel + 1, t.link.title)}
      <p>${t.link.lead}</p>
      <div class="field link-field" part="field">
        <label for="link" part="label">${t.link.label}</label>
        <input
          id="link"
          part="input"
          readonly
          dir="ltr"
          .value=${ownerLink(owner)}
          @focus=${({ target }: FocusEvent) => (target as HTMLInputElement).select()}
        />
      </div>
      <div class="copy">
        <button type="button" class="button" part="button" @click=${this.#onCopy}>${t.link.copy}</button>
        <div role="status">
          ${
            typeof link === 'string'
              ? result[link]
              : notice('error', html`<p>${failureText(link.failure, t, locale)}</p>`)
          }
        </div>
      </div>
      <div class="keep">
        <label class="choice check">
          <input
            type="checkbox"
            aria-describedby="keep-hint"
            .checked=${this.isKept}
            @change=${this.#onKeep}
          />
          <span class="choice-text">${t.link.keep}</span>
        </label>
        <p class="hint" id="keep-hint">${t.link.keepHint}</p>
      </div>
      <p class="hint">${t.link.renewHint}</p>
      <button
        type="button"
        class="button quiet"
        part="button quiet"
        aria-disabled=${link === 'renewing' ? 'true' : nothing}
        @click=${this.#onRenew}
      >
        ${t.link.renew}
      </button>
    </section>`;
  }

  #announce(text: string): void {
    this.announcement = { text, turn: this.announcement.turn + 1 };
  }

  readonly #onLinkOpened = (): void => {
    const opened = consumeOwnerKey();
    if (opened === undefined) return;
    // The link of another mail about the same initiative: something happened since.
    if (opened && isSame(opened, this.owner)) this.#mine.reload();
    this.isLinkBroken = opened === null;
    this.owner = opened ?? undefined;
    this.open = undefined;
    this.link = 'idle';
    this.isLinkAsked = false;
    this.#renewalKey = newKey();
  };

  /** In another tab the maker renewed the link that this device remembers, or let it forget that. */
  readonly #onStored = (): void => {
    const { api, owner } = this;
    if (!api || !owner) return;
    const stored = storedOwnerKey(api.endpoint);
    if (this.isKept && stored?.id === owner.id) this.owner = stored;
    this.requestUpdate();
  };

  readonly #onOpen = (form: OpenForm): void => {
    this.open = form;
    void this.#formCode.load();
  };

  #onSent(kind: MakerFormKind, { id }: MyInitiative): void {
    this.open = undefined;
    this.#announce(this.t.sent[kind]);
    this.#focusNext = `.title-${sectionOf[kind]}`;
    this.#mine.reload();
    this.emit('buurt-maker-acted', { initiativeId: id, kind });
  }

  readonly #onLinkAsked = (): void => {
    this.open = undefined;
    this.isLinkAsked = true;
    this.#announce(this.t.noKey.asked);
    this.#focusNext = '.title-lostLink';
  };

  #onClosed({ kind, id = '' }: OpenForm): void {
    this.open = undefined;
    this.#focusNext = `[data-opens='${CSS.escape(kind + id)}']`;
  }

  readonly #onCopy = async (): Promise<void> => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#link');
    // Else a screen reader says it only once.
    this.link = 'idle';
    try {
      await Promise.all([navigator.clipboard.writeText(field?.value ?? ''), this.updateComplete]);
      this.link = 'copied';
    } catch {
      // No permission, or a page on plain http: what is selected can be copied by hand.
      field?.focus();
    }
  };

  readonly #onKeep = ({ target }: Event): void => {
    const { api, owner } = this;
    if (!api || !owner) return;
    const isWanted = (target as HTMLInputElement).checked;
    this.isKept = storeOwnerKey(api.endpoint, isWanted ? owner : undefined);
    this.link = isWanted && !this.isKept ? 'keep-failed' : 'idle';
    (target as HTMLInputElement).checked = this.isKept;
  };

  readonly #onRenew = async (): Promise<void> => {
    const { api, owner, link } = this;
    if (!api || !owner || link === 'renewing') return;
    this.link = 'renewing';
    try {
      const { ownerKey } = await act(
        api,
        owner,
        'owner-key',
        {},
        { key: this.#renewalKey, signal: never },
        shape<{ readonly ownerKey: string }>({ ownerKey: text }),
      );
      const renewed = { id: owner.id, key: ownerKey };
      if (isSame(storedOwnerKey(api.endpoint), owner)) storeOwnerKey(api.endpoint, renewed);
      this.emit('buurt-maker-acted', { initiativeId: owner.id, kind: 'link' });
      // Another link may have been opened meanwhile.
      if (this.owner !== owner) return;
      this.#renewalKey = newKey();
      this.owner = renewed;
      this.link = 'renewed';
    } catch (failure) {
      if (this.owner === owner) this.link = { failure };
    }
  };
}
