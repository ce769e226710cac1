import { html, nothing, svg, type TemplateResult } from 'lit';

/** A part of the money: what it is for. */
export interface Share {
  readonly name: string;
  readonly cents: number;
  /** The cents in words. */
  readonly amount: string;
}

const percent = (part: number, whole: number): string => `${String((part / whole) * 100)}%`;

/** Narrower than these parts of the whole a piece has no room for a number: in a wide bar, and in a narrow one. */
const roomForNumber = { wide: 0.025, narrow: 0.06 };

/**
 * How the money went, to the eye: one bar, each granted proposal a piece as wide as its cost, in the order in which
 * they were granted. A key names each piece by the number that its card has too. A screen reader gets the same from
 * the cards and the sentence about what is left.
 */
export function moneyPicture(granted: readonly Share[], left: Share, budgetCents: number): TemplateResult {
  const whole = Math.max(
    budgetCents,
    granted.reduce((sum, { cents }) => sum + cents, left.cents),
    1,
  );
  let from = 0;
  const pieceOf = ({ cents }: Share, kind: string, number: unknown = nothing) => {
    const x = percent(from, whole);
    const middle = percent(from + cents / 2, whole);
    const part = cents / whole;
    from += cents;
    return svg`<g class=${kind}>
      <rect x=${x} width=${percent(cents, whole)} height="100%" />
      <text x=${middle} y="50%" class=${part < roomForNumber.narrow ? 'tight' : nothing}>${
        part < roomForNumber.wide ? nothing : number
      }</text>
    </g>`;
  };
  const lineOf = ({ name, amount }: Share, kind: string) =>
    html`<li class=${kind}>
      <span><bdi>${name}</bdi> <span class="amount" dir="ltr">${amount}</span></span>
    </li>`;
  return html`<div class="money" aria-hidden="true">
    <svg class="bar">
      ${granted.map((share, at) => pieceOf(share, 'piece', at + 1))}
      ${left.cents > 0 ? pieceOf(left, 'left') : nothing}
    </svg>
    <ol class="key">
      ${granted.map((share) => lineOf(share, 'piece'))} ${left.cents > 0 ? lineOf(left, 'left') : nothing}
    </ol>
  </div>`;
}
