/**
 * What an endpoint may offer, in parts that stand by themselves: reading buurten and initiatives, handing in ideas, joining
 * one, voting, news by e-mail and feeds, and what makers do with their own idea.
 */
export const profiles = ['read', 'ideas', 'join', 'vote', 'follow', 'mine'] as const;
export type Profile = (typeof profiles)[number];
