import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { pbOf } from '@buurt/pabulib/pb-export.js';
import { writePb } from '@buurt/pabulib/pb.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { readCode } from '@buurt/domain/rounds/code.js';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import type { Context, Hono } from 'hono';
import type { Transaction } from 'kysely';
import { readJson } from '../http/body.js';
import { endpoint } from '../http/endpoint.js';
import { replayHeader } from '../http/idempotent-route.js';
import type { AppDeps } from '../http/app-deps.js';
import { invalidInput, notFound, HttpProblem } from '../http/problem-json.js';
import {
  CastBallotShape,
  MineShape,
  NewBallotShape,
  ProofShape,
  ReceiptsShape,
  ResultsShape,
  RoundShape,
  RoundSummaryShape,
} from './rounds.schemas.js';
import { countedAddress } from '../http/rate-limit.js';
import { digestOf } from './log-chain.js';
import { ballotForms } from './ballot-forms.js';
import { counter } from './results.js';
import { ballotOf, castBallot, type Vote } from './ballots.queries.js';
import { findBuurtRow } from '../buurten/buurten.queries.js';
import {
  asResidentsSee,
  currentRound,
  listRounds as roundsOf,
  roundOf,
  type RoundRow,
} from './rounds.queries.js';
import { countCast } from '../neighbours/sources.queries.js';
import type { Tables } from '../db/tables.js';
import { zodIssuesToProblems } from '../http/zod-problems.js';
import { buurtParams, okResponse, idempotent, idParams, createdResponse, problem } from '../http/contract.js';

const tags = ['Rounds'];

export const listRounds = createRoute({
  method: 'get',
  path: '/buurten/{code}/rounds',
  operationId: 'listRounds',
  tags,
  summary: 'The budget votes of a buurt, the one that opens last first',
  request: { params: buurtParams },
  responses: okResponse('The rounds', z.object({ rounds: z.array(RoundSummaryShape) })),
});

export const getRound = createRoute({
  method: 'get',
  path: '/rounds/{id}',
  operationId: 'getRound',
  tags,
  summary: 'One budget vote: what can be voted for, and how',
  description: 'Its `ETag` is over everything but `serverTime`.',
  request: { params: idParams },
  responses: okResponse('The round', RoundShape),
});

const json = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: { 'application/json': { schema } } },
});

export const castVote = createRoute({
  method: 'post',
  path: '/rounds/{id}/ballots',
  operationId: 'castVote',
  tags,
  summary: 'Cast a ballot with the code of a letter, or change it',
  description:
    'One ballot counts per code; the last one with a new key wins, until the round closes. `If-Match` with the version ' +
    'that was seen last keeps two devices from overwriting each other.',
  request: {
    params: idParams,
    headers: idempotent.extend({
      'if-match': z
        .string()
        .max(8)
        .regex(/^"\d{1,6}"$/)
        .optional(),
    }),
    body: { required: true, content: { 'application/json': { schema: NewBallotShape } } },
  },
  responses: {
    ...json('The ballot took the place of an earlier one', CastBallotShape),
    ...createdResponse('The ballot counts', CastBallotShape),
    403: problem('Nobody has this code, its letter was replaced, or the token is not good'),
    409: problem('Not open yet, closed, or filled in under other rules'),
    412: problem('The vote was changed on another device'),
  },
});

export const showVote = createRoute({
  method: 'post',
  path: '/rounds/{id}/ballots/mine',
  operationId: 'showVote',
  tags,
  summary: 'The ballot that was cast with a code; `null` when there is none yet',
  description: 'A POST because a code never stands in an address. It writes nothing.',
  request: {
    params: idParams,
    body: { required: true, content: { 'application/json': { schema: ProofShape } } },
  },
  responses: {
    ...json('The ballot', MineShape),
    ...Object.fromEntries(
      Object.entries(createdResponse('', MineShape)).filter(([status]) => status !== '201'),
    ),
    403: problem('Nobody has this code, its letter was replaced, or the token is not good'),
    409: problem('Closed, and the secret with which its codes were made was lost since'),
  },
});

const afterwards = { 409: problem('The round is not closed yet') };

export const getResults = createRoute({
  method: 'get',
  path: '/rounds/{id}/results',
  operationId: 'getResults',
  tags,
  summary: 'After closing: what became of every proposal, with the steps that explain it',
  request: { params: idParams },
  responses: { ...okResponse('The results, one for each way of counting', ResultsShape), ...afterwards },
});

export const getBallots = createRoute({
  method: 'get',
  path: '/rounds/{id}/ballots.pb',
  operationId: 'getBallots',
  tags,
  summary: 'After closing: all ballots, without names, as a .pb file (pabulib.org)',
  request: { params: idParams },
  responses: { ...okResponse('The ballots', z.string(), 'text/plain'), ...afterwards },
});

export const getReceipts = createRoute({
  method: 'get',
  path: '/rounds/{id}/receipts',
  operationId: 'getReceipts',
  tags,
  summary: 'After closing: the receipts of all ballots that count, sorted',
  request: { params: idParams },
  responses: { ...okResponse('The receipts', ReceiptsShape), ...afterwards },
});

const malformedCode = () =>
  new HttpProblem('code-malformed', 'Er zit een fout in de code. Kijk hem nog eens na.', {
    problems: [{ pointer: '/code', code: 'malformed' }],
  });

interface Proof {
  readonly code?: string | undefined;
  readonly token?: string | undefined;
}

/** The signs of a code, however it is written, or as a token holds it. */
async function codeOf({ code, token }: Proof, ofToken: (token: string) => Promise<string>): Promise<string> {
  if ((code === undefined) === (token === undefined))
    throw invalidInput([
      {
        pointer: code === undefined ? '/code' : '/token',
        code: code === undefined ? 'required' : 'unknown-key',
      },
    ]);
  const read = readCode(code ?? (await ofToken(token ?? '')));
  if ('problem' in read) throw malformedCode();
  return read.code;
}

function shaped<T>(shape: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = shape.safeParse(value);
  if (!success) throw invalidInput(zodIssuesToProblems(error.issues, value));
  return data;
}

export function roundRoutes(
  app: Hono,
  { store, hasher, secrets, codeOfToken, clock, wrongCodes, perCode, callerOf, onVoteCast }: AppDeps,
): void {
  const rowOf = async (id: string) => {
    const row = await currentRound(store, id);
    if (!row) throw notFound();
    if (row.cancelled) throw new HttpProblem('not-found', 'Deze stemming gaat niet door.');
    return row;
  };

  /** Does something with the hash of a code; a code that nobody has counts as a guess of this caller in this round. */
  const withCredential = async <T>(
    c: Context,
    code: string,
    { id, salt, key_fingerprint, closed }: RoundRow,
    work: (credentialHash: string) => Promise<T>,
  ): Promise<T> => {
    // After `buurt secret forget`: the ballots stay, but no code leads to its own any more.
    if (hasher.fingerprint(salt) !== key_fingerprint && closed)
      throw new HttpProblem(
        'closed',
        'De stemming is gesloten. Met de code is niet meer te zien wat je stemde. Je stem telt mee in de uitslag.',
      );
    if (hasher.fingerprint(salt) !== key_fingerprint)
      throw new Error(`Round ${id} was made with another SERVER_SECRET: no code of its letters is good.`);
    const [group, { signal }] = [countedAddress(callerOf(c)), c.req.raw];
    const place = await wrongCodes.enter(`${id} ${group}`, {
      signal,
      mayWait: (ahead) => hasher.refuseIfLong(group, ahead),
    });
    try {
      const credentialHash = await hasher.hash(code, salt, { group, signal });
      // Nothing limits how many neighbours behind one address vote, so each household has its own limit.
      perCode.count(`${id} ${credentialHash}`);
      return await work(credentialHash);
    } catch (error) {
      throw error instanceof HttpProblem && error.kind === 'code-unknown' ? place.wrong(error) : error;
    } finally {
      place.leave();
    }
  };

  const readProof = (proof: Proof) => codeOf(proof, (token) => codeOfToken(token, clock()));

  const formOf = ballotForms(store);
  const count = counter(store);
  const counted = async (id: string) => {
    const row = await rowOf(id);
    if (!row.closed) throw new HttpProblem('not-closed-yet', 'De uitslag komt als de stemming gesloten is.');
    return count(row);
  };

  endpoint(app, listRounds, async (c, { params: { code } }) => {
    if (!(await findBuurtRow(store.db, code))) throw notFound();
    return c.json({ rounds: await roundsOf(store, code) });
  });

  endpoint(app, getRound, async (c, { params: { id } }) => {
    const round = await asResidentsSee(store.db, await roundOf(store.db, await rowOf(id)));
    const { serverTime: _, ...rest } = round;
    const tag = createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 27);
    return c.json(round, 200, { ETag: `"${tag}"` });
  });

  const castOnce = async (db: Transaction<Tables>, id: string, vote: Vote) => {
    const outcome = await castBallot(db, id, vote);
    if (!outcome.replayed)
      await countCast(db, (day) => secrets.castWith(day, id, vote.credentialHash), clock());
    return outcome;
  };

  endpoint(app, castVote, async (c, { params: { id }, headers }) => {
    const { channel, rulesHash, ...body } = shaped(NewBallotShape, await readJson(c.req.raw));
    // JSON has no `undefined`: what is optional is there or not.
    const lines = body.lines as readonly BallotLine[];
    const row = await rowOf(id);
    const code = await readProof(body);
    const seen = headers['if-match'];
    const round = await formOf(row);
    // Before the code costs any work: a ballot that cannot be cast must not be a way to guess without being counted.
    const problems = round.rulesHash === rulesHash ? ballotProblems(round, lines) : [];
    if (problems.length > 0) throw invalidInput(problems);
    const { cast, replayed } = await withCredential(c, code, row, (credentialHash) =>
      store.transaction((db) =>
        castOnce(db, id, {
          credentialHash,
          lines,
          channel,
          rulesHash,
          key: headers['idempotency-key'].toLowerCase(),
          // Not of the body: the code is in it.
          fingerprint: digestOf(credentialHash, lines, channel),
          seen: seen === undefined ? undefined : Number(seen.slice(1, -1)),
        }),
      ),
    );
    if (!replayed) onVoteCast?.();
    return c.json(cast, cast.changed ? 200 : 201, {
      ...replayHeader(replayed),
      ETag: `"${String(cast.version)}"`,
    });
  });

  endpoint(app, showVote, async (c, { params: { id } }) => {
    const proof = shaped(ProofShape, await readJson(c.req.raw));
    const row = await rowOf(id);
    const cast = await withCredential(c, await readProof(proof), row, (credentialHash) =>
      ballotOf(store.db, id, credentialHash),
    );
    return c.json({ cast }, 200, { 'Cache-Control': 'no-store' });
  });

  endpoint(app, getResults, async (c, { params: { id } }) => c.json((await counted(id)).results));

  endpoint(app, getBallots, async (c, { params: { id } }) => {
    const { round, ballots, results } = await counted(id);
    const outcomes = results.tallies[0]?.outcomes;
    return c.body(writePb(pbOf(await asResidentsSee(store.db, round), ballots.ballots, outcomes)), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${id}.pb"`,
    });
  });

  endpoint(app, getReceipts, async (c, { params: { id } }) => {
    const { receipts, head } = (await counted(id)).ballots;
    return c.json({ receipts, head });
  });
}
