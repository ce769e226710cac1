import { expect, fixtureSync, html } from '@open-wc/testing';
import { contrastsIn, parts, texts, type Palette } from '../../stories/studio/palette.js';
import { houseStyleColours } from './house-style-colours.js';

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

const palettes = 50;

/** Which pairs are less readable than they must be, for each of these brands. */
async function unreadable(brands: readonly string[], scheme: string): Promise<string[]> {
  const around = fixtureSync<HTMLElement>(
    html`<div>${Array.from({ length: palettes }, () => html`<story-palette></story-palette>`)}</div>`,
  );
  around.style.colorScheme = scheme;
  const hosts = [...around.children] as Palette[];
  await Promise.all(hosts.map((host) => host.updateComplete));
  const found: string[] = [];
  for (let first = 0; first < brands.length; first += palettes) {
    const some = brands.slice(first, first + palettes);
    some.forEach((brand, index) => hosts[index]!.style.setProperty('--buurt-brand', brand));
    contrastsIn(hosts.slice(0, some.length)).forEach((contrast, index) => {
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

  it('shades the soft surface with the brand itself', async () => {
    const host = fixtureSync<Palette>(html`<story-palette></story-palette>`);
    await host.updateComplete;
    const soft = (brand: string): number[] => {
      host.style.setProperty('--buurt-brand', brand);
      const context = document.createElement('canvas').getContext('2d')!;
      context.fillStyle = getComputedStyle(host.shadowRoot!.querySelector('.soft')!).backgroundColor;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const [blueRed, , blueBlue] = soft('#0046a8') as [number, number, number];
    expect(blueBlue).to.be.above(blueRed);
    const [pinkRed, pinkGreen] = soft('#e0218a') as [number, number, number];
    expect(pinkRed).to.be.above(pinkGreen);
  });

  it('shows text and buttons in the colours of the text, whatever the brand is', async () => {
    const host = fixtureSync<Palette>(html`<story-palette></story-palette>`);
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
