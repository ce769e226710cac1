import type { Locale } from '@buurt/domain/wire/locale.js';
import { siteOf, type AllowedOrigins } from '../http/origins.js';
import type { Secrets } from '../secrets/secrets.js';
import { dropLoginLink } from '../staff/staff.queries.js';
import { createLoginLink, loginPath, tokenHash } from '../staff/staff.service.js';
import { findOwnInitiatives } from '../makers/owner-links.queries.js';
import {
  composeStaffMail,
  isStaffMail,
  markStaffMailSent,
  staffMailKinds,
  type StaffMailKind,
} from '../staff/staff-mails.queries.js';
import { composeDigest, markDigestSent } from '../followers/digests.queries.js';
import type { Store } from '../db/open.js';
import { removeHandover, removeMail, type TakenMail } from './mailer.queries.js';
import { composeMail, digestText, type Mail, type MailAddresses } from './mail-texts.js';

/** What a mail is made with. */
export interface MailContext {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  /** The page of makers; absent where this server has no widgets. */
  readonly makerPage?: string | undefined;
  /** The sites to which mails may lead. */
  readonly sites: AllowedOrigins;
}

/** A mail that is ready to go. */
export interface PreparedMail {
  readonly mail: Mail;
  /** Keeps that it went, so that it does not go again. */
  noteSent(): Promise<void>;
  /** Takes back what was made for it alone, when it did not go. */
  undo?(): Promise<void>;
}

/** The address of the page on which a neighbour takes an offer back. */
const offerLink = ({ publicUrl, secrets }: MailContext, id: string): string =>
  `${publicUrl}/v1/offers/${id}.${secrets.offerSignature(id)}`;

/** The address of the page of a follower, which only who has his mail knows. */
const followerLink = ({ publicUrl, secrets }: MailContext, id: string): string =>
  `${publicUrl}/v1/followers/${id}.${secrets.followerSignature(id)}`;

/** The address of the page on which a neighbour answers whether they take over. */
const handoverLink = ({ publicUrl, secrets }: MailContext, id: string): string =>
  `${publicUrl}/v1/handovers/${id}.${secrets.handoverSignature(id)}`;

/** The address of the page on which somebody at the desk stops mails of this kind. */
function staffMailsLink({ publicUrl, secrets }: MailContext, kind: StaffMailKind, id: string): string {
  const setting = staffMailKinds[kind];
  return `${publicUrl}/v1/staff-mails/${setting}/${id}.${secrets.staffMailSignature(setting, id)}`;
}

/** The page of whoever gets a mail about something they follow, offered or are asked; null for who has none. */
function linkOf(
  context: MailContext,
  {
    kind,
    followerId,
    handoverId,
    offerId,
  }: Pick<TakenMail, 'kind' | 'followerId' | 'handoverId' | 'offerId'>,
): string | null {
  if (followerId !== null) return followerLink(context, followerId);
  if (kind === 'handover' && handoverId !== null) return handoverLink(context, handoverId);
  return offerId === null ? null : offerLink(context, offerId);
}

/** The link of a maker, with the key that is in force; undefined where this server has no page for it. */
const ownLinkTo = (
  { makerPage, secrets }: MailContext,
  { id, keyGeneration }: { readonly id: string; readonly keyGeneration: number },
  locale: Locale,
): string | undefined =>
  makerPage === undefined
    ? undefined
    : `${makerPage}?lang=${locale}#mijn=${id}.${secrets.ownerKey(id, keyGeneration)}`;

const ownLinkOf = (context: MailContext, { isMaker, initiativeId, keyGeneration, locale }: TakenMail) =>
  isMaker && initiativeId !== null && keyGeneration !== null
    ? ownLinkTo(context, { id: initiativeId, keyGeneration }, locale)
    : undefined;

/** A mail in the words that stand in its row, with what only its kind has. */
function compose(
  context: MailContext,
  row: TakenMail,
  links: Omit<MailAddresses, 'publicUrl'>,
  words: Partial<Pick<TakenMail, 'subject' | 'text'>> = {},
): Promise<Mail> {
  const page = context.sites.has(siteOf(row.page ?? '') ?? '') ? row.page : null;
  const sender = row.settings?.organisation ?? { name: '' };
  return composeMail({ ...row, ...words, page, sender }, { ...links, publicUrl: context.publicUrl });
}

async function prepareDigest(
  context: MailContext,
  row: TakenMail,
  followerId: string,
  at: Date,
): Promise<PreparedMail | undefined> {
  const { store } = context;
  const digest = await composeDigest(store, { ...row, followerId }, at);
  if (!digest) return undefined;
  const words = digestText(row.what, digest, row.locale);
  const mail = await compose(context, row, { link: followerLink(context, followerId) }, words);
  return { mail, noteSent: () => markDigestSent(store, digest, at) };
}

async function prepareStaffMail(
  context: MailContext,
  row: TakenMail,
  { kind, staffId, at }: { readonly kind: StaffMailKind; readonly staffId: string; readonly at: Date },
): Promise<PreparedMail | undefined> {
  const { store, publicUrl } = context;
  const desk = `${publicUrl}/desk`;
  const staffMail = await composeStaffMail(store.db, { ...row, kind, staffId }, { at, desk });
  if (!staffMail) {
    await removeMail(store, row.id);
    return undefined;
  }
  const mail = await compose(context, row, { link: staffMailsLink(context, kind, staffId) }, staffMail);
  return { mail, noteSent: () => markStaffMailSent(store, row.id, staffMail) };
}

/** With a link that is made for this mail, so that it is as young as the mail. */
async function prepareLogin(
  context: MailContext,
  row: TakenMail,
  staffId: string,
  at: Date,
): Promise<PreparedMail | undefined> {
  const { store, publicUrl } = context;
  const token = await createLoginLink(store.db, staffId, at);
  if (token === undefined) return undefined;
  return {
    mail: await compose(context, row, { link: `${publicUrl}${loginPath(token)}` }),
    noteSent: () => removeMail(store, row.id),
    undo: () => dropLoginLink(store.db, tokenHash(token)),
  };
}

async function prepareOwnLinks(
  context: MailContext,
  row: TakenMail,
  followerId: string,
): Promise<PreparedMail | undefined> {
  const { store } = context;
  const own = await findOwnInitiatives(store.db, followerId);
  const ownLinks = own.flatMap(({ title, ...initiative }) => {
    const href = ownLinkTo(context, initiative, row.locale);
    return href === undefined ? [] : [{ title, href }];
  });
  if (ownLinks.length === 0) {
    await removeMail(store, row.id);
    return undefined;
  }
  return {
    mail: await compose(context, row, {
      link: followerLink(context, followerId),
      ownLink: ownLinkOf(context, row),
      ownLinks,
    }),
    noteSent: () => removeMail(store, row.id),
  };
}

/** Makes a mail of its row; undefined when it has nothing to say any more, or not yet. */
export async function prepareMail(
  context: MailContext,
  row: TakenMail,
  at: Date,
): Promise<PreparedMail | undefined> {
  const { store } = context;
  const { id, kind, followerId, staffId, handoverId } = row;
  if (kind === 'digest' && followerId !== null) return prepareDigest(context, row, followerId, at);
  if (kind === 'ownerLinks' && followerId !== null) return prepareOwnLinks(context, row, followerId);
  if (kind === 'login' && staffId !== null) return prepareLogin(context, row, staffId, at);
  if (isStaffMail(kind) && staffId !== null) return prepareStaffMail(context, row, { kind, staffId, at });
  return {
    mail: await compose(context, row, { link: linkOf(context, row), ownLink: ownLinkOf(context, row) }),
    // With the request to take over goes the address of the maker before, and this mail.
    noteSent: () =>
      kind === 'handedOver' && handoverId !== null
        ? removeHandover(store, handoverId)
        : removeMail(store, id),
  };
}
