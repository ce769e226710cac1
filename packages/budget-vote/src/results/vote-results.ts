import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { controls, heading, LateElement, screenTitle, type BuurtApi, type Catalogue } from '@buurt/core';
import type { BallotLine } from '@buurt/domain';
import { picked } from '../vote-view.js';
import type { Frame } from '../desk-host.js';
import { nl, type ResultsMessages } from './results.messages.js';

/**
 * How the result came about, and the way to count again.
 *
 * @customElement buurt-vote-results
 * @csspart results - The result.
 */
export class BuurtVoteResults extends LateElement<ResultsMessages> {
  static override readonly styles = [controls];

  @property({ attribute: false }) frame?: Frame;
  @property({ attribute: false }) api?: BuurtApi | undefined;
  /** What somebody had chosen and not sent when the round closed. */
  @property({ attribute: false }) unsent: readonly BallotLine[] = [];

  protected readonly catalogue: Catalogue<ResultsMessages> = {
    nl,
    en: async () => (await import('./results.messages.en.js')).en,
  };
  protected readonly partName = 'results';

  protected override render(): unknown {
    const { frame, t } = this;
    if (!frame) return nothing;
    return html`${screenTitle(frame.headingLevel + 1, t.title)} ${this.#renderUnsent(frame)}`;
  }

  #renderUnsent({ round, headingLevel }: Frame) {
    const { t, unsent } = this;
    if (unsent.length === 0) return nothing;
    return html`<div class="notice warning" part="notice">
      ${heading(headingLevel + 2, t.unsent.title)}
      <p>${t.unsent.lead}</p>
      <ul>
        ${picked(round, unsent).map(({ proposal }) => html`<li><bdi>${proposal.title}</bdi></li>`)}
      </ul>
    </div>`;
  }
}
