/**
 * One that asks to confirm, news of an initiative, or what is new in a buurt: a digest is composed when it is sent. To
 * makers alone: that their idea came in, what was decided about it, and that a neighbour wants to join. To that neighbour:
 * what the maker answers. To staff: the link with which they log in, which is made when it is sent. To a neighbour: that a
 * maker asks them to take over; to the maker before them: that they did. To makers who ask: the links to their initiatives.
 * To staff too: what waits for them, which answers are later than was promised, and that a remark was reported; those are
 * composed when they are sent.
 */
export const mailKinds = [
  'confirm',
  'news',
  'digest',
  'receipt',
  'decision',
  'correction',
  'photo',
  'offer',
  'offerReceipt',
  'answer',
  'login',
  'handover',
  'handedOver',
  'ownerLinks',
  'staffDigest',
  'lateAnswers',
  'report',
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * Why a mail server did not take a mail: it knows no such address, the mailbox is full, it does not want what the mail says or who
 * sends it, our login or sender is wrong, it asks to come back later, it took too long, it did not answer; or the mail could not
 * be made.
 */
export const mailCauses = [
  'address',
  'full',
  'refused',
  'sender',
  'later',
  'slow',
  'away',
  'notMade',
  'other',
] as const;
export type MailCause = (typeof mailCauses)[number];

/** A mail that a mail server did not take, as staff see it. */
export interface DeskMail {
  readonly id: string;
  readonly kind: MailKind;
  /** Null for one of no buurt, as to somebody at the desk. */
  readonly buurt: { readonly code: string; readonly name: string } | null;
  /** Of which it tells, if of one. */
  readonly idea: { readonly id: string; readonly title: string } | null;
  /** To whom; null for who may not see how to reach somebody. */
  readonly address: string | null;
  /** Since when it waits, from its first try. */
  readonly since: string;
  readonly tries: number;
  /** When it is tried again; null when it is given up. */
  readonly nextAt: string | null;
  readonly cause: MailCause;
  /** What the mail server said; null for who may not see how to reach somebody: it may name a mailbox. */
  readonly reason: string | null;
}

/** What was not taken, given up first. */
export interface DeskMails {
  readonly mails: readonly DeskMail[];
  /** How many there are, also those that are not among `mails`. */
  readonly count: number;
  /** How many wait for their turn, that nothing is wrong with. */
  readonly waiting: number;
}
