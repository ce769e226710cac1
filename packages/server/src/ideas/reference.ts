import { randomInt } from 'node:crypto';

/** Nothing that sounds or looks like something else, and no vowels that make words. */
const signs = '23456789BCDFGHJKMNPQRSTVWXZ';
const three = () => Array.from({ length: 3 }, () => signs[randomInt(signs.length)]).join('');

/** Short and readable aloud, for a call to the office: `K4T-9PX`. */
export const newReference = (): string => `${three()}-${three()}`;
