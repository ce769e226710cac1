import type { ServerProblem } from '@buurt/core/http/api-error.js';
import { ideaFields, type IdeaFieldName } from '@buurt/domain/ideas/settings.js';
import { fieldIdOf } from './problem-location.js';
import { labelOf, localized, type View } from './view.js';

type Wording = Pick<View, 't' | 'locale' | 'settings' | 'draft'>;

const isField = (key: string): key is IdeaFieldName => (ideaFields as readonly string[]).includes(key);

/** What the resident knows the field by; empty for a pointer that leads nowhere. */
function nameOf(problem: ServerProblem, wording: Wording): string {
  const key = problem.pointer.split('/')[1] ?? '';
  if (isField(key)) return labelOf(wording, key);
  const question = wording.settings.questions.find(({ id }) => `answer-${id}` === fieldIdOf(problem));
  return question ? localized(question.label, wording.locale) : '';
}

function missing(label: string, id: string, { t, settings }: Wording): string {
  if (id === 'title') return t.problems.titleRequired;
  if (id === 'story') return t.problems.storyRequired;
  const chosen =
    ['theme', 'place', 'needs', 'offers', 'cost', 'photos'].includes(id) ||
    settings.questions.some((question) => `answer-${question.id}` === id && question.kind === 'choice');
  return (chosen ? t.problems.choose : t.problems.required)({ label });
}

/** What was filled in under a question or a field that is not asked any more. */
function unasked(label: string, id: string, { t, draft }: Wording): string {
  if (label !== '') return t.problems.notAsked({ label });
  const answer = Object.entries(draft.answers).find(([question]) => `answer-${question}` === id)?.[1] ?? '';
  return answer.trim() === '' ? t.problems.unknown : t.problems.questionGone({ answer: answer.trim() });
}

/** One sentence that says what is wrong and how to mend it. */
export function problemText(problem: ServerProblem, wording: Wording): string {
  const { problems } = wording.t;
  const label = nameOf(problem, wording);
  const { code, limit = 0, actual = 0, detail } = problem;
  const id = fieldIdOf(problem);
  if (code === 'consent') return problems.consent;
  if (code === 'unknown-key') return unasked(label, id, wording);
  if (label === '') return detail ? wording.t.failed.server({ detail }) : problems.unknown;
  if (code === 'required') return missing(label, id, wording);
  if (code === 'too-short') return problems.tooShort({ label, more: limit - actual });
  if (code === 'too-long' && actual > limit) return problems.tooLong({ label, over: actual - limit });
  if (code === 'too-many') return problems.tooManyPhotos({ most: limit });
  if (code === 'not-an-option') return problems.notAnOption({ label });
  if (code === 'not-an-email') return problems.email;
  if (code === 'not-a-phone-number') return problems.phone;
  if (code === 'outside-buurt') return problems.outside;
  if (code === 'range-reversed') return problems.costOrder;
  if (code === 'out-of-range') return problems.costAmount;
  return detail ?? problems.other({ label });
}
