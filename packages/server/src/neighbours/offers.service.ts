import type { ActDetail, ActName } from '@buurt/domain/acts/act.js';
import { offerAnswerProblems, type OfferAnswer } from '@buurt/domain/initiatives/answers.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import { answerText } from '../ideas/maker-texts.js';
import { isAddress, mailAnswer } from '../makers/my-initiative.queries.js';
import { seeOffers } from './neighbours.queries.js';
import {
  answerOffer,
  deleteOffers,
  forwardOffer,
  holdOffers,
  type ForwardOutcome,
  type Offer,
} from './offers.queries.js';

/** An offer, and whether a mail with it goes to the maker of the idea now, went before, or cannot go. */
export interface ForwardedOffer {
  readonly offer: Offer;
  readonly outcome: ForwardOutcome;
}

const record = (
  db: DatabaseTransaction,
  { id, initiative_id, buurt_code }: Offer,
  { by, at }: ActContext,
  { name, detail }: { readonly name: ActName; readonly detail: ActDetail },
) =>
  recordAct(db, {
    ...{ by, at, name, buurt: buurt_code, subject: { kind: 'offer', id } },
    detail: { idea: initiative_id, ...detail },
  });

/**
 * Mails offers to the makers of the ideas, each once.
 * @throws {ActRefused} `not-found`
 */
export async function forwardOffers(
  db: DatabaseTransaction,
  ids: readonly string[],
  context: ActContext,
): Promise<ForwardedOffer[]> {
  const forwarded: ForwardedOffer[] = [];
  for (const offer of await holdOffers(db, ids, context.buurten)) {
    const outcome = await forwardOffer(db, offer, context.at);
    forwarded.push({ offer, outcome });
    if (outcome !== 'goes') continue;
    await seeOffers(db, [offer.id], context.at);
    await record(db, offer, context, { name: 'offer.forwarded', detail: {} });
  }
  return forwarded;
}

/** An offer as it was before it was answered, and whether a mail with the answer goes to the neighbour. */
export interface AnsweredOffer {
  readonly offer: Offer;
  readonly isMailed: boolean;
}

/**
 * Answers offers in the place of a maker who cannot; the neighbour gets it by mail, if they left an address to which not too
 * many mails went today, and if it says anything new.
 * @throws {ActRefused} `not-found`, `invalid`, `offer-withdrawn`; `too-many-mails` when each answer `mustReach` a neighbour who left an address
 */
export async function answerOffers(
  db: DatabaseTransaction,
  ids: readonly string[],
  { mustReach = false, ...answer }: OfferAnswer & { readonly mustReach?: boolean },
  context: ActContext,
): Promise<AnsweredOffer[]> {
  refuseInvalid(offerAnswerProblems(answer));
  const found = await holdOffers(db, ids, context.buurten);
  const said = { ...answer, by: 'organisation' } as const;
  const answered: AnsweredOffer[] = [];
  for (const offer of found.toSorted((a, b) => a.id.localeCompare(b.id))) {
    if (offer.outcome === 'withdrawn') throw new ActRefused({ code: 'offer-withdrawn' });
    await answerOffer(db, offer.id, said, context.at);
    await seeOffers(db, [offer.id], context.at);
    const isNew = offer.outcome !== answer.outcome || (offer.answer ?? '') !== answer.text.trim();
    const text = answerText(offer.title, said, offer.locale);
    const isToMail = isNew && isAddress(offer.contact);
    const isMailed = isToMail && (await mailAnswer(db, offer, offer.initiative_id, text, context.at));
    if (isToMail && !isMailed && mustReach) throw new ActRefused({ code: 'too-many-mails' });
    answered.push({ offer, isMailed });
    const detail = { was: offer.outcome, outcome: answer.outcome, mailed: isMailed };
    await record(db, offer, context, { name: 'offer.answered', detail });
  }
  return answered;
}

/**
 * Takes offers away that are none; resolves to how many.
 * @throws {ActRefused} `not-found`
 */
export async function removeOffers(
  db: DatabaseTransaction,
  ids: readonly string[],
  context: ActContext,
): Promise<number> {
  const found = await holdOffers(db, ids, context.buurten);
  await deleteOffers(
    db,
    found.map(({ id }) => id),
  );
  for (const offer of found)
    await record(db, offer, context, { name: 'offer.removed', detail: { was: offer.outcome } });
  return found.length;
}
