import { ideaStates, type IdeaState } from '../ideas/idea-state.js';
import type { OwnIdea } from '../ideas/receipt.js';
import { count, flag, list, maybe, moment, nullable, oneOf, shape, text } from '../wire/json.js';
import { hasEnded, initiativeStatuses, type InitiativeStatus } from './initiative-status.js';
import {
  answerBys,
  offerKinds,
  promiseStates,
  type AnswerBy,
  type BuurtPromise,
  type News,
  type OfferKind,
} from './initiative.js';
import { newsFrom } from './news-json.js';
import { offerOutcomes, type OfferOutcome } from './offer-outcome.js';

/** A neighbour who wants to join, as the maker sees them. */
export interface ReceivedOffer {
  readonly id: string;
  readonly kinds: readonly OfferKind[];
  readonly message: string;
  /** Null once it was erased. */
  readonly name: string | null;
  /** How the neighbour wants to be reached; null once it was erased. */
  readonly contact: string | null;
  /** Whether an answer goes to the neighbour by mail; else the maker calls or writes themselves. */
  readonly isMailed: boolean;
  readonly at: string;
  readonly outcome: OfferOutcome | null;
  /** What was written to them with the outcome. */
  readonly answer: string | null;
}

/** A question of a neighbour, as the maker sees it. */
export interface ReceivedQuestion {
  readonly id: string;
  readonly text: string;
  readonly name: string | null;
  readonly at: string;
  readonly answer: { readonly text: string; readonly by: AnswerBy } | null;
}

/** A neighbour whom the maker asked to take over: waits for an answer, or said no. */
export interface Handover {
  /** Whom the maker asked; null once they said no. */
  readonly email: string | null;
  readonly at: string;
  /** Until then they can say yes. */
  readonly until: string;
  readonly state: 'asked' | 'declined';
}

/** Everything that the maker of an initiative sees of it. */
export interface MyInitiative extends OwnIdea {
  readonly buurtCode: string;
  readonly receivedAt: string;
  /** By then the organisation says what happens. */
  readonly answerBy: string;
  readonly story: string;
  /** Whether title and story can still be changed. */
  readonly isEditable: boolean;
  /** When the organisation last corrected a typing error in it. */
  readonly correctedAt: string | null;
  /** Photos that the organisation does not show, what is to be seen on each, and why. */
  readonly hiddenPhotos: readonly { readonly alt: string; readonly reason: string }[];
  readonly status: InitiativeStatus;
  readonly statusReason: string | null;
  /** The vote in which it stands or stood last. */
  readonly round: { readonly name: string; readonly opensAt: string; readonly closesAt: string } | null;
  readonly followerCount: number;
  /** How many neighbours are asked to bring each kind. */
  readonly needs: readonly { readonly kind: OfferKind; readonly asked: number; readonly offered: number }[];
  /** Those without an answer first, then the newest. */
  readonly offers: readonly ReceivedOffer[];
  /** Those without an answer first, then the newest. */
  readonly questions: readonly ReceivedQuestion[];
  /** Newest first. */
  readonly news: readonly News[];
  readonly promises: readonly BuurtPromise[];
  /** Whether mails go to the maker: no address, not confirmed yet, or on. */
  readonly mails: 'none' | 'unconfirmed' | 'on';
  /** Whether a neighbour can be asked by mail to take over: it runs, and the server sends mails. */
  readonly canHandOver: boolean;
  readonly handover: Handover | null;
}

const offerFrom = shape<ReceivedOffer>({
  id: text,
  kinds: list(oneOf(...offerKinds)),
  message: text,
  name: nullable(text),
  contact: nullable(text),
  isMailed: flag,
  at: moment,
  outcome: nullable(oneOf(...offerOutcomes)),
  answer: nullable(text),
});

const questionFrom = shape<ReceivedQuestion>({
  id: text,
  text,
  name: nullable(text),
  at: moment,
  answer: nullable(shape<NonNullable<ReceivedQuestion['answer']>>({ text, by: oneOf(...answerBys) })),
});

export const myInitiativeFrom = shape<MyInitiative>({
  id: text,
  reference: text,
  title: text,
  state: oneOf(...ideaStates),
  reason: maybe(text),
  supportCount: count,
  buurtCode: text,
  receivedAt: moment,
  answerBy: moment,
  story: text,
  isEditable: flag,
  correctedAt: nullable(moment),
  hiddenPhotos: list(shape<MyInitiative['hiddenPhotos'][number]>({ alt: text, reason: text })),
  status: oneOf(...initiativeStatuses),
  statusReason: nullable(text),
  round: nullable(
    shape<NonNullable<MyInitiative['round']>>({ name: text, opensAt: moment, closesAt: moment }),
  ),
  followerCount: count,
  needs: list(
    shape<MyInitiative['needs'][number]>({ kind: oneOf(...offerKinds), asked: count, offered: count }),
  ),
  offers: list(offerFrom),
  questions: list(questionFrom),
  news: list(newsFrom),
  promises: list(
    shape<BuurtPromise>({
      who: text,
      what: text,
      dueOn: text,
      state: oneOf(...promiseStates),
      grantedCents: nullable(count),
      spentCents: nullable(count),
    }),
  ),
  mails: oneOf('none', 'unconfirmed', 'on'),
  canHandOver: flag,
  handover: nullable(
    shape<Handover>({ email: nullable(text), at: moment, until: moment, state: oneOf('asked', 'declined') }),
  ),
});

/**
 * Whether the maker can still change title and story: until somebody reacted. Where the organisation reads ideas first, its
 * publishing is a reaction, so that nothing is on the site that nobody read.
 */
export const canEditTexts = ({
  state,
  status,
  isModerated,
  reactions,
}: {
  readonly state: IdeaState;
  readonly status: InitiativeStatus;
  readonly isModerated: boolean;
  /** Supports, offers and remarks together. */
  readonly reactions: number;
}): boolean =>
  state === 'waiting' || (state === 'published' && !isModerated && status === 'new' && reactions === 0);

/** Whether the maker can tell news, ask for help and end it: it is on the site, and runs. */
export const isRunning = ({ state, status }: Pick<MyInitiative, 'state' | 'status'>): boolean =>
  state === 'published' && !hasEnded(status);
