import { z } from '@hono/zod-openapi';
import { longest, longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import type { InitiativePage } from '@buurt/domain/initiatives/initiative-list.js';
import {
  answerBys,
  promiseStates,
  type BuurtPromise,
  type Initiative,
} from '@buurt/domain/initiatives/initiative.js';
import { remarkStances } from '@buurt/domain/initiatives/offer.js';
import {
  cents,
  CostRange,
  count,
  id,
  moment,
  offerKind,
  orNull,
  PhotoShape,
  shownId,
  shownText,
  Summary,
  type Agree,
  type Same,
  countByStatus,
} from '../http/shared.schemas.js';

export const HelpShape = z.object({ kind: offerKind, asked: count, offered: count }).openapi('Help');

const ListedShape = Summary.extend({
  help: z
    .array(HelpShape)
    .openapi({ description: 'What is asked of neighbours: how many of each kind, and how many offered it' }),
  newsAt: orNull(moment).openapi({ description: 'When something was last told about it' }),
}).openapi('ListedInitiative');
export const InitiativePageShape = z
  .object({
    initiatives: z.array(ListedShape),
    total: count,
    facets: z
      .object({
        status: countByStatus,
        theme: z.array(z.object({ theme: shownId, count })),
      })
      .openapi({ description: 'How many there would be with this choice instead, under all other filters' }),
  })
  .openapi('InitiativePage');
export const PromiseShape = z
  .object({
    who: shownText(longestFromOperator.promisedBy),
    what: shownText(longestFromOperator.promise),
    dueOn: z.iso.date(),
    state: z.enum(promiseStates),
    grantedCents: cents.nullable(),
    spentCents: cents.nullable(),
  })
  .openapi('Promise');
const RemarkShape = z
  .object({
    id,
    stance: z.enum(remarkStances),
    text: shownText(longest.remark),
    name: shownText(mostCharacters.name).nullable(),
    at: moment,
    answer: z
      .object({ text: shownText(longestFromOperator.answer), by: z.enum(answerBys), at: moment })
      .optional()
      .openapi({ description: 'To a question' }),
  })
  .openapi('Remark');
export const NewsShape = z
  .object({ at: moment, text: shownText(longestFromOperator.news), photo: orNull(PhotoShape) })
  .openapi('News');
export const InitiativeShape = ListedShape.extend({
  story: shownText(mostCharacters.story),
  statusReason: shownText(longestFromOperator.reason).nullable(),
  initiator: shownText(mostCharacters.name)
    .nullable()
    .openapi({ description: 'The name that the initiator gave, if any' }),
  assets: shownText(mostCharacters.assets).openapi({ description: 'What is there already' }),
  joiners: shownText(mostCharacters.joiners).openapi({ description: 'Who could join' }),
  needs: z.array(offerKind),
  offers: z
    .object({ time: count, skill: count, tools: count, space: count, network: count })
    .openapi({ description: 'How many neighbours offered each kind' }),
  cost: orNull(CostRange),
  photos: z.array(PhotoShape),
  answers: z.array(
    z.object({ question: shownText(longestFromOperator.setting), answer: shownText(mostCharacters.answer) }),
  ),
  promises: z.array(PromiseShape),
  news: z.array(NewsShape).openapi({ description: 'Newest first' }),
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
