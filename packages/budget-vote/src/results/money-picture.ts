import { html, nothing, svg, type TemplateResult } from 'lit';

/** A part of the money: what was granted, or what is left. */
export interface Share {
  readonly cents: number;
  readonly kind: 'granted' | 'left';
}

const percent = (part: number, whole: number): string => `${String((part / whole) * 100)}%`;

/** Narrower than this part of the whole there is no room for a number. */
const roomForNumber = 0.04;

/**
 * How the money went, to the eye: one bar, each granted proposal a piece as wide as its cost, in the order in which
 * they were granted. The same stands in words in the list under it, with the number that is in the piece.
 */
export function moneyPicture(shares: readonly Share[], budgetCents: number): TemplateResult {
  const whole = Math.max(
    budgetCents,
    shares.reduce((sum, { cents }) => sum + cents, 0),
    1,
  );
  let from = 0;
  const pieces = shares.map(({ cents, kind }, index) => {
    const x = percent(from, whole);
    const middle = percent(from + cents / 2, whole);
    from += cents;
    const number = kind === 'granted' && cents / whole > roomForNumber ? index + 1 : nothing;
    return svg`<g class=${kind}>
      <rect x=${x} width=${percent(cents, whole)} height="100%" />
      <text x=${middle} y="50%">${number}</text>
    </g>`;
  });
  return html`<svg class="money" aria-hidden="true">${pieces}</svg>`;
}
