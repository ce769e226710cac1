import { nothing, type TemplateResult } from 'lit';
import { errorSummary } from '@buurt/core/forms/error-summary.js';
import type { ServerProblem } from '@buurt/core/http/api-error.js';
import { ideaFields, type IdeaFieldName } from '@buurt/domain/ideas/settings.js';
import { problemsHere } from './idea-wizard.js';
import { fieldIdOf } from './problem-location.js';
import type { StepView, StepWording } from './step-view.js';
import { labelOf, localized } from './view.js';
import type { WizardState } from './wizard-state.js';

const isField = (key: string): key is IdeaFieldName => (ideaFields as readonly string[]).includes(key);

/** What the resident knows the field by; empty for a pointer that leads nowhere. */
function nameOf(problem: ServerProblem, wording: StepWording): string {
  const key = problem.pointer.split('/')[1] ?? '';
  if (isField(key)) return labelOf(wording, key);
  const question = wording.settings.questions.find(({ id }) => `answer-${id}` === fieldIdOf(problem));
  return question ? localized(question.label, wording.locale) : '';
}

function missing(label: string, id: string, { t, settings }: StepWording): string {
  if (id === 'title') return t.problems.titleRequired;
  if (id === 'story') return t.problems.storyRequired;
  const chosen =
    ['theme', 'place', 'needs', 'offers', 'cost', 'photos'].includes(id) ||
    settings.questions.some((question) => `answer-${question.id}` === id && question.kind === 'choice');
  return (chosen ? t.problems.choose : t.problems.required)({ label });
}

/** What was filled in under a question or a field that is not asked any more. */
function unasked(label: string, id: string, { t, draft }: StepWording): string {
  if (label !== '') return t.problems.notAsked({ label });
  const answer = Object.entries(draft.answers).find(([question]) => `answer-${question}` === id)?.[1] ?? '';
  return answer.trim() === '' ? t.problems.unknown : t.problems.questionGone({ answer: answer.trim() });
}

/** One sentence that says what is wrong and how to mend it. */
function problemText(problem: ServerProblem, wording: StepWording): string {
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

/** What is wrong in words, by the id of the field; the first problem of a field counts. */
export const wrongFields = (state: WizardState, wording: StepWording): ReadonlyMap<string, string> =>
  new Map(
    [...problemsHere(state, wording.settings)]
      .reverse()
      .map((problem) => [fieldIdOf(problem), problemText(problem, wording)]),
  );

/** All that is wrong on this step, before its fields. */
export function problemSummary(view: StepView): TemplateResult | typeof nothing {
  const { state, t, settings, headingLevel } = view;
  const problems = problemsHere(state, settings);
  if (problems.length === 0) return nothing;
  const entries = problems.map((problem) => ({
    id: state.step === 'preview' ? '' : fieldIdOf(problem),
    text: problemText(problem, view),
  }));
  // Nothing has to be filled in for what is not asked any more.
  const isOnlyUnasked = problems.every(({ code }) => code === 'unknown-key');
  const title = isOnlyUnasked ? t.failed.title : t.problems.title({ count: entries.length });
  return errorSummary({ title, entries, headingLevel: headingLevel + 2 });
}
