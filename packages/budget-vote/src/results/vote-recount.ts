import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import { roundPath } from '../round/round-api.js';
import { nl, type ResultsMessages } from './results.messages.js';

type Recount =
  | { readonly name: 'nothing' | 'counting' | 'failed' | 'differs' }
  | { readonly name: 'agrees'; readonly count: number };

/**
 * All ballots to download, and to count again here: by the same rules, from what everybody can download.
 *
 * @customElement buurt-vote-recount
 */
export class BuurtVoteRecount extends LazyElement<ResultsMessages> {
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
        gap: var(--_space-3);
      }
    `,
  ];

  @property({ attribute: false }) api?: BuurtApi | undefined;
  @property({ attribute: false }) round?: Round;
  /** What the server says that the ballots come to. */
  @property({ attribute: false }) tallies: readonly TallyResult[] = [];

  @state() private recount: Recount = { name: 'nothing' };

  protected readonly catalogue: Catalogue<ResultsMessages> = {
    nl,
    en: async () => (await import('./results.messages.en.js')).en,
  };
  protected readonly partName = 'results';

  #stop = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  protected override render(): TemplateResult {
    const { check } = this.t;
    return html`<p class="screen-only">${check.lead}</p>
      <div class="actions">
        <a class="button" part="button" href=${this.#address} download>${check.download}</a>
        <button type="button" class="button" part="button" @click=${this.#count}>${check.recount}</button>
      </div>
      <p role="status"><strong>${this.#says()}</strong></p>`;
  }

  get #address(): string {
    return `${this.api?.endpoint ?? ''}/${roundPath(this.round?.id ?? '')}/ballots.pb`;
  }

  #says(): string {
    const { recount } = this;
    const { check } = this.t;
    if (recount.name === 'nothing') return '';
    return recount.name === 'agrees' ? check.agrees(recount) : check[recount.name];
  }

  readonly #count = async (): Promise<void> => {
    const { api, round, tallies } = this;
    if (!api || !round || this.recount.name === 'counting') return;
    this.recount = { name: 'counting' };
    try {
      const { recounted } = await import('./recounted.js');
      this.recount = await recounted(api, round, tallies, this.#stop.signal);
    } catch {
      this.recount = { name: 'failed' };
    }
  };
}
