import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import { noZoom, type Zoom } from '../viewport.js';

/** A gesture that scrolls the page and not the map: the wheel without Ctrl, or one finger. */
export type IgnoredGesture = 'wheel' | 'fingers';

const scaleExtent: [number, number] = [0.25, 64];

/** Zooms and moves the map by mouse, by two fingers, by the wheel with Ctrl, and from buttons. The page still scrolls over it. */
export class ZoomGestures {
  readonly #onZoom: () => void;
  readonly #onIgnored: (gesture: IgnoredGesture) => void;
  readonly #behavior = zoom<HTMLElement, unknown>().scaleExtent(scaleExtent);
  #map: HTMLElement | undefined;
  #zoom = noZoom;

  constructor(onZoom: () => void, onIgnored: (gesture: IgnoredGesture) => void) {
    this.#onZoom = onZoom;
    this.#onIgnored = onIgnored;
    this.#behavior
      .filter(this.#isForMap)
      .on('zoom', ({ transform: { k, x, y } }: D3ZoomEvent<HTMLElement, unknown>) => {
        const { k: oldK, x: oldX, y: oldY } = this.#zoom;
        if (k === oldK && x === oldX && y === oldY) return;
        this.#zoom = { k, x, y };
        this.#onZoom();
      });
  }

  get zoom(): Zoom {
    return this.#zoom;
  }

  attach(map: HTMLElement): void {
    if (map === this.#map) return;
    this.detach();
    this.#map = map;
    const selection = select(map);
    // One finger scrolls the page; only what two fingers do is ours.
    selection.call(this.#behavior).on('dblclick.zoom', null).style('touch-action', 'pan-x pan-y');
    map.addEventListener('touchmove', this.#onTouchMove, { passive: true });
    this.zoomTo(this.#zoom);
  }

  detach(): void {
    if (!this.#map) return;
    select(this.#map).on('.zoom', null).style('touch-action', null);
    this.#map.removeEventListener('touchmove', this.#onTouchMove);
    this.#map = undefined;
  }

  /** Moves the map by so many pixels; positive shows more of the west and the north. */
  moveBy(right: number, down: number): void {
    if (right === 0 && down === 0) return;
    const { k } = this.#zoom;
    if (this.#map) select(this.#map).call(this.#behavior.translateBy, right / k, down / k);
  }

  /** Makes the map so many times larger, around its middle. */
  zoomBy(factor: number): void {
    if (this.#map) select(this.#map).call(this.#behavior.scaleBy, factor);
  }

  zoomTo({ k, x, y }: Zoom): void {
    if (this.#map) select(this.#map).call(this.#behavior.transform, zoomIdentity.translate(x, y).scale(k));
  }

  /** Keeps the same part in sight of a map that has become so many times as wide. */
  rescale(factor: number): void {
    const { k, x, y } = this.#zoom;
    this.#zoom = { k, x: x * factor, y: y * factor };
    this.zoomTo(this.#zoom);
  }

  readonly #isForMap = (event: Event): boolean => {
    if (event instanceof WheelEvent) {
      const isForMap = event.ctrlKey || event.metaKey;
      if (!isForMap) this.#onIgnored('wheel');
      return isForMap;
    }
    if (event instanceof MouseEvent) return event.button === 0;
    return 'touches' in event && (event as TouchEvent).touches.length > 1;
  };

  readonly #onTouchMove = ({ touches }: TouchEvent): void => {
    if (touches.length === 1) this.#onIgnored('fingers');
  };
}
