import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';
import type { Point } from '@buurt/domain/geo/projection.js';
import type { Viewport } from './viewport.js';

class PositionAt extends Directive {
  override render(_point: Point, _viewport: Viewport): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [{ x, y }, { width, height }]: [Point, Viewport]): unknown {
    const { style } = element as HTMLElement;
    style.left = `${String((x / width) * 100)}%`;
    style.top = `${String((y / height) * 100)}%`;
    return noChange;
  }
}

/** Positions an element on the map, as a part of its size. Sets it through CSSOM, which a strict CSP allows. */
export const positionAt = directive(PositionAt);
