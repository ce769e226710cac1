import type { MailCause } from '@buurt/domain/desk/mails.js';
import { cannotBeMade, heldUp } from './transports.js';

/** By the status of RFC 3463 without its class, which says what is wrong more precisely than the number of the answer. */
const byStatus: readonly (readonly [RegExp, MailCause])[] = [
  [/^1\.[78]$/, 'sender'],
  [/^1\./, 'address'],
  [/^2\.1$/, 'address'],
  [/^2\.2$/, 'full'],
  [/^4\./, 'later'],
  [/^7\.8$/, 'sender'],
  [/^7\./, 'refused'],
];

/** By the number of the answer (RFC 5321 §4.2.3, and RFC 4954 §6 for a login). */
const byNumber: Readonly<Partial<Record<string, MailCause>>> = {
  530: 'sender',
  534: 'sender',
  535: 'sender',
  538: 'sender',
  550: 'address',
  551: 'address',
  553: 'address',
  452: 'full',
  552: 'full',
  554: 'refused',
};

/** What the reason comes to that was kept when a mail was not taken. */
export function mailCauseOf(reason: string): MailCause {
  if (reason === heldUp) return 'slow';
  if (reason === cannotBeMade) return 'notMade';
  const [, number = '', status = ''] = /^([45]\d\d)(?:[ -][45]\.(\d{1,3}\.\d{1,3})\b)?/.exec(reason) ?? [];
  if (number === '') return 'away';
  const known = byStatus.find(([pattern]) => pattern.test(status))?.[1] ?? byNumber[number];
  // What a server refuses for now, as one that does not know us yet does, it takes later.
  if (number.startsWith('4') && known !== 'full' && known !== 'sender') return 'later';
  return known ?? 'other';
}
