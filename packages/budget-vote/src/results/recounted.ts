/** Counting again what everybody can download: the reader of the file and the count itself come only for that. */
import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { ballotsOf } from '@buurt/pabulib/pb-round.js';
import { readPb } from '@buurt/pabulib/pb.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import { tally } from '@buurt/domain/voting/tally.js';
import { roundPath } from '../round/round-api.js';

/** A whole city fits in this. */
const mostBytes = 20 * 1024 * 1024;
const patienceMs = 60_000;

async function published(
  { connection, endpoint }: BuurtApi,
  id: string,
  signal: AbortSignal,
): Promise<string> {
  const { fetch: call = fetch } = connection;
  const response = await call(`${endpoint}/${roundPath(id)}/ballots.pb`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
  });
  if (!response.ok) throw new ApiError('server', { status: response.status });
  const blob = await response.blob();
  if (blob.size > mostBytes) throw new ApiError('unreadable');
  return blob.text();
}

/** What must be the same, whoever counts. */
const essence = ({ ballotCount, winners, outcomes, spentCents }: TallyResult): string =>
  JSON.stringify([
    ballotCount,
    winners,
    spentCents,
    outcomes.map(({ proposalId, votes, score, granted }) => [proposalId, votes, score, granted]),
  ]);

/**
 * Counts the published ballots of a round by its own rules, and compares with what the server says.
 * @throws when the ballots do not come or cannot be read
 */
export async function recounted(
  api: BuurtApi,
  round: Round,
  tallies: readonly TallyResult[],
  signal: AbortSignal,
): Promise<{ readonly name: 'differs' } | { readonly name: 'agrees'; readonly count: number }> {
  const ballots = ballotsOf(readPb(await published(api, round.id, signal)));
  const own = round.tallies.map((rules) => essence(tally(round, rules, ballots)));
  const theirs = tallies.map(essence);
  return JSON.stringify(own) === JSON.stringify(theirs)
    ? { name: 'agrees', count: ballots.length }
    : { name: 'differs' };
}
