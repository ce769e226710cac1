import { ApiError } from '@buurt/core/http/api-error.js';
import type { BuurtApi } from '@buurt/core/http/api.js';
import { pageFrom, type PageOfInitiatives } from '@buurt/core/http/initiatives.js';
import type { Answer } from './board-host.js';
import type { KeptAnswers } from './kept.js';

/** What was read of the answer to one question, page after page. */
export interface Shown extends PageOfInitiatives {
  readonly search: string;
  /** When it was read, by this device's clock. */
  readonly at: number;
  /** It was read on an earlier visit. */
  readonly kept: boolean;
}

/** @throws {ApiError} `unreadable` */
export const shownFrom = (api: BuurtApi, answer: Answer): Shown => ({
  ...pageFrom(api, answer),
  search: answer.search,
  at: answer.at,
  kept: false,
});

/** What this device kept of the question; without a way to the next page, which is good for a day. */
export function keptFrom(api: BuurtApi, kept: KeptAnswers, search: string): Shown | undefined {
  const answer = kept.list(search);
  if (!answer) return undefined;
  try {
    return { ...pageFrom(api, { json: answer.json, link: null }), search, at: answer.at, kept: true };
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** With the next page behind it; what came before is not repeated. */
export function extended(shown: Shown, page: PageOfInitiatives): Shown {
  const known = new Set(shown.entries.map(({ id }) => id));
  return {
    ...shown,
    entries: [...shown.entries, ...page.entries.filter(({ id }) => !known.has(id))],
    skipped: shown.skipped + page.skipped,
    total: page.total,
    next: page.next,
  };
}
