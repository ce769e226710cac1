import { offerKinds } from '@buurt/domain/initiatives/initiative.js';
import { namedPlaceFrom, type NamedPlace } from '@buurt/domain/geo/place.js';
import { emptyDraft, type CostAnswer, type Draft } from './draft.js';
import type { DraftPhoto } from './photos/draft-photo.js';
import { costBands, draftTexts } from './new-idea.js';

/** Who the resident is and what they agreed to: never stored on the device. */
export const neverStored = ['name', 'email', 'phone', 'consent'] as const satisfies readonly (keyof Draft)[];

/** What is chosen with one press, and what is not stored anyway. */
const neverMissed: ReadonlySet<string> = new Set(['theme', ...neverStored]);

/** Whether there is something in it that the resident would miss. */
export const isWorthStoring = (draft: Draft): boolean =>
  draftTexts.some((name) => !neverMissed.has(name) && draft[name].trim() !== '') ||
  draft.photos.length + draft.needs.length + draft.offers.length > 0;

const texts = [...draftTexts, 'costFrom', 'costTo'] as const satisfies readonly (keyof Draft)[];

/** Storage may hold something else than what was put there: anything of the wrong shape is left out. */
function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** A place as it was stored; `undefined` when it is not one. */
function placeOf(value: unknown): NamedPlace | null | undefined {
  if (value === null) return null;
  try {
    return namedPlaceFrom(value);
  } catch {
    return undefined;
  }
}

/** The photos as they were stored. They go up again under the same keys, so that the server knows them. */
const photosOf = (value: unknown): DraftPhoto[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).flatMap((each) => {
    const { id, name, alt } = Object.fromEntries(entriesOf(each));
    return typeof id === 'string' && typeof name === 'string' && typeof alt === 'string'
      ? [{ id, name, alt }]
      : [];
  });

/**
 * The draft as it was stored, or as it waits to be sent, whatever happened to it in between.
 * @param id for a draft that has none
 */
export function parseDraft(stored: object, id: string): Draft {
  const known = new Map(entriesOf(stored));
  const typed = texts.flatMap((key) => {
    const text = known.get(key);
    return typeof text === 'string' ? [[key, text] as const] : [];
  });
  const kinds = (key: string) => {
    const value = known.get(key);
    return offerKinds.filter((kind) => Array.isArray(value) && value.includes(kind));
  };
  const cost = known.get('cost') as CostAnswer;
  const place = placeOf(known.get('place'));
  const storedId = known.get('id');
  return {
    ...emptyDraft(typeof storedId === 'string' && storedId.length === 36 ? storedId : id),
    ...Object.fromEntries(typed),
    ...(place === undefined ? {} : { place }),
    needs: kinds('needs'),
    offers: kinds('offers'),
    cost: cost === 'own' || cost === 'unknown' || Object.hasOwn(costBands, cost) ? cost : '',
    photos: photosOf(known.get('photos')),
    consent: known.get('consent') === true,
    answers: Object.fromEntries(
      entriesOf(known.get('answers')).flatMap(([key, text]) =>
        typeof text === 'string' ? [[key, text]] : [],
      ),
    ),
  };
}
