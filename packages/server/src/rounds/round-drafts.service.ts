import { randomUUID } from 'node:crypto';
import {
  planProblems,
  type PlanCheck,
  type RoundCandidate,
  type RoundPlan,
} from '@buurt/domain/desk/round-draft.js';
import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import { rulesSentencesEn } from '@buurt/domain/rounds/sentences.en.js';
import { rulesSentencesNl } from '@buurt/domain/rounds/sentences.nl.js';
import { explainRules } from '@buurt/domain/rounds/sentences.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import { isWithin } from '../acts/within.js';
import { buurtWithin } from '../buurten/buurt-within.js';
import { settingsOf } from '../buurten/buurten.queries.js';
import type { Database, DatabaseTransaction } from '../db/open.js';
import type { BuurtRow } from '../db/tables.js';
import { findProposalCandidates } from './draft.queries.js';
import type { RoundSecret } from './round-changes.queries.js';
import { groupNamesFor, readDraft, usualTallies, type RoundDraft } from './round-draft.js';
import { addDraft, holdDraft, removeDraft, saveDraft, type RoundDraftRow } from './round-drafts.queries.js';
import { makeRound, ofRound } from './rounds.service.js';

/** The initiatives of a buurt that can be voted about, as staff choose from them. */
export async function candidatesIn(db: Database, buurtCode: string): Promise<RoundCandidate[]> {
  const found = await findProposalCandidates(db, buurtCode);
  return found.map(({ id, initiativeId, title, costCents }) => ({
    ...{ initiativeId, reference: id, title, costCents },
  }));
}

/** How most neighbourhoods begin: everything on the ballot, pick what fits in the budget, and Equal Shares decides. */
async function usualPlan(db: Database, { code, name }: BuurtRow): Promise<RoundPlan> {
  const candidates = await candidatesIn(db, code);
  return {
    ...{ name: `Buurtbudget ${name}`, intro: '', budgetCents: null, opensAt: null, closesAt: null },
    ...{ ballot: 'approve', most: null, isWithinBudget: true, counting: 'equalshares' },
    proposals: candidates.map(({ initiativeId, costCents }) => ({ initiativeId, costCents })),
  };
}

function rulesOf({ ballot, most, isWithinBudget, budgetCents }: RoundPlan): BallotRules {
  const spend = isWithinBudget && budgetCents !== null ? { spendCents: { max: budgetCents } } : {};
  if (ballot === 'allocate') return { expression: ballot, total: { max: most ?? 0 }, ...spend };
  return { expression: ballot, ...(most === null ? {} : { picks: { max: most } }), ...spend };
}

/** Of a problem with the round, where it stands in the plan. */
const inPlan = (problem: Problem): Problem => ({
  ...problem,
  pointer: problem.pointer.startsWith('/rules') ? '/most' : problem.pointer,
});

/** What a plan comes to, with all that there is to say about it at once. */
async function readPlan(
  db: Database,
  buurt: BuurtRow,
  plan: RoundPlan,
  at: Date,
): Promise<{ readonly problems: readonly Problem[] } | { readonly draft: RoundDraft }> {
  const missing = planProblems(plan);
  if (missing.length > 0) return { problems: missing };
  const candidates = await findProposalCandidates(db, buurt.code);
  const gone = plan.proposals.flatMap(({ initiativeId }, index): Problem[] =>
    candidates.some((each) => each.initiativeId === initiativeId)
      ? []
      : [{ pointer: `/proposals/${String(index)}`, code: 'not-an-option' }],
  );
  if (gone.length > 0) return { problems: gone };
  const proposals = plan.proposals.flatMap(({ initiativeId, costCents }) => {
    const found = candidates.find((each) => each.initiativeId === initiativeId);
    return found ? [{ ...found, costCents }] : [];
  });
  const { name, intro, budgetCents, opensAt, closesAt, counting } = plan;
  const read = await readDraft(
    db,
    {
      ...{ buurt: buurt.code, name: name.trim(), intro, budgetCents, opensAt, closesAt, proposals },
      ...{ currency: 'EUR', rules: rulesOf(plan) },
      tallies: counting === 'greedy' ? usualTallies.toReversed() : usualTallies,
      groupNames: groupNamesFor(proposals, settingsOf(buurt)),
    },
    at,
  );
  return 'problems' in read ? { problems: read.problems.map(inPlan) } : read;
}

/** What is wrong with a plan, and else its rules in words. */
export async function checkPlan(
  db: Database,
  buurt: BuurtRow,
  plan: RoundPlan,
  at: Date,
): Promise<PlanCheck> {
  const read = await readPlan(db, buurt, plan, at);
  if ('problems' in read) return { problems: read.problems, rules: { nl: [], en: [] } };
  const { draft } = read;
  return {
    problems: [],
    rules: { nl: explainRules(draft, rulesSentencesNl), en: explainRules(draft, rulesSentencesEn) },
  };
}

function authorOf({ by }: ActContext): string {
  if (by.kind === 'staff') return by.id;
  throw new Error('Only staff write drafts: an operator makes a round from a file.');
}

async function draftWithin(
  db: DatabaseTransaction,
  id: string,
  version: number | undefined,
  { buurten = 'all' }: ActContext,
): Promise<RoundDraftRow> {
  const row = await holdDraft(db, id);
  if (!row || !isWithin(buurten, row.buurt_code))
    throw new ActRefused({ code: 'not-found', kind: 'draft', ids: [id] });
  if (version !== undefined && row.version !== version) throw new ActRefused({ code: 'changed-meanwhile' });
  return row;
}

/**
 * Begins a draft of a budget vote for a buurt, as most neighbourhoods begin; resolves to its id.
 * @throws {ActRefused} `not-found`
 */
export async function beginDraft(
  db: DatabaseTransaction,
  buurtCode: string,
  context: ActContext,
): Promise<string> {
  const by = authorOf(context);
  const buurt = await buurtWithin(db, buurtCode, context);
  const id = randomUUID();
  const plan = await usualPlan(db, buurt);
  await addDraft(db, { id, buurt: buurt.code, plan, by, at: context.at });
  await recordAct(db, { ...ofRound(context, { id, buurt_code: buurt.code }), name: 'draft.made' });
  return id;
}

/**
 * Saves what somebody thought out; it may be incomplete.
 * @throws {ActRefused} `not-found`; `changed-meanwhile` when it is another version than they saw
 */
export async function changeDraft(
  db: DatabaseTransaction,
  id: string,
  { version, plan }: { readonly version: number; readonly plan: RoundPlan },
  context: ActContext,
): Promise<void> {
  const row = await draftWithin(db, id, version, context);
  await saveDraft(db, id, { plan, by: authorOf(context), at: context.at });
  await recordAct(db, { ...ofRound(context, row), name: 'draft.changed' });
}

/** @throws {ActRefused} `not-found` */
export async function dropDraft(db: DatabaseTransaction, id: string, context: ActContext): Promise<void> {
  const row = await draftWithin(db, id, undefined, context);
  await removeDraft(db, id);
  await recordAct(db, { ...ofRound(context, row), name: 'draft.removed' });
}

/**
 * Makes the budget vote of a draft, by another person than who saved it last.
 * @throws {ActRefused} `not-found`, `changed-meanwhile`, `invalid`, `same-name`; `own-draft`
 */
export async function releaseDraft(
  db: DatabaseTransaction,
  id: string,
  { version, roundSecret }: { readonly version: number; readonly roundSecret: RoundSecret },
  context: ActContext,
): Promise<void> {
  const row = await draftWithin(db, id, version, context);
  if (row.saved_by === authorOf(context)) throw new ActRefused({ code: 'own-draft' });
  const buurt = await buurtWithin(db, row.buurt_code, context);
  const read = await readPlan(db, buurt, row.plan, context.at);
  if ('problems' in read) {
    refuseInvalid(read.problems);
    return;
  }
  const { buurt: buurtCode, ...round } = read.draft;
  await removeDraft(db, id);
  await makeRound(db, { ...round, id, buurtCode }, roundSecret, context);
}
