import { html, nothing, type TemplateResult } from 'lit';

export interface HeadingOptions {
  readonly id?: string;
  /** Whether it is the heading of the whole widget. */
  readonly isMain?: boolean;
  /** Its class, when it can take the focus: the heading itself, so that a screen reader says what it is. */
  readonly focusAs?: string;
  /** The id of what a screen reader says after it, when it takes the focus. */
  readonly describedBy?: string | undefined;
}

const headingParts = { main: 'heading main', other: 'heading' };

/** A heading that fits the outline of the page; levels outside 1–6 become the nearest. */
export function heading(
  level: number,
  content: unknown,
  { id, isMain = false, focusAs, describedBy }: HeadingOptions = {},
): TemplateResult {
  const kind = isMain ? 'main' : 'other';
  const name = id ?? nothing;
  const look = focusAs ?? nothing;
  const tab = focusAs === undefined ? nothing : '-1';
  const about = describedBy ?? nothing;
  // Nothing may stand before or after the text in a heading: it is what a list of headings shows.
  /* prettier-ignore */
  {
    if (level <= 1) return html`<h1 part=${headingParts[kind]} id=${name} class=${look} tabindex=${tab} aria-describedby=${about}>${content}</h1>`;
    if (level >= 6) return html`<h6 part=${headingParts[kind]} id=${name} class=${look} tabindex=${tab} aria-describedby=${about}>${content}</h6>`;
    if (level === 3) return html`<h3 part=${headingParts[kind]} id=${name} class=${look} tabindex=${tab} aria-describedby=${about}>${content}</h3>`;
    if (level === 4) return html`<h4 part=${headingParts[kind]} id=${name} class=${look} tabindex=${tab} aria-describedby=${about}>${content}</h4>`;
    if (level === 5) return html`<h5 part=${headingParts[kind]} id=${name} class=${look} tabindex=${tab} aria-describedby=${about}>${content}</h5>`;
    return html`<h2 part=${headingParts[kind]} id=${name} class=${look} tabindex=${tab} aria-describedby=${about}>${content}</h2>`;
  }
}
