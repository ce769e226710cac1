import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';
import type { Point } from '@buurt/domain/geo/projection.js';
import type { Ground } from './ground.js';

/** Puts an element somewhere on the map, in parts of its size; through CSSOM, which a strict policy allows. */
class Placed extends Directive {
  override render(_point: Point, _ground: Ground): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [{ x, y }, { width, height }]: [Point, Ground]): unknown {
    const { style } = element as HTMLElement;
    style.left = `${String((x / width) * 100)}%`;
    style.top = `${String((y / height) * 100)}%`;
    return noChange;
  }
}

export const placed = directive(Placed);
