import type { IdeaState } from '@buurt/domain/ideas/receipt.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import { onOneLine } from '../mail/mail-layout.js';
import { longDay, type MailText } from '../mail/mail-texts.js';
import type { HandedIn } from './ideas.queries.js';

/** Says where an idea stands, to its maker. */
export const stateSentences: Readonly<Record<IdeaState, string>> = {
  waiting: 'We lezen je idee nog.',
  published: 'Je idee staat op de site.',
  declined: 'Je idee komt niet op de site.',
  hidden: 'Je idee staat nu niet op de site.',
};

/**
 * That an idea came in. Without a word of what was handed in: anybody can leave any address, and nobody should be able to
 * have us send their words to strangers.
 */
export function receiptText(
  { reference, state }: HandedIn,
  { organisation }: Pick<IdeaSettings, 'organisation'>,
  answerBy: Date,
): MailText {
  const who = onOneLine(organisation.name) || 'De organisatie';
  return {
    subject: `Je idee is binnen (${reference})`,
    text: [
      `Je idee is binnen. Je nummer is ${reference}. Noem dat als je belt of mailt.`,
      state === 'published'
        ? stateSentences.published
        : `${who} leest je idee. Klopt alles? Dan komt het op de site.`,
      `${who} wil uiterlijk ${longDay(answerBy)} laten weten wat ermee gebeurt.`,
    ].join('\n\n'),
  };
}

const decided: Readonly<Record<IdeaState, string>> = {
  ...stateSentences,
  published: 'Je idee staat nu op de site. Buren kunnen het steunen en zeggen: ik doe mee.',
};

/** What was decided about an idea, and why. */
export const decisionText = (title: string, state: IdeaState, reason: string | null): MailText => ({
  subject: `Over je idee “${title}”`,
  text: [decided[state], reason].filter(Boolean).join('\n\n'),
});

const brings: Readonly<Record<OfferKind, string>> = {
  time: 'tijd',
  skill: 'talent',
  tools: 'spullen',
  space: 'ruimte',
  network: 'contacten',
};

/** That a neighbour wants to join, with their own words and how they want to be reached. */
export const offerText = (
  title: string,
  {
    kinds,
    message,
    name,
    contact,
  }: {
    readonly kinds: readonly OfferKind[];
    readonly message: string;
    readonly name: string;
    readonly contact: string;
  },
): MailText => ({
  subject: `Een buur doet mee met “${title}”`,
  text: [
    `${onOneLine(name)} wil meedoen met je idee “${onOneLine(title)}”.`,
    `Dit brengt je buur mee: ${kinds.map((kind) => brings[kind]).join(', ')}.`,
    ...(message === '' ? [] : [`Je buur schrijft:\n\n${message}`]),
    `Zo bereik je je buur: ${onOneLine(contact)}\nLaat je iets weten? Ook “nu even niet” is fijn om te horen.`,
  ].join('\n\n'),
});
