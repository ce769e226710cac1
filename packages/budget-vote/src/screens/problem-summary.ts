import { nothing, type TemplateResult } from 'lit';
import { errorSummary } from '@buurt/core';
import type { VoteView } from '../vote-view.js';
import { problemWords } from '../words.js';

/** What is wrong with the ballot, all of it at once; nothing when it can go. */
export const problemSummary = (view: VoteView): TemplateResult | typeof nothing => {
  const { t, visit, headingLevel } = view;
  if (visit.problems.length === 0) return nothing;
  const texts = new Set(visit.problems.map((problem) => problemWords(view, problem)));
  return errorSummary({
    title: t.choose.summary,
    headingLevel: headingLevel + 2,
    entries: [...texts].map((text) => ({ id: '', text })),
  });
};
