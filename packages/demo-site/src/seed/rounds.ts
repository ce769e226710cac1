import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  codeFrom,
  defaultIdeaSettings,
  dutchDay,
  receiptSigns,
  type BallotLine,
  type Proposal,
} from '@buurt/domain';
import {
  type NewRound,
  type Slots,
  type Store,
  type DatabaseTransaction,
  addRound,
  addSlots,
  digestOf,
  keepBallots,
  moment,
  newSeal,
  usualTallies,
} from '@buurt/server/seeding';
import { molenbuurt } from './molenbuurt.js';
import type { SeededBuurt } from './seeded.js';
import { sluiskwartier } from './sluiskwartier.js';
import { tuindorp } from './tuindorp.js';

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

interface Planned {
  readonly buurt: SeededBuurt;
  readonly name: string;
  readonly intro: string;
  /** In days from now. */
  readonly opens: number;
  readonly closes: number;
  /** What can be voted for: all that is on the ballot, or these titles, each with how many in a hundred chose it. */
  readonly chosenBy?: Readonly<Record<string, number>>;
  readonly budgetCents?: number;
  readonly households?: number;
  readonly codes?: readonly string[];
}

const planned: readonly Planned[] = [
  {
    buurt: sluiskwartier,
    name: 'Buurtbudget Sluiskwartier',
    intro: 'De Wetering legt dit geld klaar. Jullie kiezen waar het heen gaat.',
    opens: -5,
    closes: 16,
    codes: demoCodes,
  },
  {
    buurt: molenbuurt,
    name: 'Buurtbudget Molenbuurt',
    intro: 'Elk huis had een stem. Zo is het geld verdeeld.',
    opens: -60,
    closes: -40,
    chosenBy: {
      'Buurtauto die je samen deelt': 70,
      'Kerstlichtjes in de molenstraat': 55,
      'Natuurpad voor kinderen': 62,
      'Speelveldje weer vlak maken': 66,
      'Zonnepanelen op de garages': 31,
    },
    budgetCents: 1_000_000,
    households: 131,
  },
  {
    buurt: tuindorp,
    name: 'Buurtbudget Tuindorp',
    intro: 'Lees de plannen alvast. De brief met je code komt per post.',
    opens: 9,
    closes: 30,
  },
];

async function proposalsFrom(db: DatabaseTransaction, { buurt, chosenBy }: Planned): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('initiative')
    .select(['id', 'title', 'story', 'theme', 'cost_max_cents'])
    .where('buurt_code', '=', buurt.code)
    .where('review', '=', 'published')
    .where(({ eb }) => (chosenBy ? eb('title', 'in', Object.keys(chosenBy)) : eb('status', '=', 'onBallot')))
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
  chosenBy: Readonly<Record<string, number>>,
  household: number,
): BallotLine[] {
  const drawn = createHash('sha256')
    .update(`household ${String(household)}`)
    .digest();
  const wanted = proposals.filter(
    ({ title }, nth) => ((drawn[nth] ?? 0) * 100) / 256 < (chosenBy[title] ?? 0),
  );
  return (wanted.length > 0 ? wanted : proposals.slice(0, 1)).map(({ id }) => ({ proposalId: id }));
}

async function addBallots(
  db: DatabaseTransaction,
  round: NewRound,
  { households = 0, chosenBy = {} }: Planned,
): Promise<void> {
  const slots = Array.from({ length: households }, () => randomBytes(32).toString('base64url'));
  await addSlots(db, round.id, slots);
  const ballots = slots.map((slot, household) => {
    const lines = madeUpLines(round.proposals, chosenBy, household);
    const channel = household % 9 === 0 ? 'paper' : 'online';
    const cast = { receipt: receiptSigns(randomBytes(8)), version: 1, lines, channel } as const;
    return { slot, key: randomUUID(), fingerprint: digestOf(slot, lines, channel), cast };
  });
  await keepBallots(db, round.id, ballots);
}

async function addPlanned(db: DatabaseTransaction, plan: Planned, slots: Slots, now: Date): Promise<void> {
  const at = (days: number, clock: string) =>
    moment(`${dutchDay(new Date(now.getTime() + days * dayMs))} ${clock}`);
  const proposals = await proposalsFrom(db, plan);
  if (proposals.length === 0) return;
  const budgetCents = plan.budgetCents ?? budgetFor(proposals);
  const round: NewRound = {
    ...{ id: randomUUID(), buurtCode: plan.buurt.code, name: plan.name, intro: plan.intro },
    ...{ budgetCents, currency: 'EUR', opensAt: at(plan.opens, '09:00'), closesAt: at(plan.closes, '20:00') },
    ...{
      rules: { expression: 'approve', spendCents: { max: budgetCents } },
      tallies: usualTallies,
      groupNames,
      proposals,
    },
  };
  const seal = newSeal(slots);
  await addRound(db, round, seal);
  if (plan.codes)
    await addSlots(db, round.id, await Promise.all(plan.codes.map((code) => slots.of(code, seal.salt))));
  if (plan.households) await addBallots(db, round, plan);
}

/** Adds an open round, one to come and a closed one to the made-up buurten; not where there are rounds already. */
export async function seedRounds(store: Store, slots: Slots, now: Date): Promise<void> {
  await store.transaction(async (db) => {
    if (await db.selectFrom('round').select('id').limit(1).executeTakeFirst()) return;
    for (const plan of planned) await addPlanned(db, plan, slots, now);
  });
}
