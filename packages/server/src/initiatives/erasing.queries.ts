import type { IdeaErasure } from '@buurt/domain/desk/erasing.js';
import { sql, type Transaction } from 'kysely';
import { ideaColumns } from '../ideas/ideas.queries.js';
import { changedAt } from '../ideas/version.queries.js';
import { proposalLine, renewRulesHash, withdraw } from '../rounds/round-changes.queries.js';
import { append, holdAlone } from '../rounds/round-log.queries.js';
import { findRoundRow, titleOfHidden, type RoundRow } from '../rounds/rounds.queries.js';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/tables.js';

/** What stays of an erased initiative in a round, because the hash of it stands in the log. */
export interface Remains {
  readonly roundId: string;
  readonly roundName: string;
  readonly proposalId: string;
}

/** What an initiative is a proposal of. */
const findProposalCandidates = (db: Database, initiativeId: string) =>
  db
    .selectFrom('proposal')
    .innerJoin('round', 'round.id', 'proposal.round_id')
    .selectAll('proposal')
    .select(['round.name', 'round.cancelled'])
    .where('proposal.initiative_id', '=', initiativeId)
    .orderBy('round.name')
    .execute();

/** Whether the words of a proposal stay with the round: once people could vote on them, a hash of them stands in its log. */
const keepsWords = ({ phase }: Pick<RoundRow, 'phase'>): boolean => phase !== 'announced';

/** Takes a proposal out of the vote and, before people vote, its words out of the round; whether words stay. */
async function takeFromRound(
  db: Transaction<Tables>,
  { name: _, cancelled: __, ...row }: Awaited<ReturnType<typeof findProposalCandidates>>[number],
): Promise<boolean> {
  await holdAlone(db, row.round_id);
  const round = await findRoundRow(db, row.round_id);
  if (!round || round.phase === 'closed') return true;
  await withdraw(db, row.round_id, row.id);
  if (keepsWords(round)) return true;
  const blank = { ...row, title: titleOfHidden, story: '', remark: null };
  await db
    .updateTable('proposal')
    .set({ title: blank.title, story: blank.story, remark: blank.remark })
    .where('round_id', '=', row.round_id)
    .where('id', '=', row.id)
    .execute();
  await renewRulesHash(db, row.round_id);
  await append(db, row.round_id, [{ ...proposalLine(blank), event: 'proposal-changed' }]);
  return false;
}

const erasedTitle = 'Gewist';

/** What goes with an initiative that is erased, and what stays of it. */
export async function erasureOf(
  db: Database,
  id: string,
): Promise<Omit<IdeaErasure, 'reference' | 'title' | 'version'>> {
  const of = (table: string) =>
    sql`(select count(*)::int from ${sql.table(table)} where initiative_id = ${id})`;
  const { rows } = await sql<
    Omit<IdeaErasure, 'reference' | 'title' | 'version' | 'keptInRounds' | 'leftRounds'>
  >`
    select ${of('contact')} as contacts, ${of('photo')} as photos, ${of('remark')} as remarks, ${of('offer')} as offers,
      ${of('support')} as supports, ${of('news')} as news, ${of('promise')} as promises,
      (select count(*)::int from follower where initiative_id = ${id} and not is_maker) as followers,
      exists (select 1 from promise where initiative_id = ${id}
        and (granted_cents is not null or spent_cents is not null)) as "keepsAmounts"`.execute(db);
  const [counts] = rows as [(typeof rows)[number]];
  const proposals = await findProposalCandidates(db, id);
  const rounds: (RoundRow | undefined)[] = [];
  for (const { round_id } of proposals) rounds.push(await findRoundRow(db, round_id));
  const named = (isMeant: (round: RoundRow) => boolean) =>
    rounds.flatMap((round) => (round && isMeant(round) ? [{ id: round.id, name: round.name }] : []));
  return { ...counts, keptInRounds: named(keepsWords), leftRounds: named(({ phase }) => phase !== 'closed') };
}

/** Takes the words out of its promises of money, and deletes the others; whether any money stays. */
async function keepAmountsOnly(db: Transaction<Tables>, initiativeId: string): Promise<boolean> {
  await db
    .deleteFrom('promise')
    .where('initiative_id', '=', initiativeId)
    .where('granted_cents', 'is', null)
    .where('spent_cents', 'is', null)
    .execute();
  const { numUpdatedRows } = await db
    .updateTable('promise')
    .set({ who: '', what: '' })
    .where('initiative_id', '=', initiativeId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes everything out of an initiative but its number, which proposals and promises of money name. */
async function emptied(db: Transaction<Tables>, id: string, at: Date): Promise<void> {
  const own = [
    'contact',
    'photo',
    'offer',
    'remark',
    'support',
    'news',
    'follower',
    'handover',
    'correction',
  ] as const;
  for (const table of [...own, 'source_count', 'initiative_rank_history', 'announcement'] as const)
    await db.deleteFrom(table).where('initiative_id', '=', id).execute();
  await db
    .updateTable('initiative')
    .set(ideaColumns({ title: erasedTitle, story: '' }))
    .set({ asked: '{}', status_reason: null })
    .set({ review: 'hidden', review_reason: null, ended_at: at, updated_at: changedAt(at) })
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('initiative_rank_history').where('initiative_id', '=', id).execute();
}

/**
 * Erases an initiative and everything that belongs to it. One that stands in a round keeps its row, emptied, and there its words
 * stay when people could vote on them: the log holds a hash of them, and without them nobody could check the result. Amounts
 * that were granted or spent stay too, without words: the sums of the cashbook are of the buurt, and must not change.
 */
export async function eraseInitiative(
  db: Transaction<Tables>,
  { id, title }: { readonly id: string; readonly title: string },
  at: Date,
): Promise<Remains[]> {
  const proposals = await findProposalCandidates(db, id);
  const remains: Remains[] = [];
  for (const proposal of proposals)
    if (await takeFromRound(db, proposal))
      remains.push({ roundId: proposal.round_id, roundName: proposal.name, proposalId: proposal.id });
  await db
    .deleteFrom('mail')
    .where(({ or, and, eb }) =>
      or([
        eb('initiative_id', '=', id),
        // From before mails named their initiative.
        and([
          eb('kind', '=', 'news'),
          eb('initiative_id', 'is', null),
          sql<boolean>`(position(${title}::text in subject) > 0 or position(${title}::text in text) > 0)`,
        ]),
      ]),
    )
    .execute();
  await db
    .deleteFrom('idempotency')
    .where(sql<boolean>`position(${id}::text in answer::text) > 0`)
    .execute();
  const hasMoney = await keepAmountsOnly(db, id);
  if (proposals.length > 0 || hasMoney) await emptied(db, id, at);
  else await db.deleteFrom('initiative').where('id', '=', id).execute();
  return remains;
}
