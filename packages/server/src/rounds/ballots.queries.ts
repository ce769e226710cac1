import { randomBytes } from 'node:crypto';
import type { BallotLine, Channel } from '@buurt/domain/rounds/ballot.js';
import { receiptSigns } from '@buurt/domain/rounds/code.js';
import type { RoundPhase } from '@buurt/domain/rounds/round.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import type { Transaction } from 'kysely';
import { HttpProblem } from '../http/problem-json.js';
import { castDigest } from './log-chain.js';
import type { Database } from '../db/open.js';
import { headOf, holdLog, holdOpen, portions, rowsAfter } from './round-log.queries.js';
import { phase, type RoundRow } from './rounds.queries.js';
import type { Tables } from '../db/tables.js';

/** What one press of the button wants. */
export interface Vote {
  readonly credentialHash: string;
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
  unknown: () => new HttpProblem('code-unknown', 'Deze code kennen we niet. Kijk hem nog eens na.'),
  replaced: () =>
    new HttpProblem('code-replaced', 'Deze brief is vervangen. Gebruik de code van de nieuwe brief.'),
  announced: () => new HttpProblem('not-open-yet', 'De stemming is nog niet open.'),
  closed: () => new HttpProblem('closed', 'De stemming is gesloten.'),
  rules: () => new HttpProblem('rules-changed', 'De regels zijn veranderd. Laad de pagina opnieuw.'),
  elsewhere: () => new HttpProblem('changed-elsewhere', 'Je stem is op een ander apparaat veranderd.'),
  key: () =>
    new HttpProblem('key-used-before', 'Gebruik een nieuwe Idempotency-Key: bij deze hoort iets anders.'),
};

/**
 * Holds the round, so that it does not close meanwhile, and the credential, so that ballots with the same code come one
 * after the other. Resolves to what the code is worth.
 */
export async function holdCredential(
  db: Transaction<Tables>,
  roundId: string,
  credentialHash: string,
): Promise<'good' | 'voided' | 'unknown'> {
  await holdOpen(db, roundId);
  const row = await db
    .selectFrom('credential')
    .select('voided')
    .where('round_id', '=', roundId)
    .where('credential_hash', '=', credentialHash)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return 'unknown';
  return row.voided ? 'voided' : 'good';
}

/** @throws {HttpProblem} when no ballot is taken now */
export function refuseUnlessOpen(phase: RoundPhase): void {
  if (phase === 'announced') throw refusals.announced();
  if (phase === 'closed') throw refusals.closed();
}

/** What there is of a credential once it is held: the round as it is at this moment, its ballot, and this key if it came before. */
const situation = (db: Transaction<Tables>, roundId: string, { credentialHash, key }: Vote) =>
  db
    .selectFrom('round')
    .leftJoin('ballot', (join) =>
      join.onRef('ballot.round_id', '=', 'round.id').on('ballot.credential_hash', '=', credentialHash),
    )
    .leftJoin('ballot_key', (join) =>
      join
        .onRef('ballot_key.round_id', '=', 'round.id')
        .on('ballot_key.credential_hash', '=', credentialHash)
        .on('ballot_key.key', '=', key),
    )
    .select([phase, 'round.rules_hash', 'ballot.version', 'ballot.receipt'])
    .select(['ballot_key.fingerprint as requestFingerprint', 'ballot_key.version as keyVersion'])
    .where('round.id', '=', roundId)
    .executeTakeFirstOrThrow();

/** A ballot that may be kept, and the key under which it came. */
export interface StoredBallot extends Pick<Vote, 'credentialHash' | 'key' | 'fingerprint'> {
  readonly cast: Omit<CastBallot, 'changed'>;
}

/** Keeps ballots, each in the place of the one before of its household, and writes them in the log. */
export async function keepBallots(
  db: Transaction<Tables>,
  roundId: string,
  kept: readonly StoredBallot[],
): Promise<void> {
  const lines = kept.map(({ key, fingerprint, cast: { receipt, version } }) => ({
    ...{ event: 'cast' as const, subject: receipt, version, digest: castDigest(fingerprint, key) },
  }));
  const logRows = rowsAfter(roundId, await holdLog(db, roundId), lines);
  const rows = kept.map(
    ({ credentialHash, key, fingerprint, cast: { lines: choice, channel, version, receipt } }, at) => ({
      ballot: {
        round_id: roundId,
        credential_hash: credentialHash,
        lines: JSON.stringify(choice),
        channel,
        version,
        receipt,
      },
      key: { round_id: roundId, credential_hash: credentialHash, key, fingerprint, version },
      log: logRows[at] as (typeof logRows)[number],
    }),
  );
  for (const portion of portions(rows))
    await db
      .with('kept', (query) =>
        query
          .insertInto('ballot')
          .values(portion.map(({ ballot }) => ballot))
          .onConflict((conflict) =>
            conflict.columns(['round_id', 'credential_hash']).doUpdateSet(({ ref }) => ({
              lines: ref('excluded.lines'),
              channel: ref('excluded.channel'),
              version: ref('excluded.version'),
            })),
          ),
      )
      .with('known', (query) => query.insertInto('ballot_key').values(portion.map(({ key }) => key)))
      .insertInto('round_log')
      .values(portion.map(({ log }) => log))
      .execute();
}

/**
 * Casts a ballot, or puts it in the place of the one that was cast before with the same code, in one transaction: the
 * clock of the database decides, and there is one ballot however many requests come at once.
 * @throws {HttpProblem} when it is not taken
 */
export async function castBallot(db: Transaction<Tables>, roundId: string, vote: Vote): Promise<CastOutcome> {
  const { credentialHash, lines, channel, key, fingerprint } = vote;
  const worth = await holdCredential(db, roundId, credentialHash);
  if (worth === 'unknown') throw refusals.unknown();
  if (worth === 'voided') throw refusals.replaced();
  const now = await situation(db, roundId, vote);
  const receipt = now.receipt ?? receiptSigns(randomBytes(8));
  if (now.keyVersion !== null) {
    if (now.requestFingerprint !== fingerprint) throw refusals.key();
    const version = now.keyVersion;
    return { cast: { receipt, version, lines, channel, changed: version > 1 }, replayed: true };
  }
  refuseUnlessOpen(now.phase);
  if (now.rules_hash !== vote.rulesHash) throw refusals.rules();
  const last = now.version ?? 0;
  if (vote.seen !== undefined && vote.seen !== last) throw refusals.elsewhere();
  const cast = { receipt, version: last + 1, lines, channel };
  await keepBallots(db, roundId, [{ credentialHash, key, fingerprint, cast }]);
  return { cast: { ...cast, changed: last > 0 }, replayed: false };
}

/**
 * The ballot that was cast with a code; `null` when the code is good and has none yet.
 * @throws {HttpProblem} when there is no such code
 */
export async function ballotOf(
  db: Database,
  roundId: string,
  credentialHash: string,
): Promise<CastBallot | null> {
  const row = await db
    .selectFrom('credential')
    .select('voided')
    .where('round_id', '=', roundId)
    .where('credential_hash', '=', credentialHash)
    .executeTakeFirst();
  if (!row) throw refusals.unknown();
  if (row.voided) throw refusals.replaced();
  const cast = await db
    .selectFrom('ballot')
    .select(['lines', 'channel', 'version', 'receipt'])
    .where('round_id', '=', roundId)
    .where('credential_hash', '=', credentialHash)
    .executeTakeFirst();
  return cast ? { ...cast, changed: cast.version > 1 } : null;
}

/** Whether a household voted, however. */
export async function hasBallot(db: Database, roundId: string, credentialHash: string): Promise<boolean> {
  const found = await db
    .selectFrom('ballot')
    .select('version')
    .where('round_id', '=', roundId)
    .where('credential_hash', '=', credentialHash)
    .executeTakeFirst();
  return found !== undefined;
}

export interface CountedBallots {
  /** In an order that says nothing about when or with which code they were cast. */
  readonly ballots: readonly { readonly lines: readonly BallotLine[]; readonly channel: Channel }[];
  /** Sorted. */
  readonly receipts: readonly string[];
  readonly head: string;
}

/** All that counts in a round that is written as closed: nothing of it changes any more. */
export async function countedBallots(db: Database, round: RoundRow): Promise<CountedBallots> {
  const rows = await db
    .selectFrom('ballot')
    .innerJoin('credential', (join) =>
      join
        .onRef('credential.round_id', '=', 'ballot.round_id')
        .onRef('credential.credential_hash', '=', 'ballot.credential_hash'),
    )
    .select(['ballot.lines', 'ballot.channel', 'ballot.receipt'])
    .where('ballot.round_id', '=', round.id)
    .where('credential.voided', '=', false)
    .orderBy('ballot.credential_hash')
    .execute();
  return {
    ballots: rows.map(({ lines, channel }) => ({ lines, channel })),
    receipts: rows.map(({ receipt }) => receipt).toSorted(),
    head: await headOf(db, round.id),
  };
}
