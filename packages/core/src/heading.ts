import { html, type TemplateResult } from 'lit';

/** A heading that fits the outline of the page; levels outside 1–6 become the nearest. */
export function heading(level: number, content: unknown): TemplateResult {
  if (level <= 1) return html`<h1 part="heading">${content}</h1>`;
  if (level >= 6) return html`<h6 part="heading">${content}</h6>`;
  if (level === 3) return html`<h3 part="heading">${content}</h3>`;
  if (level === 4) return html`<h4 part="heading">${content}</h4>`;
  if (level === 5) return html`<h5 part="heading">${content}</h5>`;
  return html`<h2 part="heading">${content}</h2>`;
}
