import { z } from '@hono/zod-openapi';
import {
  eraserKinds,
  textPlaces,
  type Forgetting,
  type TextMatches,
  type IdeaErasure,
} from '@buurt/domain/desk/erasing.js';
import { longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { count, id, shownReference, shownText, text, type Agree, type Same } from '../http/shared.schemas.js';

/** At the desk; more would be no answer to anybody. */
export const mostTextMatches = 500;

const TextMatchShape = z
  .object({
    place: z.enum(textPlaces),
    id: shownText(300).openapi({ description: 'Of what it stands in' }),
    field: shownText(100),
    text: shownText(1_000_000).openapi({ description: 'All of it' }),
    idea: shownReference.nullable().openapi({ description: 'The number of the idea that it belongs to' }),
    eraser: z.object({
      by: z.enum(eraserKinds),
      id: shownText(mostCharacters.email).nullable(),
    }),
  })
  .openapi('TextMatch');

export const PersonSearchShape = z
  .strictObject({
    text: text(200).openapi({
      description: 'A name, an address, a number or other words, with a letter or a digit',
    }),
  })
  .openapi('PersonSearch', { example: { text: 'Sam de Vries' } });

export const TextMatchesShape = z
  .object({
    texts: z.array(TextMatchShape).openapi({ description: `At most ${String(mostTextMatches)}` }),
    isCut: z.boolean().openapi({ description: 'Whether there are more' }),
  })
  .openapi('TextMatches');

export const ForgettingRequestShape = z
  .strictObject({
    address: text(mostCharacters.email).openapi({ description: 'An e-mail address or a telephone number' }),
  })
  .openapi('ForgettingRequest', { example: { address: 'sam@voorbeeld.nl' } });

export const ForgettingShape = z
  .object({
    ...{ contacts: count, offers: count, followers: count, handovers: count, formerStaff: count },
    left: z.array(TextMatchShape).openapi({ description: 'Where it stands after that' }),
  })
  .openapi('Forgetting');

const NamedRound = z.object({ id, name: shownText(longestFromOperator.roundName) });

export const IdeaErasureShape = z
  .object({
    reference: shownReference,
    title: shownText(mostCharacters.title),
    version: shownText(40).openapi({ description: 'As in `ETag`; it goes along, as `If-Match`' }),
    ...{ contacts: count, photos: count, remarks: count, offers: count },
    ...{ supports: count, news: count, promises: count, followers: count },
    keptInRounds: z
      .array(NamedRound)
      .openapi({ description: 'Votes in which its words stay, because people could vote on them' }),
    leftRounds: z
      .array(NamedRound)
      .openapi({ description: 'Votes that are not closed, of which it is taken out' }),
    keepsAmounts: z.boolean().openapi({ description: 'Whether amounts stay in the cashbook, without words' }),
  })
  .openapi('IdeaErasure');

export const ErasedIdeaShape = z
  .strictObject({ reference: text(20).openapi({ description: 'The number of the idea, once more' }) })
  .openapi('ErasedIdea', { example: { reference: 'K4T-9PX' } });

/** Does not compile when the contract and the domain say different things. */
export type ErasingIsDomain = Agree<
  [
    Same<z.infer<typeof TextMatchesShape>, TextMatches>,
    Same<z.infer<typeof ForgettingShape>, Forgetting>,
    Same<z.infer<typeof IdeaErasureShape>, IdeaErasure>,
  ]
>;
