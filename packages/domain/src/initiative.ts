import { count, list, moment, nullable, oneOf, shape, ShapeError, text, type Reader } from './json.js';
import { namedPlaceFrom, type NamedPlace } from './place.js';

/** What a neighbour brings to an initiative. */
export const offerKinds = ['time', 'skill', 'tools', 'space', 'network'] as const;
export type OfferKind = (typeof offerKinds)[number];

export const initiativeStatuses = ['new', 'onBallot', 'granted', 'underway', 'done', 'declined'] as const;
export type InitiativeStatus = (typeof initiativeStatuses)[number];

/** An estimate in euro cents, from low to high. */
export interface CostRange {
  readonly minCents: number;
  readonly maxCents: number;
}

/** A photo that the server made smaller, in every width that it has; narrowest first. */
export interface Photo {
  readonly id: string;
  readonly alt: string;
  readonly sources: readonly { readonly url: string; readonly width: number; readonly height: number }[];
}

/** What a list or a "looks like yours" shows of an initiative. */
export interface InitiativeSummary {
  readonly id: string;
  readonly buurtCode: string;
  readonly title: string;
  /** The beginning of the story. */
  readonly excerpt: string;
  readonly theme: string | null;
  readonly status: InitiativeStatus;
  readonly place: NamedPlace | null;
  readonly photo: Photo | null;
  readonly supportCount: number;
  /** Neighbours who offered something. */
  readonly offerCount: number;
  readonly publishedAt: string;
}

export const promiseStates = ['open', 'kept', 'late', 'broken'] as const;

/** Who does what by when, and the euros granted and spent. */
export interface BuurtPromise {
  readonly who: string;
  readonly what: string;
  /** A calendar date, `YYYY-MM-DD`. */
  readonly by: string;
  readonly state: (typeof promiseStates)[number];
  readonly grantedCents: number | null;
  readonly spentCents: number | null;
}

export interface News {
  readonly at: string;
  readonly text: string;
}

/** Everything that anybody may see of an initiative. */
export interface Initiative extends InitiativeSummary {
  readonly story: string;
  readonly statusReason: string | null;
  readonly initiator: string | null;
  readonly assets: string;
  readonly joiners: string;
  readonly needs: readonly OfferKind[];
  readonly offers: Readonly<Record<OfferKind, number>>;
  readonly cost: CostRange | null;
  readonly photos: readonly Photo[];
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly promises: readonly BuurtPromise[];
  readonly news: readonly News[];
}

/** A reference relative to the endpoint (`photos/…/640.webp`) or a whole http(s) address; never another scheme. */
const imageUrl: Reader<string> = (json, at = '') => {
  const url = text(json, at);
  if (/^[a-z][a-z\d+.-]*:/i.test(url) && !/^https?:\/\//i.test(url))
    throw new ShapeError(at, 'the address of a picture');
  return url;
};

export const photoFrom = shape<Photo>({
  id: text,
  alt: text,
  sources: list(shape<Photo['sources'][number]>({ url: imageUrl, width: count, height: count })),
});

export const summaryFrom = shape<InitiativeSummary>({
  id: text,
  buurtCode: text,
  title: text,
  excerpt: text,
  theme: nullable(text),
  status: oneOf(...initiativeStatuses),
  place: nullable(namedPlaceFrom),
  photo: nullable(photoFrom),
  supportCount: count,
  offerCount: count,
  publishedAt: moment,
});

/** A list in which an entry of the wrong shape is left out instead of spoiling the rest. */
export interface Readable<T> {
  readonly entries: readonly T[];
  /** How many entries could not be read. */
  readonly skipped: number;
}

/** Reads `{ initiatives: […] }`; entries of the wrong shape and repeated ids are skipped and counted. */
export function summariesFrom(json: unknown): Readable<InitiativeSummary> {
  const { initiatives } = shape<{ initiatives: unknown[] }>({ initiatives: list((each) => each) })(json);
  const byId = new Map<string, InitiativeSummary>();
  for (const each of initiatives) {
    try {
      const summary = summaryFrom(each);
      if (!byId.has(summary.id)) byId.set(summary.id, summary);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  return { entries: [...byId.values()], skipped: initiatives.length - byId.size };
}
