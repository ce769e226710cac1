import type { Locale } from '@buurt/domain/wire/locale.js';
import { onOneLine } from '../mail/mail-layout.js';
import type { MailText } from '../mail/mail-texts.js';
import { handoverMessages } from './handover.messages.js';

/** Asks a neighbour to take over, with what the maker writes. */
export function askText(title: string, words: string, locale: Locale): MailText {
  const t = handoverMessages[locale].asked;
  return {
    subject: t.subject(title),
    text: [t.body(onOneLine(title)), ...(words === '' ? [] : [`${t.writes}\n\n${words}`])].join('\n\n'),
  };
}

/** To whoever took over, above the link that is theirs now. */
export function newMakerText(title: string, reference: string, locale: Locale): MailText {
  const t = handoverMessages[locale].toNewMaker;
  return { subject: t.subject(title), text: [t.body(onOneLine(title), reference), t.link].join('\n\n') };
}

/** To the maker before them. */
export function earlierMakerText(title: string, name: string, locale: Locale): MailText {
  const t = handoverMessages[locale].toEarlierMaker;
  return {
    subject: t.subject(title),
    text: [t.body(onOneLine(name), onOneLine(title)), t.erased].join('\n\n'),
  };
}

/** To the maker, when the neighbour said no. */
export function declinedText(title: string, locale: Locale): MailText {
  const t = handoverMessages[locale].saidNo;
  return { subject: t.subject(title), text: t.body };
}
