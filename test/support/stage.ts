import { html, LitElement, type TemplateResult } from 'lit';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';

/** What the form is to its parts: the host whose tokens they take their colours and sizes from. */
class StoryStage extends LitElement {
  static override readonly styles = [...tokens, messageTokens];
  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
if (!customElements.get('story-stage')) customElements.define('story-stage', StoryStage);

export const staged = (part: TemplateResult): TemplateResult => html`<story-stage>${part}</story-stage>`;

export interface Story {
  readonly name?: string;
  /** Before the story is drawn; what it gives is called when another story comes. */
  readonly beforeEach?: () => () => void;
  readonly render: () => TemplateResult;
  readonly play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}
