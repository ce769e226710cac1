import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { answeringBy, json, problem, storyEndpoint, type Answer } from './endpoint.js';
import { openRound } from './round.js';

/** What a story wants its server to do. Everything has a sensible answer; name only what differs. */
export interface VoteAnswers {
  readonly round?: Round | Answer;
  readonly rounds?: Answer;
  readonly ballots?: Answer;
  readonly mine?: CastBallot | Answer;
  readonly results?: Answer;
  readonly receipts?: Answer;
  readonly file?: Answer;
}

/** A code whose check sign is right. */
export const goodCode = 'K7QF-M2XA-9TRH';

/** A refusal as the server words it. */
export const refusal = (status: number, type: string, rest: object = {}): Answer =>
  problem(status, type, { type: `https://buurt.example/problems/${type}`, ...rest });

export const castBefore = (lines: readonly BallotLine[], rest: Partial<CastBallot> = {}): CastBallot => ({
  receipt: '4M7K2XQT',
  version: 1,
  lines,
  channel: 'online',
  changed: false,
  ...rest,
});

/** A server that keeps one ballot for each code, as the real one does. */
function ballotBox(first: CastBallot | undefined) {
  const ballots = new Map<string, CastBallot>();
  const ofBody = async (request: Request) =>
    (await request.json()) as { code?: string; token?: string; lines: BallotLine[] };
  return {
    async mine(request: Request): Promise<Response> {
      const { code = '', token = '' } = await ofBody(request);
      return json({ cast: ballots.get(code + token) ?? first ?? null });
    },
    async cast(request: Request): Promise<Response> {
      const { code = '', token = '', lines } = await ofBody(request);
      const before = ballots.get(code + token) ?? first;
      const cast = castBefore(lines, { version: (before?.version ?? 0) + 1, changed: before !== undefined });
      ballots.set(code + token, cast);
      return json(cast, before ? 200 : 201);
    },
  };
}

const routes = (answers: VoteAnswers): readonly [RegExp, Answer][] => {
  const { round = openRound, mine } = answers;
  const box = ballotBox(typeof mine === 'object' ? mine : undefined);
  const missing = refusal(404, 'not-found');
  return [
    [
      /\/buurten\/[^/]+\/rounds$/,
      answers.rounds ?? (() => json({ rounds: typeof round === 'function' ? [] : [round] })),
    ],
    [/\/ballots\/mine$/, typeof mine === 'function' ? mine : (request) => box.mine(request)],
    [/\/ballots$/, answers.ballots ?? ((request) => box.cast(request))],
    [/\/results$/, answers.results ?? missing],
    [/\/ballots\.pb$/, answers.file ?? missing],
    [
      /\/receipts$/,
      answers.receipts ?? (() => json({ receipts: ['2B9QX7MA', '4M7K2XQT'], head: '5b1d8f0c'.repeat(8) })),
    ],
    [
      /\/rounds\/[^/]+$/,
      typeof round === 'function' ? round : () => json({ ...round, serverTime: new Date().toISOString() }),
    ],
  ];
};

let opened = 0;

/** A server for one round; each on an endpoint of its own, so that no story finds what another left on the device. */
export function voteConnection(answers: VoteAnswers = {}) {
  opened += 1;
  return answeringBy(routes(answers), `${storyEndpoint}/${String(opened)}`);
}
