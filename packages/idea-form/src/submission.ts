import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { isObject } from '@buurt/domain/wire/json.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Draft } from './draft.js';
import { parseDraft } from './stored-draft.js';
import { keyOf, toNewIdea, withAllAnswers } from './new-idea.js';

/**
 * An idea as it was when its resident pressed send. It is made then and never again: a retry sends this, whatever the
 * organiser or an update of this code changed in between, so that nothing is left out and one idea does not become two.
 */
export interface Submission {
  /** Its Idempotency-Key. */
  readonly key: string;
  /** What is sent. A photo stands in it under its own id, which the id that the server gives takes the place of. */
  readonly body: NewIdea;
  /** What was filled in: the photos that go up first, and what the resident goes on with after all. */
  readonly draft: Draft;
}

/** A submission as it waits on the device, under its key. */
export type StoredSubmission = Omit<Submission, 'key'>;

const withoutUploads = (draft: Draft): Draft => ({
  ...draft,
  photos: draft.photos.map(({ id, name, alt }) => ({ id, name, alt })),
});

/** @param locale in which the resident read the form, and will read mails */
export function freeze(draft: Draft, settings: IdeaSettings, locale: Locale): Submission {
  // Dutch is not said: a server that is older than this field takes that too.
  const body = { ...toNewIdea(withoutUploads(draft), settings), ...(locale !== 'nl' && { locale }) };
  return { key: keyOf(draft, body), body, draft };
}

/** Whether the resident changed nothing since; that a photo went up is no change. */
export const isUnchanged = ({ draft }: Submission, other: Draft): boolean =>
  JSON.stringify(withoutUploads(draft)) === JSON.stringify(withoutUploads(other));

/** A submission as it was stored; `undefined` when only its draft was. */
export function submissionFrom(key: string, stored: object): Submission | undefined {
  const { body, draft } = stored as Partial<Record<'body' | 'draft', unknown>>;
  return isObject(body) && isObject(draft)
    ? { key, body: body as unknown as NewIdea, draft: parseDraft(draft, key) }
    : undefined;
}

/** What was filled in of what waits, in whatever form it was stored. */
export const storedDraft = (key: string, stored: object): Draft =>
  submissionFrom(key, stored)?.draft ?? parseDraft(stored, key);

/**
 * Freezes a draft that waits alone, as it was stored before December 2026. Its key tells under which settings it was
 * sent: when that are still these, the same is sent, and otherwise everything that was answered.
 */
export function freezeStoredDraft(key: string, stored: object, settings: IdeaSettings): Submission {
  const draft = parseDraft(stored, key);
  const body = freeze(draft, settings, 'nl').key === key ? toNewIdea(draft, settings) : withAllAnswers(draft);
  return { key, body, draft };
}
