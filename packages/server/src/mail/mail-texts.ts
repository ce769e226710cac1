import type { MailKind } from '../db/tables.js';
import { htmlOf, onOneLine, headerText, textOf, type MailContent, type MailSender } from './mail-layout.js';

/** A mail as it is sent. */
export interface Mail {
  readonly to: string;
  /** Whose name stands before our address; empty: the one that the server was given. */
  readonly fromName: string;
  /** The same each time that this mail is sent, so that one that comes twice is shown once. */
  readonly messageId: string;
  /** What it belongs to: mails about one initiative are shown as one conversation. */
  readonly references?: string;
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
  readonly id: string;
  /** What it is about; null: a whole buurt. */
  readonly initiativeId: string | null;
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

/** Where this server stands, and the page on it of the follower who gets a mail. */
export interface MailAddresses {
  readonly publicUrl: string;
  readonly link: string;
}

/** A mail as text and as HTML, in words of B1. */
export async function composeMail(row: MailRow, { publicUrl, link }: MailAddresses): Promise<Mail> {
  const content = contentOf(row, link);
  const { hostname } = new URL(publicUrl);
  return {
    to: row.email,
    fromName: headerText(row.sender.name),
    messageId: `<${row.id}@${hostname}>`,
    ...(row.initiativeId === null ? {} : { references: `<initiative.${row.initiativeId}@${hostname}>` }),
    subject: content.subject,
    text: textOf(content),
    html: await htmlOf(content),
    headers: {
      // No holiday message answers it (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      // One press in the program that shows the mail (RFC 8058).
      ...(isSubscribed(row.kind) && {
        'List-Unsubscribe': `<${link}/stop>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** The others go to whoever's address was filled in, who did not ask for more yet. */
const isSubscribed = (kind: MailKind) => kind !== 'confirm' && kind !== 'receipt';

function contentOf({ kind, sender, subject, text, what, page, isMaker }: MailRow, link: string): MailContent {
  const name = onOneLine(what);
  const lang = 'nl';
  const openPage = { label: 'Open de link', href: link };
  if (kind === 'confirm')
    return {
      lang,
      sender,
      subject: headerText(`Wil je “${name}” volgen?`),
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
      subject: headerText(subject),
      greeting: 'Hallo,',
      body: `${text}\n\nWil je daarover een mail krijgen? Open dan deze link en druk op de knop.`,
      button: openPage,
      closing: 'Was jij dit niet? Doe dan niets. Je krijgt geen mail meer.',
    };
  return {
    lang,
    sender,
    subject: headerText(subject),
    body: text,
    button: page === null ? undefined : { label: 'Meer lezen', href: page },
    footer: {
      reason: `Je krijgt deze mail omdat je ${isMaker ? `het idee “${name}” indiende` : `“${name}” volgt`}.`,
      stop: { label: 'Stoppen met deze mails', href: link },
    },
  };
}
