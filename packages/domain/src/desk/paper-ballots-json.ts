import { expressions } from '../rounds/ballot.js';
import { count, flag, list, nullable, number, oneOf, shape, text } from '../wire/json.js';
import {
  paperOutcomes,
  paperResults,
  voidReasons,
  type DeskPaper,
  type PaperAnswer,
  type PaperDifference,
  type PaperMark,
} from './paper-ballots.js';

const content = {
  marks: list(shape<PaperMark>({ number: count, points: nullable(number) })),
  voidReason: nullable(oneOf(...voidReasons)),
} as const;

const results = Object.fromEntries(paperResults.map((result) => [result, count])) as {
  readonly [R in (typeof paperResults)[number]]: typeof count;
};

export const deskPaperFrom = shape<DeskPaper>({
  expression: oneOf(...expressions),
  plans: list(shape<DeskPaper['plans'][number]>({ number: count, title: text, withdrawn: flag })),
  counts: shape<DeskPaper['counts']>({
    waiting: count,
    forYou: count,
    different: count,
    results: shape<DeskPaper['counts']['results']>(results),
  }),
  differences: list(
    shape<PaperDifference>({
      id: text,
      entries: list(
        shape<PaperDifference['entries'][number]>({ ...content, by: nullable(text), isYours: flag }),
      ),
    }),
  ),
});

export const paperAnswerFrom = shape<PaperAnswer>({
  outcome: oneOf(...paperOutcomes),
  id: nullable(text),
  result: nullable(oneOf(...paperResults)),
  sentences: shape<PaperAnswer['sentences']>({ nl: list(text), en: list(text) }),
});
