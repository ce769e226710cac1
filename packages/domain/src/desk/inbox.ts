import type { ActDetail, ActName, ActorKind, ActSubject } from '../acts/act.js';
import type { NamedPlace } from '../geo/place.js';
import type { IdeaState } from '../ideas/idea-state.js';
import type { IdeaTexts } from '../ideas/idea-texts.js';
import type { LocalText } from '../ideas/settings.js';
import type { InitiativeStatus } from '../initiatives/initiative-status.js';
import type {
  BuurtPromise,
  CostRange,
  InitiativeSummary,
  OfferKind,
  News,
  Photo,
} from '../initiatives/initiative.js';

/**
 * What waits for staff: an idea or a remark that nobody read, a remark that was reported, a question or an offer that its maker
 * does not answer, a mail that was refused, letters of a budget vote that a colleague ordered.
 */
export const inboxKinds = ['idea', 'remark', 'report', 'question', 'offer', 'mail', 'letters'] as const;
export type InboxKind = (typeof inboxKinds)[number];

export interface InboxEntry {
  readonly kind: InboxKind;
  /** Of the idea, the remark, the offer or the mail; of letters, that of their budget vote. */
  readonly id: string;
  /** The idea to which it belongs; null for a mail about none. */
  readonly ideaId: string | null;
  readonly buurt: { readonly code: string; readonly name: string } | null;
  /** One line: a title, or the beginning of what was written. */
  readonly title: string;
  /** Since when it waits. */
  readonly since: string;
  /** By when an answer was promised to whoever handed it in; else null. */
  readonly answerBy: string | null;
}

/** What waits, that which should have been answered first on top. */
export interface Inbox {
  readonly entries: readonly InboxEntry[];
  /** How much there is of each kind, on all pages. */
  readonly counts: Readonly<Record<InboxKind, number>>;
  /** Where the next page begins; null when there is none. */
  readonly next: string | null;
}

/** One thing that was done by who works at the organisation. */
export interface StaffAct {
  readonly id: number;
  readonly at: string;
  readonly actor: ActorKind;
  /** Null for an operator, and once it was erased; so is their name. */
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly name: ActName;
  readonly buurt: { readonly code: string; readonly name: string | null } | null;
  readonly subject: { readonly kind: ActSubject; readonly id: string };
  /** The number of the idea, while there is one. */
  readonly reference: string | null;
  readonly detail: ActDetail;
}

/** Who did what, newest first. */
export interface StaffActs {
  readonly acts: readonly StaffAct[];
  /** Everybody who did something with a login where somebody may see it, by name. */
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  /** What the next page begins before; null when there is none. */
  readonly next: number | null;
}

/** A promise as staff see it; what they change about it goes by its id. */
export interface DeskPromise extends BuurtPromise {
  readonly id: string;
}

/** An idea that somebody looked for. */
export type IdeaMatch = Pick<
  DeskIdea,
  'id' | 'reference' | 'buurt' | 'title' | 'state' | 'status' | 'receivedAt'
>;

/** A photo as staff see it. */
export interface DeskPhoto extends Photo {
  /** Since when the organisation does not show it, and why; null while it goes with its idea. */
  readonly hidden: { readonly at: string; readonly reason: string } | null;
}

/** Everything that staff see of an idea. */
export interface DeskIdea {
  readonly id: string;
  /** Another one after each change of the idea: what somebody decides goes with the one that they saw. */
  readonly version: string;
  readonly reference: string;
  readonly buurt: { readonly code: string; readonly name: string };
  readonly title: string;
  readonly story: string;
  readonly assets: string;
  readonly joiners: string;
  readonly theme: { readonly id: string; readonly name: LocalText | null } | null;
  readonly place: NamedPlace | null;
  readonly needs: readonly OfferKind[];
  readonly offers: readonly OfferKind[];
  readonly cost: CostRange | null;
  /** Also those of news, after its own. */
  readonly photos: readonly DeskPhoto[];
  /** What was asked, as it is asked now; null when it is asked no more. */
  readonly answers: readonly {
    readonly id: string;
    readonly label: LocalText | null;
    readonly text: string;
  }[];
  /** Null once it was erased. */
  readonly contact: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly state: IdeaState;
  readonly reason: string | null;
  readonly status: InitiativeStatus;
  readonly statusReason: string | null;
  readonly receivedAt: string;
  readonly publishedAt: string | null;
  /** By then the maker was told to know more. */
  readonly answerBy: string;
  readonly supportCount: number;
  /** What was told about it, newest first. */
  readonly news: readonly News[];
  /** Those that are due first on top. */
  readonly promises: readonly DeskPromise[];
  /** Initiatives on the site with a title like this one. */
  readonly similar: readonly InitiativeSummary[];
  /** What was done with it and with what belongs to it, newest first. */
  readonly acts: readonly StaffAct[];
  /** What it said before each correction, by the number of the act; the last one first. */
  readonly corrections: readonly (IdeaTexts & { readonly act: number })[];
}
