import { photoReasonProblems, type PhotoDecision } from '@buurt/domain/ideas/photo-decision.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import { isWithin } from '../acts/within.js';
import type { DatabaseTransaction } from '../db/open.js';
import { tellMaker } from '../followers/makers.queries.js';
import { photoText } from '../ideas/maker-texts.js';
import { holdPhotoOfIdea, markPhoto } from './photos.queries.js';

/** What was decided about a photo. */
export interface DecidedPhoto {
  readonly id: string;
  readonly alt: string;
  /** Of the idea. */
  readonly reference: string;
  /** Whether anything was another than before. */
  readonly changed: boolean;
}

/**
 * Takes a photo of an idea off the site, or shows it again; its maker hears of it, with the reason.
 * @throws {ActRefused} `not-found`, `invalid`
 */
export async function decideOnPhoto(
  db: DatabaseTransaction,
  id: string,
  decision: PhotoDecision,
  { by, at, buurten = 'all' }: ActContext,
): Promise<DecidedPhoto> {
  const reason = decision.state === 'hidden' ? decision.reason.trim() : null;
  if (reason !== null) refuseInvalid(photoReasonProblems(reason));
  const photo = await holdPhotoOfIdea(db, id);
  if (!photo || !isWithin(buurten, photo.buurt_code))
    throw new ActRefused({ code: 'not-found', kind: 'photo', ids: [id] });
  const { idea, title, reference, buurt_code, alt } = photo;
  const decided = { id, alt, reference };
  if (photo.hidden_reason === reason) return { ...decided, changed: false };
  await markPhoto(db, id, reason === null ? null : { at, reason });
  await recordAct(db, {
    ...{ by, at, name: `photo.${decision.state}`, buurt: buurt_code, subject: { kind: 'idea', id: idea } },
    detail: { photo: id },
  });
  const told = { title, reference, alt, reason };
  await tellMaker(db, idea, { kind: 'photo' }, (locale) => photoText(told, locale), at);
  return { ...decided, changed: true };
}
