import { inboxKinds, type InboxEntry, type InboxKind } from '@buurt/domain/desk/inbox.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { onOneLine, type MailEntry } from '../mail/mail-layout.js';
import { longDay, type MailText } from '../mail/mail-texts.js';
import { staffMailMessages } from './staff-mails.messages.js';

/** So many entries stand in a digest; of the others it says how many there are. */
export const mostEntries = 10;
/** So many reasons stand in a mail about a remark; all of them are at the desk. */
const mostReasons = 10;

/** What a mail to staff says. */
export interface StaffMailText extends MailText {
  readonly entries: readonly MailEntry[];
  /** The button, to the desk. */
  readonly button: MailEntry['link'];
}

/** In which language, when, and where the desk is. */
export interface StaffMailContext {
  readonly locale: Locale;
  readonly at: Date;
  /** As `https://buurt.example.nl/desk`. */
  readonly desk: string;
}

/** Whether the day on which an answer was promised is over. */
export const isLate = ({ answerBy }: Pick<InboxEntry, 'answerBy'>, at: Date): boolean =>
  answerBy !== null && dutchDay(answerBy) < dutchDay(at);

/** Letters are made on the screen of their budget vote. */
const deskLink = (desk: string, { kind, id }: Pick<InboxEntry, 'kind' | 'id'>) =>
  `${desk}#/${kind === 'letters' ? 'round' : kind}/${id}`;

const toDesk = ({ locale, desk }: StaffMailContext) => ({
  label: staffMailMessages[locale].open,
  href: desk,
});

/** An entry of the inbox as staff read it outside of the desk: its title, where it is, and what was promised. */
export function shownEntry(entry: InboxEntry, { locale, at, desk }: StaffMailContext): MailEntry {
  const t = staffMailMessages[locale];
  const { kind, title, buurt, answerBy } = entry;
  const day = answerBy === null ? '' : longDay(new Date(answerBy), locale);
  const promised = answerBy === null ? '' : isLate(entry, at) ? t.late(day) : t.answerBy(day);
  return {
    link: {
      label: [t.kind[kind], onOneLine(title)].filter(Boolean).join(': '),
      href: deskLink(desk, entry),
    },
    details: [onOneLine(buurt?.name ?? ''), promised].filter(Boolean),
  };
}

/** What waits (B1): counts per kind, and the first entries. */
export function staffDigestText(
  {
    entries,
    counts,
  }: { readonly entries: readonly InboxEntry[]; readonly counts: Readonly<Record<InboxKind, number>> },
  late: number,
  context: StaffMailContext,
): StaffMailText {
  const t = staffMailMessages[context.locale];
  const total = inboxKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const shown = entries.slice(0, mostEntries);
  const lines = inboxKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `- ${t.counts[kind](counts[kind])}`);
  const more = total > shown.length ? ['', t.digest.more(total - shown.length)] : [];
  return {
    subject: late > 0 ? t.digest.lateSubject(late) : t.digest.subject(total),
    text: [t.digest.lead, '', ...lines, ...more].join('\n'),
    entries: shown.map((entry) => shownEntry(entry, context)),
    button: toDesk(context),
  };
}

/** That answers are promised within days. */
export function soonText(ideas: readonly InboxEntry[], context: StaffMailContext): StaffMailText {
  const t = staffMailMessages[context.locale].soon;
  return {
    subject: t.subject(ideas.length, onOneLine(ideas[0]?.title ?? '')),
    text: t.lead,
    entries: ideas.map((entry) => shownEntry(entry, context)),
    button: toDesk(context),
  };
}

/** That answers are later than was promised. */
export function lateText(ideas: readonly InboxEntry[], context: StaffMailContext): StaffMailText {
  const t = staffMailMessages[context.locale].lateAnswers;
  return {
    subject: t.subject(ideas.length, onOneLine(ideas[0]?.title ?? '')),
    text: `${t.lead}\n\n${t.ask}`,
    entries: ideas.map((entry) => shownEntry(entry, context)),
    button: toDesk(context),
  };
}

/** A remark with what neighbours say against it; nothing about who they are. */
export interface ReportedRemark {
  readonly id: string;
  readonly text: string;
  /** Of the initiative. */
  readonly title: string;
  readonly reasons: readonly string[];
}

/** That a remark was reported, and why. */
export function reportText(
  { id, text, title, reasons }: ReportedRemark,
  { locale, desk }: StaffMailContext,
): StaffMailText {
  const t = staffMailMessages[locale].report;
  const what = onOneLine(title);
  const because = reasons.slice(0, mostReasons).map((reason) => `- ${onOneLine(reason)}`);
  return {
    subject: t.subject(what),
    text: [t.lead(reasons.length, what), `${t.remark}\n${text.trim()}`, t.reasons, because.join('\n')].join(
      '\n\n',
    ),
    entries: [],
    button: { label: t.open, href: deskLink(desk, { kind: 'report', id }) },
  };
}
