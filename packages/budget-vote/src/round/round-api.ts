import type { BuurtApi } from '@buurt/core/http/api.js';
import { inBuurt } from '@buurt/core/http/client.js';
import { roundFrom, roundsFrom } from '@buurt/domain/rounds/round-json.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';

/** The path of a round; whatever a page calls it, it stays one step of the path. */
export const roundPath = (id: string) => `rounds/${encodeURIComponent(id)}` as const;

/** The proposal with whole addresses for its photo instead of references relative to the endpoint. */
const absolute =
  (endpoint: string) =>
  (proposal: Proposal): Proposal => ({
    ...proposal,
    photo: proposal.photo && {
      ...proposal.photo,
      sources: proposal.photo.sources.map((source) => ({
        ...source,
        url: new URL(source.url, `${endpoint}/`).href,
      })),
    },
  });

/** The round that a page means when it names none: the one that is open, else the one that opens last. */
async function currentRound(api: BuurtApi, buurt: string, signal: AbortSignal): Promise<string | undefined> {
  const rounds = await api.read({ path: `${inBuurt(buurt)}/rounds`, signal }, roundsFrom);
  return (rounds.find(({ phase }) => phase === 'open') ?? rounds[0])?.id;
}

export interface WhichRound {
  readonly buurt: string;
  /** The round that the page names. */
  readonly id: string | undefined;
}

/**
 * The round with all its proposals; `null` when the buurt has none.
 * @throws {ApiError}
 */
export async function readRound(
  api: BuurtApi,
  { buurt, id }: WhichRound,
  signal: AbortSignal,
): Promise<Round | null> {
  const wanted = id ?? (await currentRound(api, buurt, signal));
  if (wanted === undefined) return null;
  const round = await api.read({ path: roundPath(wanted), signal }, roundFrom);
  return { ...round, proposals: round.proposals.map(absolute(api.endpoint)) };
}
