import type { AnswerCache } from '@buurt/core/element/resource.js';
import { Shelves } from '@buurt/core/storage/shelves.js';

/** How many answers of each kind stay on the device. */
const maxAnswers = { lists: 4, details: 12, settings: 1 };

/** Under which name the device stores what was read of a buurt. */
export const cacheName = (endpoint: string, buurt: string): string => `buurt:seen:${endpoint}:${buurt}`;

/** What this device stored under a name, of one kind. */
export function responseCache(name: string, kind: keyof typeof maxAnswers): AnswerCache {
  const answers = new Shelves(name, maxAnswers);
  return {
    get: (question) => answers.get(kind, question),
    set: (question, json) => answers.keep(kind, question, json),
  };
}
