import { nothing, type TemplateResult } from 'lit';
import { errorSummary } from '@buurt/core/forms/error-summary.js';
import { problemsHere, type WizardState } from './idea-wizard.js';
import { fieldIdOf } from './problem-location.js';
import { problemText } from './problem-text.js';
import type { View } from './view.js';

/** What is wrong in words, by the id of the field; the first problem of a field counts. */
export function wrongFields(
  journey: WizardState,
  wording: Pick<View, 't' | 'locale' | 'settings' | 'draft'>,
): Map<string, string> {
  const all = problemsHere(journey, wording.settings);
  return new Map([...all].reverse().map((problem) => [fieldIdOf(problem), problemText(problem, wording)]));
}

export function summary(
  journey: WizardState,
  { t, locale, settings, draft, headingLevel }: View,
): TemplateResult | typeof nothing {
  const problems = problemsHere(journey, settings);
  if (problems.length === 0) return nothing;
  const entries = problems.map((problem) => {
    const text = problemText(problem, { t, locale, settings, draft });
    return { id: journey.step === 'preview' ? '' : fieldIdOf(problem), text };
  });
  // Nothing has to be filled in for what is not asked any more.
  const onlyUnasked = problems.every(({ code }) => code === 'unknown-key');
  const title = onlyUnasked ? t.failed.title : t.problems.title({ count: entries.length });
  return errorSummary({ title, entries, headingLevel: headingLevel + 2 });
}
