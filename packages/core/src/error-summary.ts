import { html, type TemplateResult } from 'lit';
import { heading } from './heading.js';

export interface ErrorSummary {
  readonly title: string;
  /** One line for each problem; `id` is that of the field to mend, in the same shadow root; `''` has no field. */
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  /** Level of its heading; 3 unless told. */
  readonly headingLevel?: number;
}

function toField(event: MouseEvent, id: string): void {
  event.preventDefault();
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  const field = root.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/**
 * What is wrong, in one place, before the fields. It takes focus (`.error-summary`, tabindex −1), so that a screen
 * reader reads it once; its links go to the fields.
 */
export const errorSummary = ({ title, entries, headingLevel = 3 }: ErrorSummary): TemplateResult => html`
  <section class="error-summary" part="error-summary" tabindex="-1" aria-labelledby="error-summary-title">
    ${heading(headingLevel, html`<span id="error-summary-title">${title}</span>`)}
    <ul>
      ${entries.map(
        ({ id, text }) =>
          html`<li>
            ${id === '' ? text : html`<a href="#${id}" @click=${(e: MouseEvent) => toField(e, id)}>${text}</a>`}
          </li>`,
      )}
    </ul>
  </section>
`;
