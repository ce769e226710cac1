import { ShapeError, type Reader } from './json.js';

/** A reader that asks one thing more of what another has read. */
export const checked =
  <T>(read: Reader<T>, expected: string, fits: (value: T) => boolean): Reader<T> =>
  (json, at = '') => {
    const value = read(json, at);
    if (!fits(value)) throw new ShapeError(at, expected);
    return value;
  };

/** A whole number, also below 0: points. */
export const whole: Reader<number> = (json, at = '') => {
  if (!Number.isSafeInteger(json)) throw new ShapeError(at, 'a whole number');
  return json as number;
};
