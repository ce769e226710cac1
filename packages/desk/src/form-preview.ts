import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Connection } from '@buurt/core/element/connection.js';
import { heading } from '@buurt/core/element/heading.js';
import { LazyElement } from '@buurt/core/element/lazy-element.js';
import type { Catalogue } from '@buurt/core/messages/texts.js';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { nl, type BuurtMessages } from './buurt.messages.js';
import { previewConnection } from './preview-endpoint.js';
import { settingsStyles } from './settings.styles.js';

const styles = css`
  .form {
    overflow-x: auto;
  }
`;

/** Somebody who fills in sees it once they pause. */
const pauseMs = 300;

/** The idea form of a buurt as a resident would see it with these settings; what is filled in there goes nowhere. */
export class BuurtDeskFormPreview extends LazyElement<BuurtMessages> {
  static override readonly styles = [controls, settingsStyles, styles];

  /** Where the map of the buurt is read. */
  @property({ attribute: false }) connection: Connection | undefined;
  @property({ attribute: false }) code = '';
  @property({ attribute: false }) idea: IdeaSettings | undefined;
  @property({ attribute: false }) headingLevel = 4;

  @state() private preview: Connection | undefined;

  protected readonly partName = 'buurt';
  protected readonly catalogue: Catalogue<BuurtMessages> = {
    nl,
    en: async () => (await import('./buurt.messages.en.js')).en,
  };

  #shown = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('idea') && !changed.has('connection')) return;
    clearTimeout(this.#timer);
    if (this.preview) this.#timer = setTimeout(() => this.#show(), pauseMs);
    else this.#show();
  }

  #show(): void {
    const { connection, idea } = this;
    const shown = JSON.stringify([connection?.endpoint, idea]);
    if (!connection || !idea || shown === this.#shown) return;
    this.#shown = shown;
    this.preview = previewConnection(connection, idea);
  }

  protected override render(): TemplateResult {
    const { t, headingLevel, code, preview } = this;
    return html`<section class="stack" aria-labelledby="preview-title">
      ${heading(headingLevel, t.preview.title, { id: 'preview-title' })}
      <p class="hint">${t.preview.lead}</p>
      <div class="act form">
        <buurt-idea-form
          buurt=${code}
          draft="off"
          heading-level=${headingLevel + 1}
          .connection=${preview}
        ></buurt-idea-form>
      </div>
    </section>`;
  }
}
