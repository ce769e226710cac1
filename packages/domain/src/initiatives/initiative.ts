import type { InitiativeStatus } from './initiative-status.js';
import type { NamedPlace } from '../geo/place.js';

/** What a neighbour brings to an initiative. */
export const offerKinds = ['time', 'skill', 'tools', 'space', 'network'] as const;
export type OfferKind = (typeof offerKinds)[number];

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

/** What the list shows of an initiative. */
export interface ListedInitiative extends InitiativeSummary {
  /** Only what is asked, in the order of `offerKinds`. */
  readonly help: readonly Help[];
  /** When something was last told about it. */
  readonly newsAt: string | null;
}

export const promiseStates = ['open', 'kept', 'late', 'broken'] as const;

/** Who does what by when, and the euros granted and spent. */
export interface BuurtPromise {
  readonly who: string;
  readonly what: string;
  /** A calendar date, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly state: (typeof promiseStates)[number];
  readonly grantedCents: number | null;
  readonly spentCents: number | null;
}

/** How many neighbours are asked to bring something, and how many offered it. */
export interface Help {
  readonly kind: OfferKind;
  readonly asked: number;
  readonly offered: number;
}

export interface News {
  readonly at: string;
  readonly text: string;
  readonly photo: Photo | null;
}

/** What a neighbour said, after somebody read it. */
export interface Remark {
  readonly id: string;
  readonly stance: 'for' | 'against' | 'question';
  readonly text: string;
  readonly name: string | null;
  readonly at: string;
  /** To a question. */
  readonly answer?: RemarkAnswer;
}

export const answerBys = ['maker', 'organisation'] as const;
/** Who answers a question: whoever handed in the initiative, or the organisation. */
export type AnswerBy = (typeof answerBys)[number];

export interface RemarkAnswer {
  readonly text: string;
  readonly by: AnswerBy;
  readonly at: string;
}

/** Everything that anybody may see of an initiative. */
export interface Initiative extends ListedInitiative {
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
  /** Newest first. */
  readonly news: readonly News[];
  /** Newest first, at most 200. */
  readonly remarks: readonly Remark[];
}
