import {
  fieldSteps,
  ideaSteps,
  isAsked,
  type IdeaSettings,
  type IdeaStep,
  type Question,
} from '@buurt/domain/ideas/settings.js';
import type { Draft } from './draft.js';

/** What the resident walks through: the steps that ask something, and the preview. */
export type FormStep = IdeaStep | 'preview';

/** The questions of the organiser that stand on this step, for an idea with this theme. */
export const questionsOf = (
  { questions }: IdeaSettings,
  step: IdeaStep,
  { theme }: Pick<Draft, 'theme'>,
): readonly Question[] =>
  questions.filter((question) => question.step === step && isAsked(question, { theme }));

/** The steps under these settings; one that asks nothing is left out. The last one always asks for consent. */
export const stepsUnder = (settings: IdeaSettings, draft: Pick<Draft, 'theme'>): readonly FormStep[] => [
  ...ideaSteps.filter(
    (step) =>
      step === 'idea' ||
      step === 'you' ||
      settings.fields.some(({ name }) => fieldSteps[name] === step) ||
      questionsOf(settings, step, draft).length > 0,
  ),
  'preview',
];
