import type { Problem } from '@buurt/domain/wire/problem.js';
import {
  fieldSteps,
  type IdeaFieldName,
  type IdeaSettings,
  type IdeaStep,
} from '@buurt/domain/ideas/settings.js';

/** The key that a pointer begins with: `title` of `/title`, `photos` of `/photos/0/alt`. */
const firstKey = (pointer: string): string => pointer.split('/')[1] ?? '';
const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** Where this problem can be mended; `undefined` when the pointer leads to nothing on the form. */
export function stepOf({ pointer }: Problem, { fields, questions }: IdeaSettings): IdeaStep | undefined {
  const key = firstKey(pointer);
  if (key === 'consent') return 'you';
  if (key === 'answers') {
    const id = unescaped(pointer.split('/')[2] ?? '');
    return questions.find((question) => question.id === id)?.step;
  }
  return fields.some(({ name }) => name === key) ? fieldSteps[key as IdeaFieldName] : undefined;
}

/** The id of the form field that mends this problem; the same for all problems of one field. */
export function fieldIdOf({ pointer }: Problem): string {
  const [, key = '', second = ''] = pointer.split('/');
  if (key === 'answers') return `answer-${unescaped(second)}`;
  if (key === 'cost' && second !== '') return second === 'minCents' ? 'cost-from' : 'cost-to';
  return key;
}
