import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { dialogStyles } from '../dialog.styles.js';
import { nl, type IdleMessages } from './idle.messages.js';
import { askingMs, IdleTime } from './idle-time.js';

/** When the seconds are said aloud: each of them would drown everything else. */
const saidAt: readonly number[] = [10, 5];

/**
 * On a device that voters share: when nobody has touched it for a while, asks whether somebody is still there, and
 * says that all is to be wiped when nobody answers.
 *
 * @customElement buurt-vote-idle
 * @fires {Event} wipe - Nobody is there any more, or somebody says that he is done.
 * @csspart idle - The dialog.
 */
export class BuurtVoteIdle extends LazyElement<IdleMessages> {
  static override readonly styles = [
    controls,
    dialogStyles,
    css`
      dialog {
        inline-size: min(30em, 100vw - 2em);
      }
      .left {
        font-size: var(--_title-3);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      @container (inline-size < 26em) {
        .actions > .button {
          inline-size: 100%;
        }
      }
    `,
  ];

  /** Seconds without a touch before somebody is asked. */
  @property({ attribute: false }) seconds = 90;
  @property({ attribute: false }) headingLevel = 2;
  /** The vote of who stands here is with the server. */
  @property({ attribute: false }) sent = false;
  /** An earlier vote of who stands here counts. */
  @property({ attribute: false }) isChange = false;

  @state() private left: number | undefined;

  @query('dialog') private dialog?: HTMLDialogElement;

  protected readonly catalogue: Catalogue<IdleMessages> = {
    nl,
    en: async () => (await import('./idle.messages.en.js')).en,
  };
  protected readonly partName = 'idle';

  #time: IdleTime | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#time?.stop();
    this.#time = undefined;
    this.left = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected || (this.#time && !changed.has('seconds'))) return;
    this.#time?.stop();
    this.#time = new IdleTime(this.seconds * 1000, {
      asked: (left) => (this.left = left),
      over: this.#wipe,
    });
    this.#time.start();
  }

  protected override updated(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  protected override render(): unknown {
    const { left, t, sent, isChange } = this;
    if (left === undefined) return nothing;
    return html`<dialog
      part="idle"
      role="alertdialog"
      aria-labelledby="title"
      aria-describedby="why"
      closedby="any"
      @close=${this.#onClose}
    >
      <div class="sheet-inside">
        ${heading(this.headingLevel, t.title, { id: 'title' })}
        <div id="why">
          <p>${sent ? t.sent : isChange ? t.unsentAgain : t.unsent}</p>
          <p class="for-reader">${t.left({ count: askingMs / 1000 })}</p>
        </div>
        ${this.#renderSeconds(left)}
        <div class="actions">
          <button type="button" class="button primary" part="button primary" @click=${this.#stay}>
            ${t.stay}
          </button>
          <button type="button" class="button quiet" part="button quiet" @click=${this.#wipe}>
            ${t.wipe}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #renderSeconds(left: number): TemplateResult {
    const words = this.t.left({ count: left });
    const said = saidAt.find((each) => left <= each && left > each - 5);
    return html`<p class="left" aria-hidden="true">${words}</p>
      <progress max=${askingMs / 1000} .value=${left} aria-hidden="true"></progress>
      <p class="for-reader" role="status">${said === undefined ? nothing : this.t.left({ count: said })}</p>`;
  }

  /** By Escape, or beside it. The browser tells of it later: then it may be a dialog of the time before. */
  readonly #onClose = ({ target }: Event): void => {
    if (target === this.dialog) this.#time?.goOn();
  };

  /** Closing gives the focus back; the dialog itself goes with the next drawing. */
  readonly #stay = (): void => {
    this.dialog?.close();
    this.#time?.goOn();
  };

  /** The dialog goes first: it would hold the focus that the next voter's screen takes. */
  readonly #wipe = (): void => {
    this.#time?.stop();
    this.left = undefined;
    this.dialog?.close();
    this.dispatchEvent(new Event('wipe'));
  };
}
