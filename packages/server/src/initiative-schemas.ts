import { z } from '@hono/zod-openapi';
import {
  promiseStates,
  remarkStances,
  type BuurtPromise,
  type Initiative,
  type InitiativePage,
} from '@buurt/domain';
import {
  cents,
  CostRange,
  count,
  id,
  moment,
  offerKind,
  orNull,
  PhotoShape,
  Summary,
  type Agree,
  type Same,
} from './schemas.js';

export const ListedShape = Summary.extend({
  help: z
    .array(z.object({ kind: offerKind, asked: count, offered: count }))
    .openapi({ description: 'What is asked of neighbours: how many of each kind, and how many offered it' }),
  newsAt: orNull(moment).openapi({ description: 'When something was last told about it' }),
}).openapi('ListedInitiative');
export const InitiativePageShape = z
  .object({
    initiatives: z.array(ListedShape),
    total: count,
    facets: z
      .object({
        status: z.object({
          new: count,
          onBallot: count,
          granted: count,
          underway: count,
          done: count,
          declined: count,
        }),
        theme: z.array(z.object({ theme: z.string(), count })),
      })
      .openapi({ description: 'How many there would be with this choice instead, under all other filters' }),
  })
  .openapi('InitiativePage');
const PromiseShape = z
  .object({
    who: z.string(),
    what: z.string(),
    by: z.iso.date(),
    state: z.enum(promiseStates),
    grantedCents: cents.nullable(),
    spentCents: cents.nullable(),
  })
  .openapi('Promise');
const RemarkShape = z
  .object({
    id,
    stance: z.enum(remarkStances),
    text: z.string(),
    name: z.string().nullable(),
    at: moment,
  })
  .openapi('Remark');
export const InitiativeShape = ListedShape.extend({
  story: z.string(),
  statusReason: z.string().nullable(),
  initiator: z.string().nullable().openapi({ description: 'The name that the initiator gave, if any' }),
  assets: z.string().openapi({ description: 'What is there already' }),
  joiners: z.string().openapi({ description: 'Who could join' }),
  needs: z.array(offerKind),
  offers: z
    .object({ time: count, skill: count, tools: count, space: count, network: count })
    .openapi({ description: 'How many neighbours offered each kind' }),
  cost: orNull(CostRange),
  photos: z.array(PhotoShape),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  promises: z.array(PromiseShape),
  news: z
    .array(z.object({ at: moment, text: z.string(), photo: orNull(PhotoShape) }))
    .openapi({ description: 'Newest first' }),
  remarks: z
    .array(RemarkShape)
    .openapi({ description: 'Only what somebody read and published; newest first, at most 200' }),
}).openapi('Initiative');

/** Does not compile when the contract and the domain say different things. */
export type InitiativesAreDomain = Agree<
  [
    Same<z.infer<typeof InitiativePageShape>, InitiativePage>,
    Same<z.infer<typeof PromiseShape>, BuurtPromise>,
    Same<z.infer<typeof InitiativeShape>, Initiative>,
  ]
>;
