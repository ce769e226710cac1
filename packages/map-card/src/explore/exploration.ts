import { html, nothing, svg, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { notice } from '@buurt/core/element/screen.js';
import type { Point } from '@buurt/domain/geo/projection.js';
import type { Background } from '../background.js';
import type { Look } from '../look.js';
import { wholeView, type Ground, type View } from '../ground.js';
import { placed } from '../placed.js';
import { explorationStyles } from './exploration.styles.js';
import { Hand, type Refused } from './hand.js';
import { addressOf, tilesOn, type Tile } from './tiles.js';

const hintMs = 2500;
/** Part of the map that a press of a button goes. */
const step = 0.25;

/** A map with streets behind the drawing, in which a visitor moves. */
export class Exploration {
  readonly #element: LitElement;
  readonly #leave: () => void;
  readonly #hand: Hand;
  #ground: Ground | undefined;
  #layer = '';
  #hint: Refused | undefined;
  #hintTimer = 0;
  /** What became of the tiles of this layer. */
  #came = 0;
  #lost = 0;

  constructor(element: LitElement, leave: () => void) {
    this.#element = element;
    this.#leave = leave;
    this.#hand = new Hand(() => element.requestUpdate(), this.#onRefused);
    const { adoptedStyleSheets } = element.renderRoot as ShadowRoot;
    const { styleSheet } = explorationStyles;
    if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
  }

  /** What a visitor sees of the ground; the same part of it when the card has become wider. */
  viewOn(ground: Ground): View {
    const before = this.#ground;
    this.#ground = ground;
    if (before && before !== ground) this.#hand.stretch(ground.width / before.width);
    return this.#hand.view;
  }

  /** The element in which the map is drawn. */
  attach(map: HTMLElement): void {
    this.#hand.attach(map);
  }

  /** Moves until the point is well in sight. */
  show({ x, y }: Point): void {
    const { width = 0, height = 0 } = this.#ground ?? {};
    const edge = 40;
    const away = (at: number, length: number) => Math.max(0, edge - at) - Math.max(0, at - (length - edge));
    this.#hand.move(away(x, width), away(y, height));
  }

  stop(): void {
    clearTimeout(this.#hintTimer);
    this.#hand.detach();
  }

  background(ground: Ground, background: Background | undefined): TemplateResult | typeof nothing {
    if (!background) return nothing;
    const layer = this.#layerOf(background);
    return html`<div class="tiles" aria-hidden="true">
      ${repeat(
        tilesOn(ground),
        (tile) => addressOf(background.address, layer, tile),
        (tile) => this.#tile(ground, tile, addressOf(background.address, layer, tile)),
      )}
    </div>`;
  }

  #tile(ground: Ground, tile: Tile, address: string): TemplateResult {
    const size = Math.ceil(tile.size);
    return html`<img
      class="tile"
      alt=""
      src=${address}
      width=${size}
      height=${size}
      draggable="false"
      referrerpolicy="no-referrer"
      @load=${this.#onTile}
      @error=${this.#onTile}
      ${placed({ x: tile.left, y: tile.top }, ground)}
    />`;
  }

  controls({ t }: Look): TemplateResult {
    const { width = 0, height = 0 } = this.#ground ?? {};
    const [right, down] = [width * step, height * step];
    const { exploring: words } = t;
    const button = (name: string, path: TemplateResult, act: () => void) =>
      html`<button type="button" class="control" aria-label=${name} @click=${act}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${path}</svg>
      </button>`;
    return html`<div class="controls" role="group" aria-label=${words.controls}>
        ${button(words.nearer, svg`<path d="M12 5v14M5 12h14"/>`, () => this.#hand.zoom(2))}
        ${button(words.further, svg`<path d="M5 12h14"/>`, () => this.#hand.zoom(0.5))}
        ${button(words.north, svg`<path d="M6 14l6-6 6 6"/>`, () => this.#hand.move(0, down))}
        ${button(words.south, svg`<path d="M6 10l6 6 6-6"/>`, () => this.#hand.move(0, -down))}
        ${button(words.west, svg`<path d="M14 6l-6 6 6 6"/>`, () => this.#hand.move(right, 0))}
        ${button(words.east, svg`<path d="M10 6l6 6-6 6"/>`, () => this.#hand.move(-right, 0))}
      </div>
      <p class="gesture" role="status">${this.#hint ? words[this.#hint] : ''}</p>`;
  }

  /** What belongs to the map but does not lie on it: whose it is, which one, and the way back. */
  below({ t }: Look, background: Background | undefined): TemplateResult {
    const { exploring: words } = t;
    const lost = this.#lost > 0 && this.#came === 0;
    return html`${background ? html`<p class="hint attribution">${background.attribution}</p>` : nothing}
      <div role="status">${lost ? notice('warning', words.failed) : nothing}</div>
      <div class="actions">
        ${background ? this.#layers(t, background) : nothing}
        <button type="button" class="button quiet" @click=${() => this.#hand.see(wholeView)}>
          ${words.whole}
        </button>
        <button type="button" class="button quiet" @click=${this.#leave}>${words.leave}</button>
      </div>`;
  }

  #layers({ exploring: words }: Look['t'], background: Background): TemplateResult | typeof nothing {
    if (background.layers.length < 2) return nothing;
    const current = this.#layerOf(background);
    const named: Readonly<Record<string, string>> = words.layers;
    return html`<div class="layers" role="group" aria-label=${words.layer}>
      ${background.layers.map(
        (layer) =>
          html`<button
            type="button"
            class="option"
            aria-pressed=${layer === current}
            @click=${() => this.#show(layer)}
          >
            ${named[layer] ?? layer}
          </button>`,
      )}
    </div>`;
  }

  #layerOf({ layers }: Background): string {
    return layers.includes(this.#layer) ? this.#layer : (layers[0] ?? '');
  }

  #show(layer: string): void {
    this.#layer = layer;
    [this.#came, this.#lost] = [0, 0];
    this.#element.requestUpdate();
  }

  readonly #onTile = ({ type }: Event): void => {
    if (type === 'load') this.#came += 1;
    else this.#lost += 1;
    if (this.#came + this.#lost === 1 || this.#came === 1) this.#element.requestUpdate();
  };

  readonly #onRefused = (how: Refused): void => {
    clearTimeout(this.#hintTimer);
    this.#hint = how;
    this.#hintTimer = window.setTimeout(() => {
      this.#hint = undefined;
      this.#element.requestUpdate();
    }, hintMs);
    this.#element.requestUpdate();
  };
}
