/** In which buurten somebody may do something: these codes, or all. */
export type BuurtBound = readonly string[] | 'all';

export const isWithin = (bound: BuurtBound, code: string): boolean => bound === 'all' || bound.includes(code);
