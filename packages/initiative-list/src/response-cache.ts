import type { AnswerCache } from '@buurt/core/element/resource.js';
import { ResponseCache } from '@buurt/core/storage/response-cache.js';

/** How many answers of each kind stay on the device. */
const maxAnswers = { lists: 4, details: 12, settings: 1 };

/** Under which name the device stores what was read of a buurt. */
export const cacheName = (endpoint: string, buurt: string): string => `buurt:seen:${endpoint}:${buurt}`;

/** What this device stored under a name, of one kind. */
export function responseCache(name: string, kind: keyof typeof maxAnswers): AnswerCache {
  const answers = new ResponseCache(name, maxAnswers);
  return {
    get: (question) => answers.get(kind, question),
    set: (question, json) => answers.keep(kind, question, json),
  };
}
