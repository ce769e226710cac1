import { en as english } from '../../packages/idea-form/src/idea-form.messages.en.js';
import { nl as dutch, type IdeaFormMessages } from '../../packages/idea-form/src/idea-steps.messages.js';

/** What the form says, as residents read it. */
export const nl: IdeaFormMessages = dutch;
export const en: IdeaFormMessages = english;
