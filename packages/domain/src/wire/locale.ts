/** The languages in which residents are spoken to. */
export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];
