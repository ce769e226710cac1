import type { BuurtApi } from '@buurt/core/http/api.js';
import { inBuurt } from '@buurt/core/http/client.js';
import { roundFrom, roundsFrom } from '@buurt/domain/rounds/round-json.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import { ServerClock } from './server-clock.js';

/** The path of a round; whatever a page calls it, it stays one step of the path. */
export const roundPath = (id: string) => `rounds/${encodeURIComponent(id)}` as const;

/** The proposal with whole addresses for its photo instead of references relative to the endpoint. */
const withAbsolutePhoto = (proposal: Proposal, endpoint: string): Proposal => ({
  ...proposal,
  photo: proposal.photo && {
    ...proposal.photo,
    sources: proposal.photo.sources.map((source) => ({
      ...source,
      url: new URL(source.url, `${endpoint}/`).href,
    })),
  },
});

/** A round as the server told of it, with the server's clock. */
export interface RoundReading {
  readonly round: Round;
  readonly clock: ServerClock;
}

/** The round that a page means when it names none: the one that is open, else the one that opens last. */
async function currentRound(api: BuurtApi, buurt: string, signal: AbortSignal): Promise<string | undefined> {
  const rounds = await api.read({ path: `${inBuurt(buurt)}/rounds`, signal }, roundsFrom);
  return (rounds.find(({ phase }) => phase === 'open') ?? rounds[0])?.id;
}

/**
 * The round that the page names, or the current one; `null` when the buurt has none.
 * @throws {ApiError}
 */
export async function readRound(
  api: BuurtApi,
  { buurt, id }: { readonly buurt: string; readonly id: string | undefined },
  signal: AbortSignal,
): Promise<RoundReading | null> {
  const wanted = id ?? (await currentRound(api, buurt, signal));
  if (wanted === undefined) return null;
  const round = await api.read({ path: roundPath(wanted), signal }, roundFrom);
  const proposals = round.proposals.map((proposal) => withAbsolutePhoto(proposal, api.endpoint));
  return { round: { ...round, proposals }, clock: new ServerClock(round) };
}
