import { html, type TemplateResult } from 'lit';
import { generate } from 'lean-qr';

/** Light modules around the code, so that a camera finds its edge. */
const margin = 4;

/** A text as a QR code: one path, dark on white whatever the page looks like. */
export function qrPicture(text: string, label: string): TemplateResult {
  const code = generate(text);
  const modules = [...new Array(code.size ** 2).keys()].map((index) => [
    index % code.size,
    Math.floor(index / code.size),
  ]);
  const path = modules
    .filter(([x = 0, y = 0]) => code.get(x, y))
    .map(([x = 0, y = 0]) => `M${String(x + margin)} ${String(y + margin)}h1v1h-1z`)
    .join('');
  const side = code.size + 2 * margin;
  return html`<svg
    class="qr"
    viewBox="0 0 ${side} ${side}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    <rect width=${side} height=${side} fill="#fff" />
    <path d=${path} fill="#000" />
  </svg>`;
}
