import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { css, html, LitElement, unsafeCSS, type TemplateResult } from 'lit';

/** What is shown, and on what, by the names that the styles of the widgets use. */
export type Pair = readonly [ink: string, ground: string];

const grounds = ['surface', 'soft', 'tint', 'ok-tint', 'warning-tint', 'error-tint', 'info-tint'];
const on = (ground: string, inks: readonly string[]): readonly Pair[] => inks.map((ink) => [ink, ground]);

/** What is read: at least 4.5:1 (WCAG 2.2, 1.4.3). */
export const texts: readonly Pair[] = [
  ...on('action', ['on-action']),
  ...on('action-hover', ['on-action']),
  ...on('action-active', ['on-action']),
  ...grounds.flatMap((ground) => on(ground, ['text', 'muted', 'heading', 'accent'])),
  ...on('control', ['control-text', 'muted']),
  ...on('surface', ['error', 'ok', 'warning']),
  ...on('soft', ['error', 'ok', 'warning']),
  ...on('ok-tint', ['ok']),
  ...on('warning-tint', ['warning']),
  ...on('error-tint', ['error']),
  ...['accent', 'ok', 'text'].flatMap((ground) => on(ground, ['surface'])),
];

/** What is no text but must be seen, at least 3:1 (1.4.11): edges of buttons and fields, the focus, bars and marks. */
export const parts: readonly Pair[] = [
  ...['surface', 'soft', 'tint'].flatMap((ground) => on(ground, ['action-line', 'focus'])),
  ...on('surface', ['control-line']),
  ...on('soft', ['control-line']),
  ...on('control', ['control-line', 'accent']),
  ...on('line', ['accent']),
];

const measured = [...new Set([...texts, ...parts].flat())];

/** Shows every colour of the widgets as a ground, so that the browser works it out. */
export class Palette extends LitElement {
  static override readonly styles = [
    tokens,
    messageTokens,
    ...measured.map(
      (name) => css`
        .${unsafeCSS(name)} {
          background: var(--_${unsafeCSS(name)});
        }
      `,
    ),
  ];

  protected override render(): TemplateResult {
    return html`${measured.map((name) => html`<i class=${name}></i>`)}`;
  }
}
if (!customElements.get('story-palette')) customElements.define('story-palette', Palette);

const linear = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
const linears = [...new Array(256).keys()].map(linear);

/** The luminance, as WCAG 2 counts it, of colours as the browser would paint them: in sRGB, cut off at its edges. */
function luminances(rows: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const canvas = new OffscreenCanvas(measured.length, rows.length);
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  rows.forEach((row, y) =>
    row.forEach((colour, x) => {
      context.fillStyle = colour;
      context.fillRect(x, y, 1, 1);
    }),
  );
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const at = (index: number) => linears[data[index] ?? 0] ?? 0;
  return rows.map((row, y) =>
    row.map((_, x) => {
      const index = 4 * (y * measured.length + x);
      return 0.2126 * at(index) + 0.7152 * at(index + 1) + 0.0722 * at(index + 2);
    }),
  );
}

/** For each of these palettes the contrast of any two of its colours, 1 to 21. */
export function contrastsIn(palettes: readonly Palette[]): readonly ((pair: Pair) => number)[] {
  const rows = palettes.map(({ renderRoot }) =>
    [...renderRoot.querySelectorAll('i')].map((ground) => getComputedStyle(ground).backgroundColor),
  );
  return luminances(rows).map((row) => ([ink, ground]) => {
    const [a = 0, b = 0] = [ink, ground].map((name) => row[measured.indexOf(name)] ?? 0);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
}
