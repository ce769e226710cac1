import { z } from '@hono/zod-openapi';
import {
  letterOrderStates,
  longestInLetter,
  mostLettersInOrder,
  type DeskLetters,
  type LetterTexts,
} from '@buurt/domain/desk/letters.js';
import { mostCharacters } from '@buurt/domain/ideas/settings.js';
import { count, id, moment, shownText, text, type Agree, type Same } from '../http/shared.schemas.js';

const instant = z.iso.datetime({ offset: true });
const handInUntil = instant.nullable().openapi({
  description: 'Until when the ballot on paper of each letter can be handed in; null: no ballot on paper',
});

/** What stands in each letter, as staff fill it in. */
const texts = {
  sender: text(longestInLetter.sender).openapi({ description: 'Who writes, as residents know them' }),
  page: text(longestInLetter.page).openapi({ description: 'The address of the page with the vote' }),
  helpLine: text(longestInLetter.helpLine).openapi({
    description: 'Where residents get help, in a sentence',
  }),
  handInUntil,
};
const shownTexts = {
  sender: shownText(longestInLetter.sender),
  page: shownText(longestInLetter.page),
  helpLine: shownText(longestInLetter.helpLine),
  handInUntil: moment.nullable(),
};

export const NewLetterOrderShape = z
  .strictObject({
    ...texts,
    count: z.int().min(1).max(mostLettersInOrder),
    replaces: id.nullable().openapi({
      description: 'The order whose letters are void once these are made; it says how many there are',
    }),
  })
  .openapi('NewLetterOrder', {
    example: {
      ...{ sender: 'De Wetering', page: 'https://www.example.nl/stem', count: 250, replaces: null },
      ...{ helpLine: 'Hulp nodig? Bel 012 345 67 89.', handInUntil: '2027-01-30T19:00:00+01:00' },
    },
  });

/** The same in the address of a page: without a moment there is no ballot on paper. */
export const PreviewQuery = z.strictObject({ ...texts, handInUntil: instant.optional() });

const formKey = z.string().max(100);
/** What a form of the desk sends. */
export const MakingForm = z.strictObject({ formKey });
export const ReplacementForm = z.strictObject({
  formKey,
  number: z
    .string()
    .regex(/^\s*\d{1,7}\s*$/)
    .max(20)
    .openapi({ description: 'The number of the letter' }),
  replacementKey: text(60).openapi({ description: 'The key that was printed with the letters of its order' }),
});

export const DeskLettersShape = z
  .object({
    orders: z
      .array(
        z
          .object({
            id,
            state: z.enum(letterOrderStates).openapi({ description: '`waiting`: for a second person' }),
            count,
            ...shownTexts,
            replaces: id.nullable(),
            firstNumber: z.int().nullable(),
            orderedAt: moment,
            orderedBy: shownText(mostCharacters.name).nullable(),
            madeAt: moment.nullable(),
            madeBy: shownText(mostCharacters.name).nullable(),
            isOfColleague: z.boolean().openapi({
              description:
                'Whether somebody else than whoever asks ordered it: then they can make the letters',
            }),
          })
          .openapi('LetterOrder'),
      )
      .openapi({ description: 'The newest first' }),
    suggested: z
      .object({ ...shownTexts, count: count.nullable() })
      .openapi({ description: 'What a new order begins with' }),
    formKey: shownText(100).openapi({
      description: 'What a form of this session sends along: a page of letters cannot be asked with a header',
    }),
  })
  .openapi('DeskLetters');

/** Does not compile when the contract and the domain say different things. */
export type LettersAreDomain = Agree<
  [
    Same<z.infer<typeof DeskLettersShape>, DeskLetters>,
    Same<Omit<z.infer<typeof NewLetterOrderShape>, 'count' | 'replaces'>, LetterTexts>,
  ]
>;
