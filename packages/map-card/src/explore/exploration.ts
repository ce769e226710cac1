import { html, nothing, svg, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { notice } from '@buurt/core/element/screen.js';
import type { Point } from '@buurt/domain/geo/projection.js';
import type { Background } from '../background.js';
import type { MapCardMessages } from '../map-card.messages.js';
import type { ExplorationView } from '../map-view-model.js';
import { positionAt } from '../position-at.js';
import { noZoom, type Viewport, type Zoom } from '../viewport.js';
import { explorationStyles } from './exploration.styles.js';
import { tilesIn, tileUrl, type Tile } from './tiles.js';
import { ZoomGestures, type IgnoredGesture } from './zoom-gestures.js';

const hintMs = 2500;
/** The part of the map by which a press of a button moves it. */
const moveStep = 0.25;
/** A pin that takes focus stands at least this far from the edge of the map, in CSS pixels. */
const marginPx = 40;

export interface ExplorationOptions {
  /** The map as it is drawn without zoom. */
  readonly viewport: () => Viewport | undefined;
  readonly onLeave: () => void;
}

/** Puts a map with streets behind the drawing, and lets the visitor zoom and move. Brings its own styles. */
export class ExplorationController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: ExplorationOptions;
  readonly #gestures: ZoomGestures;
  #viewport: Viewport | undefined;
  #layer = '';
  #hint: IgnoredGesture | undefined;
  #hintTimer = 0;
  #loadedTiles = 0;
  #failedTiles = 0;

  constructor(host: LitElement, options: ExplorationOptions) {
    this.#host = host;
    this.#options = options;
    this.#gestures = new ZoomGestures(() => host.requestUpdate(), this.#onIgnored);
    const { adoptedStyleSheets } = host.renderRoot as ShadowRoot;
    const { styleSheet } = explorationStyles;
    if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
    host.addController(this);
  }

  get zoom(): Zoom {
    return this.#gestures.zoom;
  }

  hostUpdate(): void {
    const before = this.#viewport;
    this.#viewport = this.#options.viewport();
    if (before && this.#viewport && before !== this.#viewport)
      this.#gestures.rescale(this.#viewport.width / before.width);
  }

  hostUpdated(): void {
    const map = this.#host.renderRoot.querySelector<HTMLElement>('.map');
    if (map) this.#gestures.attach(map);
  }

  hostDisconnected(): void {
    // The map is attached again in the first update after the card came back.
    this.#gestures.detach();
    clearTimeout(this.#hintTimer);
    this.#hint = undefined;
  }

  /** Moves the map until this point is well in sight. */
  bringIntoView({ x, y }: Point): void {
    const { width = 0, height = 0 } = this.#viewport ?? {};
    const distance = (at: number, length: number) =>
      Math.max(0, marginPx - at) - Math.max(0, at - (length - marginPx));
    this.#gestures.moveBy(distance(x, width), distance(y, height));
  }

  /** Ends the exploration. */
  remove(): void {
    this.hostDisconnected();
    this.#host.removeController(this);
  }

  /** `viewport` is what the visitor sees of the map now. */
  view(t: MapCardMessages, viewport: Viewport, background: Background | undefined): ExplorationView {
    return {
      tiles: background ? this.#renderTiles(viewport, background) : nothing,
      controls: this.#renderControls(t, viewport),
      footer: this.#renderFooter(t, background),
    };
  }

  #renderTiles(viewport: Viewport, background: Background): TemplateResult {
    const layer = this.#layerOf(background);
    const urlOf = (tile: Tile) => tileUrl(background.urlTemplate, layer, tile);
    return html`<div class="tiles" aria-hidden="true">
      ${repeat(tilesIn(viewport), urlOf, (tile) => this.#renderTile(viewport, tile, urlOf(tile)))}
    </div>`;
  }

  #renderTile(viewport: Viewport, tile: Tile, url: string): TemplateResult {
    const size = Math.ceil(tile.size);
    return html`<img
      class="tile"
      alt=""
      src=${url}
      width=${size}
      height=${size}
      draggable="false"
      referrerpolicy="no-referrer"
      @load=${this.#onTile}
      @error=${this.#onTile}
      ${positionAt({ x: tile.left, y: tile.top }, viewport)}
    />`;
  }

  #renderControls({ exploring: texts }: MapCardMessages, { width, height }: Viewport): TemplateResult {
    const [right, down] = [width * moveStep, height * moveStep];
    const gestures = this.#gestures;
    const button = (name: string, path: TemplateResult, onClick: () => void) =>
      html`<button type="button" class="control" aria-label=${name} @click=${onClick}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${path}</svg>
      </button>`;
    return html`<div class="controls" role="group" aria-label=${texts.controls}>
        ${button(texts.nearer, svg`<path d="M12 5v14M5 12h14"/>`, () => gestures.zoomBy(2))}
        ${button(texts.further, svg`<path d="M5 12h14"/>`, () => gestures.zoomBy(0.5))}
        ${button(texts.north, svg`<path d="M6 14l6-6 6 6"/>`, () => gestures.moveBy(0, down))}
        ${button(texts.south, svg`<path d="M6 10l6 6 6-6"/>`, () => gestures.moveBy(0, -down))}
        ${button(texts.west, svg`<path d="M14 6l-6 6 6 6"/>`, () => gestures.moveBy(right, 0))}
        ${button(texts.east, svg`<path d="M10 6l6 6-6 6"/>`, () => gestures.moveBy(-right, 0))}
      </div>
      <p class="gesture" role="status">${this.#hint ? texts[this.#hint] : ''}</p>`;
  }

  #renderFooter({ exploring: texts }: MapCardMessages, background: Background | undefined): TemplateResult {
    const hasFailed = this.#failedTiles > 0 && this.#loadedTiles === 0;
    return html`${background ? html`<p class="hint attribution">${background.attribution}</p>` : nothing}
      <div role="status">${hasFailed ? notice('warning', texts.failed) : nothing}</div>
      <div class="actions">
        ${background ? this.#renderLayers(texts, background) : nothing}
        <button
          type="button"
          class="button quiet"
          part="button quiet"
          @click=${() => this.#gestures.zoomTo(noZoom)}
        >
          ${texts.whole}
        </button>
        <button type="button" class="button quiet" part="button quiet" @click=${this.#options.onLeave}>
          ${texts.leave}
        </button>
      </div>`;
  }

  #renderLayers(
    { layer: label, layers: names }: MapCardMessages['exploring'],
    background: Background,
  ): TemplateResult | typeof nothing {
    if (background.layers.length < 2) return nothing;
    const current = this.#layerOf(background);
    const nameOf: Readonly<Record<string, string>> = names;
    return html`<div class="layers" role="group" aria-label=${label}>
      ${background.layers.map(
        (layer) =>
          html`<button
            type="button"
            class="option"
            aria-pressed=${layer === current}
            @click=${() => this.#onLayer(layer)}
          >
            ${nameOf[layer] ?? layer}
          </button>`,
      )}
    </div>`;
  }

  #layerOf({ layers }: Background): string {
    return layers.includes(this.#layer) ? this.#layer : (layers[0] ?? '');
  }

  #onLayer(layer: string): void {
    this.#layer = layer;
    this.#loadedTiles = 0;
    this.#failedTiles = 0;
    this.#host.requestUpdate();
  }

  readonly #onTile = ({ type }: Event): void => {
    if (type === 'load') this.#loadedTiles += 1;
    else this.#failedTiles += 1;
    if (this.#loadedTiles + this.#failedTiles === 1 || this.#loadedTiles === 1) this.#host.requestUpdate();
  };

  readonly #onIgnored = (gesture: IgnoredGesture): void => {
    clearTimeout(this.#hintTimer);
    this.#hint = gesture;
    this.#hintTimer = window.setTimeout(() => {
      this.#hint = undefined;
      this.#host.requestUpdate();
    }, hintMs);
    this.#host.requestUpdate();
  };
}
