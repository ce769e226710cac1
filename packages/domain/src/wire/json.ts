import { isMoment } from './calendar.js';

/**
 * Readers of JSON that came over a network: each gives a checked value or throws a `ShapeError` that names the
 * place. Unknown keys are ignored, so that an older widget can read a newer server.
 */
export type Reader<T> = (json: unknown, at?: string) => T;

/** The JSON is not what the contract says; `pointer` (RFC 6901) tells where. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  constructor(
    readonly pointer: string,
    readonly expected: string,
  ) {
    super(`${pointer || '/'} is not ${expected}`);
  }
}

const reader =
  <T>(expected: string, fits: (json: unknown) => json is T): Reader<T> =>
  (json, at = '') => {
    if (!fits(json)) throw new ShapeError(at, expected);
    return json;
  };

export const text = reader('a text', (json): json is string => typeof json === 'string');
export const flag = reader('true or false', (json): json is boolean => typeof json === 'boolean');
export const number = reader('a number', (json): json is number => Number.isFinite(json));
/** A whole number ≥ 0: a count, or an amount in cents. */
export const count = reader(
  'a whole number from 0',
  (json): json is number => Number.isSafeInteger(json) && (json as number) >= 0,
);
/** A moment as an ISO 8601 string with offset. */
export const moment = reader(
  'a moment with offset',
  (json): json is string => typeof json === 'string' && isMoment(json),
);

export const oneOf = <T extends string>(...options: readonly T[]): Reader<T> =>
  reader(`one of ${options.join(', ')}`, (json): json is T => options.includes(json as T));

export const nullable =
  <T>(read: Reader<T>): Reader<T | null> =>
  (json, at = '') =>
    json === null ? null : read(json, at);

/** A key that may be left out; `shape` then leaves it out too. */
export const maybe =
  <T>(read: Reader<T>): Reader<T> =>
  (json, at = '') =>
    json === undefined ? (undefined as T) : read(json, at);

export const list =
  <T>(read: Reader<T>): Reader<T[]> =>
  (json, at = '') => {
    if (!Array.isArray(json)) throw new ShapeError(at, 'a list');
    return json.map((each, index) => read(each, `${at}/${String(index)}`));
  };

/** Whether something is an object with keys, and no list. */
export const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** An object with these keys; keys whose value is `undefined` after reading are left out. */
export const shape =
  <T extends object>(readers: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> =>
  (json, at = '') => {
    if (!isObject(json)) throw new ShapeError(at, 'an object');
    const own = (key: string): unknown => (Object.hasOwn(json, key) ? json[key] : undefined);
    const read = Object.entries<Reader<unknown>>(readers).map(([key, value]) => [
      key,
      value(own(key), `${at}/${key}`),
    ]);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as T;
  };
