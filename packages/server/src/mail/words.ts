/** A mail as it is sent. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Record<string, string>;
}

export interface MailRow {
  readonly kind: 'confirm' | 'told';
  readonly email: string;
  readonly subject: string;
  readonly text: string;
  /** The title of the initiative, or the name of the buurt, that is followed. */
  readonly what: string;
  readonly page: string | null;
}

const onOneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

/** The words of a mail (B1), as plain text that every program shows. `link` leads to the page of this follower. */
export function mailOf({ kind, email, subject, text, what, page }: MailRow, link: string): Mail {
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
  const readMore = page === null ? '' : `\nMeer lezen: ${page}\n`;
  return {
    to: email,
    subject: onOneLine(subject),
    text: `${text}
${readMore}
-- 
Je krijgt deze mail omdat je “${name}” volgt. Niet meer? ${link}
`,
    // One press in the program that shows the mail (RFC 8058).
    headers: {
      'List-Unsubscribe': `<${link}/stop>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
