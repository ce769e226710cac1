import { randomBytes } from 'node:crypto';
import { receiptSigns, type BallotLine, type CastBallot, type Channel } from '@buurt/domain';
import { sql, type Transaction } from 'kysely';
import { Refusal } from '../problem-json.js';
import { castDigest } from '../rounds/chain.js';
import type { Database } from './open.js';
import { append, headOf, portions } from './round-log.js';
import { findRoundRow, type RoundRow } from './rounds.js';
import type { Tables } from './tables.js';

/** What one press of the button wants. */
export interface Vote {
  readonly slot: string;
  readonly lines: readonly BallotLine[];
  readonly channel: Channel;
  readonly rulesHash: string;
  readonly key: string;
  readonly fingerprint: string;
  /** The version that the voter saw last, when he says so. */
  readonly seen: number | undefined;
}

export interface CastOutcome {
  readonly cast: CastBallot;
  readonly replayed: boolean;
}

const refusals = {
  unknown: () => new Refusal('code-unknown', 'Deze code kennen we niet. Kijk hem nog eens na.'),
  replaced: () =>
    new Refusal('code-replaced', 'Deze brief is vervangen. Gebruik de code van de nieuwe brief.'),
  announced: () => new Refusal('not-open-yet', 'De stemming is nog niet open.'),
  closed: () => new Refusal('closed', 'De stemming is gesloten.'),
  rules: () => new Refusal('rules-changed', 'De regels zijn veranderd. Laad de pagina opnieuw.'),
  elsewhere: () => new Refusal('changed-elsewhere', 'Je stem is op een ander apparaat veranderd.'),
  key: () =>
    new Refusal('key-used-before', 'Gebruik een nieuwe Idempotency-Key: bij deze hoort iets anders.'),
};

/** Locks the slot of a code, so that ballots with the same code come one after the other. */
async function lockSlot(db: Transaction<Tables>, roundId: string, slot: string): Promise<void> {
  const row = await db
    .selectFrom('slot')
    .select('voided')
    .where('round_id', '=', roundId)
    .where('slot', '=', slot)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refusals.unknown();
  if (row.voided) throw refusals.replaced();
}

async function standing(db: Database, roundId: string, slot: string): Promise<CastBallot | undefined> {
  const row = await db
    .selectFrom('ballot')
    .select(['lines', 'channel', 'version', 'receipt'])
    .where('round_id', '=', roundId)
    .where('slot', '=', slot)
    .executeTakeFirst();
  return row && { ...row, changed: row.version > 1 };
}

/** The answer that was given under this key; undefined when there was none. */
async function answered(
  db: Database,
  roundId: string,
  { slot, key, fingerprint, lines, channel }: Vote,
): Promise<CastBallot | undefined> {
  const before = await db
    .selectFrom('ballot_key')
    .innerJoin('ballot', (join) =>
      join.onRef('ballot.round_id', '=', 'ballot_key.round_id').onRef('ballot.slot', '=', 'ballot_key.slot'),
    )
    .select(['ballot_key.fingerprint', 'ballot_key.version', 'ballot.receipt'])
    .where('ballot_key.round_id', '=', roundId)
    .where('ballot_key.slot', '=', slot)
    .where('ballot_key.key', '=', key)
    .executeTakeFirst();
  if (!before) return undefined;
  if (before.fingerprint !== fingerprint) throw refusals.key();
  const { version, receipt } = before;
  return { receipt, version, lines, channel, changed: version > 1 };
}

/** A ballot that may be kept, and the key under which it came. */
export interface KeptBallot extends Pick<Vote, 'slot' | 'key' | 'fingerprint'> {
  readonly cast: Omit<CastBallot, 'changed'>;
}

/** Keeps ballots, each in the place of the one before of its slot, and writes them in the log. */
export async function keepBallots(
  db: Transaction<Tables>,
  roundId: string,
  kept: readonly KeptBallot[],
): Promise<void> {
  for (const portion of portions(kept)) {
    const ballots = portion.map(({ slot, cast: { lines, channel, version, receipt } }) => ({
      ...{ round_id: roundId, slot, lines: JSON.stringify(lines), channel, version, receipt },
    }));
    await db
      .insertInto('ballot')
      .values(ballots)
      .onConflict((conflict) =>
        conflict.columns(['round_id', 'slot']).doUpdateSet(({ ref }) => ({
          lines: ref('excluded.lines'),
          channel: ref('excluded.channel'),
          version: ref('excluded.version'),
        })),
      )
      .execute();
    const keys = portion.map(({ slot, key, fingerprint, cast: { version } }) => ({
      ...{ round_id: roundId, slot, key, fingerprint, version },
    }));
    await db.insertInto('ballot_key').values(keys).execute();
  }
  const lines = kept.map(({ key, fingerprint, cast: { receipt, version } }) => ({
    ...{ event: 'cast' as const, subject: receipt, version, digest: castDigest(fingerprint, key) },
  }));
  await append(db, roundId, lines);
}

/**
 * Casts a ballot, or puts it in the place of the one that was cast before with the same code. In one transaction: the
 * round is held so that it cannot close meanwhile, the clock of the database decides, and the slot is held so that
 * there is one ballot however many requests come at once.
 * @throws {Refusal} when it is not taken
 */
export async function castBallot(db: Transaction<Tables>, roundId: string, vote: Vote): Promise<CastOutcome> {
  await sql`select 1 from round where id = ${roundId} for share`.execute(db);
  await lockSlot(db, roundId, vote.slot);
  const before = await answered(db, roundId, vote);
  if (before) return { cast: before, replayed: true };
  const round = (await findRoundRow(db, roundId)) as RoundRow;
  if (round.phase === 'announced') throw refusals.announced();
  if (round.phase === 'closed') throw refusals.closed();
  if (round.rules_hash !== vote.rulesHash) throw refusals.rules();
  const last = await standing(db, roundId, vote.slot);
  if (vote.seen !== undefined && vote.seen !== (last?.version ?? 0)) throw refusals.elsewhere();
  const version = (last?.version ?? 0) + 1;
  const { lines, channel } = vote;
  const receipt = last?.receipt ?? receiptSigns(randomBytes(8));
  const { slot, key, fingerprint } = vote;
  const cast = { receipt, version, lines, channel };
  await keepBallots(db, roundId, [{ slot, key, fingerprint, cast }]);
  return { cast: { ...cast, changed: version > 1 }, replayed: false };
}

/**
 * The ballot that was cast with a code; `null` when the code is good and has none yet.
 * @throws {Refusal} when there is no such code
 */
export async function ballotOf(db: Database, roundId: string, slot: string): Promise<CastBallot | null> {
  const row = await db
    .selectFrom('slot')
    .select('voided')
    .where('round_id', '=', roundId)
    .where('slot', '=', slot)
    .executeTakeFirst();
  if (!row) throw refusals.unknown();
  if (row.voided) throw refusals.replaced();
  return (await standing(db, roundId, slot)) ?? null;
}

export interface CountedBallots {
  /** In an order that says nothing about when or with which code they were cast. */
  readonly ballots: readonly { readonly lines: readonly BallotLine[]; readonly channel: Channel }[];
  /** Sorted. */
  readonly receipts: readonly string[];
  readonly head: string;
}

/** All that counts in a closed round; waits for ballots that were being cast when it closed. */
export async function countedBallots(db: Transaction<Tables>, round: RoundRow): Promise<CountedBallots> {
  await sql`select 1 from round where id = ${round.id} for update`.execute(db);
  const rows = await db
    .selectFrom('ballot')
    .innerJoin('slot', (join) =>
      join.onRef('slot.round_id', '=', 'ballot.round_id').onRef('slot.slot', '=', 'ballot.slot'),
    )
    .select(['ballot.lines', 'ballot.channel', 'ballot.receipt'])
    .where('ballot.round_id', '=', round.id)
    .where('slot.voided', '=', false)
    .orderBy('ballot.slot')
    .execute();
  return {
    ballots: rows.map(({ lines, channel }) => ({ lines, channel })),
    receipts: rows.map(({ receipt }) => receipt).toSorted(),
    head: await headOf(db, round.id),
  };
}
