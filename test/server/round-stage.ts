import { randomUUID } from 'node:crypto';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import {
  newCode,
  createRoundSecret,
  createCredentialHasher,
} from '../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import {
  addRound,
  addCredentials,
  closeRound,
  type NewRound,
} from '../../packages/server/src/rounds/round-changes.queries.js';
import { findRoundRow, type RoundRow } from '../../packages/server/src/rounds/rounds.queries.js';
import { buurtCode, codeCost, secret, type Stage } from './stage.js';

const hour = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

export const aProposal = (id: string, costCents: number, own: Partial<Proposal> = {}): Proposal => ({
  id,
  title: `Plan ${id}`,
  story: 'Een plan van buren.',
  costCents,
  categories: [],
  neighborhoods: [],
  initiativeId: null,
  photo: null,
  place: null,
  remark: null,
  excludes: [],
  withdrawn: false,
  ...own,
});

/** A round that opened an hour ago and closes in an hour. */
export const aRound = (own: Partial<NewRound> = {}): NewRound => ({
  id: randomUUID(),
  buurtCode,
  name: 'Buurtbudget',
  intro: '',
  budgetCents: 10_000_00,
  currency: 'EUR',
  opensAt: fromNow(-1),
  closesAt: fromNow(1),
  rules: { expression: 'approve', picks: { max: 2 } },
  tallies: [{ method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' }],
  groupNames: {},
  proposals: [aProposal('a', 4000_00), aProposal('b', 5000_00), aProposal('c', 3000_00)],
  ...own,
});

/** A vote as somebody casts it. */
export interface Choice {
  readonly code: string;
  readonly ids: readonly string[];
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly more?: object;
}

/** A round that is open, with letters. */
export class RoundOnStage {
  private constructor(
    readonly stage: Stage,
    readonly id: string,
    readonly codes: readonly string[],
    readonly rulesHash: string,
    readonly made: NewRound,
  ) {}

  static async open(stage: Stage, letters: number, own: Partial<NewRound> = {}): Promise<RoundOnStage> {
    const round = aRound(own);
    const codes = Array.from({ length: letters }, newCode);
    const hasher = createCredentialHasher(deriveSecrets(secret).pepper, codeCost);
    const roundSecret = createRoundSecret(hasher);
    await stage.store.transaction(async (db) => {
      await addRound(db, round, roundSecret);
      if (letters > 0)
        await addCredentials(
          db,
          round.id,
          await Promise.all(codes.map((code) => hasher.hash(code, roundSecret.salt))),
        );
    });
    const { rules_hash } = (await findRoundRow(stage.store.db, round.id)) as RoundRow;
    return new RoundOnStage(stage, round.id, codes, rules_hash, round);
  }

  cast({ code, ids, key = randomUUID(), headers = {}, more = {} }: Choice): Promise<Response> {
    const lines: BallotLine[] = ids.map((proposalId) => ({ proposalId }));
    const body = { code, rulesHash: this.rulesHash, lines, channel: 'online', ...more };
    return this.stage.post(`/rounds/${this.id}/ballots`, body, { 'Idempotency-Key': key, ...headers });
  }

  mine(code: string): Promise<Response> {
    return this.stage.post(`/rounds/${this.id}/ballots/mine`, { code });
  }

  get(path = ''): Promise<Response> {
    return this.stage.get(`/rounds/${this.id}${path}`);
  }

  async end(): Promise<void> {
    await this.stage.store.transaction((db) => closeRound(db, this.id));
  }
}
