import {
  paperResults,
  type DeskPaper,
  type PaperContent,
  type PaperDifference,
  type PaperPass,
  type PaperResult,
} from '@buurt/domain/desk/paper-ballots.js';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/open.js';
import type { PaperEntry, PaperReading } from './double-keying.js';

/** A ballot on paper, and who typed what of it. */
export interface PaperRow {
  readonly id: string;
  readonly result: PaperResult | null;
  readonly entries: readonly PaperEntry[];
}

async function withEntries(
  db: Database,
  paper: { readonly id: string; readonly result: PaperResult | null },
): Promise<PaperRow> {
  const entries = await db
    .selectFrom('paper_entry')
    .select(['staff_id as staffId', 'content'])
    .where('paper_id', '=', paper.id)
    .execute();
  return { ...paper, entries };
}

/** The paper with this code, held. */
export async function findPaper(
  db: DatabaseTransaction,
  roundId: string,
  credentialHash: string,
): Promise<PaperRow | undefined> {
  const paper = await db
    .selectFrom('paper_ballot')
    .select(['id', 'result'])
    .where('round_id', '=', roundId)
    .where('credential_hash', '=', credentialHash)
    .forUpdate()
    .executeTakeFirst();
  return paper && withEntries(db, paper);
}

/** A paper without a code that somebody else typed over, held; whoever asks at the same moment gets another. */
export const paperWithoutCode = (db: DatabaseTransaction, roundId: string, staffId: string) =>
  db
    .selectFrom('paper_ballot')
    .select('id')
    .where('round_id', '=', roundId)
    .where('credential_hash', 'is', null)
    .where('result', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('paper_entry')
            .select('paper_id')
            .whereRef('paper_id', '=', 'paper_ballot.id')
            .where('staff_id', '=', staffId),
        ),
      ),
    )
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

/** A paper that is not settled, held, of which somebody typed something. */
export const typedPaper = (db: DatabaseTransaction, roundId: string, id: string, staffId: string) =>
  db
    .selectFrom('paper_ballot')
    .innerJoin('paper_entry', 'paper_entry.paper_id', 'paper_ballot.id')
    .select('paper_ballot.id')
    .where('round_id', '=', roundId)
    .where('paper_ballot.id', '=', id)
    .where('staff_id', '=', staffId)
    .forUpdate('paper_ballot')
    .executeTakeFirst();

export async function addPaper(
  db: DatabaseTransaction,
  paper: {
    readonly id: string;
    readonly roundId: string;
    readonly credentialHash: string | null;
    readonly result?: PaperResult;
  },
): Promise<void> {
  const { id, roundId, credentialHash, result = null } = paper;
  await db
    .insertInto('paper_ballot')
    .values({ id, round_id: roundId, credential_hash: credentialHash, result })
    .execute();
}

/** Keeps what somebody typed of a paper, in the place of what they typed of it before. */
export async function keepEntry(
  db: DatabaseTransaction,
  paperId: string,
  { staffId, content }: PaperEntry,
): Promise<void> {
  await db
    .insertInto('paper_entry')
    .values({ paper_id: paperId, staff_id: staffId, content: JSON.stringify(content) })
    .onConflict((conflict) =>
      conflict
        .columns(['paper_id', 'staff_id'])
        .doUpdateSet(({ ref }) => ({ content: ref('excluded.content') })),
    )
    .execute();
}

/** Takes away what somebody typed of a paper, and the paper when nobody else typed anything of it. */
export async function removeEntry(db: DatabaseTransaction, paperId: string, staffId: string): Promise<void> {
  await db
    .deleteFrom('paper_entry')
    .where('paper_id', '=', paperId)
    .where('staff_id', '=', staffId)
    .execute();
  await db
    .deleteFrom('paper_ballot')
    .where('id', '=', paperId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('paper_entry').select('paper_id').where('paper_id', '=', paperId))),
    )
    .execute();
}

/** Says what became of a paper; who typed what of it is erased. */
export async function settlePaper(db: DatabaseTransaction, id: string, result: PaperResult): Promise<void> {
  await db.updateTable('paper_ballot').set({ result }).where('id', '=', id).execute();
  await db.deleteFrom('paper_entry').where('paper_id', '=', id).execute();
}

/** Whether somebody typed over papers of a round since then, in this pass. */
export async function hasEnteredSince(
  db: Database,
  entering: {
    readonly roundId: string;
    readonly staffId: string;
    readonly pass: PaperPass;
    readonly since: Date;
  },
): Promise<boolean> {
  const found = await db
    .selectFrom('act')
    .select('id')
    .where('subject_kind', '=', 'round')
    .where('subject_id', '=', entering.roundId)
    .where('name', '=', 'ballots.entered')
    .where('staff_id', '=', entering.staffId)
    .where('at', '>=', entering.since)
    .where(sql<boolean>`detail ->> 'pass' = ${entering.pass}`)
    .executeTakeFirst();
  return found !== undefined;
}

/** How many papers there are of each kind, for somebody. */
export async function countPapers(
  db: Database,
  roundId: string,
  staffId: string,
): Promise<DeskPaper['counts']> {
  const papers = db
    .selectFrom('paper_ballot')
    .leftJoin('paper_entry', 'paper_entry.paper_id', 'paper_ballot.id')
    .select('paper_ballot.result')
    .select([
      sql<number>`least(count(staff_id), 2)::int`.as('entries'),
      sql<boolean>`coalesce(bool_or(staff_id = ${staffId}::uuid), false)`.as('is_yours'),
    ])
    .where('round_id', '=', roundId)
    .groupBy(['paper_ballot.id', 'paper_ballot.result']);
  const rows = await db
    .selectFrom(papers.as('paper'))
    .select(['result', 'entries', 'is_yours', sql<number>`count(*)::int`.as('count')])
    .groupBy(['result', 'entries', 'is_yours'])
    .execute();
  const sum = (counted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(counted).reduce((total, { count }) => total + count, 0);
  const results = Object.fromEntries(
    paperResults.map((result) => [result, sum((row) => row.result === result)]),
  ) as Record<PaperResult, number>;
  return {
    waiting: sum(({ result, entries }) => result === null && entries < 2),
    forYou: sum(({ result, entries, is_yours }) => result === null && entries === 1 && !is_yours),
    different: sum(({ result, entries }) => result === null && entries === 2),
    results,
  };
}

const mostDifferences = 100;

/** Who typed what of the papers of which people typed different things. */
export async function differencesIn(
  db: Database,
  roundId: string,
  staffId: string,
  contentOf: (kept: PaperReading) => PaperContent,
): Promise<PaperDifference[]> {
  const different = db
    .selectFrom('paper_ballot')
    .innerJoin('paper_entry', 'paper_entry.paper_id', 'paper_ballot.id')
    .select('paper_ballot.id')
    .where('round_id', '=', roundId)
    .where('result', 'is', null)
    .groupBy('paper_ballot.id')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('paper_ballot.id')
    .limit(mostDifferences);
  const rows = await db
    .selectFrom('paper_entry')
    .leftJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'paper_entry.staff_id').on('staff.removed_at', 'is', null),
    )
    .select(['paper_id', 'content', 'staff.name', 'paper_entry.staff_id'])
    .where('paper_id', 'in', different)
    .orderBy('paper_id')
    .orderBy('paper_entry.staff_id')
    .execute();
  return [...new Set(rows.map(({ paper_id }) => paper_id))].map((id) => ({
    id,
    entries: rows
      .filter(({ paper_id }) => paper_id === id)
      .map(({ content, name, staff_id }) => ({
        ...{ ...contentOf(content), by: name, isYours: staff_id === staffId },
      })),
  }));
}

/** Erases of papers of rounds that are over whose they were and what was typed of those that were not settled. */
export async function erasePapers(db: DatabaseTransaction): Promise<void> {
  const over = db
    .selectFrom('round')
    .select('id')
    .where(({ or, eb }) => or([eb('closed', '=', true), eb('cancelled', '=', true)]));
  await db
    .deleteFrom('paper_entry')
    .where('paper_id', 'in', ({ selectFrom }) =>
      selectFrom('paper_ballot').select('id').where('round_id', 'in', over),
    )
    .execute();
  await db
    .updateTable('paper_ballot')
    .set({ credential_hash: null })
    .where('credential_hash', 'is not', null)
    .where('round_id', 'in', over)
    .execute();
}
