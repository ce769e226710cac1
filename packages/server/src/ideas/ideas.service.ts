import type { IdeaErasure } from '@buurt/domain/desk/erasing.js';
import { ideaTextProblems, type IdeaTexts } from '@buurt/domain/ideas/idea-texts.js';
import { hasEnded } from '@buurt/domain/initiatives/initiative-status.js';
import { ideaDecisionProblems, type IdeaDecision } from '@buurt/domain/ideas/idea-decision.js';
import { ActRefused, refuseInvalid, type ProposalInVote } from '../acts/act-refused.js';
import { findAct, isLastWithIdea, recordAct, type ActContext } from '../acts/acts.queries.js';
import { isWithin } from '../acts/within.js';
import { settingsOf } from '../buurten/buurten.queries.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import { tellMaker } from '../followers/makers.queries.js';
import { erasureOf, eraseInitiative, type Remains } from '../initiatives/erasing.queries.js';
import { changeTexts, holdTexts, keepCorrected } from './texts.queries.js';
import { correctionText } from './maker-texts.js';
import {
  findProposalsInVotes,
  holdIdea,
  ideasCalled,
  reviewIdea,
  undoReview,
  withdrawFromVotes,
  type Idea,
} from './review.queries.js';
import { undoableUntil, undoOfferedUntil } from './undo.js';
import { versionOf } from './version.queries.js';

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

/** What was decided on one idea. */
export interface Decided {
  /** The number of the act. */
  readonly act: number;
  /** Until when the screen offers to undo it; null when that cannot be. */
  readonly undoUntil: Date | null;
}

/**
 * Decides on an idea as somebody saw it. Makers and followers hear of what can be undone when that is over.
 * @throws {ActRefused} `not-found`, `invalid`, `changed-meanwhile`; `stands-in-votes` unless `mayWithdraw`
 */
export async function decideOnSeenIdea(
  db: DatabaseTransaction,
  id: string,
  {
    version,
    mayWithdraw = false,
    ...decision
  }: IdeaDecision & { readonly version: string; readonly mayWithdraw?: boolean | undefined },
  { by, at, buurten }: ActContext,
): Promise<Decided> {
  refuseInvalid(ideaDecisionProblems(decision));
  const { state, reason } = decision;
  const found = await ideasCalled(db, [id], buurten);
  const votes = state === 'published' ? [] : await findProposalsInVotes(db, found);
  if (votes.length > 0 && !mayWithdraw) throw new ActRefused({ code: 'stands-in-votes', votes });
  await withdrawFromVotes(db, votes);
  const [idea] = found as [Idea];
  // What was withdrawn from a vote cannot go back.
  const { review, isUndoable } = await reviewIdea(db, idea, {
    ...{ state, reason, at, version, mayUndo: votes.length === 0 },
  });
  const act = await recordAct(db, {
    ...{ by, at, name: `idea.${state}`, buurt: idea.buurt_code, subject: { kind: 'idea', id: idea.id } },
    detail: {
      was: review,
      ...(votes.length > 0 && { withdrawn: votes.length }),
      ...(isUndoable && { undoable: true }),
    },
  });
  return { act, undoUntil: isUndoable ? undoOfferedUntil(at) : null };
}

/**
 * Undoes what somebody decided themselves just now on an idea that waited: it waits again, and nobody hears of it.
 * @throws {ActRefused} `not-found`; `too-late` also when it was somebody else, or something was done since
 */
export async function undoDecision(
  db: DatabaseTransaction,
  actId: number,
  { by, at, buurten = 'all' }: ActContext,
): Promise<Pick<Idea, 'id'>> {
  const act = await findAct(db, actId);
  if (!act || act.buurt_code === null || !isWithin(buurten, act.buurt_code))
    throw new ActRefused({ code: 'not-found', kind: 'act', ids: [String(actId)] });
  const tooLate = () => new ActRefused({ code: 'too-late' });
  const isOwn = by.kind === 'staff' && act.staff_id === by.id;
  if (act.detail['undoable'] !== true || !isOwn || at >= undoableUntil(act.at)) throw tooLate();
  const idea = await holdIdea(db, act.subject_id);
  if (!idea || hasEnded(idea.status) || !(await isLastWithIdea(db, act))) throw tooLate();
  if (!(await undoReview(db, idea.id, at))) throw tooLate();
  await recordAct(db, {
    ...{
      by,
      at,
      name: 'idea.decisionUndone',
      buurt: idea.buurt_code,
      subject: { kind: 'idea', id: idea.id },
    },
    detail: { was: idea.review },
  });
  return { id: idea.id };
}

/** What is corrected; a text that is absent stays as it is. */
export type IdeaCorrection = Partial<IdeaTexts> & {
  /** What whoever corrects saw of the idea. Absent: as it is now. */
  readonly version?: string;
};

/**
 * Corrects typing errors in an idea by the rules of the form, keeps what it said before, and tells its maker. What stands on a
 * ballot stays as it is there.
 * @returns whether anything was another than before
 * @throws {ActRefused} `not-found`, `invalid`, `changed-meanwhile`
 */
export async function correctIdea(
  db: DatabaseTransaction,
  named: string,
  { version, ...texts }: IdeaCorrection,
  { by, at, buurten }: ActContext,
): Promise<{ readonly idea: Idea; readonly changed: boolean }> {
  const [idea] = (await ideasCalled(db, [named], buurten)) as [Idea];
  const { id, buurt_code, buurt_name, settings, reference } = idea;
  const { updated_at, ...was } = await holdTexts(db, id);
  if (version !== undefined && versionOf({ updated_at }) !== version)
    throw new ActRefused({ code: 'changed-meanwhile' });
  const now = { title: (texts.title ?? was.title).trim(), story: (texts.story ?? was.story).trim() };
  const corrected = (['title', 'story'] as const).filter((name) => now[name] !== was[name]);
  // What was handed in by other rules may stay as it is.
  const problems = ideaTextProblems(settingsOf({ name: buurt_name, settings }), now);
  refuseInvalid(problems.filter(({ pointer }) => corrected.some((name) => pointer === `/${name}`)));
  if (corrected.length === 0) return { idea, changed: false };
  await changeTexts(db, id, now, at);
  const act = await recordAct(db, {
    ...{ by, at, name: 'idea.corrected', buurt: buurt_code, subject: { kind: 'idea', id } },
    detail: { title: corrected.includes('title'), story: corrected.includes('story') },
  });
  await keepCorrected(db, { act, id, at }, was);
  const tell = { reference, was, now };
  await tellMaker(db, id, { kind: 'correction' }, (locale) => correctionText(tell, locale), at);
  return { idea, changed: true };
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

/**
 * What goes with an idea that is erased for good, and what stays.
 * @throws {ActRefused} `not-found`
 */
export async function describeErasure(
  db: Database,
  id: string,
  buurten: ActContext['buurten'],
): Promise<IdeaErasure> {
  const [{ reference, title, ...idea }] = (await ideasCalled(db, [id], buurten)) as [Idea];
  return { reference, title, version: versionOf(idea), ...(await erasureOf(db, id)) };
}

/**
 * Erases one idea for good as somebody saw it, who named it by its number.
 * @throws {ActRefused} `not-found`; `changed-meanwhile`; `invalid` when it has another number
 */
export async function eraseSeenIdea(
  db: DatabaseTransaction,
  id: string,
  { version, reference }: { readonly version: string; readonly reference: string },
  context: ActContext,
): Promise<void> {
  const [idea] = (await ideasCalled(db, [id], context.buurten)) as [Idea];
  if (versionOf(await holdTexts(db, id)) !== version) throw new ActRefused({ code: 'changed-meanwhile' });
  refuseInvalid(idea.reference === reference ? [] : [{ pointer: '/reference', code: 'not-an-option' }]);
  await eraseIdeas(db, [id], context);
}
