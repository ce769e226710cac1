import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clustered, type Cluster } from '@buurt/domain/geo/clusters.js';
import type { Ground } from './ground.js';
import type { Look } from './look.js';
import { mark } from './marks.js';
import { placed } from './placed.js';
import type { Spot } from './spots.js';

/** One spot, or several that are too close together to be told apart. */
export type Pin = Cluster<Spot>;

/** Nearer than this, in the size of the letters, two marks would overlap. */
const reach = 2.5;

/** `letterPx` is the size of the letters: the marks grow with them. */
export const pinsOf = (spots: readonly Spot[], ground: Ground, letterPx: number): readonly Pin[] =>
  clustered(spots, ground.toPoint, reach * letterPx);

/** What a pin is called in the widget; a cluster by its first spot. */
export const keyOf = ({ members: [first] }: Pin): string => first?.id ?? '';

/** The number of the pin of each spot. */
export const numbersOf = (pins: readonly Pin[]): ReadonlyMap<string, number> =>
  new Map(pins.flatMap(({ members }, at) => members.map(({ id }) => [id, at + 1] as const)));

/** Half of a large mark. */
const edgePx = 40;

export const isOnGround = ({ x, y }: Pin, { width, height }: Ground): boolean =>
  x > -edgePx && y > -edgePx && x < width + edgePx && y < height + edgePx;

const ways = {
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
} as const;

/** Where a key leads from a pin: to the nearest in that direction, or to the first or last of all. */
export function pinBy(key: string, from: Pin, pins: readonly Pin[]): Pin | undefined {
  if (key === 'Home') return pins[0];
  if (key === 'End') return pins.at(-1);
  const way = ways[key as keyof typeof ways] as readonly [number, number] | undefined;
  if (!way) return undefined;
  const [right, down] = way;
  let [nearest, least] = [undefined as Pin | undefined, Infinity];
  for (const pin of pins) {
    const along = (pin.x - from.x) * right + (pin.y - from.y) * down;
    const aside = Math.abs((pin.x - from.x) * down) + Math.abs((pin.y - from.y) * right);
    const distance = along + 2 * aside;
    if (along > 0.5 && distance < least) [nearest, least] = [pin, distance];
  }
  return nearest;
}

const nowhere = { members: [] };

/** What a visitor does with pins. */
export interface PinHands {
  readonly open: (pin: Pin) => void;
  /** At a pin, or at one without members: at none. */
  readonly point: (pin: Pick<Pin, 'members'>) => void;
  readonly key: (event: KeyboardEvent, pin: Pin) => void;
}

export interface Pinned {
  readonly ground: Ground;
  readonly pins: readonly Pin[];
  /** The pin that takes part in the order of Tab; the others are reached from it by arrow keys. */
  readonly current: string;
  readonly selected: string;
  readonly highlighted: string;
  readonly hands: PinHands;
}

/** What a pin stands for. */
export function titleOf({ t }: Look, { members }: Pin): string {
  const [only, ...others] = members;
  if (!only || others.length === 0) return only?.title ?? '';
  const count = members.length;
  return only.kind === 'buurt' ? t.clusterOfAreas({ count }) : t.cluster({ count });
}

function nameOf(look: Look, pin: Pin): string {
  const { t } = look;
  const [only, ...others] = pin.members;
  if (!only || others.length > 0) return titleOf(look, pin);
  if (only.kind === 'buurt') return t.areaPin({ name: only.title, count: only.initiativeCount });
  return t.pin({ title: only.title, status: t.statuses[only.status], count: only.supportCount });
}

/** How a pin looks: how many it stands for, or how far the one initiative is. */
function faceOf({ members }: Pin): TemplateResult {
  const [only, ...others] = members;
  if (only?.kind === 'initiative' && others.length === 0) return mark(only.status);
  const count = only?.kind === 'buurt' && others.length === 0 ? only.initiativeCount : members.length;
  const many = only?.kind === 'buurt' && others.length > 0 ? 'buurten' : '';
  return html`<span class="count ${many}" aria-hidden="true">${count}</span>`;
}

function pinButton(
  look: Look,
  { ground, current, selected, highlighted, hands }: Pinned,
  pin: Pin,
  number: number | undefined,
): TemplateResult {
  const key = keyOf(pin);
  const several = pin.members.length > 1;
  const lit = pin.members.some(({ id }) => id === highlighted);
  return html`<button
    type="button"
    class="pin printed ${several ? 'several' : ''} ${lit ? 'lit' : ''}"
    part="pin"
    data-pin=${key}
    data-number=${number ?? nothing}
    tabindex=${key === current ? 0 : -1}
    aria-label=${nameOf(look, pin)}
    aria-expanded=${key === selected}
    @click=${() => hands.open(pin)}
    @keydown=${(event: KeyboardEvent) => hands.key(event, pin)}
    @pointerenter=${() => hands.point(pin)}
    @pointerleave=${() => hands.point(nowhere)}
    @focus=${() => hands.point(pin)}
    @blur=${() => hands.point(nowhere)}
    ${placed(pin, ground)}
  >
    ${faceOf(pin)}
  </button>`;
}

/** The pins that lie on the ground, as buttons in reading order. */
export function pinButtons(look: Look, pinned: Pinned): TemplateResult {
  const { pins, ground } = pinned;
  const shown = pins.filter((pin) => isOnGround(pin, ground));
  const numbers = numbersOf(pins);
  return html`<div class="pins" role="group" aria-label=${look.t.map} aria-describedby="pins-hint">
      ${repeat(shown, keyOf, (pin) => pinButton(look, pinned, pin, numbers.get(keyOf(pin))))}
    </div>
    ${shown.length > 1 ? html`<p class="for-reader" id="pins-hint">${look.t.arrows}</p>` : nothing}`;
}
