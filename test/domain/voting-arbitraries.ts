import fc from 'fast-check';
import {
  dimensions,
  expressions,
  type BallotLine,
  type BallotRules,
  type GroupRules,
  type Range,
} from '@buurt/domain/rounds/ballot.js';
import type { BallotForm } from '@buurt/domain/rounds/limits.js';
import type { Proposal, Round, TallyRules } from '@buurt/domain/rounds/round.js';

export const aProposal = (own: Partial<Proposal> & { readonly id: string }): Proposal => ({
  title: `Plan ${own.id}`,
  story: '',
  costCents: 100_000,
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

export const byVotes: TallyRules = { method: 'greedy', tieBreak: ['cheaper', 'lot'], leftover: 'none' };

export const aRound = (own: Partial<Round>): Round => ({
  id: 'r-1',
  buurtCode: 'BU0363AA01',
  name: 'Buurtbudget 2026',
  budgetCents: 5_000_000,
  currency: 'EUR',
  phase: 'open',
  opensAt: '2026-05-01T08:00:00+02:00',
  closesAt: '2026-05-15T20:00:00+02:00',
  proposalCount: own.proposals?.length ?? 0,
  intro: '',
  rules: { expression: 'approve' },
  rulesHash: '0'.repeat(64),
  tallies: [byVotes],
  groupNames: { green: 'Groen', play: 'Spelen', noord: 'Noord' },
  proposals: [],
  serverTime: '2026-05-02T08:00:00+02:00',
  ...own,
});

/** Either end may be open. */
const range = (min: number, max: number): fc.Arbitrary<Range> =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .chain(([a, b]) =>
      fc.constantFrom<Range>(
        { min: Math.min(a, b), max: Math.max(a, b) },
        { min: Math.min(a, b) },
        { max: Math.max(a, b) },
      ),
    );

const absent = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined, freq: 3 });
const given = <T extends object>(some: T) =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const keys = { category: ['green', 'play'], neighborhood: ['noord'] } as const;

const group: fc.Arbitrary<GroupRules> = fc
  .constantFrom(...dimensions)
  .chain((dimension) =>
    fc.record({
      dimension: fc.constant(dimension),
      key: fc.constantFrom(...keys[dimension]),
      picks: absent(range(0, 3)),
      spendCents: absent(range(0, 12)),
    }),
  )
  .map(given);

/** Rules of every kind, among them such as nobody can satisfy; amounts that fit costs of 1 to 9 cents. */
const rules: fc.Arbitrary<BallotRules> = fc
  .record({
    expression: fc.constantFrom(...expressions),
    picks: absent(range(0, 4)),
    spendCents: absent(range(0, 20)),
    perProject: range(-1, 3),
    total: absent(range(0, 6)),
    groups: absent(
      fc.uniqueArray(group, {
        selector: ({ dimension, key }) => dimension + key,
        minLength: 1,
        maxLength: 3,
      }),
    ),
  })
  .map(({ perProject, total, ...own }) =>
    given(
      own.expression === 'allocate' || own.expression === 'score'
        ? { ...own, perProject, ...(total ? { total } : {}) }
        : own,
    ),
  ) as fc.Arbitrary<BallotRules>;

const proposals = (maxLength: number): fc.Arbitrary<Proposal[]> =>
  fc
    .array(
      fc.record({
        costCents: fc.integer({ min: 1, max: 9 }),
        categories: fc.subarray([...keys.category]),
        neighborhoods: fc.subarray([...keys.neighborhood]),
        withdrawn: fc.nat(7).map((chance) => chance === 0),
      }),
      { minLength: 1, maxLength },
    )
    .map((own) => own.map((each, index) => aProposal({ id: `p${String(index)}`, ...each })));

export const form = (maxProposals: number): fc.Arbitrary<BallotForm> =>
  fc.record({ rules, proposals: proposals(maxProposals) });

/** Lines as a screen, a stranger or a broken widget could send them. */
export const lines: fc.Arbitrary<BallotLine[]> = fc.array(
  fc
    .record({
      proposalId: fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4', 'elsewhere', '__proto__'),
      rank: fc.option(fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constantFrom(1.5, NaN, Infinity)), {
        nil: undefined,
      }),
      points: fc.option(fc.oneof(fc.integer({ min: -2, max: 4 }), fc.constantFrom(0.5, NaN, -Infinity)), {
        nil: undefined,
      }),
    })
    .map((line) => given(line)),
  { maxLength: 6 },
);
