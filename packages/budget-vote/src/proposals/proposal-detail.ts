import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { heading } from '@buurt/core/element/heading.js';
import { picture } from '@buurt/core/element/picture.js';
import { PrintedDialog } from '@buurt/core/dialog/printed-dialog.js';
import { Translated } from '@buurt/core/element/translated.js';
import { type Announcement, announcementRegion } from '@buurt/core/element/announcement.js';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { houses } from '../icons.js';
import { dialogStyles } from '../dialog.styles.js';
import { amount } from '../round/round-texts.js';
import type { BallotView, ProposalsView } from '../view.js';
import { cardStyles } from './proposal-cards.styles.js';
import { ballotControls, photoSizes, remark, tags } from './proposal-list.js';
import { detailStyles } from './proposal-detail.styles.js';

/**
 * One proposal with its whole story, in a dialog over the page: closing it brings a visitor back to where they were.
 *
 * @customElement buurt-proposal-detail
 * @fires {Event} close - The dialog was closed.
 * @csspart detail - The dialog.
 */
export class BuurtProposalDetail extends LitElement {
  static override readonly styles = [controls, dialogStyles, cardStyles, detailStyles];

  @property({ attribute: false }) view?: ProposalsView;
  @property({ attribute: false }) proposal?: Proposal;
  /** Absent where it can only be read. */
  @property({ attribute: false }) ballot?: BallotView | undefined;

  /** What was done with it, for a screen reader. */
  @property({ attribute: false }) announcement: Announcement = { text: '', turn: 0 };

  protected readonly translated = new Translated(this);

  @query('dialog') private dialog?: HTMLDialogElement;

  constructor() {
    super();
    new PrintedDialog(this, () => this.dialog);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('proposal') || !this.dialog || this.dialog.open) return;
    this.dialog.showModal();
    this.dialog.querySelector<HTMLElement>('#title')?.focus();
  }

  protected override render(): unknown {
    const { view, proposal, ballot } = this;
    if (!view || !proposal) return nothing;
    const { t, headingLevel } = view;
    return html`<dialog part="detail" aria-labelledby="title" closedby="any" @close=${this.#onClose}>
      <div class="sheet-inside">
        <button type="button" class="button quiet close" part="button quiet back" @click=${this.#close}>
          ${t.detail.close}
        </button>
        ${picture(proposal.photo, photoSizes, houses, view.placeholder)} ${tags(view, proposal)}
        ${heading(headingLevel + 1, html`<bdi>${proposal.title}</bdi>`, { id: 'title', focusAs: 'title' })}
        <p class="cost"><strong dir="ltr">${amount(view, proposal.costCents)}</strong></p>
        <p class="prose" dir="auto">${proposal.story}</p>
        ${remark(view, proposal)} ${proposal.withdrawn ? html`<p class="why">${t.withdrawn}</p>` : nothing}
        <div class="card-actions">${ballot ? ballotControls(ballot, proposal) : nothing}</div>
        ${announcementRegion(this.announcement)}
      </div>
    </dialog>`;
  }

  readonly #close = (): void => this.dialog?.close();

  readonly #onClose = (): void => {
    if (!this.dialog?.open) this.dispatchEvent(new Event('close'));
  };
}
