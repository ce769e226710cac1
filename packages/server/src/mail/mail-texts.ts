import type { MailKind } from '../db/tables.js';

/** A mail as it is sent. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
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
}

const dayFormat = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });

/** A day in the Netherlands, as 14 december 2026. */
export const longDay = (at: Date): string => dayFormat.format(at);

export const onOneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

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

/** The words of a mail (B1), as plain text that every program shows. `link` leads to the page of this follower. */
export function composeMail(
  { kind, email, subject, text, what, page, isMaker }: MailRow,
  link: string,
): Mail {
  const name = onOneLine(what);
  if (kind === 'confirm')
    return {
      to: email,
      subject: `Wil je “${name}” volgen?`,
      text: `Hallo,

Dit adres werd ingevuld om “${name}” te volgen.
Wil je dat? Open dan deze link en druk op de knop:

${link}

Was jij dit niet? Doe dan niets. Je krijgt geen mail meer, en we wissen dit adres na 7 dagen.
`,
      headers: {},
    };
  if (kind === 'receipt')
    return {
      to: email,
      subject: onOneLine(subject),
      text: `Hallo,

${text}

Wil je daarover een mail krijgen? Open dan deze link en druk op de knop:

${link}

Was jij dit niet? Doe dan niets. Je krijgt geen mail meer.
`,
      headers: {},
    };
  const readMore = page === null ? '' : `\nMeer lezen: ${page}\n`;
  return {
    to: email,
    subject: onOneLine(subject),
    text: `${text}
${readMore}
-- 
Je krijgt deze mail omdat je ${isMaker ? `het idee “${name}” indiende` : `“${name}” volgt`}. Niet meer? ${link}
`,
    // One press in the program that shows the mail (RFC 8058).
    headers: {
      'List-Unsubscribe': `<${link}/stop>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
