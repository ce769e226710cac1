import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { castBallotFrom, mineFrom } from '@buurt/domain/voting/cast-json.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import { roundFrom } from '@buurt/domain/rounds/round-json.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { createApp } from '../../packages/server/src/app.js';
import { openPhotos, type Photos } from '../../packages/server/src/photos/photos.js';
import {
  newCode,
  createRoundSecret,
  createCredentialHasher,
  type CredentialHasher,
} from '../../packages/server/src/secrets/credential-hash.js';
import { findingsIn } from '../../packages/server/src/rounds/verify.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import { serve, type Serving } from '../../packages/server/src/http/serve.js';
import type { Store } from '../../packages/server/src/db/open.js';
import {
  addRound,
  addCredentials,
  closeRound,
  voidCredential,
} from '../../packages/server/src/rounds/round-changes.queries.js';
import { rowsOfRound } from '../../packages/server/src/rounds/round-rows.queries.js';
import { aProposal, aRound } from '../server/round-stage.js';
import { addBuurt, codeCost, openEmptyStore, secret } from '../server/stage.js';

const widgets = fileURLToPath(new URL('../../dist', import.meta.url));
const day = 24 * 60 * 60 * 1000;
const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();

/** A round that is open, on the real server. */
export interface OpenRound {
  readonly id: string;
  readonly buurtCode: string;
}

/** The real server, with an empty database and a buurt, and an operator who makes rounds and letters. */
export class VotingServer {
  readonly #salts = new Map<string, Uint8Array>();
  readonly #hasher: CredentialHasher = createCredentialHasher(deriveSecrets(secret).pepper, codeCost);

  private constructor(
    readonly store: Store,
    readonly photos: Photos,
    readonly serving: Serving,
  ) {}

  /** @param origin of the site that may use it */
  static async open(origin: string): Promise<VotingServer> {
    const [store, photos] = [await openEmptyStore(), openPhotos()];
    await addBuurt(store);
    const app = createApp({
      ...{ store, photos, secret, codeCost, widgets, allowedOrigins: [origin] },
      requestsPerMinute: 1_000_000,
    });
    return new VotingServer(store, photos, await serve(Promise.resolve(app), 0, 'localhost'));
  }

  async close(): Promise<void> {
    await this.serving.stop();
    await this.photos.close();
    await this.store.close();
  }

  get port(): number {
    return this.serving.port;
  }

  /** Three plans, of which two can be had together. */
  async makeRound(): Promise<OpenRound> {
    const round = aRound({
      ...{ opensAt: fromNow(-day), closesAt: fromNow(3.5 * day), budgetCents: 1_000_000 },
      rules: { expression: 'approve', spendCents: { max: 1_000_000 } },
      proposals: [
        aProposal('bank', 300_000, { title: 'Bankje' }),
        aProposal('boom', 400_000, { title: 'Boom' }),
        aProposal('tafel', 900_000, { title: 'Tafel' }),
      ],
    });
    const roundSecret = createRoundSecret(this.#hasher);
    await this.store.transaction((db) => addRound(db, round, roundSecret));
    this.#salts.set(round.id, roundSecret.salt);
    return round;
  }

  #hashOf(roundId: string, code: string): Promise<string> {
    return this.#hasher.hash(code, this.#salts.get(roundId) ?? new Uint8Array());
  }

  /** A letter for one more household. */
  async letter(roundId: string): Promise<string> {
    const code = newCode();
    const credentialHash = await this.#hashOf(roundId, code);
    await this.store.transaction((db) => addCredentials(db, roundId, [credentialHash]));
    return code;
  }

  /** The letter was lost, and another one was sent. */
  async replace(roundId: string, code: string): Promise<string> {
    const credentialHash = await this.#hashOf(roundId, code);
    await this.store.transaction((db) => voidCredential(db, roundId, credentialHash));
    return this.letter(roundId);
  }

  async end(roundId: string): Promise<void> {
    await this.store.transaction((db) => closeRound(db, roundId));
  }

  async read(roundId: string): Promise<Round> {
    return roundFrom(await (await fetch(this.#address(roundId))).json());
  }

  /** What counts for the household with this code. */
  async countedFor(roundId: string, code: string): Promise<CastBallot | undefined> {
    return mineFrom(await this.#post(roundId, '/ballots/mine', { code })) ?? undefined;
  }

  /** Somebody with the same code votes on another device. */
  async castElsewhere(roundId: string, code: string, lines: readonly BallotLine[]): Promise<CastBallot> {
    const { rulesHash } = await this.read(roundId);
    return castBallotFrom(
      await this.#post(roundId, '/ballots', { code, rulesHash, lines, channel: 'online' }),
    );
  }

  /** What is not as the log tells: nothing, whatever a test did. */
  async findings(roundId: string) {
    return findingsIn(await rowsOfRound(this.store, roundId));
  }

  #address(roundId: string, path = ''): string {
    return `http://localhost:${String(this.port)}/v1/rounds/${roundId}${path}`;
  }

  async #post(roundId: string, path: string, body: object): Promise<unknown> {
    const answer = await fetch(this.#address(roundId, path), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} gave ${String(answer.status)}: ${await answer.text()}`);
    return answer.json();
  }
}
