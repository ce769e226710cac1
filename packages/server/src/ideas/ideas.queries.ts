import { randomUUID } from 'node:crypto';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { Transaction } from 'kysely';
import { newReference } from './reference.js';
import { announceInitiative } from '../followers/digests.queries.js';
import type { Database } from '../db/open.js';
import type { NewInitiativeRow, Tables } from '../db/tables.js';

export interface HandedIn {
  readonly id: string;
  readonly reference: string;
  readonly state: IdeaState;
}

const trimmedOrNull = (text: string | undefined) => text?.trim() || null;

/** What is not of the idea itself: where it stands, who said what of it, and what the database counts. */
type AroundIdea =
  | ('id' | 'buurt_code' | 'reference' | 'status' | 'status_reason' | 'review' | 'review_reason' | 'asked')
  | 'owner_key_generation'
  | `${'created' | 'published' | 'ended' | 'updated'}_at`;
type IdeaColumns = Omit<
  Required<NewInitiativeRow>,
  AroundIdea | 'search' | 'support_count' | 'offer_count' | 'help_missing' | 'news_at'
>;

/** All that an idea says, in columns; name and contact data stand elsewhere. Written with an idea of nothing, they are empty. */
export const ideaColumns = ({
  title,
  story,
  theme,
  place,
  assets = '',
  joiners = '',
  needs = [],
  offers = [],
  cost,
  answers = {},
}: Omit<NewIdea, 'consent'>): IdeaColumns => ({
  title: title.trim(),
  story: story.trim(),
  theme: trimmedOrNull(theme),
  lat: place?.lat ?? null,
  lon: place?.lon ?? null,
  address: trimmedOrNull(place?.address),
  assets: assets.trim(),
  joiners: joiners.trim(),
  needs: [...needs],
  offers: [...offers],
  cost_min_cents: cost?.minCents ?? null,
  cost_max_cents: cost?.maxCents ?? null,
  answers: JSON.stringify(answers),
});

const rowOf = (buurt: string, idea: NewIdea, moderated: boolean, at: Date): NewInitiativeRow => ({
  ...ideaColumns(idea),
  id: randomUUID(),
  buurt_code: buurt,
  reference: newReference(),
  review: moderated ? 'waiting' : 'published',
  published_at: moderated ? null : at,
  created_at: at,
  updated_at: at,
});

/** With a reference that no other idea has; that two are alike happens once in hundreds of millions. */
async function insertWithNewReference(db: Database, row: NewInitiativeRow): Promise<string> {
  const inserted = await db
    .insertInto('initiative')
    .values(row)
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returning('reference')
    .executeTakeFirst();
  return inserted?.reference ?? insertWithNewReference(db, { ...row, reference: newReference() });
}

/** Keeps an idea in which nothing is wrong; name and contact data stay apart, so that they can be erased. */
export async function addIdea(
  db: Transaction<Tables>,
  buurt: string,
  { moderated }: Pick<IdeaSettings, 'moderated'>,
  idea: NewIdea,
  at: Date,
): Promise<HandedIn> {
  const row = rowOf(buurt, idea, moderated, at);
  const reference = await insertWithNewReference(db, row);
  await db
    .insertInto('contact')
    .values({
      initiative_id: row.id,
      name: trimmedOrNull(idea.name),
      email: trimmedOrNull(idea.email),
      phone: trimmedOrNull(idea.phone),
      consented_at: at,
    })
    .execute();
  if (!moderated) await announceInitiative(db, row, true, at);
  return { id: row.id, reference, state: moderated ? 'waiting' : 'published' };
}
