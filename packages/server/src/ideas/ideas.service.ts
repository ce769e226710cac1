import { ideaDecisionProblems, type IdeaDecision } from '@buurt/domain/ideas/idea-decision.js';
import { ActRefused, refuseInvalid, type ProposalInVote } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import { eraseInitiative, type Remains } from '../initiatives/erasing.queries.js';
import {
  findProposalsInVotes,
  ideasCalled,
  reviewIdea,
  withdrawFromVotes,
  type Idea,
} from './review.queries.js';

const byBuurt = (a: Idea, b: Idea) => a.buurt_code.localeCompare(b.buurt_code) || a.id.localeCompare(b.id);

/** What was decided: the ideas as they were before, and what was withdrawn from votes. */
export interface DecidedIdeas {
  readonly found: readonly Idea[];
  readonly withdrawn: readonly ProposalInVote[];
}

/**
 * Decides what happens to ideas, all or none; makers hear of it.
 * @throws {ActRefused} `not-found`, `invalid`; `stands-in-votes` unless `mayWithdraw`
 */
export async function decideOnIdeas(
  db: DatabaseTransaction,
  names: readonly string[],
  { mayWithdraw = false, ...decision }: IdeaDecision & { readonly mayWithdraw?: boolean },
  { by, at, buurten }: ActContext,
): Promise<DecidedIdeas> {
  refuseInvalid(ideaDecisionProblems(decision));
  const { state, reason } = decision;
  const found = await ideasCalled(db, names, buurten);
  const votes = state === 'published' ? [] : await findProposalsInVotes(db, found);
  if (votes.length > 0 && !mayWithdraw) throw new ActRefused({ code: 'stands-in-votes', votes });
  await withdrawFromVotes(db, votes);
  // Two at once hold what they change in the same order.
  for (const idea of found.toSorted(byBuurt)) {
    const was = await reviewIdea(db, idea, { state, reason, at });
    if (was.review === state && was.review_reason === reason) continue;
    const withdrawn = votes.filter(({ initiativeId }) => initiativeId === idea.id).length;
    await recordAct(db, {
      ...{ by, at, name: `idea.${state}`, buurt: idea.buurt_code, subject: { kind: 'idea', id: idea.id } },
      detail: { was: was.review, ...(withdrawn > 0 && { withdrawn }) },
    });
  }
  return { found, withdrawn: votes };
}

/** An idea that was erased, and what stays of it in rounds. */
export interface ErasedIdea {
  readonly idea: Idea;
  readonly remains: readonly Remains[];
}

/**
 * Erases ideas for good with everything that belongs to them, all or none.
 * @throws {ActRefused} `not-found`
 */
export async function eraseIdeas(
  db: DatabaseTransaction,
  names: readonly string[],
  { by, at, buurten }: ActContext,
): Promise<ErasedIdea[]> {
  const erased: ErasedIdea[] = [];
  for (const idea of await ideasCalled(db, names, buurten)) {
    const remains = await eraseInitiative(db, idea, at);
    erased.push({ idea, remains });
    await recordAct(db, {
      ...{ by, at, name: 'idea.erased', buurt: idea.buurt_code, subject: { kind: 'idea', id: idea.id } },
      detail: { was: idea.review, ...(remains.length > 0 && { inVotes: remains.length }) },
    });
  }
  return erased;
}
