import { html, type TemplateResult } from 'lit';
import type { Photo } from '@buurt/domain/initiatives/initiative.js';
import { street } from './icons.js';

const hide = ({ target }: Event) => (target as Element).classList.add('broken');

/** A photo in every width that there is; a drawing where there is none, or where it does not come. */
export function picture(photo: Photo | null, sizes: string): TemplateResult {
  const [first, ...more] = photo?.sources ?? [];
  if (!photo || !first) return html`<div class="picture">${street}</div>`;
  const srcset = [first, ...more].map(({ url, width }) => `${url} ${String(width)}w`).join(', ');
  return html`<div class="picture">
    ${street}<img
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
