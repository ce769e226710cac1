import type { IdeaStepsMessages } from './idea-steps.messages.js';
/** All that is not needed for the first step, in one piece, so that one request brings it before it is asked for. */
import { errorSummaryStyles } from '@buurt/core/forms/error-summary.styles.js';
import { messageTokens } from '@buurt/core/tokens/message-tokens.styles.js';
import { stepStyles } from './idea-steps.styles.js';
import { photosStep, placeStep, type ElementView } from './steps/lazy-steps.js';
import { togetherStep } from './steps/together-step.js';
import { youStep } from './steps/you-step.js';
import type { IdeaStep } from '@buurt/domain/ideas/settings.js';
import type { TemplateResult } from 'lit';

export { stepsNl as texts } from './idea-steps.messages.js';
export { notices } from './notices.js';
export { summary, wrongFields } from './problem-summary.js';
export { preview } from './screens/preview.js';
export { screen } from './screens/screen.js';
export { IdeaFormController as Visit } from './idea-form-controller.js';

export const steps: Readonly<Record<Exclude<IdeaStep, 'idea'>, (view: ElementView) => TemplateResult>> = {
  place: placeStep,
  together: togetherStep,
  photos: photosStep,
  you: youStep,
};

export const styles = [...messageTokens, errorSummaryStyles, stepStyles];

/** What a screen reader hears when focus stays where it is. */
export const saying = (what: 'stopped' | 'restarted' | 'still', t: IdeaStepsMessages): string =>
  ({ stopped: t.sending.stopped, restarted: t.restarted, still: t.waiting.still })[what];
