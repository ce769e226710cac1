import type { ServerProblem } from '../http/api-error.js';
import type { JoinMessages } from './join.messages.js';

/** The field that a problem is about; empty when it is none of this form. */
const fieldOf = ({ required }: JoinMessages, { pointer }: ServerProblem): string => {
  const [, name = ''] = pointer.split('/');
  return name === 'message' || Object.hasOwn(required, name) ? name : '';
};

function sentence(
  t: JoinMessages,
  field: string,
  { code, limit = 0, actual = 0, detail }: ServerProblem,
): string {
  if (field === '') return detail ? t.serverSays({ detail }) : t.wrong;
  if (code === 'too-long') return t.tooLong({ over: actual - limit });
  if (code === 'too-short') return t.tooShort({ limit });
  if (code === 'not-an-email') return t.reach.email;
  if (code === 'not-a-phone-number') return t.reach.phone;
  if (code === 'not-a-contact') return t.reach.either;
  const { required } = t;
  return Object.hasOwn(required, field) && code !== 'malformed'
    ? required[field as keyof typeof required]
    : t.wrong;
}

/** What is wrong in words, by the id of the field; what belongs to no field stands under ''. */
export const wrongFields = (
  t: JoinMessages,
  problems: readonly ServerProblem[],
): ReadonlyMap<string, string> =>
  new Map(
    problems.map((problem) => {
      const field = fieldOf(t, problem);
      return [field, sentence(t, field, problem)];
    }),
  );
