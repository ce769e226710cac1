import { z } from '@hono/zod-openapi';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { rulesProblems } from '@buurt/domain/rounds/ballot-rules.js';
import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import type { Proposal, TallyRules } from '@buurt/domain/rounds/round.js';
import { characters } from '@buurt/domain/wire/characters.js';
import { isBlank, type Problem } from '@buurt/domain/wire/problem.js';
import { BallotRulesShape, TallyRulesShape } from './rounds.schemas.js';
import type { Database } from '../db/open.js';
import { findVotableIds } from './draft.queries.js';
import type { NewRound } from './round-changes.queries.js';
import { zodIssuesToProblems } from '../http/zod-problems.js';

/** Equal Shares decides, and counting by votes is shown beside it. */
export const usualTallies: readonly [TallyRules, TallyRules] = [
  { method: 'equalshares/add1', tieBreak: ['more-votes', 'cheaper'], leftover: 'next-that-fits' },
  { method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' },
];

/** The names of the themes to which proposals belong, as the buurt calls them. */
export function groupNamesFor(
  proposals: readonly Pick<Proposal, 'categories'>[],
  { themes }: Pick<IdeaSettings, 'themes'>,
): Readonly<Record<string, string>> {
  const used = new Set(proposals.flatMap(({ categories }) => categories));
  return Object.fromEntries(themes.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name.nl]));
}

const words = (most: number) =>
  z
    .string()
    .superRefine((value, context) => {
      if (characters(value.trim()) > most)
        context.addIssue({ code: 'too_big', origin: 'string', maximum: most, inclusive: true, input: value });
    })
    .refine((text) => !text.includes('\0'));
const filled = (most: number) => words(most).refine((text) => !isBlank(text), { params: { isEmpty: true } });
const cents = z.int().min(0);
const moment = z.iso.datetime({ offset: true });
const keys = z.array(filled(100)).default([]);

const DraftProposal = z.strictObject({
  id: filled(100).refine((id) => !id.includes(',')),
  title: filled(200),
  story: words(20_000).default(''),
  costCents: cents,
  categories: keys,
  neighborhoods: keys,
  initiativeId: z.uuid().nullable().default(null),
  remark: filled(2000).nullable().default(null),
  excludes: keys,
});

/** What an operator writes in the file that a round is made from: the round of the API, without what the server adds. */
const Draft = z.strictObject({
  buurt: filled(100),
  name: filled(200),
  intro: words(2000).default(''),
  budgetCents: cents,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  opensAt: moment,
  closesAt: moment,
  rules: BallotRulesShape.strict(),
  tallies: z.array(TallyRulesShape.strict()).min(1),
  groupNames: z.record(z.string(), filled(100)).default({}),
  proposals: z.array(DraftProposal).min(1).max(1000),
});

/** A round as it stands in a file, read and in order. */
export interface RoundDraft extends Omit<NewRound, 'id' | 'buurtCode'> {
  /** Code or name. */
  readonly buurt: string;
}

/** What the database says of the initiatives that are named. */
async function strangeInitiatives(db: Database, { proposals }: RoundDraft): Promise<Problem[]> {
  const ids = proposals.flatMap(({ initiativeId }) => initiativeId ?? []);
  if (ids.length === 0) return [];
  const known = await findVotableIds(db, ids);
  return proposals.flatMap(({ initiativeId }, index): Problem[] =>
    initiativeId === null || known.includes(initiativeId)
      ? []
      : [{ pointer: `/proposals/${String(index)}/initiativeId`, code: 'not-an-option' }],
  );
}

const moments = ({ opensAt, closesAt }: RoundDraft, now: Date): Problem[] => [
  ...(Date.parse(closesAt) <= Date.parse(opensAt)
    ? [{ pointer: '/closesAt', code: 'range-reversed' as const }]
    : []),
  ...(Date.parse(closesAt) <= now.getTime() ? [{ pointer: '/closesAt', code: 'out-of-range' as const }] : []),
];

/** Reads a draft; everything that is wrong with it at once, with pointers into the file. */
export async function readDraft(
  db: Database,
  json: unknown,
  now: Date,
): Promise<{ readonly draft: RoundDraft } | { readonly problems: Problem[] }> {
  const { success, data, error } = Draft.safeParse(json);
  if (!success) return { problems: zodIssuesToProblems(error.issues, json) };
  const [first, ...more] = data.tallies as TallyRules[];
  const proposals = data.proposals.map((each): Proposal => ({
    ...each,
    photo: null,
    place: null,
    withdrawn: false,
  }));
  const rules = data.rules as BallotRules;
  const draft = { ...data, rules, tallies: [first as TallyRules, ...more] as const, proposals };
  const problems = [
    ...moments(draft, now),
    ...rulesProblems(draft.rules, proposals, draft.budgetCents, draft.tallies),
    ...(await strangeInitiatives(db, draft)),
  ];
  return problems.length > 0 ? { problems } : { draft };
}
