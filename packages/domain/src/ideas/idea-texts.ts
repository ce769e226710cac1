import type { Problem } from '../wire/problem.js';
import { ideaProblems } from './idea.js';
import type { IdeaSettings } from './settings.js';

/** What of an idea can be changed once it was handed in: by its maker, or by the organisation that corrects it. */
export interface IdeaTexts {
  readonly title: string;
  readonly story: string;
}

/** What is wrong with title and story by the settings of the buurt; the rest of the idea stays as it is. */
export function ideaTextProblems(settings: IdeaSettings, texts: IdeaTexts): Problem[] {
  const fields = settings.fields.filter(({ name }) => name === 'title' || name === 'story');
  return ideaProblems({ ...settings, fields, questions: [] }, { ...texts, consent: true });
}
