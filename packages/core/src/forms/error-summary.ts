import { html, type TemplateResult } from 'lit';
import { heading } from '../element/heading.js';

export interface ErrorSummary {
  readonly title: string;
  /**
   * One line for each problem; `id` is that of the field to mend, in the same shadow root, or several of which the first
   * that is there counts, with spaces between; `''` has no field. `go` is the way to a field that is on another screen.
   */
  readonly entries: readonly { readonly id: string; readonly text: string; readonly go?: () => void }[];
  /** Level of its heading; 3 unless told. */
  readonly headingLevel?: number;
}

function toField(event: MouseEvent, ids: string, go: (() => void) | undefined): void {
  event.preventDefault();
  if (go) return go();
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  const field = ids
    .split(' ')
    .map((id) => root.getElementById(id))
    .find((each) => each !== null);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/**
 * What is wrong, in one place, before the fields. It takes focus (`.error-summary`, tabindex −1), so that a screen
 * reader reads it once; its links go to the fields.
 */
export const errorSummary = ({ title, entries, headingLevel = 3 }: ErrorSummary): TemplateResult => html`
  <section class="error-summary" part="error-summary" tabindex="-1" aria-labelledby="error-summary-title">
    ${heading(headingLevel, title, { id: 'error-summary-title' })}
    <ul>
      ${entries.map(
        ({ id, text, go }) =>
          html`<li>
            ${id === '' ? text : html`<a href="#${id.split(' ')[0]}" @click=${(e: MouseEvent) => toField(e, id, go)}>${text}</a>`}
          </li>`,
      )}
    </ul>
  </section>
`;
