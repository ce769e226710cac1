import type { Locale } from '@buurt/core/messages/texts.js';

/** How each language of the desk writes days and money. */
export const languages: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** A moment by the clocks in the Netherlands, in words. */
export const momentText = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(languages[locale], {
    ...{ timeZone: 'Europe/Amsterdam', dateStyle: 'long', timeStyle: 'short' },
  }).format(new Date(iso));
