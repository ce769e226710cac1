import { expect, fixtureSync, html } from '@open-wc/testing';
import { tokens } from '@buurt/core';
import { messageTokens } from '@buurt/core/message-tokens.js';
import { css, html as template, LitElement, unsafeCSS } from 'lit';
import { houseStyleColours } from './house-style-colours.js';

const grounds = ['surface', 'soft', 'tint', 'ok-tint', 'warning-tint', 'error-tint', 'info-tint'];
const on = (ground: string, inks: readonly string[]) => inks.map((ink) => [ink, ground] as const);

/** What is read, and on what, in the styles of the widgets. */
const texts = [
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

/** What is no text but must be seen: edges of buttons and fields, the ring of the focus, bars and marks. */
const parts = [
  ...['surface', 'soft', 'tint'].flatMap((ground) => on(ground, ['action-line', 'focus'])),
  ...on('surface', ['control-line']),
  ...on('soft', ['control-line']),
  ...on('control', ['control-line', 'accent']),
  ...on('line', ['accent']),
];

const measured = [...new Set([...texts, ...parts].flat())];

/** Shows every colour as a ground, so that the browser works it out. */
class TestPalette extends LitElement {
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
  protected override render() {
    return template`${measured.map((name) => template`<i class=${name}></i>`)}`;
  }
}
customElements.define('test-palette', TestPalette);

/** The same colours every time: Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const chance = seeded(2026);
const randomColours = Array.from(
  { length: 2000 },
  () =>
    `#${Math.floor(chance() * 2 ** 24)
      .toString(16)
      .padStart(6, '0')}`,
);
const corners = ['#000', '#fff', '#f00', '#0f0', '#00f', '#ff0', '#0ff', '#f0f', '#777', '#767676'];

const linear = Array.from({ length: 256 }, (_, part) =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
);

/** The luminance, as WCAG 2 counts it, of colours as the browser would paint them: in sRGB, cut off at its edges. */
function luminances(rows: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const canvas = document.createElement('canvas');
  canvas.width = measured.length;
  canvas.height = rows.length;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  rows.forEach((row, y) =>
    row.forEach((colour, x) => {
      context.fillStyle = colour;
      context.fillRect(x, y, 1, 1);
    }),
  );
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const at = (index: number) => linear[data[index]!]!;
  return rows.map((row, y) =>
    row.map((_, x) => {
      const index = 4 * (y * measured.length + x);
      return 0.2126 * at(index) + 0.7152 * at(index + 1) + 0.0722 * at(index + 2);
    }),
  );
}

const palettes = 50;

/** Which pairs are less readable than they must be, for each of these brands. */
async function unreadable(brands: readonly string[], scheme: string): Promise<string[]> {
  const around = fixtureSync<HTMLElement>(
    html`<div>${Array.from({ length: palettes }, () => html`<test-palette></test-palette>`)}</div>`,
  );
  around.style.colorScheme = scheme;
  const hosts = [...around.children] as TestPalette[];
  await Promise.all(hosts.map((host) => host.updateComplete));
  const found: string[] = [];
  for (let first = 0; first < brands.length; first += palettes) {
    const some = brands.slice(first, first + palettes);
    some.forEach((brand, index) => hosts[index]!.style.setProperty('--buurt-brand', brand));
    const rows = some.map((_, index) =>
      [...hosts[index]!.shadowRoot!.querySelectorAll('i')].map((i) => getComputedStyle(i).backgroundColor),
    );
    luminances(rows).forEach((row, index) => {
      const contrast = ([ink, ground]: readonly [string, string]) => {
        const [a = 0, b = 0] = [ink, ground].map((name) => row[measured.indexOf(name)] ?? 0);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      };
      const weak = (pairs: typeof texts, least: number) =>
        pairs
          .filter((pair) => contrast(pair) < least)
          .map((pair) => `${some[index]} ${scheme}: ${pair.join(' on ')} ${contrast(pair).toFixed(2)}`);
      found.push(...weak(texts, 4.5), ...weak(parts, 3));
    });
  }
  return found;
}

describe('One brand colour', () => {
  for (const scheme of ['light', 'dark']) {
    it(`gives a palette that everybody can read, ${scheme}, for 50 house styles and the corners of sRGB`, async () => {
      expect(new Set(houseStyleColours).size).to.equal(50);
      expect((await unreadable([...houseStyleColours, ...corners], scheme)).slice(0, 20)).to.deep.equal([]);
    });

    it(`gives a palette that everybody can read, ${scheme}, for 2,000 colours by chance`, async () => {
      expect((await unreadable(randomColours, scheme)).slice(0, 20)).to.deep.equal([]);
    }).timeout(30_000);
  }

  it('is measured in earnest: a pair that nobody can read is found', async () => {
    document.documentElement.style.setProperty('--buurt-color-link', '#999');
    try {
      expect(await unreadable(['#0b5d51'], 'light')).to.include('#0b5d51 light: accent on surface 2.85');
    } finally {
      document.documentElement.style.removeProperty('--buurt-color-link');
    }
  });
});

describe('A browser that cannot calculate with colours', () => {
  /** The styles as such a browser keeps them. */
  const withoutSupports = (rules: readonly CSSRule[]) =>
    rules.filter((rule) => !(rule instanceof CSSSupportsRule)).map(({ cssText }) => cssText);

  it('shows text and buttons in the colours of the text, whatever the brand is', async () => {
    const host = fixtureSync<TestPalette>(html`<test-palette></test-palette>`);
    host.style.setProperty('--buurt-brand', '#ffe600');
    await host.updateComplete;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = root.adoptedStyleSheets.map((sheet) => {
      const plain = new CSSStyleSheet();
      plain.replaceSync(withoutSupports([...sheet.cssRules]).join('\n'));
      return plain;
    });
    const colour = (name: string) => getComputedStyle(root.querySelector(`.${name}`)!).backgroundColor;
    expect(
      ['text', 'action', 'action-hover', 'accent', 'control-line', 'ok', 'focus'].map(colour),
    ).to.deep.equal(Array.from({ length: 7 }, () => 'rgb(31, 38, 37)'));
    expect(['surface', 'on-action'].map(colour)).to.deep.equal(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    expect(['soft', 'tint', 'muted', 'error'].map(colour)).to.deep.equal(
      Array.from({ length: 4 }, () => 'rgba(0, 0, 0, 0)'),
    );
  });
});
