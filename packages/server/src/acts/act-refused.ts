import type { InitiativeStatus } from '@buurt/domain/initiatives/initiative-status.js';
import type { LetterOrderState } from '@buurt/domain/desk/letters.js';
import type { RoundState } from '@buurt/domain/desk/round.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { EditOutcome } from '../rounds/round-edits.queries.js';
import type { RoundRow } from '../rounds/rounds.queries.js';

/** An idea in a vote that people can or soon could take part in. */
export interface ProposalInVote {
  readonly proposalId: string;
  readonly title: string;
  readonly roundId: string;
  readonly roundName: string;
  readonly phase: 'announced' | 'open';
}

/** Why something of the organisation is not done. */
export type Refusal =
  /** As they were asked for: references or ids. */
  | {
      readonly code: 'not-found';
      readonly kind:
        | 'idea'
        | 'photo'
        | 'remark'
        | 'offer'
        | 'promise'
        | 'act'
        | 'round'
        | 'proposal'
        | 'draft'
        | 'buurt'
        | 'letter'
        | 'letter order'
        | 'ballot on paper'
        | 'colleague'
        | 'mail';
      readonly ids: readonly string[];
    }
  | { readonly code: 'invalid'; readonly problems: readonly Problem[] }
  /** So it is no initiative yet, or no longer. */
  | { readonly code: 'not-published'; readonly named: string }
  | { readonly code: 'not-on-ballot'; readonly reference: string }
  /** It stands in votes that say another thing: one that is closed is to be settled, one that is not is to be left first. */
  | {
      readonly code: 'decided-by-votes';
      readonly reference: string;
      readonly status: InitiativeStatus;
      readonly votes: readonly { readonly id: string; readonly name: string; readonly closed: boolean }[];
    }
  /** It is new, and nobody said by when. */
  | { readonly code: 'promise-needs-day' }
  | { readonly code: 'not-a-question'; readonly id: string }
  /** It would be withdrawn from these, which cannot be undone, and nobody said that it may be. */
  | { readonly code: 'stands-in-votes'; readonly votes: readonly ProposalInVote[] }
  /** It is another than whoever asks saw. */
  | { readonly code: 'changed-meanwhile' }
  /** Nobody said that the answer that there is may be replaced. */
  | { readonly code: 'answered-already' }
  /** The neighbour took the offer back meanwhile. */
  | { readonly code: 'offer-withdrawn' }
  /** It cannot be undone, or not any more. */
  | { readonly code: 'too-late' }
  /** Whoever has this address can log in already. */
  | { readonly code: 'works-here' }
  /** Nobody would be left who lets others in. */
  | { readonly code: 'last-admin' }
  /** It is about a buurt, or about all, in which whoever asks may not say who works there. */
  | { readonly code: 'outside-own-buurten' }
  /** Where the vote stands, this cannot be done with it. */
  | { readonly code: 'round-is'; readonly name: string; readonly state: RoundState }
  /** Whoever saved a draft last does not make the vote of it. */
  | { readonly code: 'own-draft' }
  /** Whoever ordered letters does not have them made. */
  | { readonly code: 'own-order' }
  /** These letters were made or the order was cancelled; or, for what replaces them, they are not made or replaced already. */
  | { readonly code: 'order-is'; readonly state: LetterOrderState }
  /** The round is another since: until then no ballot can be handed in any more, or the letter does not fit. */
  | { readonly code: 'order-outdated' }
  /** What stands in the letter does not fit on its first page. */
  | { readonly code: 'letter-too-full' }
  /** This code of a letter is not good, or not of this round. */
  | { readonly code: 'no-good-code' }
  /** Another vote of the buurt has this name. */
  | { readonly code: 'same-name'; readonly buurt: string; readonly name: string }
  /** A vote or a proposal in it cannot be changed so. */
  | {
      readonly code: 'round-edit';
      readonly round: Pick<RoundRow, 'name' | 'phase' | 'cancelled' | 'closes_at' | 'currency'>;
      readonly outcome: Exclude<EditOutcome, 'done'>;
    }
  /** So many mails went to this neighbour today that the answer would not reach them. */
  | { readonly code: 'too-many-mails' };

/** Something of the organisation is not done; nothing was changed. Whoever asked for it says why, in their words. */
export class ActRefused extends Error {
  override readonly name = 'ActRefused';
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** @throws {ActRefused} when there are any */
export function refuseInvalid(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ActRefused({ code: 'invalid', problems });
}
