import type { ProposalEdit, RoundEdit } from '@buurt/domain/desk/round.js';
import { rulesProblems } from '@buurt/domain/rounds/ballot-rules.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { sql, type Transaction } from 'kysely';
import { hold } from '../db/locks.js';
import type { Database } from '../db/open.js';
import { madeDigest, markRevised, proposalLine, renewRulesHash } from './round-changes.queries.js';
import { append, holdAlone } from './round-log.queries.js';
import { findRoundRow, roundOf, type RoundRow } from './rounds.queries.js';
import type { Tables } from '../db/tables.js';

/** Why a round or a proposal was left as it was. */
export type EditRefusal =
  /** Its result stands, or it was cancelled. */
  | 'over'
  /** People vote: they read what it says now. */
  | 'begun'
  /** Somebody voted. */
  | 'voted'
  /** People count on the time that they were told: voting never ends earlier than that. */
  | 'earlier'
  /** It would open after it closes. */
  | 'reversed'
  /** That moment is over. */
  | 'past'
  | 'same-name'
  | 'no-proposal'
  | 'nothing-new';

/** The outcome of an edit: done, refused, or against the rules of the round. */
export type EditOutcome = 'done' | EditRefusal | { readonly problems: readonly Problem[] };

/** Whether another round of this buurt, that was not cancelled, has this name. Such a name could not be told from the other. */
export async function isNameTaken(
  db: Transaction<Tables>,
  buurtCode: string,
  name: string,
  exceptId?: string,
): Promise<boolean> {
  // Of two rounds that are made at once, the second waits and sees the first.
  await hold(db, 'names of rounds', buurtCode);
  const found = await db
    .selectFrom('round')
    .select('id')
    .where('buurt_code', '=', buurtCode)
    .where(sql`lower(btrim(name))`, '=', name.trim().toLowerCase())
    .where('cancelled', '=', false)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The round, held alone, so that nobody votes while it is changed. */
async function heldAlone(db: Transaction<Tables>, roundId: string): Promise<RoundRow | undefined> {
  await holdAlone(db, roundId);
  return findRoundRow(db, roundId);
}

function refusalOf(row: RoundRow, edit: RoundEdit): EditRefusal | undefined {
  const opens = new Date(edit.opensAt ?? row.opens_at);
  const closes = new Date(edit.closesAt ?? row.closes_at);
  if (edit.opensAt !== undefined && row.phase !== 'announced') return 'begun';
  if (edit.closesAt !== undefined && row.phase === 'open' && closes < row.closes_at) return 'earlier';
  if (opens >= closes) return 'reversed';
  if (closes <= row.now || (edit.opensAt !== undefined && opens <= row.now)) return 'past';
  return undefined;
}

/** Changes a round that is not over, and writes that in its log. */
export async function changeRound(
  db: Transaction<Tables>,
  roundId: string,
  edit: RoundEdit,
): Promise<EditOutcome> {
  const row = await heldAlone(db, roundId);
  if (!row || row.phase === 'closed') return 'over';
  const refusal = refusalOf(row, edit);
  if (refusal) return refusal;
  const name = edit.name ?? row.name;
  if (edit.name !== undefined && (await isNameTaken(db, row.buurt_code, name, roundId))) return 'same-name';
  const [opens_at, closes_at] = [
    new Date(edit.opensAt ?? row.opens_at),
    new Date(edit.closesAt ?? row.closes_at),
  ];
  const intro = edit.intro ?? row.intro;
  const isSame =
    name === row.name &&
    intro === row.intro &&
    opens_at.getTime() === row.opens_at.getTime() &&
    closes_at.getTime() === row.closes_at.getTime();
  if (isSame) return 'nothing-new';
  await db.updateTable('round').set({ name, intro, opens_at, closes_at }).where('id', '=', roundId).execute();
  await renewRulesHash(db, roundId);
  await markRevised(db, roundId);
  await append(db, roundId, [
    {
      event: 'changed',
      subject: `${opens_at.toISOString()}/${closes_at.toISOString()}`,
      digest: madeDigest({ ...row, name, intro }),
    },
  ]);
  return 'done';
}

/** Changes a proposal of a round that is still to come, and writes that in the log. */
export async function changeProposal(
  db: Transaction<Tables>,
  roundId: string,
  proposalId: string,
  edit: ProposalEdit,
): Promise<EditOutcome> {
  const row = await heldAlone(db, roundId);
  if (!row || row.phase === 'closed') return 'over';
  if (row.phase === 'open') return 'begun';
  const before = await db
    .selectFrom('proposal')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('id', '=', proposalId)
    .executeTakeFirst();
  if (!before) return 'no-proposal';
  const after = {
    ...before,
    title: edit.title ?? before.title,
    story: edit.story ?? before.story,
    cost_cents: edit.costCents ?? before.cost_cents,
  };
  if (after.title === before.title && after.story === before.story && after.cost_cents === before.cost_cents)
    return 'nothing-new';
  const round = await roundOf(db, row);
  const proposals = round.proposals.map((each) =>
    each.id === proposalId ? { ...each, costCents: after.cost_cents } : each,
  );
  const problems = rulesProblems(round.rules, proposals, round.budgetCents, round.tallies);
  if (problems.length > 0) return { problems };
  const { title, story, cost_cents } = after;
  await db
    .updateTable('proposal')
    .set({ title, story, cost_cents })
    .where('round_id', '=', roundId)
    .where('id', '=', proposalId)
    .execute();
  await renewRulesHash(db, roundId);
  await append(db, roundId, [{ ...proposalLine(after), event: 'proposal-changed' }]);
  return 'done';
}

/** Whether a ballot that counts was cast. */
async function hasBallots(db: Database, roundId: string): Promise<boolean> {
  const found = await db
    .selectFrom('ballot')
    .innerJoin('credential', (join) =>
      join
        .onRef('credential.round_id', '=', 'ballot.round_id')
        .onRef('credential.credential_hash', '=', 'ballot.credential_hash'),
    )
    .select('ballot.credential_hash')
    .where('ballot.round_id', '=', roundId)
    .where('credential.voided', '=', false)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Takes a round back for which nobody voted yet; it stays in the database, with its log, for the operator only. */
export async function cancelRound(db: Transaction<Tables>, roundId: string): Promise<EditOutcome> {
  const row = await heldAlone(db, roundId);
  if (!row || row.phase === 'closed') return 'over';
  if (await hasBallots(db, roundId)) return 'voted';
  await db.updateTable('round').set({ cancelled: true }).where('id', '=', roundId).execute();
  await markRevised(db, roundId);
  await append(db, roundId, [{ event: 'cancelled', subject: row.now.toISOString() }]);
  return 'done';
}
