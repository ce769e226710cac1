/** Where an idea stands with the organisation: still to be read, on the site, or not. */
export const ideaStates = ['waiting', 'published', 'declined', 'hidden'] as const;
export type IdeaState = (typeof ideaStates)[number];
