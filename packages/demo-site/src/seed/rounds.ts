import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { defaultIdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { codeFrom, receiptSigns } from '@buurt/domain/rounds/code.js';
import type { Proposal } from '@buurt/domain/rounds/round.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import {
  type NewRound,
  type CredentialHasher,
  type Store,
  type DatabaseTransaction,
  addRound,
  addCredentials,
  digestOf,
  keepBallots,
  moment,
  createRoundSecret,
  usualTallies,
} from '@buurt/server/seeding';
import { seededBuurten } from './buurten.js';
import type { SeededBuurt, SeededRound } from './seeded-buurt.js';

/** Everybody knows these: they are for trying the vote of the made-up corporation, and for nothing else. */
export const demoCodes: readonly string[] = Array.from({ length: 8 }, (_, nth) =>
  codeFrom(
    createHash('sha256')
      .update(`demo ${String(nth)}`)
      .digest()
      .subarray(0, 11),
  ),
);

const dayMs = 24 * 60 * 60 * 1000;
const groupNames = Object.fromEntries(defaultIdeaSettings.themes.map(({ id, name }) => [id, name.nl]));

async function proposalsFrom(
  db: DatabaseTransaction,
  { code, round: { chosenByPercent } }: SeededBuurt,
): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('initiative')
    .select(['id', 'title', 'story', 'theme', 'cost_max_cents'])
    .where('buurt_code', '=', code)
    .where('review', '=', 'published')
    .where(({ eb }) =>
      chosenByPercent ? eb('title', 'in', Object.keys(chosenByPercent)) : eb('status', '=', 'onBallot'),
    )
    .where('cost_max_cents', '>', 0)
    .orderBy('title')
    .execute();
  return rows.map(({ id, title, story, theme, cost_max_cents }) => ({
    ...{ id, title, story, costCents: cost_max_cents ?? 0, initiativeId: id },
    ...{ categories: theme === null ? [] : [theme], neighborhoods: [], excludes: [] },
    ...{ photo: null, place: null, remark: null, withdrawn: false },
  }));
}

/** Two thirds of what everything costs together, rounded to hundreds of euros: there is something to choose. */
const budgetFor = (proposals: readonly Proposal[]) =>
  Math.max(
    ...proposals.map(({ costCents }) => costCents),
    Math.round((proposals.reduce((sum, { costCents }) => sum + costCents, 0) * 2) / 3 / 10_000) * 10_000,
  );

/** What a made-up household chose: each plan by so many in a hundred, and always one. */
function madeUpLines(
  proposals: readonly Proposal[],
  chosenByPercent: Readonly<Record<string, number>>,
  household: number,
): BallotLine[] {
  const drawn = createHash('sha256')
    .update(`household ${String(household)}`)
    .digest();
  const wanted = proposals.filter(
    ({ title }, nth) => ((drawn[nth] ?? 0) * 100) / 256 < (chosenByPercent[title] ?? 0),
  );
  return (wanted.length > 0 ? wanted : proposals.slice(0, 1)).map(({ id }) => ({ proposalId: id }));
}

async function addBallots(
  db: DatabaseTransaction,
  round: NewRound,
  { households = 0, chosenByPercent = {} }: SeededRound,
): Promise<void> {
  const hashes = Array.from({ length: households }, () => randomBytes(32).toString('base64url'));
  await addCredentials(db, round.id, hashes);
  const ballots = hashes.map((credentialHash, household) => {
    const lines = madeUpLines(round.proposals, chosenByPercent, household);
    const channel = household % 9 === 0 ? 'paper' : 'online';
    const cast = { receipt: receiptSigns(randomBytes(8)), version: 1, lines, channel } as const;
    return { credentialHash, key: randomUUID(), fingerprint: digestOf(credentialHash, lines, channel), cast };
  });
  await keepBallots(db, round.id, ballots);
}

/**
 * Says of a closed round that its winners became promises, as `buurt round settle` does; the promises themselves are in the
 * seed, with what came of them.
 */
async function markSettled(db: DatabaseTransaction, { id, proposals }: NewRound, at: Date): Promise<void> {
  await db.updateTable('round').set({ settled_at: at }).where('id', '=', id).execute();
  await db
    .updateTable('promise')
    .set({ round_id: id })
    .where(
      'initiative_id',
      'in',
      proposals.flatMap(({ initiativeId }) => initiativeId ?? []),
    )
    .where('granted_cents', 'is not', null)
    .execute();
}

async function addRoundOf(
  db: DatabaseTransaction,
  buurt: SeededBuurt,
  hasher: CredentialHasher,
  now: Date,
): Promise<void> {
  const { name, intro, opensInDays, closesInDays, households, hasDemoCodes } = buurt.round;
  const at = (daysFromNow: number, clock: string) =>
    moment(`${dutchDay(new Date(now.getTime() + daysFromNow * dayMs))} ${clock}`);
  const proposals = await proposalsFrom(db, buurt);
  if (proposals.length === 0) return;
  const budgetCents = buurt.round.budgetCents ?? budgetFor(proposals);
  const round: NewRound = {
    id: randomUUID(),
    buurtCode: buurt.code,
    name,
    intro,
    budgetCents,
    currency: 'EUR',
    opensAt: at(opensInDays, '09:00'),
    closesAt: at(closesInDays, '20:00'),
    rules: { expression: 'approve', spendCents: { max: budgetCents } },
    tallies: usualTallies,
    groupNames,
    proposals,
  };
  const roundSecret = createRoundSecret(hasher);
  await addRound(db, round, roundSecret);
  if (hasDemoCodes)
    await addCredentials(
      db,
      round.id,
      await Promise.all(demoCodes.map((code) => hasher.hash(code, roundSecret.salt))),
    );
  if (households) await addBallots(db, round, buurt.round);
  const settledAt = new Date(at(closesInDays + 1, '10:00'));
  if (settledAt <= now) await markSettled(db, round, settledAt);
}

/** Adds an open round, one to come and a closed one to the made-up buurten; not where there are rounds already. */
export async function seedRounds(store: Store, hasher: CredentialHasher, now: Date): Promise<void> {
  await store.transaction(async (db) => {
    if (await db.selectFrom('round').select('id').limit(1).executeTakeFirst()) return;
    for (const buurt of seededBuurten) await addRoundOf(db, buurt, hasher, now);
  });
}
