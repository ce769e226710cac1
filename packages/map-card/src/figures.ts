import { html, nothing, type TemplateResult } from 'lit';
import { money, shortDate } from '@buurt/core/messages/format.js';
import type { Figure } from '@buurt/domain/geo/map-place.js';
import type { Look } from './look.js';

const amounts = ['grantedCents', 'spentCents'] as const;
const isAmount = (kind: Figure['kind']): kind is (typeof amounts)[number] =>
  amounts.some((each) => each === kind);

function figure({ t, locale }: Look, { kind, value }: Figure): TemplateResult {
  const [number, word] = isAmount(kind)
    ? [money(value, locale), t.figures[kind]]
    : [value.toLocaleString(locale), t.figures[kind]({ count: value })];
  return html`<li><strong>${number}</strong> ${word}</li>`;
}

/** Who counted, and when: once for all that were counted together. */
function sources({ t, locale }: Look, figures: readonly Figure[]): readonly string[] {
  const said = figures.map(({ source, at }) => {
    const when = shortDate(at, locale);
    return source === null ? t.figures.counted({ when }) : t.figures.source({ source, when });
  });
  return [...new Set(said)];
}

/** The buurt in numbers; nothing that is zero, because there is nothing to tell about it yet. */
export function figuresOf(
  look: Look,
  figures: readonly Figure[] | undefined,
): TemplateResult | typeof nothing {
  const told = (figures ?? []).filter(({ value }) => value > 0);
  if (told.length === 0) return nothing;
  return html`<div class="figures" part="figures">
    <ul>
      ${told.map((each) => figure(look, each))}
    </ul>
    <p class="hint"><bdi>${sources(look, told).join('. ')}.</bdi></p>
  </div>`;
}
