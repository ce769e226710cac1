import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import {
  answerBys,
  offerKinds,
  promiseStates,
  type CostRange,
} from '@buurt/domain/initiatives/initiative.js';
import { remarkStances } from '@buurt/domain/initiatives/offer.js';
import { overridesFrom } from '@buurt/server/seeding';
import { z } from 'zod';
import { isPicture } from './pictures.js';

/** Metres east and north of the middle of the buurt. */
const offset = z.tuple([z.number(), z.number()]);
export type Offset = z.output<typeof offset>;

/** Days are counted back from the moment of seeding; negative: after it. */
const days = z.int();
const text = z.string().min(1);
const kinds = z.array(z.enum(offerKinds)).min(1);
const photo = z.string().refine(isPicture, 'There is no such picture.');

const costEuros = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0) })
  .transform(({ from, to }): CostRange => ({ minCents: from * 100, maxCents: to * 100 }));

const promise = z.strictObject({
  who: text,
  what: text,
  daysAgo: days,
  state: z.enum(promiseStates),
  grantedEuros: z.int().optional(),
  spentEuros: z.int().optional(),
});

const remark = z.strictObject({
  daysAgo: days,
  by: text.nullable(),
  stance: z.enum(remarkStances),
  text,
  answer: z.strictObject({ daysAgo: days, by: z.enum(answerBys), text }).optional(),
  /** Nobody of the organisation has read it yet. */
  waits: z.literal(true).optional(),
  /** Why a neighbour thinks that it should not be there. */
  report: z.strictObject({ daysAgo: days, reason: text }).optional(),
});

/** An idea of a made-up resident, and what became of it. */
const initiative = z.strictObject({
  title: text,
  story: text,
  theme: text,
  daysAgo: days,
  by: text.nullable(),
  /** Absent: nobody has read it yet. */
  status: z.enum(initiativeStatuses).optional(),
  statusReason: text.optional(),
  /** Taken off the site, or never on it, and why. */
  refused: z.strictObject({ review: z.enum(['declined', 'hidden']), reason: text }).optional(),
  at: offset.optional(),
  address: text.optional(),
  photo: photo.optional(),
  assets: text.optional(),
  joiners: text.optional(),
  needs: kinds.optional(),
  /** How many neighbours are asked of each kind that is needed; one unless told. */
  asked: z.partialRecord(z.enum(offerKinds), z.int().min(1)).optional(),
  brings: kinds.optional(),
  costEuros: costEuros.optional(),
  answers: z.record(text, text).optional(),
  supports: z.int().min(0).optional(),
  offers: z.array(z.strictObject({ by: text, kinds, text })).optional(),
  promises: z.array(promise).optional(),
  remarks: z.array(remark).optional(),
  news: z.array(z.strictObject({ daysAgo: days, text, photo: photo.optional() })).optional(),
});
export type SeededInitiative = z.output<typeof initiative>;

const round = z.strictObject({
  name: text,
  intro: text,
  /** From the moment of seeding; negative: before it. */
  opensInDays: z.int(),
  closesInDays: z.int(),
  /** What can be voted for by title, with how many in a hundred chose it; absent: all that is on the ballot. */
  chosenByPercent: z.record(text, z.int().min(0).max(100)).optional(),
  budgetCents: z.int().optional(),
  /** How many have voted. */
  households: z.int().optional(),
  /** Whether the codes that the site shows are good for it. */
  hasDemoCodes: z.boolean().default(false),
});
export type SeededRound = z.output<typeof round>;

/** A street with houses: its first and its last one. No postcode in the Netherlands begins with 0. */
const street = z.strictObject({
  name: text,
  postcode: z.string().regex(/^0\d{3} [A-Z]{2}$/),
  from: offset,
  to: offset,
  lastNumber: z.int().min(1),
});
export type Street = z.output<typeof street>;

/** A made-up buurt, as a file in `seed` describes it. */
export const seededBuurt = z.strictObject({
  code: text,
  name: text,
  municipality: text,
  households: z.int(),
  middle: z.strictObject({ lat: z.number(), lon: z.number() }),
  /** What makes this buurt this buurt, in a sentence or two. */
  character: text,
  /** Each an outer ring with the holes behind it. */
  polygons: z.array(z.array(z.array(offset).min(3)).min(1)).min(1),
  /** In and just outside the buurt. */
  streets: z.array(street),
  /** Roads, paths and quays on the map; nobody lives at them. */
  lanes: z.array(z.strictObject({ name: text, line: z.array(offset).min(2) })),
  settings: z.unknown().transform(overridesFrom),
  round,
  initiatives: z.array(initiative),
});
export type SeededBuurt = z.output<typeof seededBuurt>;
