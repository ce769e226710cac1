import type { MailKind } from '../db/tables.js';
import { htmlOf, onOneLine, subjectFrom, textOf, type MailContent, type MailSender } from './mail-layout.js';

/** A mail as it is sent. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string>;
}

/** What a mail says, without how to answer it. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

export interface MailRow extends MailText {
  readonly kind: MailKind;
  readonly email: string;
  /** Whether it goes to whoever handed in the initiative. */
  readonly isMaker: boolean;
  /** The title of the initiative, or the name of the buurt, that is followed. */
  readonly what: string;
  readonly page: string | null;
  readonly sender: MailSender;
}

const dayFormat = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });

/** A day in the Netherlands, as 14 december 2026. */
export const longDay = (at: Date): string => dayFormat.format(at);

/** The words of a digest (B1): the titles of the newest initiatives in a buurt, and how many more there are. */
export function digestText(
  buurt: string,
  { titles, count }: { readonly titles: readonly string[]; readonly count: number },
): MailText {
  const [first = ''] = titles;
  const more = count - titles.length;
  const lines = [`Nieuw in ${onOneLine(buurt)}:`, '', ...titles.map((title) => `- ${onOneLine(title)}`)];
  if (more > 0)
    lines.push('', `En nog ${String(more)} ${more === 1 ? 'ander initiatief' : 'andere initiatieven'}.`);
  const subject =
    count === 1
      ? `Nieuw in de buurt: ${first}`
      : `${String(count)} nieuwe initiatieven in ${onOneLine(buurt)}`;
  return { subject, text: lines.join('\n') };
}

/**
 * A mail as text and as HTML, in words of B1. `link` leads to the page of this follower.
 */
export async function composeMail(row: MailRow, link: string): Promise<Mail> {
  const content = contentOf(row, link);
  return {
    to: row.email,
    subject: content.subject,
    text: textOf(content),
    html: await htmlOf(content),
    // One press in the program that shows the mail (RFC 8058).
    headers: isEssential(row.kind)
      ? {}
      : {
          'List-Unsubscribe': `<${link}/stop>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
  };
}

/** Mails that are asked for by whoever fills in the address: they are no subscription yet. */
const isEssential = (kind: MailKind) => kind === 'confirm' || kind === 'receipt';

function contentOf({ kind, sender, subject, text, what, page, isMaker }: MailRow, link: string): MailContent {
  const name = onOneLine(what);
  const lang = 'nl';
  const openPage = { label: 'Open de link', href: link };
  if (kind === 'confirm')
    return {
      lang,
      sender,
      subject: subjectFrom(`Wil je “${name}” volgen?`),
      greeting: 'Hallo,',
      body: `Dit adres werd ingevuld om “${name}” te volgen.\nWil je dat? Open dan deze link en druk op de knop.`,
      button: openPage,
      closing:
        'Was jij dit niet? Doe dan niets. Je krijgt geen mail meer, en we wissen dit adres na 7 dagen.',
    };
  if (kind === 'receipt')
    return {
      lang,
      sender,
      subject: subjectFrom(subject),
      greeting: 'Hallo,',
      body: `${text}\n\nWil je daarover een mail krijgen? Open dan deze link en druk op de knop.`,
      button: openPage,
      closing: 'Was jij dit niet? Doe dan niets. Je krijgt geen mail meer.',
    };
  return {
    lang,
    sender,
    subject: subjectFrom(subject),
    body: text,
    button: page === null ? undefined : { label: 'Meer lezen', href: page },
    footer: {
      reason: `Je krijgt deze mail omdat je ${isMaker ? `het idee “${name}” indiende` : `“${name}” volgt`}.`,
      stop: { label: 'Stoppen met deze mails', href: link },
    },
  };
}
