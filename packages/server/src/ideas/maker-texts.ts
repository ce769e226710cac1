import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import type { IdeaTexts } from '@buurt/domain/ideas/idea-texts.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { OfferAnswer } from '@buurt/domain/initiatives/answers.js';
import type { AnswerBy, OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { onOneLine } from '../mail/mail-layout.js';
import { longDay, type MailText } from '../mail/mail-texts.js';
import type { HandedIn } from './ideas.queries.js';
import { makerMessages } from './maker.messages.js';

/**
 * That an idea came in. Without a word of what was handed in: anybody can leave any address, and nobody should be able to
 * have us send their words to strangers.
 */
export function receiptText(
  { reference, state }: HandedIn,
  { organisation }: Pick<IdeaSettings, 'organisation'>,
  answerBy: Date,
  locale: Locale,
): MailText {
  const t = makerMessages[locale];
  const who = onOneLine(organisation.name) || t.organisation;
  return {
    subject: t.receipt.subject(reference),
    text: [
      t.receipt.number(reference),
      state === 'published' ? t.states.published : t.receipt.read(who),
      t.receipt.answer(who, longDay(answerBy, locale)),
    ].join('\n\n'),
  };
}

/** What was decided about an idea, and why. */
export function decisionText(
  title: string,
  state: IdeaState,
  reason: string | null,
  locale: Locale,
): MailText {
  const t = makerMessages[locale];
  const decided = state === 'published' ? t.decision.published : t.states[state];
  return { subject: t.decision.subject(title), text: [decided, reason].filter(Boolean).join('\n\n') };
}

/** That the organisation corrected a typing error: what stood there, and what stands there now. */
export function correctionText(
  { reference, was, now }: { readonly reference: string; readonly was: IdeaTexts; readonly now: IdeaTexts },
  locale: Locale,
): MailText {
  const t = makerMessages[locale].correction;
  return {
    subject: t.subject(was.title),
    text: [
      t.corrected,
      ...(now.title === was.title ? [] : [t.title(onOneLine(was.title), onOneLine(now.title))]),
      ...(now.story === was.story ? [] : [`${t.story}\n\n${now.story}`]),
      t.wrong(reference),
    ].join('\n\n'),
  };
}

/** That the organisation does not show a photo, and why; without a reason, that it is shown again. */
export function photoText(
  {
    title,
    reference,
    alt,
    reason,
  }: {
    readonly title: string;
    readonly reference: string;
    readonly alt: string;
    readonly reason: string | null;
  },
  locale: Locale,
): MailText {
  const t = makerMessages[locale].photo;
  const photo = alt === '' ? t.aPhoto : t.thePhoto(onOneLine(alt));
  return {
    subject: t.subject(title),
    text: (reason === null
      ? [t.shown(photo)]
      : [t.hidden(photo), `${t.why}\n\n${reason}`, t.wrong(reference)]
    ).join('\n\n'),
  };
}

/** What a neighbour offered, and how to reach them. */
interface NeighbourOffer {
  readonly kinds: readonly OfferKind[];
  readonly message: string;
  readonly name: string;
  readonly contact: string;
}

/** What a neighbour brings, in words. */
export const kindsIn = (kinds: readonly OfferKind[], locale: Locale) =>
  kinds.map((kind) => makerMessages[locale].offer.kinds[kind]).join(', ');

/** That a neighbour wants to join, with their own words and how they want to be reached. */
export function offerText(
  title: string,
  { kinds, message, name, contact }: NeighbourOffer,
  locale: Locale,
): MailText {
  const t = makerMessages[locale].offer;
  return {
    subject: t.subject(title),
    text: [
      t.who(onOneLine(name), onOneLine(title)),
      t.brings(kindsIn(kinds, locale)),
      ...(message === '' ? [] : [`${t.writes}\n\n${message}`]),
      t.reach(onOneLine(contact)),
    ].join('\n\n'),
  };
}

/** To the maker: that a neighbour took an offer back, without a word of who it was. */
export function withdrawnOfferText(title: string, kinds: readonly OfferKind[], locale: Locale): MailText {
  const t = makerMessages[locale].offerWithdrawn;
  return {
    subject: t.subject(title),
    text: [t.body(kindsIn(kinds, locale), onOneLine(title)), t.erased].join('\n\n'),
  };
}

/** To a neighbour: that their offer came in. Without their own words, for anybody can leave any address. */
export function offerReceiptText(title: string, kinds: readonly OfferKind[], locale: Locale): MailText {
  const t = makerMessages[locale].offerReceipt;
  return {
    subject: t.subject(title),
    text: [t.thanks(onOneLine(title)), t.brings(kindsIn(kinds, locale)), t.read].join('\n\n'),
  };
}

/** To a neighbour who wanted to join: what the maker says, or the organisation for them. */
export function answerText(
  title: string,
  { outcome, text, by }: OfferAnswer & { readonly by: AnswerBy },
  locale: Locale,
): MailText {
  const { answer } = makerMessages[locale];
  const t = by === 'maker' ? answer : { ...answer, ...answer.organisation };
  return {
    subject: t.subject(title),
    text: [t[outcome](onOneLine(title)), ...(text === '' ? [] : [`${t.writes}\n\n${text}`])].join('\n\n'),
  };
}
