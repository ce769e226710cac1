import type { Locale } from '@buurt/core/messages/texts.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';

/** An amount in the currency of the round. */
export const amount = (
  { round: { currency }, locale }: { readonly round: Round; readonly locale: Locale },
  cents: number,
): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'nl-NL', {
    style: 'currency',
    currency,
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);

/** donderdag 3 december om 09:00 (Dutch time). */
export const moment = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'nl-NL', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date(iso));

/** What a theme or a part of the area is called; its key where the round does not say. */
export const groupName = ({ groupNames }: Round, key: string): string =>
  Object.hasOwn(groupNames, key) ? (groupNames[key] ?? key) : key;

export const proposalOf = ({ proposals }: Round, id: string): Proposal | undefined =>
  proposals.find((each) => each.id === id);
