import { html, nothing, type TemplateResult } from 'lit';
import { money, shortDate } from '@buurt/core/messages/format.js';
import type { Figure } from '@buurt/domain/geo/map-place.js';
import type { MapViewModel } from './map-view-model.js';

const amounts = ['grantedCents', 'spentCents'] as const;
const isAmount = (kind: Figure['kind']): kind is (typeof amounts)[number] =>
  amounts.some((each) => each === kind);

function figure({ t, locale }: MapViewModel, { kind, value }: Figure): TemplateResult {
  const [number, label] = isAmount(kind)
    ? [money(value, locale), t.figures[kind]]
    : [value.toLocaleString(locale), t.figures[kind]({ count: value })];
  return html`<li><strong>${number}</strong> ${label}</li>`;
}

/** Who counted, and when: one sentence for all figures that were counted together. */
function sources({ t, locale }: MapViewModel, figures: readonly Figure[]): readonly string[] {
  const sentences = figures.map(({ source, at }) => {
    const when = shortDate(at, locale);
    return source === null ? t.figures.counted({ when }) : t.figures.source({ source, when });
  });
  return [...new Set(sentences)];
}

/** The buurt in numbers, without those that are zero. */
export function figures(view: MapViewModel): TemplateResult | typeof nothing {
  const shown = (view.figures.value ?? []).filter(({ value }) => value > 0);
  if (shown.length === 0) return nothing;
  return html`<div class="figures" part="figures">
    <ul>
      ${shown.map((each) => figure(view, each))}
    </ul>
    <p class="hint"><bdi>${sources(view, shown).join('. ')}.</bdi></p>
  </div>`;
}
