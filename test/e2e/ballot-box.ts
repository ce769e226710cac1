import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ballotProblems,
  codeFrom,
  readCode,
  receiptSigns,
  type BallotLine,
  type CastBallot,
  type Proposal,
  type Round,
} from '@buurt/domain';
import { bodyOf } from '../faults/fault.js';

const home = fileURLToPath(new URL('../..', import.meta.url));
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

interface Kept {
  readonly cast: CastBallot;
  /** The answers that were given, by the key under which they were asked for. */
  readonly answers: Map<string, CastBallot>;
}

interface Asked {
  readonly code?: string;
  readonly rulesHash: string;
  readonly lines: readonly BallotLine[];
  readonly channel: CastBallot['channel'];
}

/** What is not taken, with the status and the end of the `type` that the contract has for it. */
class Refused extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly errors: readonly object[] = [],
  ) {
    super(type);
  }
}

const proposal = (id: string, title: string, costCents: number): Proposal => ({
  id,
  title,
  story: `${title}: een plan van buren.`,
  costCents,
  categories: [],
  neighborhoods: [],
  initiativeId: null,
  photo: null,
  place: null,
  remark: null,
  excludes: [],
  withdrawn: false,
});

const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();
const day = 86_400_000;

export const testRound = (): Round => ({
  id: 'ronde',
  buurtCode: 'BU0363AA01',
  name: 'Buurtbudget',
  budgetCents: 1_000_000,
  currency: 'EUR',
  phase: 'open',
  opensAt: fromNow(-day),
  closesAt: fromNow(3.5 * day),
  proposalCount: 3,
  intro: '',
  rules: { expression: 'approve', spendCents: { max: 1_000_000 } },
  rulesHash: 'b'.repeat(64),
  tallies: [{ method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' }],
  groupNames: {},
  proposals: [
    proposal('bank', 'Bankje', 300_000),
    proposal('boom', 'Boom', 400_000),
    proposal('tafel', 'Tafel', 900_000),
  ],
  serverTime: fromNow(0),
});

/**
 * The part of the contract that a vote in a browser needs, in memory and without the care of the real server: what is
 * tested with it is what the browser does. Serves the built widgets too.
 */
export class BallotBox {
  round = testRound();
  readonly #kept = new Map<string, Kept>();
  readonly #codes = new Set<string>();
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  async open(): Promise<this> {
    this.#server.listen(0, 'localhost').unref();
    await once(this.#server, 'listening');
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://localhost:${String(this.port)}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** A letter for one more household. */
  letter(): string {
    const code = codeFrom(randomBytes(11));
    this.#codes.add(code);
    return code;
  }

  /** What counts for the household with this code. */
  countedFor(code: string): CastBallot | undefined {
    return this.#kept.get(code)?.cast;
  }

  /** Somebody with the same code votes on another device. */
  castElsewhere(code: string, lines: readonly BallotLine[]): void {
    this.#cast(
      { code, rulesHash: this.round.rulesHash, lines, channel: 'online' },
      randomBytes(8).toString('hex'),
    );
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type, idempotency-key, if-match',
    };
    const { pathname } = new URL(request.url ?? '/', this.origin);
    if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end();
    if (pathname.startsWith('/dist/')) return this.#file(pathname, response, headers);
    try {
      const answer = this.#answer(pathname, request, (await bodyOf(request)).toString());
      response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(answer));
    } catch (error) {
      const { status, type, errors } = error instanceof Refused ? error : new Refused(500, 'internal');
      const body = { type: `urn:buurt:problem:${type}`, title: type, status, errors };
      response
        .writeHead(status, { ...headers, 'content-type': 'application/problem+json' })
        .end(JSON.stringify(body));
    }
  }

  #answer(pathname: string, { headers }: IncomingMessage, body: string): unknown {
    const serverTime = fromNow(0);
    if (pathname.endsWith('/rounds')) return { rounds: [this.round] };
    if (pathname.endsWith('/rounds/ronde')) return { ...this.round, serverTime };
    if (pathname.endsWith('/ballots/mine'))
      return { cast: this.#kept.get(this.#voter(JSON.parse(body) as Asked))?.cast ?? null };
    if (pathname.endsWith('/ballots'))
      return this.#cast(JSON.parse(body) as Asked, String(headers['idempotency-key']), headers['if-match']);
    throw new Refused(404, 'not-found');
  }

  #voter({ code = '' }: Pick<Asked, 'code'>): string {
    if (!('code' in readCode(code))) throw new Refused(400, 'code-malformed');
    if (!this.#codes.has(code)) throw new Refused(403, 'code-unknown');
    return code;
  }

  #cast(asked: Asked, key: string, ifMatch?: string): CastBallot {
    if (this.round.phase !== 'open') throw new Refused(409, 'closed');
    const voter = this.#voter(asked);
    const before = this.#kept.get(voter);
    const answered = before?.answers.get(key);
    if (answered) return answered;
    if (asked.rulesHash !== this.round.rulesHash) throw new Refused(409, 'rules-changed');
    const problems = ballotProblems(this.round, asked.lines);
    if (problems.length > 0) throw new Refused(400, 'invalid-input', problems);
    const version = before?.cast.version ?? 0;
    if (ifMatch && ifMatch !== `"${String(version)}"`) throw new Refused(412, 'changed-elsewhere');
    const cast: CastBallot = {
      receipt: before?.cast.receipt ?? receiptSigns(randomBytes(8)),
      version: version + 1,
      lines: asked.lines,
      channel: asked.channel,
      changed: before !== undefined,
    };
    this.#kept.set(voter, { cast, answers: new Map(before?.answers).set(key, cast) });
    return cast;
  }

  async #file(pathname: string, response: ServerResponse, headers: object): Promise<void> {
    try {
      const bytes = await readFile(join(home, pathname));
      response
        .writeHead(200, { ...headers, 'content-type': types[extname(pathname)] ?? 'text/plain' })
        .end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }
}
