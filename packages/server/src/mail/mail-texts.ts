import type { Locale } from '@buurt/domain/wire/locale.js';
import type { MailKind } from '@buurt/domain/desk/mails.js';
import { mailMessages } from './mail.messages.js';
import { staffMailMessages } from '../staff/staff-mails.messages.js';
import {
  htmlOf,
  onOneLine,
  headerText,
  textOf,
  type MailContent,
  type MailEntry,
  type MailSender,
} from './mail-layout.js';

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
  /** Whether it goes to a neighbour who joins, as the answer says. */
  readonly isJoining?: boolean;
  /** The title of the initiative, or the name of the buurt, that is followed. */
  readonly what: string;
  readonly page: string | null;
  readonly locale: Locale;
  readonly sender: MailSender;
  /** To staff: what waits for them, and the button that leads to it. */
  readonly entries?: readonly MailEntry[];
  readonly button?: MailEntry['link'];
}

const dayFormat = (tag: string) =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });
const dayFormats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  nl: dayFormat('nl-NL'),
  en: dayFormat('en-GB'),
};

/** A day in the Netherlands, as 14 december 2026. */
export const longDay = (at: Date, locale: Locale): string => dayFormats[locale].format(at);

/** The words of a digest (B1): the titles of the newest initiatives in a buurt, and how many more there are. */
export function digestText(
  buurt: string,
  { titles, count }: { readonly titles: readonly string[]; readonly count: number },
  locale: Locale,
): MailText {
  const t = mailMessages[locale].digest;
  const [first = ''] = titles;
  const more = count - titles.length;
  const lines = [t.title(onOneLine(buurt)), '', ...titles.map((title) => `- ${onOneLine(title)}`)];
  if (more > 0) lines.push('', t.more(more));
  return { subject: t.subject(onOneLine(buurt), first, count), text: lines.join('\n') };
}

/** The link of a maker to one initiative. */
interface OwnLink {
  readonly title: string;
  readonly href: string;
}

/** Where this server stands, and the page on it of the follower who gets a mail. */
export interface MailAddresses {
  readonly publicUrl: string;
  /** Of staff: with which they log in, or stop mails. Null for whoever follows nothing, and so has no page. */
  readonly link: string | null;
  /** To makers: the link with which they see and carry on their initiative. */
  readonly ownLink?: string | undefined;
  /** To a maker who asked for them: those of all that they have. */
  readonly ownLinks?: readonly OwnLink[];
}

/** A mail as text and as HTML, in words of B1. */
export async function composeMail(row: MailRow, { publicUrl, ...links }: MailAddresses): Promise<Mail> {
  const { link } = links;
  const content = contentOf(row, links);
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
      ...(link !== null &&
        isSubscribed(row.kind) && {
          'List-Unsubscribe': `<${link}/stop>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
    },
  };
}

/** The others go to whoever's address was filled in, who did not ask for more yet, or who logs in. */
const isSubscribed = (kind: MailKind) =>
  !['confirm', 'receipt', 'offerReceipt', 'answer', 'login', 'handover', 'ownerLinks'].includes(kind);

function contentOf(
  { kind, sender, subject, text, what, page, isMaker, isJoining, locale, entries, button }: MailRow,
  { link, ownLink, ownLinks = [] }: Omit<MailAddresses, 'publicUrl'>,
): MailContent {
  const t = mailMessages[locale];
  const name = onOneLine(what);
  if (kind === 'handedOver')
    return {
      lang: locale,
      sender,
      subject: headerText(subject),
      greeting: t.hello,
      body: text,
      closing: t.handedOver,
    };
  if (kind === 'ownerLinks') {
    const [button, ...more] = ownLinks.map(({ title, href }) => ({
      label: t.ownerLinks.open(onOneLine(title)),
      href,
    }));
    return {
      lang: locale,
      sender,
      subject: t.ownerLinks.subject,
      greeting: t.hello,
      body: t.ownerLinks.body(ownLinks.length),
      button,
      more,
      closing: t.ownerLinks.closing,
    };
  }
  if (link === null)
    return { lang: locale, sender, subject: headerText(subject), greeting: t.hello, body: text };
  if (kind === 'answer' || kind === 'offerReceipt')
    return {
      lang: locale,
      sender,
      subject: headerText(subject),
      greeting: t.hello,
      body: isJoining ? `${text}\n\n${t.news.ask}` : text,
      button: isJoining ? { label: t.news.open, href: link } : undefined,
      own: { lead: t.withdraw.lead, link: { label: t.withdraw.open, href: link } },
      closing: `${t.becauseOffered(name)} ${t.withdraw.notYou}`,
    };
  if (button !== undefined)
    return {
      lang: locale,
      sender,
      subject: headerText(subject),
      greeting: t.hello,
      body: text,
      entries,
      button,
      footer: {
        reason: staffMailMessages[locale].becauseStaff,
        stop: { label: staffMailMessages[locale].stop, href: link },
      },
    };
  const openLink = { label: t.openLink, href: link };
  if (kind === 'confirm')
    return {
      lang: locale,
      sender,
      subject: headerText(t.confirm.subject(name)),
      greeting: t.hello,
      body: t.confirm.body(name),
      button: openLink,
      closing: t.confirm.closing,
    };
  if (kind === 'login')
    return {
      lang: locale,
      sender,
      subject: t.login.subject,
      greeting: t.hello,
      body: `${text || t.login.ask}\n\n${t.login.once}`,
      button: { label: t.login.open, href: link },
      closing: t.login.closing,
    };
  if (kind === 'handover')
    return {
      lang: locale,
      sender,
      subject: headerText(subject),
      greeting: t.hello,
      body: text,
      button: { label: t.handover.accept, href: link },
      own: { lead: t.handover.ratherNot, link: { label: t.handover.decline, href: `${link}#nee` } },
      closing: t.handover.closing,
    };
  if (kind === 'receipt')
    return {
      lang: locale,
      sender,
      subject: headerText(subject),
      greeting: t.hello,
      body: `${text}\n\n${t.receipt.ask}`,
      button: openLink,
      own:
        ownLink === undefined
          ? undefined
          : { lead: t.receipt.own, link: { label: t.openOwn, href: ownLink } },
      closing: t.receipt.closing,
    };
  return {
    lang: locale,
    sender,
    subject: headerText(subject),
    body: text,
    button:
      ownLink !== undefined
        ? { label: t.openOwn, href: ownLink }
        : page === null
          ? undefined
          : { label: t.readMore, href: page },
    footer: {
      reason: isMaker ? t.becauseMaker(name) : t.becauseFollower(name),
      stop: { label: t.stop, href: link },
    },
  };
}
