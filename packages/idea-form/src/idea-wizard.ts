import { ApiError, type ServerProblem } from '@buurt/core/http/api-error.js';
import { ideaProblems } from '@buurt/domain/ideas/idea.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { emptyDraft, type Draft } from './draft.js';
import { toNewIdea } from './new-idea.js';
import { stepOf } from './problem-location.js';
import { stepsUnder, type FormStep } from './steps.js';
import { isWorthStoring } from './stored-draft.js';
import type { Submission } from './submission.js';
import { startWizard, type SentIdea, type WizardState } from './wizard-state.js';

/** The rules of the form: each takes where a resident is, and gives where they are next. */

export const editDraft = (state: WizardState, change: Partial<Draft>): WizardState => ({
  ...state,
  draft: { ...state.draft, ...change },
});

/** @param place `undefined`: no answer */
export function setPlace(state: WizardState, place: Draft['place'], isOutside: boolean): WizardState {
  const { place: _, ...draft } = state.draft;
  return { ...state, isOutside, draft: place === undefined ? draft : { ...draft, place } };
}

/** Opens a step. What was wrong is looked at again when the resident goes on from there. */
export const goToStep = (state: WizardState, step: FormStep): WizardState => ({
  ...state,
  step,
  isReviewed: state.isReviewed || step === 'preview',
  isRestored: false,
  problems: [],
  failure: undefined,
});

export function previousStep(state: WizardState, settings: IdeaSettings): WizardState {
  const steps = stepsUnder(settings, state.draft);
  return goToStep(state, steps[steps.indexOf(state.step) - 1] ?? 'idea');
}

/** What keeps the idea from being sent. */
function draftProblems({ draft, isOutside }: WizardState, settings: IdeaSettings): readonly ServerProblem[] {
  const problems = ideaProblems(settings, toNewIdea(draft, settings));
  return isOutside ? [...problems, { pointer: '/place', code: 'outside-buurt' }] : problems;
}

/** At the first step that has something to mend; at the preview when no step does. */
export function blockedBy(
  state: WizardState,
  problems: readonly ServerProblem[],
  settings: IdeaSettings,
): WizardState {
  const steps = problems.map((problem) => stepOf(problem, settings));
  const first = stepsUnder(settings, { theme: '' }).find(
    (step) => step !== 'preview' && steps.includes(step),
  );
  return { ...state, step: first ?? 'preview', isRestored: false, problems, failure: undefined };
}

/** One step further, or back at the preview; held up by what is wrong on this step. From the preview the idea is sent. */
export function nextStep(state: WizardState, settings: IdeaSettings): WizardState {
  const { draft, step, isReviewed } = state;
  const problems = draftProblems(state, settings);
  if (step === 'preview')
    return problems.length === 0 ? startSending(state) : blockedBy(state, problems, settings);
  const here = problems.filter((problem) => stepOf(problem, settings) === step);
  if (here.length > 0) return { ...state, isRestored: false, problems: here };
  const steps = stepsUnder(settings, draft);
  return goToStep(state, isReviewed ? 'preview' : (steps[steps.indexOf(step) + 1] ?? 'preview'));
}

const startSending = (state: WizardState): WizardState => ({
  ...goToStep(state, 'preview'),
  status: {
    name: 'sending',
    progress: new Map(state.draft.photos.map(({ id, uploaded }) => [id, uploaded ? 1 : 0])),
  },
});

/** @param fraction how far the photo with this id is, from 0 to 1 */
export const uploadProgressed = (state: WizardState, id: string, fraction: number): WizardState =>
  state.status.name === 'sending'
    ? { ...state, status: { name: 'sending', progress: new Map(state.status.progress).set(id, fraction) } }
    : state;

/** The idea goes by itself once there is internet. @param isStored whether it outlives the page */
export const waitForNetwork = (
  state: WizardState,
  { key, draft }: Pick<Submission, 'key' | 'draft'>,
  isStored: boolean,
): WizardState => ({ ...state, status: { name: 'waiting', submission: { key, draft }, isStored } });

/** Out of the outbox, to change something after all. */
export const takeBack = (state: WizardState, draft: Draft): WizardState =>
  goToStep({ ...state, draft, status: { name: 'filling' } }, 'preview');

/** Whether another idea is on the screen, which what became of this one may not push away. */
export const showsAnother = ({ status, draft }: WizardState, other: Draft): boolean =>
  draft.id !== other.id && (status.name === 'sending' || status.name === 'sent' || isWorthStoring(draft));

/**
 * The endpoint has the idea; the form is empty again under `nextId`. The same state when the resident has begun with
 * another idea: they go on with that.
 */
export function ideaSent(state: WizardState, sent: SentIdea, draft: Draft, nextId: string): WizardState {
  if (state.status.name === 'filling' && showsAnother(state, draft)) return state;
  return { ...startWizard(emptyDraft(nextId)), status: { name: 'sent', sent, draft } };
}

/** Shows how it is with an idea of an earlier visit. */
export const showSent = (state: WizardState, sent: SentIdea): WizardState => ({
  ...state,
  status: { name: 'sent', sent },
});

/**
 * The idea was not sent: at what has to be mended, or at the preview with the reason.
 * @param draft as it can be sent after all
 */
export function submitFailed(
  state: WizardState,
  error: unknown,
  draft: Draft,
  settings: IdeaSettings,
): WizardState {
  const filling: WizardState = { ...state, draft, status: { name: 'filling' } };
  const preview = goToStep(filling, 'preview');
  if (!(error instanceof ApiError)) return { ...preview, failure: error };
  if (error.kind === 'aborted') return { ...preview, announcement: 'stopped' };
  return error.problems.length > 0
    ? blockedBy(filling, error.problems, settings)
    : { ...preview, failure: error };
}

/** What is wrong and can be mended on this step, and what can be mended nowhere. */
export const problemsHere = (
  { problems, step }: WizardState,
  settings: IdeaSettings,
): readonly ServerProblem[] =>
  problems.filter((problem) => {
    const where = stepOf(problem, settings);
    return where === undefined || where === step;
  });
