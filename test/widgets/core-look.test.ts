import { expect, fixtureSync, html } from '@open-wc/testing';
import { controls } from '@buurt/core/tokens/controls.styles.js';
import { tokens } from '@buurt/core/tokens/tokens.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { statusStyles } from '@buurt/core/tokens/status.styles.js';
import { LitElement, css, html as template } from 'lit';

/** Shows each colour as a background, so that a browser works it out. */
class TestLook extends LitElement {
  static override readonly styles = [
    tokens,
    messageTokens,
    controls,
    statusStyles,
    css`
      .status {
        background: var(--_status-ground);
        color: var(--_status-ink);
      }
      .mark {
        background: var(--_status-ink);
        color: var(--_on-status);
      }
      .action {
        background: var(--_action);
        color: var(--_on-action);
      }
      .hover {
        background: var(--_action-hover);
        color: var(--_on-action);
      }
      .link {
        background: var(--_surface);
        color: var(--_accent);
      }
      .tinted {
        background: var(--_tint);
        color: var(--_accent);
      }
      .text {
        background: var(--_tint);
        color: var(--_text);
      }
      .muted {
        background: var(--_surface);
        color: var(--_muted);
      }
      .error {
        background: var(--_surface);
        color: var(--_error);
      }
      .edge {
        background: var(--_surface);
        color: var(--_control-line);
      }
      .on-ok {
        background: var(--_ok);
        color: var(--_on-ok);
      }
      .on-accent {
        background: var(--_accent);
        color: var(--_on-accent);
      }
      .on-text {
        background: var(--_text);
        color: var(--_on-text);
      }
      .over {
        background: var(--_opaque);
        color: var(--_text);
      }
      .warned {
        background: var(--_warning-tint);
        color: var(--_text);
      }
    `,
  ];

  protected override render() {
    return template`${pairs.map(([name]) => template`<i class=${name}>a</i>`)}
      ${statuses.map((each) => template`<b class="status ${each}">a</b><b class="mark ${each}">a</b>`)}
      <button class="button primary">Verder</button><button class="button">Terug</button><label class="choice pill"><input type="radio" />Ja</label>
      <input id="line" aria-label="Regel" /><a class="link" href="#line">Naar de regel</a>`;
  }
}
customElements.define('test-look', TestLook);

const statuses = ['new', 'onBallot', 'granted', 'underway', 'done', 'declined'];

/** What stands on what, and how readable it must be. */
const pairs: readonly (readonly [name: string, least: number])[] = [
  ['action', 4.5],
  ['hover', 4.5],
  ['link', 4.5],
  ['tinted', 4.5],
  ['text', 7],
  ['muted', 4.5],
  ['error', 4.5],
  ['edge', 3],
  ['warned', 7],
  ['on-ok', 4.5],
  ['on-accent', 4.5],
  ['on-text', 7],
  ['over', 7],
];

function sRgb(colour: string): readonly number[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** From 0, nothing, to 255. */
function sRgbAlpha(colour: string): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data[3]!;
}

/** WCAG 2: relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = sRgb(colour).map((each) => {
    const part = each / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(element: Element): number {
  const { color, backgroundColor } = getComputedStyle(element);
  const [darker = 0, lighter = 0] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

async function look(style: string): Promise<TestLook> {
  const around = fixtureSync(html`<div><test-look></test-look></div>`);
  (around as HTMLElement).style.cssText = style;
  const element = around.firstElementChild as TestLook;
  await element.updateComplete;
  return element;
}

describe('The colours of a widget', () => {
  const brands = {
    'our own': '',
    'corporation red': '#d52b1e',
    yellow: '#ffd100',
    orange: '#e17000',
    'sky blue': '#39a9dc',
    'mid grey': '#777',
    black: '#000',
    white: '#fff',
    'pure blue': '#00f',
    'pure green': '#0f0',
    magenta: '#e6007e',
    'a colour outside sRGB': 'oklch(0.7 0.35 140)',
  };
  for (const scheme of ['light', 'dark'])
    for (const [name, brand] of Object.entries(brands))
      it(`are readable with ${name} as the brand, ${scheme}`, async () => {
        const element = await look(`color-scheme: ${scheme}; ${brand && `--buurt-brand: ${brand}`}`);
        for (const [pair, least] of pairs) {
          const found = contrast(element.shadowRoot!.querySelector(`.${pair}`)!);
          expect(found, `${pair}: ${found.toFixed(2)}`).to.be.at.least(least - 0.05);
        }
      });

  for (const scheme of ['light', 'dark'])
    it(`are readable on filled shapes and in dialogs with a surface that is transparent, ${scheme}`, async () => {
      const element = await look(`color-scheme: ${scheme}; --buurt-color-surface: transparent`);
      for (const [pair, least] of pairs.filter(([name]) => /^on-|^over$/.test(name))) {
        const each = element.shadowRoot!.querySelector(`.${pair}`)!;
        const found = contrast(each);
        expect(found, `${pair}: ${found.toFixed(2)}`).to.be.at.least(least);
        for (const part of ['color', 'background-color'])
          expect(getComputedStyle(each).getPropertyValue(part), pair).not.to.match(/[,/] 0\)$/);
      }
    });

  const colourOf = (element: TestLook, name: string) => {
    const { backgroundColor } = getComputedStyle(element.shadowRoot!.querySelector(`.${name}`)!);
    return sRgb(backgroundColor).join();
  };

  it('stay light on a page that knows no dark, and follow one that does', async () => {
    expect(colourOf(await look(''), 'muted')).to.equal('255,255,255');
    expect(colourOf(await look('color-scheme: dark'), 'muted')).to.equal('23,28,27');
  });

  it('come from the theme of the page, of whichever generation', async () => {
    const utrecht =
      '--utrecht-button-primary-action-background-color: #cc0000; --utrecht-document-color: #111';
    expect(colourOf(await look(utrecht), 'action')).to.equal('204,0,0');
    const amsterdam = '--ams-button-primary-background-color: #004699; --ams-color-background: #f0f0f0';
    const element = await look(amsterdam);
    expect([colourOf(element, 'action'), colourOf(element, 'muted')]).to.deep.equal([
      '0,70,153',
      '240,240,240',
    ]);
  });

  it('come from the webmaster before the theme of the page', async () => {
    const both = '--buurt-brand: #007700; --utrecht-button-primary-action-background-color: #cc0000';
    expect(colourOf(await look(both), 'action')).to.equal('0,119,0');
  });

  it('are our own where the theme names a token that does not exist', async () => {
    const broken = '--utrecht-button-primary-action-background-color: var(--nowhere)';
    expect(colourOf(await look(broken), 'action')).to.equal('11,93,81');
  });

  it('are our own, light or dark, when the webmaster asks for that', async () => {
    const element = await look('--utrecht-document-background-color: #cc0000; color-scheme: light');
    element.setAttribute('theme-preset', 'dark');
    expect(colourOf(element, 'muted')).to.equal('23,28,27');
    element.setAttribute('theme-preset', 'light');
    expect(colourOf(element, 'muted')).to.equal('255,255,255');
  });
});

describe('What a resident touches', () => {
  it('is at least 44 pixels high, also where the page has small letters', async () => {
    for (const style of ['', 'font-size: 12px', 'font-size: 32px']) {
      const { shadowRoot } = await look(style);
      for (const selector of ['.button', '.choice', '#line'])
        expect(shadowRoot!.querySelector(selector)!.getBoundingClientRect().height).to.be.at.least(44);
    }
  });

  it('grows with the letters of the page', async () => {
    const small = (await look('')).shadowRoot!.querySelector('.button')!.getBoundingClientRect().height;
    const large = (await look('font-size: 32px'))
      .shadowRoot!.querySelector('.button')!
      .getBoundingClientRect().height;
    expect(large).to.be.greaterThan(1.6 * small);
  });

  it('fits in a column of 280 pixels with letters twice as large', async () => {
    const element = await look('inline-size: 280px; font-size: 32px');
    expect(element.scrollWidth).to.be.at.most(280);
  });

  it('can be read and used by everybody', async () => {
    await expect(await look('')).to.be.accessible();
  });
});

describe('The colour of a status', () => {
  const colours = ['', '#ffd100', '#fff', '#000', '#e6007e', '#39a9dc', 'oklch(0.7 0.35 140)'];
  const names = ['new', 'on-ballot', 'granted', 'underway', 'done', 'declined'];

  for (const colour of colours)
    for (const scheme of ['light', 'dark'])
      it(`is seen as a sign and read as a shape: ${colour || 'our own'}, ${scheme}`, async () => {
        const own = colour ? names.map((name) => `--buurt-color-status-${name}: ${colour};`).join('') : '';
        const { renderRoot } = await look(`color-scheme: ${scheme}; ${own}`);
        for (const each of renderRoot.querySelectorAll('.status'))
          expect(contrast(each), each.className).to.be.at.least(3);
        for (const each of renderRoot.querySelectorAll('.mark'))
          expect(contrast(each), each.className).to.be.at.least(4.5);
      });

  it('is that of one status only', async () => {
    const { renderRoot } = await look('--buurt-color-status-done: #0000c0');
    const inkOf = (status: string) =>
      getComputedStyle(renderRoot.querySelector(`.mark.${status}`)!).backgroundColor;
    expect(luminance(inkOf('done'))).to.be.closeTo(luminance('#0000c0'), 0.01);
    expect(inkOf('granted')).not.to.equal(inkOf('done'));
  });
});

describe('The buttons', () => {
  const styleOf = async (style: string, selector = '.button.primary') =>
    getComputedStyle((await look(style)).renderRoot.querySelector(selector)!);

  for (const brand of ['#0b5d51', '#ffd100', '#000', '#fff'])
    for (const scheme of ['light', 'dark'])
      it(`that go on may be an outline, and are read on the page: ${brand}, ${scheme}`, async () => {
        const button = await styleOf(
          `color-scheme: ${scheme}; --buurt-brand: ${brand}; --buurt-button-fill: 0%`,
        );
        expect(sRgbAlpha(button.backgroundColor)).to.equal(0);
        const page = await look(`color-scheme: ${scheme}; --buurt-brand: ${brand}`);
        const surface = luminance(getComputedStyle(page).backgroundColor);
        const [darker = 0, lighter = 0] = [surface, luminance(button.color)].sort((a, b) => a - b);
        expect((lighter + 0.05) / (darker + 0.05)).to.be.at.least(4.5);
      });

  it('are filled or not, and never half', async () => {
    const filled = await styleOf('');
    expect((await styleOf('--buurt-button-fill: 70%')).backgroundColor).to.equal(filled.backgroundColor);
    expect(sRgbAlpha((await styleOf('--buurt-button-fill: 30%')).backgroundColor)).to.equal(0);
  });

  it('have the line and the underlining of the page', async () => {
    const { borderTopWidth, textDecorationLine } = await styleOf(
      '--buurt-button-border-width: 0px; --buurt-button-text-decoration: underline',
      '.button:not(.primary)',
    );
    expect([borderTopWidth, textDecorationLine]).to.deep.equal(['0px', 'underline']);
  });
});

describe('The shape', () => {
  it('is square wherever it was round, when the page says so', async () => {
    const square = ['', 'button-', 'control-', 'pill-'].map((kind) => `--buurt-${kind}radius: 0`).join(';');
    const { renderRoot } = await look(square);
    for (const each of renderRoot.querySelectorAll('button, .pill, input:not([type])'))
      expect(getComputedStyle(each).borderTopLeftRadius, each.className).to.equal('0px');
  });

  it('is lower where there is little room, and still large enough for a finger', async () => {
    const element = await look('');
    const heightOf = (selector: string) =>
      element.renderRoot.querySelector(selector)!.getBoundingClientRect().height;
    const before = heightOf('#line');
    element.setAttribute('density', 'compact');
    for (const selector of ['#line', '.button.primary', '.pill'])
      expect(heightOf(selector), selector).to.be.within(36, before - 1);
  });
});
