import { count, flag, list, moment, nullable, oneOf, shape, text } from '../wire/json.js';
import { letterOrderStates, type DeskLetters, type LetterOrder } from './letters.js';

const texts = { sender: text, page: text, helpLine: text, handInUntil: nullable(moment) } as const;

export const deskLettersFrom = shape<DeskLetters>({
  orders: list(
    shape<LetterOrder>({
      ...texts,
      id: text,
      state: oneOf(...letterOrderStates),
      count,
      replaces: nullable(text),
      firstNumber: nullable(count),
      orderedAt: moment,
      orderedBy: nullable(text),
      madeAt: nullable(moment),
      madeBy: nullable(text),
      isOfColleague: flag,
    }),
  ),
  suggested: shape<DeskLetters['suggested']>({ ...texts, count: nullable(count) }),
  formKey: text,
});
