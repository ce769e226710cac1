import { ideaStates, type IdeaState } from './idea-state.js';
import { count, flag, maybe, moment, oneOf, shape, text } from '../wire/json.js';

/** The server's word that it has the idea. */
export interface IdeaReceipt {
  readonly id: string;
  /** Short and readable aloud, for a call to the office. */
  readonly reference: string;
  readonly state: IdeaState;
  readonly receivedAt: string;
  /** By then the resident hears what happens. */
  readonly answerBy: string;
  /** Proves on this device that the idea is mine; sent as a bearer token. */
  readonly ownerKey: string;
  /** Whether an e-mail address was left, so that the answer can be mailed. */
  readonly reachable: boolean;
  /** A mail is on its way to that address: whoever presses its button hears of the idea by mail. */
  readonly mailed?: boolean;
  /** Where the maker sees and carries on the idea with their key, relative to the endpoint; absent where there is no such page. */
  readonly page?: string;
}

export const ideaReceiptFrom = shape<IdeaReceipt>({
  id: text,
  reference: text,
  state: oneOf(...ideaStates),
  receivedAt: moment,
  answerBy: moment,
  ownerKey: text,
  reachable: flag,
  mailed: maybe(flag),
  page: maybe(text),
});

/** What the initiator sees of his own idea afterwards. */
export interface OwnIdea {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly state: IdeaState;
  /** Why it was declined or hidden. */
  readonly reason?: string;
  readonly supportCount: number;
}

export const ownIdeaFrom = shape<OwnIdea>({
  id: text,
  reference: text,
  title: text,
  state: oneOf(...ideaStates),
  reason: maybe(text),
  supportCount: count,
});
