import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Photo } from '@buurt/domain/initiatives/initiative.js';

/** What the page wants to see where there is no photo: its own element inside the tag of the widget. */
export const placeholderIn = (widget: Element): Element | undefined =>
  widget.querySelector(':scope > [slot=placeholder]') ?? undefined;

function copyOf(placeholder: Element): Element {
  const copy = placeholder.cloneNode(true) as Element;
  for (const name of ['slot', 'id']) copy.removeAttribute(name);
  copy.classList.add('placeholder');
  return copy;
}

const hide = ({ target }: Event) => (target as Element).classList.add('broken');

/** A photo in every width that there is; a drawing, or the page's own, where there is none or where it does not come. */
export function picture(
  photo: Photo | null,
  sizes: string,
  drawing: TemplateResult,
  placeholder?: Element,
): TemplateResult {
  const [first, ...more] = photo?.sources ?? [];
  const behind = placeholder ? guard([placeholder], () => copyOf(placeholder)) : drawing;
  if (!photo || !first) return html`<div class="picture">${behind}</div>`;
  const srcset = [first, ...more].map(({ url, width }) => `${url} ${String(width)}w`).join(', ');
  return html`<div class="picture">
    ${behind}<img
      src=${first.url}
      srcset=${srcset}
      sizes=${sizes}
      alt=${photo.alt}
      width=${first.width}
      height=${first.height}
      loading="lazy"
      decoding="async"
      @error=${hide}
    />
  </div>`;
}
