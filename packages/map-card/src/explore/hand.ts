import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import { wholeView, type View } from '../ground.js';

/** What moves a page and not the map in it: a wheel without Ctrl, one finger. */
export type Refused = 'wheel' | 'fingers';

const extent: [number, number] = [0.25, 64];

/** Moves the map as a mouse, two fingers, a wheel with Ctrl, or buttons ask. A page is scrolled over it as before. */
export class Hand {
  readonly #moved: () => void;
  readonly #refused: (how: Refused) => void;
  readonly #zoom = zoom<HTMLElement, unknown>().scaleExtent(extent);
  #map: HTMLElement | undefined;
  #view = wholeView;

  constructor(moved: () => void, refused: (how: Refused) => void) {
    this.#moved = moved;
    this.#refused = refused;
    this.#zoom.filter(this.#mayMove).on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      this.#view = { k: transform.k, x: transform.x, y: transform.y };
      this.#moved();
    });
  }

  get view(): View {
    return this.#view;
  }

  attach(map: HTMLElement): void {
    if (map === this.#map) return;
    this.detach();
    this.#map = map;
    const chosen = select(map);
    // One finger scrolls the page; only what two fingers do is ours.
    chosen.call(this.#zoom).on('dblclick.zoom', null).style('touch-action', 'pan-x pan-y');
    map.addEventListener('touchmove', this.#onTouch, { passive: true });
    this.see(this.#view);
  }

  detach(): void {
    if (!this.#map) return;
    select(this.#map).on('.zoom', null).style('touch-action', null);
    this.#map.removeEventListener('touchmove', this.#onTouch);
    this.#map = undefined;
  }

  /** So many pixels; positive goes to the west and north. */
  move(right: number, down: number): void {
    if (right === 0 && down === 0) return;
    const { k } = this.#view;
    if (this.#map) select(this.#map).call(this.#zoom.translateBy, right / k, down / k);
  }

  /** So many times larger, around the middle. */
  zoom(factor: number): void {
    if (this.#map) select(this.#map).call(this.#zoom.scaleBy, factor);
  }

  see({ k, x, y }: View): void {
    if (this.#map) select(this.#map).call(this.#zoom.transform, zoomIdentity.translate(x, y).scale(k));
  }

  /** The map became so many times as wide. */
  stretch(factor: number): void {
    const { k, x, y } = this.#view;
    this.#view = { k, x: x * factor, y: y * factor };
    const view = this.#view;
    queueMicrotask(() => this.see(view));
  }

  readonly #mayMove = (event: Event): boolean => {
    if (event instanceof WheelEvent) {
      const may = event.ctrlKey || event.metaKey;
      if (!may) this.#refused('wheel');
      return may;
    }
    if (event instanceof MouseEvent) return event.button === 0;
    return 'touches' in event && (event as TouchEvent).touches.length > 1;
  };

  readonly #onTouch = ({ touches }: TouchEvent): void => {
    if (touches.length === 1) this.#refused('fingers');
  };
}
