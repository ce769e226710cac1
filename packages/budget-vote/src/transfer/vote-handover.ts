import { css, html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { encodeBallot } from '../ballot/ballot-encoding.js';
import { nl, type HandoverMessages } from './handover.messages.js';
import { qrPicture } from './qr-picture.js';
import { addressWith } from './url-handoff.js';

/**
 * Takes a choice to another device, by a link or a QR code that holds the choice and never the code of the letter.
 *
 * @customElement buurt-vote-handover
 */
export class BuurtVoteHandover extends LazyElement<HandoverMessages> {
  static override readonly styles = [
    controls,
    css`
      *,
      ::before,
      ::after {
        box-sizing: border-box;
      }
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_space-3);
        padding-block-start: var(--_space-3);
      }
      .qr {
        inline-size: min(100%, 15em);
        border-radius: var(--_control-radius);
      }
    `,
  ];

  @property({ attribute: false }) lines: readonly BallotLine[] = [];

  @state() private copied: 'no' | 'yes' | 'failed' = 'no';

  protected readonly catalogue: Catalogue<HandoverMessages> = {
    nl,
    en: async () => (await import('./handover.messages.en.js')).en,
  };
  protected readonly partName = 'handover';

  protected override render(): unknown {
    const { t } = this;
    const link = addressWith(encodeBallot(this.lines));
    const said = { no: '', yes: t.copied, failed: t.notCopied }[this.copied];
    return html`<p>${t.lead}</p>
      ${qrPicture(link, t.picture)}
      <div class="field">
        <label for="link">${t.link}</label>
        <input id="link" readonly dir="ltr" .value=${link} @focus=${this.#select} />
      </div>
      <div class="actions">
        <button type="button" class="button" part="button" @click=${() => void this.#copy(link)}>
          ${t.copy}
        </button>
        <span role="status">${said}</span>
      </div>
      <p class="hint">${t.without} ${t.whoever}</p>`;
  }

  readonly #select = ({ target }: Event): void => (target as HTMLInputElement).select();

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.copied = 'yes';
    } catch {
      this.copied = 'failed';
    }
  }
}
