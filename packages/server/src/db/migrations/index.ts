import { Migrator, sql, type Kysely, type Migration, type MigrationResultSet } from 'kysely';
import { missingRight, schemaFor } from '../database-access.js';
import type { Database } from '../open.js';
import { ideas } from './0001-ideas.js';
import { rounds } from './0002-rounds.js';
import { initiativeList } from './0003-initiative-list.js';
import { neighbours } from './0004-neighbours.js';
import { followers } from './0005-followers.js';
import { makers } from './0020-makers.js';
import { answers } from './0021-answers.js';
import { settled } from './0022-settled.js';
import { ownerKeys } from './0023-owner-keys.js';
import { promiseRounds } from './0024-promise-rounds.js';
import { localesOfFollowers } from './0025-locales.js';
import { answersByMail } from './0026-answers-by-mail.js';
import { acts } from './0027-acts.js';
import { staff } from './0028-staff.js';
import { handovers } from './0029-handovers.js';
import { staffMails } from './0030-staff-mails.js';
import { oidc } from './0031-oidc.js';
import { corrections } from './0032-corrections.js';
import { lastLogins } from './0034-last-logins.js';
import { hiddenPhotos } from './0035-hidden-photos.js';
import { feedTokens } from './0037-feed-tokens.js';
import { webhooks } from './0038-webhooks.js';
import { roundDrafts } from './0039-round-drafts.js';
import { widgetFiles } from './0041-widget-files.js';
import { letterOrders } from './0042-letter-orders.js';
import { moreActSubjects } from './0046-more-act-subjects.js';
import { ideaImports } from './0047-idea-imports.js';
import { paperBallots } from './0048-paper-ballots.js';
import { withdrawnOffers } from './0051-withdrawn-offers.js';
import { map } from './0006-map.js';
import { secretMark } from './0007-secret-mark.js';
import { closing } from './0008-closing.js';
import { mailLimits } from './0009-mail-limits.js';
import { roundEdits } from './0010-round-edits.js';
import { sources } from './0011-sources.js';
import { search } from './0012-search.js';
import { photoSources } from './0013-photo-sources.js';
import { casts } from './0014-casts.js';
import { revisions } from './0015-revisions.js';
import { sourcesOfWords } from './0016-sources-of-words.js';
import { promiseRevisions } from './0017-promise-revisions.js';
import { digests } from './0018-digests.js';
import { glossaryNames } from './0019-glossary-names.js';

/** In the order of their names; one that was released never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-ideas': ideas,
  '0002-rounds': rounds,
  '0003-initiative-list': initiativeList,
  '0004-neighbours': neighbours,
  '0005-followers': followers,
  '0006-map': map,
  '0007-secret-mark': secretMark,
  '0008-closing': closing,
  '0009-mail-limits': mailLimits,
  '0010-round-edits': roundEdits,
  '0011-sources': sources,
  '0012-search': search,
  '0013-photo-sources': photoSources,
  '0014-casts': casts,
  '0015-revisions': revisions,
  '0016-sources-of-words': sourcesOfWords,
  '0017-promise-revisions': promiseRevisions,
  '0018-digests': digests,
  '0019-glossary-names': glossaryNames,
  '0020-makers': makers,
  '0021-answers': answers,
  '0022-settled': settled,
  '0023-owner-keys': ownerKeys,
  '0024-promise-rounds': promiseRounds,
  '0025-locales': localesOfFollowers,
  '0026-answers-by-mail': answersByMail,
  '0027-acts': acts,
  '0028-staff': staff,
  '0029-handovers': handovers,
  '0030-staff-mails': staffMails,
  '0031-oidc': oidc,
  '0032-corrections': corrections,
  '0034-last-logins': lastLogins,
  '0035-hidden-photos': hiddenPhotos,
  '0037-feed-tokens': feedTokens,
  '0038-webhooks': webhooks,
  '0039-round-drafts': roundDrafts,
  '0041-widget-files': widgetFiles,
  '0042-letter-orders': letterOrders,
  '0046-more-act-subjects': moreActSubjects,
  '0047-idea-imports': ideaImports,
  '0048-paper-ballots': paperBallots,
  '0051-withdrawn-offers': withdrawnOffers,
};

/** The steps that a database has had, in their order; fails when it has no tables yet. */
export async function migrationsIn(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  // Databases differ in how they sort.
  return rows.map(({ name }) => name).toSorted();
}

/** The steps of this server that a database has not had yet. */
export async function missingMigrations(db: Database): Promise<string[]> {
  const done = new Set(await migrationsIn(db));
  return Object.keys(migrations).filter((name) => !done.has(name));
}

async function migrateWith(
  db: Kysely<never>,
  run: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  // Named, because Kysely takes a table of migrations in any other schema for ours.
  const migrationTableSchema = await schemaFor(db, Object.keys(migrations));
  const { error } = await run(new Migrator({ db, provider, migrationTableSchema }));
  if (!error) return;
  const known = await missingRight(db, error);
  if (known) throw known;
  throw error instanceof Error ? error : new Error('The database could not be migrated', { cause: error });
}

/**
 * Brings the tables to the newest shape; several servers may start on one database at once.
 * @throws {ConfigError} when a right is missing, or the schema is of another application
 */
export const migrate = (db: Kysely<never>): Promise<void> =>
  migrateWith(db, (migrator) => migrator.migrateToLatest());

/**
 * Makes the tables in an empty database as they were after this step.
 * @throws {ConfigError} as `migrate`
 */
export const migrateTo = (db: Database, step: string): Promise<void> =>
  migrateWith(db as Kysely<never>, (migrator) => migrator.migrateTo(step));
