import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LazyElement } from '../element/lazy-element.js';
import { notice } from '../element/screen.js';
import { isGone } from '../http/api-error.js';
import type { Client } from '../http/client.js';
import { withdrawOffer } from '../http/neighbours.js';
import type { CoreMessages } from '../messages/core.messages.js';
import { failureText } from '../messages/failure-text.js';
import { shortDate } from '../messages/format.js';
import { forgetOffer, ownOffers, ownOffersKey, type OwnOffer } from '../storage/own-offers.js';
import { controls } from '../tokens/controls.styles.js';
import { nl, type OwnOffersMessages } from './own-offers.messages.js';

/** What is on its way is never stopped: it was meant, wherever the neighbour goes next. */
const never = new AbortController().signal;

type Withdrawal = 'sending' | 'withdrawn' | { readonly failure: unknown };

/**
 * What was offered to an initiative from this device, each with a button to take it back. Shows nothing where nothing was.
 *
 * @customElement buurt-own-offers
 * @fires {Event} withdrawn - An offer was taken back.
 */
export class BuurtOwnOffers extends LazyElement<OwnOffersMessages> {
  static override readonly styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block: var(--_space-4);
      }
      .own-offer {
        display: grid;
        gap: var(--_space-2);
        justify-items: start;
      }
      .own-offer:focus {
        outline: 0;
      }
    `,
  ];

  @property({ attribute: false }) client: Client | undefined;
  @property({ attribute: false }) initiative = '';
  /** How it says that something failed. */
  @property({ attribute: false }) failures?: CoreMessages;

  /** What was pressed since the page was opened, by the token of the offer. */
  @state() private withdrawals: ReadonlyMap<string, Withdrawal> = new Map();

  protected readonly partName = 'ownOffers';
  protected readonly catalogue = { nl, en: async () => (await import('./own-offers.messages.en.js')).en };

  /** Those of this device, and those that were taken back since the page was opened. */
  #shown: readonly OwnOffer[] = [];
  #focusNext = '';

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('storage', this.#onStorage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('storage', this.#onStorage);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('initiative')) this.withdrawals = new Map();
    const stored = this.client ? ownOffers(this.client.connection.endpoint, this.initiative) : [];
    const isPressed = ({ token }: OwnOffer) => this.withdrawals.has(token);
    this.#shown = [
      ...stored,
      ...this.#shown.filter((each) => isPressed(each) && !stored.some(({ token }) => token === each.token)),
    ];
  }

  protected override updated(): void {
    if (!this.#focusNext) return;
    this.renderRoot.querySelector<HTMLElement>(this.#focusNext)?.focus();
    this.#focusNext = '';
  }

  protected override render(): unknown {
    return repeat(
      this.#shown,
      ({ token }) => token,
      (offer) => this.#renderOffer(offer),
    );
  }

  #renderOffer({ token, at }: OwnOffer): TemplateResult {
    const { t, locale, failures } = this;
    const withdrawal = this.withdrawals.get(token);
    const name = `offer-${token.replace('.', '-')}`;
    if (withdrawal === 'withdrawn')
      return html`<div class="own-offer" id=${name} role="status" tabindex="-1">
        ${notice('ok', t.withdrawn)}
      </div>`;
    return html`<div class="own-offer" id=${name} tabindex="-1">
      <p><bdi>${t.offered({ date: shortDate(at, locale) })}</bdi></p>
      <p class="hint" id="${name}-means">${t.means}</p>
      <button
        type="button"
        class="button"
        part="button"
        aria-describedby="${name}-means"
        aria-disabled=${withdrawal === 'sending' ? 'true' : nothing}
        @click=${() => void this.#withdraw(token, name)}
      >
        ${withdrawal === 'sending' ? t.withdrawing : t.withdraw}
      </button>
      <div role="alert">
        ${
          typeof withdrawal === 'object' && failures
            ? notice('error', `${t.failed} ${failureText(withdrawal.failure, failures, locale)}`)
            : nothing
        }
      </div>
    </div>`;
  }

  async #withdraw(token: string, name: string): Promise<void> {
    const { client } = this;
    if (!client || this.withdrawals.get(token) === 'sending') return;
    this.#set(token, 'sending');
    try {
      await withdrawOffer(client, token, { signal: never });
    } catch (failure) {
      // What the server does not know is not offered any more.
      if (!isGone(failure)) return this.#set(token, { failure });
    }
    forgetOffer(client.connection.endpoint, token);
    this.#focusNext = `#${CSS.escape(name)}`;
    this.#set(token, 'withdrawn');
    this.dispatchEvent(new Event('withdrawn'));
  }

  #set(token: string, withdrawal: Withdrawal): void {
    this.withdrawals = new Map([...this.withdrawals, [token, withdrawal]]);
  }

  readonly #onStorage = ({ key }: StorageEvent): void => {
    if (this.client && key === ownOffersKey(this.client.connection.endpoint)) this.requestUpdate();
  };
}
