import type { Round } from '@buurt/domain/rounds/round.js';
import { lockedRules } from '@buurt/domain/voting/locked-rules.js';
import { sql, type Selectable, type Transaction } from 'kysely';
import { HttpProblem } from '../http/problem-json.js';
import { jsonDigest, credentialsDigest, type LogLine } from './log-chain.js';
import { append, holdAlone, holdLog, holdOpen, portions } from './round-log.queries.js';
import { findRoundRow, roundOf } from './rounds.queries.js';
import type { ProposalTable, RoundTable, Tables } from '../db/tables.js';

/** A round before it is kept. */
export type NewRound = Omit<Round, 'phase' | 'serverTime' | 'rulesHash' | 'proposalCount'>;

/** What the codes of a round are made with; see `CredentialHasher`. */
export interface RoundSecret {
  readonly salt: Uint8Array;
  readonly keyFingerprint: string;
}

/** The hash by which ballots say under which rules they were filled in. */
export const rulesHashOf = (round: NewRound): string =>
  jsonDigest(lockedRules({ ...round, proposalCount: round.proposals.length }));

type RoundColumns = Omit<
  Selectable<RoundTable>,
  'opens_at' | 'closes_at' | 'closed' | 'cancelled' | 'rules_hash' | 'settled_at'
>;

/** The hash of what is said of a round itself; when it opens and closes stands in the log in words. */
export function madeDigest({ salt, ...round }: RoundColumns): string {
  const { id, buurt_code, name, intro, budget_cents, currency, rules, tallies, group_names } = round;
  const columns = { id, buurt_code, name, intro, budget_cents, currency, rules, tallies, group_names };
  // The names are in the hash, and so in the logs that there are: they stay, whatever a column is called.
  const made = { ...columns, mark: round.key_fingerprint };
  return jsonDigest({ ...made, salt: Buffer.from(salt).toString('hex') });
}

/**
 * What the log says of a proposal; whether it was withdrawn since is a line of its own. The names of the columns are in the hash:
 * one that is called otherwise must still be hashed by its old name.
 */
export const proposalLine = ({ withdrawn: _, ...row }: Selectable<ProposalTable>): LogLine => ({
  event: 'proposal',
  subject: row.id,
  digest: jsonDigest(row),
});

const proposalRow = (
  roundId: string,
  proposal: NewRound['proposals'][number],
): Selectable<ProposalTable> => ({
  round_id: roundId,
  id: proposal.id,
  title: proposal.title,
  story: proposal.story,
  cost_cents: proposal.costCents,
  categories: [...proposal.categories],
  neighborhoods: [...proposal.neighborhoods],
  initiative_id: proposal.initiativeId,
  remark: proposal.remark,
  excludes: [...proposal.excludes],
  withdrawn: proposal.withdrawn,
});

/** Writes that a round is another than calendars have it now. */
export async function markRevised(db: Transaction<Tables>, roundId: string): Promise<void> {
  await db
    .updateTable('round_revision')
    .set({ revised_at: sql<Date>`clock_timestamp()`, revisions: sql<number>`revisions + 1` })
    .where('round_id', '=', roundId)
    .execute();
}

/** Keeps a round with its proposals, and begins its log. */
export async function addRound(
  db: Transaction<Tables>,
  round: NewRound,
  roundSecret: RoundSecret,
): Promise<void> {
  const { opensAt, closesAt } = round;
  const columns = {
    id: round.id,
    buurt_code: round.buurtCode,
    name: round.name,
    intro: round.intro,
    budget_cents: round.budgetCents,
    currency: round.currency,
    rules: round.rules,
    tallies: round.tallies,
    group_names: round.groupNames,
    salt: roundSecret.salt,
    key_fingerprint: roundSecret.keyFingerprint,
  };
  await db
    .insertInto('round')
    .values({
      ...columns,
      rules: JSON.stringify(round.rules),
      tallies: JSON.stringify(round.tallies),
      group_names: JSON.stringify(round.groupNames),
      opens_at: new Date(opensAt),
      closes_at: new Date(closesAt),
      rules_hash: rulesHashOf(round),
    })
    .execute();
  await db.insertInto('round_revision').values({ round_id: round.id }).execute();
  const proposals = round.proposals.map((proposal) => proposalRow(round.id, proposal));
  for (const portion of portions(proposals)) await db.insertInto('proposal').values(portion).execute();
  const withdrawn = proposals.filter((each) => each.withdrawn);
  await append(db, round.id, [
    {
      event: 'made',
      subject: [opensAt, closesAt].map((each) => new Date(each).toISOString()).join('/'),
      digest: madeDigest(columns),
    },
    ...proposals.map(proposalLine),
    ...withdrawn.map(({ id }): LogLine => ({ event: 'withdrawn', subject: id })),
  ]);
}

/**
 * Holds a round in which something is changed, so that it does not close meanwhile.
 * @throws {HttpProblem} when it is closed: its result stands; or when it was cancelled
 */
async function holdToChange(db: Transaction<Tables>, roundId: string): Promise<void> {
  await holdOpen(db, roundId);
  const { closed, cancelled } = await db
    .selectFrom('round')
    .select(['closed', 'cancelled'])
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow();
  if (closed || cancelled) throw new HttpProblem('closed', 'De stemming is gesloten.');
}

/** Letters of an order at the desk. */
export interface LettersOfOrder {
  readonly orderId: string;
  /** By the hash of their code. */
  readonly letterHashes: ReadonlyMap<string, string>;
}

/** Holds the letters of a round, so that nobody adds others meanwhile. */
export async function holdLetters(db: Transaction<Tables>, roundId: string): Promise<void> {
  await holdToChange(db, roundId);
  await holdLog(db, roundId);
}

/** Adds the households of new letters, sorted: their order says nothing about the order of the letters. */
export async function addCredentials(
  db: Transaction<Tables>,
  roundId: string,
  hashes: readonly string[],
  ofOrder?: LettersOfOrder,
): Promise<void> {
  await holdToChange(db, roundId);
  const batch = (await holdLog(db, roundId)).position + 1;
  const rows = hashes.toSorted().map((credentialHash) => ({
    ...{ round_id: roundId, credential_hash: credentialHash, batch },
    letter_order_id: ofOrder?.orderId ?? null,
    letter_hash: ofOrder?.letterHashes.get(credentialHash) ?? null,
  }));
  for (const portion of portions(rows)) await db.insertInto('credential').values(portion).execute();
  await append(db, roundId, [
    { event: 'codes', subject: String(hashes.length), digest: credentialsDigest(hashes) },
  ]);
}

/** Makes all letters of an order worthless, with the ballots that were cast with them; resolves to how many were good. */
export async function voidOrder(db: Transaction<Tables>, roundId: string, orderId: string): Promise<number> {
  await holdToChange(db, roundId);
  const rows = await db
    .updateTable('credential')
    .set({ voided: true })
    .where('round_id', '=', roundId)
    .where('letter_order_id', '=', orderId)
    .where('voided', '=', false)
    .returning('credential_hash')
    .execute();
  const hashes = rows.map((row) => row.credential_hash).toSorted();
  await append(
    db,
    roundId,
    hashes.map((subject): LogLine => ({ event: 'voided', subject })),
  );
  return hashes.length;
}

/** Makes the code of a lost letter worthless, with the ballot that was cast with it; whether it was worth something. */
export async function voidCredential(
  db: Transaction<Tables>,
  roundId: string,
  credentialHash: string,
): Promise<boolean> {
  await holdToChange(db, roundId);
  const { numUpdatedRows } = await db
    .updateTable('credential')
    .set({ voided: true })
    .where('round_id', '=', roundId)
    .where('credential_hash', '=', credentialHash)
    .where('voided', '=', false)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await append(db, roundId, [{ event: 'voided', subject: credentialHash }]);
  return true;
}

/** Takes a proposal out of the vote; whether it was in it. */
export async function withdraw(
  db: Transaction<Tables>,
  roundId: string,
  proposalId: string,
): Promise<boolean> {
  await holdToChange(db, roundId);
  const { numUpdatedRows } = await db
    .updateTable('proposal')
    .set({ withdrawn: true })
    .where('round_id', '=', roundId)
    .where('id', '=', proposalId)
    .where('withdrawn', '=', false)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await append(db, roundId, [{ event: 'withdrawn', subject: proposalId }]);
  return true;
}

/** Writes the hash of the rules as they stand in the database now. */
export async function renewRulesHash(db: Transaction<Tables>, roundId: string): Promise<void> {
  const row = await findRoundRow(db, roundId);
  if (!row) return;
  await db
    .updateTable('round')
    .set({ rules_hash: rulesHashOf(await roundOf(db, row)) })
    .where('id', '=', roundId)
    .execute();
}

/** Begins a round now; its rules are those of this moment from then on. Whether it was still to come. */
export async function openRound(db: Transaction<Tables>, { id }: { readonly id: string }): Promise<boolean> {
  await holdAlone(db, id);
  const row = await db
    .updateTable('round')
    .set({ opens_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('closed', '=', false)
    .where('cancelled', '=', false)
    .where('opens_at', '>', sql<Date>`clock_timestamp()`)
    .returning('opens_at')
    .executeTakeFirst();
  if (!row) return false;
  await renewRulesHash(db, id);
  await markRevised(db, id);
  await append(db, id, [{ event: 'opened', subject: row.opens_at.toISOString() }]);
  return true;
}

/** Ends a round now, after the ballots that are being cast. Whether it was open. */
export async function closeRound(db: Transaction<Tables>, roundId: string): Promise<boolean> {
  await holdAlone(db, roundId);
  const row = await db
    .updateTable('round')
    .set({ closes_at: sql<Date>`clock_timestamp()`, closed: true })
    .where('id', '=', roundId)
    .where('closed', '=', false)
    .where('cancelled', '=', false)
    .where('closes_at', '>', sql<Date>`clock_timestamp()`)
    .where('opens_at', '<', sql<Date>`clock_timestamp()`)
    .returning('closes_at')
    .executeTakeFirst();
  if (!row) return false;
  await markRevised(db, roundId);
  await append(db, roundId, [{ event: 'closed', subject: row.closes_at.toISOString() }]);
  return true;
}
