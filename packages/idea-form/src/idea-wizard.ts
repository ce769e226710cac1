import type { ServerProblem } from '@buurt/core/http/api-error.js';
import { ideaProblems } from '@buurt/domain/ideas/idea.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { Draft } from './draft.js';
import { toNewIdea } from './new-idea.js';
import { stepOf } from './problem-location.js';
import { stepsUnder, type FormStep } from './steps.js';

/** Where the resident is in the form, and what keeps him there. */
export interface WizardState {
  readonly step: FormStep;
  /** Whoever saw the preview goes back to it after a change. */
  readonly reviewed: boolean;
  readonly problems: readonly ServerProblem[];
  /** Why sending failed, when it did. */
  readonly failure?: unknown;
}

export const startWizard = (step: FormStep): WizardState => ({ step, reviewed: false, problems: [] });

export const goToStep = ({ reviewed }: WizardState, step: FormStep): WizardState => ({
  step,
  reviewed: reviewed || step === 'preview',
  problems: [],
});

/** At the first step that has something to mend; at the preview when no step does. */
export function blockedBy(
  journey: WizardState,
  problems: readonly ServerProblem[],
  settings: IdeaSettings,
): WizardState {
  const steps = problems.map((problem) => stepOf(problem, settings));
  const [first] = stepsUnder(settings, { theme: '' }).filter(
    (step) => step !== 'preview' && steps.includes(step),
  );
  return { ...journey, step: first ?? 'preview', problems };
}

/** What is wrong with the draft; a place outside the border counts, which only the map knows. */
function problemsOf(draft: Draft, settings: IdeaSettings, outside: boolean): readonly ServerProblem[] {
  const problems = ideaProblems(settings, toNewIdea(draft, settings));
  return outside ? [...problems, { pointer: '/place', code: 'outside-buurt' }] : problems;
}

/** One step further, to the preview, or held up by what is wrong on this step. On the preview: `ready`, or held up. */
export function nextStep(
  journey: WizardState,
  draft: Draft,
  settings: IdeaSettings,
  outside: boolean,
): WizardState | 'ready' {
  const { step, reviewed } = journey;
  const all = problemsOf(draft, settings, outside);
  if (step === 'preview') return all.length === 0 ? 'ready' : blockedBy(journey, all, settings);
  const here = all.filter((problem) => stepOf(problem, settings) === step);
  if (here.length > 0) return { ...journey, problems: here };
  const steps = stepsUnder(settings, draft);
  return goToStep(journey, reviewed ? 'preview' : (steps[steps.indexOf(step) + 1] ?? 'preview'));
}

/** What is wrong and can be mended here, and what can be mended nowhere. */
export const problemsHere = (
  { problems, step }: WizardState,
  settings: IdeaSettings,
): readonly ServerProblem[] =>
  problems.filter((problem) => {
    const where = stepOf(problem, settings);
    return where === undefined || where === step;
  });
