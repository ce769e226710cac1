import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { NamedPlace } from '@buurt/domain/geo/place.js';
import type { draftTexts } from './new-idea.js';
import type { DraftPhoto } from './photos/draft-photo.js';

/** `''`: no answer yet; a key of `costBands`; `own`: the amounts beside it; `unknown`: does not know. */
export type CostAnswer = '' | 'own' | 'unknown' | CostBand;
export type CostBand = 'free' | 'small' | 'some' | 'medium' | 'large';

type DraftTexts = Readonly<Record<(typeof draftTexts)[number], string>>;

/** What the resident filled in so far, as they typed it. */
export interface Draft extends DraftTexts {
  /** Made once for each idea; the key under which it is sent is derived from it. */
  readonly id: string;
  readonly place?: NamedPlace | null;
  readonly needs: readonly OfferKind[];
  readonly offers: readonly OfferKind[];
  readonly cost: CostAnswer;
  readonly costFrom: string;
  readonly costTo: string;
  readonly photos: readonly DraftPhoto[];
  readonly consent: boolean;
  readonly answers: Readonly<Record<string, string>>;
}

export const emptyDraft = (id: string): Draft => ({
  id,
  title: '',
  story: '',
  theme: '',
  assets: '',
  joiners: '',
  needs: [],
  offers: [],
  cost: '',
  costFrom: '',
  costTo: '',
  photos: [],
  name: '',
  email: '',
  phone: '',
  consent: false,
  answers: {},
});

/** What the address of the page fills in beforehand: `?buurt-title=…&buurt-theme=…`. */
export function prefilled(draft: Draft): Draft {
  const query = new URLSearchParams(location.search);
  return {
    ...draft,
    title: draft.title || (query.get('buurt-title') ?? '').slice(0, 200),
    theme: draft.theme || (query.get('buurt-theme') ?? ''),
  };
}
