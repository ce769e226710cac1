import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { castBallotFrom, mineFrom } from '@buurt/domain/voting/cast-json.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import { makeCodes } from '../../../packages/server/src/rounds/codes.js';
import {
  createRoundSecret,
  createCredentialHasher,
} from '../../../packages/server/src/secrets/credential-hash.js';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { deriveSecrets } from '../../../packages/server/src/secrets/secrets.js';
import type { Store } from '../../../packages/server/src/db/open.js';
import {
  addRound,
  addCredentials,
  rulesHashOf,
} from '../../../packages/server/src/rounds/round-changes.queries.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { aRound } from '../round-stage.js';
import { secret } from '../stage.js';

/** What a household sent last, and the answer when there was one. */
interface Vote {
  readonly key: string;
  readonly proposalId: string;
  answer?: CastBallot;
}

interface Household {
  readonly code: string;
  votes: number;
  last?: Vote;
}

/** With one code nobody can vote more than fifty times a day; then another household goes on. */
const mostVotes = 45;

/** Households with a letter that change their mind all the time, until the server is gone. */
export class Households {
  readonly #round = aRound();
  readonly #rulesHash = rulesHashOf(this.#round);
  readonly #atOnce: number;
  #all: Household[] = [];

  private constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** @param atOnce so many vote at the same time, of `count` with a letter */
  static async in(store: Store, atOnce: number, count = atOnce): Promise<Households> {
    const households = new Households(atOnce);
    const hasher = createCredentialHasher(deriveSecrets(secret).pepper);
    const roundSecret = createRoundSecret(hasher);
    const made = await makeCodes(hasher, roundSecret.salt, count, () => {});
    const round = households.#round;
    await store.transaction(async (db) => {
      await addRound(db, round, roundSecret);
      await addCredentials(
        db,
        round.id,
        made.map(({ credentialHash }) => credentialHash),
      );
    });
    households.#all = made.map(({ code }) => ({ code, votes: 0 }));
    return households;
  }

  /** Votes and votes again; rejects when the server is gone. */
  vote(endpoint: string): Promise<unknown> {
    return Promise.allSettled(
      this.#voting().map(async (household) => {
        while (household.votes < mostVotes) {
          household.votes += 1;
          const vote: Vote = { key: randomUUID(), proposalId: ['a', 'b', 'c'][randomInt(3)]! };
          household.last = vote;
          vote.answer = await this.#cast(endpoint, household, vote);
        }
      }),
    );
  }

  /** Every household votes once more, evenly over so many milliseconds; resolves to how long each waited. */
  async voteInTurn(endpoint: string, withinMs: number): Promise<number[]> {
    const apartMs = withinMs / this.#all.length;
    return Promise.all(
      this.#all.map(async (household, turn) => {
        await pause(turn * apartMs);
        const began = performance.now();
        const vote: Vote = { key: randomUUID(), proposalId: ['a', 'b', 'c'][turn % 3]! };
        household.votes += 1;
        household.last = vote;
        await this.#post(endpoint, '/ballots/mine', { code: household.code });
        vote.answer = await this.#cast(endpoint, household, vote);
        return performance.now() - began;
      }),
    );
  }

  /** What was acknowledged stands; what was not is sent again under its key, and has one effect. */
  async check(endpoint: string): Promise<void> {
    for (const { code, last } of this.#all) {
      if (!last) continue;
      const answer = last.answer ?? (await this.#cast(endpoint, { code }, last));
      const mine = await this.#post(endpoint, '/ballots/mine', { code });
      assert.deepEqual(mineFrom(mine), answer, 'a vote that was acknowledged is gone');
      assert.deepEqual(answer.lines, [{ proposalId: last.proposalId }]);
    }
  }

  /** All is kept as the log tells; resolves to how often somebody voted. */
  async votesIn(store: Store): Promise<number> {
    const rows = await rowsOfRound(store, this.#round.id);
    assert.deepEqual(findingsIn(rows), []);
    assert.equal(rows.ballots.length, this.#all.filter(({ last }) => last).length);
    return rows.keys.length;
  }

  #voting(): Household[] {
    const able = this.#all.filter(({ votes }) => votes < mostVotes);
    assert.ok(able.length >= this.#atOnce, 'all households have voted as often as they can');
    return able.slice(0, this.#atOnce);
  }

  async #cast(
    endpoint: string,
    { code }: Pick<Household, 'code'>,
    { key, proposalId }: Vote,
  ): Promise<CastBallot> {
    const body = { code, rulesHash: this.#rulesHash, lines: [{ proposalId }], channel: 'online' };
    return castBallotFrom(await this.#post(endpoint, '/ballots', body, { 'Idempotency-Key': key }));
  }

  /** As a widget does: a server that is busy is asked again. */
  async #post(endpoint: string, path: string, body: object, headers = {}): Promise<unknown> {
    const answer = await fetch(`${endpoint}/rounds/${this.#round.id}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
    const json = (await answer.json()) as unknown;
    if (answer.status === 503) {
      await pause(randomInt(1000, 5000));
      return this.#post(endpoint, path, body, headers);
    }
    assert.ok(answer.ok, JSON.stringify(json));
    return json;
  }
}
