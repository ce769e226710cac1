import { z } from '@hono/zod-openapi';
import {
  longestPaperCode,
  mostPaperMarks,
  paperOutcomes,
  paperPasses,
  paperResults,
  voidReasons,
  type DeskPaper,
  type NewPaperEntry,
  type PaperAnswer,
  type PaperResult,
} from '@buurt/domain/desk/paper-ballots.js';
import { longestFromOperator, mostCharacters } from '@buurt/domain/ideas/settings.js';
import { expressions } from '@buurt/domain/rounds/ballot.js';
import { count, id, orNull, shownText, text, type Agree, type Same } from '../http/shared.schemas.js';

const pass = z.enum(paperPasses).openapi({
  description:
    '`first` and `second` are of two people who do not see each other’s; `third` is a look at a paper of which they differ',
});
const voidReason = orNull(z.enum(voidReasons)).openapi({
  description: 'Why it counts for nobody; then nothing is marked',
});
const planNumber = z.int().min(1).max(mostPaperMarks).openapi({ description: 'As the ballot numbers them' });

export const NewPaperEntryShape = z
  .strictObject({
    pass,
    code: text(longestPaperCode).openapi({ description: 'However it is written' }),
    marks: z
      .array(z.strictObject({ number: planNumber, points: z.int().nullable() }))
      .max(mostPaperMarks)
      .openapi({ description: 'The first choice first, where they are ranked' }),
    voidReason,
  })
  .openapi('NewPaperEntry', {
    example: {
      ...{ pass: 'first', code: 'K7QF-M2XA-9TRC', voidReason: null },
      marks: [
        { number: 2, points: null },
        { number: 5, points: null },
      ],
    },
  });

export const PaperWithoutCodeShape = z.strictObject({ pass: z.enum(['first', 'second']) });

const sentences = z.array(shownText(500));
const result = z.enum(paperResults);
export const PaperAnswerShape = z
  .object({
    outcome: z.enum(paperOutcomes).openapi({
      description:
        '`kept`: it waits for a second person. `different`: it waits for a third look. `settled`: it is clear what becomes of it; `settled-before`: it was so already. With anything else nothing was kept.',
    }),
    id: orNull(id).openapi({ description: 'Of the paper, when what was typed waits' }),
    result: orNull(result).openapi({ description: 'Once it is settled' }),
    sentences: z
      .object({ nl: sentences, en: sentences })
      .openapi({ description: 'What the rules have against it, a sentence each' }),
  })
  .openapi('PaperAnswer');

const byResult = z.object(
  Object.fromEntries(paperResults.map((each) => [each, count])) as Record<PaperResult, typeof count>,
);

export const DeskPaperShape = z
  .object({
    expression: z.enum(expressions),
    plans: z
      .array(
        z.object({
          number: planNumber,
          title: shownText(longestFromOperator.proposalTitle),
          withdrawn: z.boolean(),
        }),
      )
      .openapi({ description: 'In the order of the ballot on paper' }),
    counts: z.object({
      waiting: count.openapi({ description: 'For a second person' }),
      forYou: count.openapi({ description: 'Of those, what somebody else than whoever asks typed' }),
      different: count,
      results: byResult,
    }),
    differences: z
      .array(
        z.object({
          id,
          entries: z.array(
            z.object({
              by: shownText(mostCharacters.name).nullable(),
              isYours: z.boolean(),
              marks: z.array(z.object({ number: planNumber, points: z.int().nullable() })),
              voidReason,
            }),
          ),
        }),
      )
      .openapi({ description: 'Who typed what of papers of which people typed different things; no codes' }),
  })
  .openapi('DeskPaper');

/** Does not compile when the contract and the domain say different things. */
export type PaperIsDomain = Agree<
  [
    Same<z.infer<typeof NewPaperEntryShape>, NewPaperEntry>,
    Same<z.infer<typeof PaperAnswerShape>, PaperAnswer>,
    Same<z.infer<typeof DeskPaperShape>, DeskPaper>,
  ]
>;
