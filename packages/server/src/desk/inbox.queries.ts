import {
  inboxKinds,
  type DeskIdea,
  type DeskPromise,
  type IdeaMatch,
  type Inbox,
  type InboxEntry,
  type InboxKind,
  type StaffAct,
  type StaffActs,
} from '@buurt/domain/desk/inbox.js';
import { defaultIdeaSettings } from '@buurt/domain/ideas/settings.js';
import { sql, type RawBuilder } from 'kysely';
import { actorsIn, actsOf, type Act } from '../acts/acts.queries.js';
import { isWithin, type BuurtBound } from '../acts/within.js';
import { settingsOf } from '../buurten/buurten.queries.js';
import type { Database, Store } from '../db/open.js';
import { correctionsOf } from '../ideas/texts.queries.js';
import { ideas, referenceFrom } from '../ideas/review.queries.js';
import { findSimilar } from '../ideas/similar.queries.js';
import { versionOf } from '../ideas/version.queries.js';
import { placeOf } from '../initiatives/initiatives.queries.js';
import { newsOf } from '../initiatives/news.queries.js';
import { searchFor } from '../initiatives/search.queries.js';
import { photosForDesk } from '../photos/photos.queries.js';

/** So long a maker has before staff hear that they do not answer. */
const patientDays = 7;

const afterDays = (column: RawBuilder<unknown>, days: RawBuilder<unknown>) =>
  sql`${column} + make_interval(hours => 24 * ${days})`;

/** A neighbour waited too long for the maker, or the maker never hears of them. */
const isLeftTo = (at: Date, created: RawBuilder<unknown>) => sql`(
  ${created} <= ${new Date(at.getTime() - patientDays * 24 * 60 * 60 * 1000)}::timestamptz
  or not exists (select 1 from follower
    where follower.initiative_id = initiative.id and is_maker and confirmed_at is not null))`;

/** Who may make letters that another ordered, and where. */
export interface LetterMaker {
  readonly staffId: string;
  readonly buurten: BuurtBound;
}

const inBuurten = (buurten: BuurtBound) =>
  buurten === 'all' ? sql`true` : sql`buurt_code = any(${[...buurten]}::text[])`;

/** Votes with letters that wait for a second person: not for who ordered them. */
const letters = ({ staffId, buurten }: LetterMaker) => sql`
    union all
    select 'letters', round.id, null, round.buurt_code, round.name, ordered.since, null, ordered.since
    from (select round_id, min(ordered_at) as since from letter_order
        where made_at is null and cancelled_at is null and ordered_by <> ${staffId}::uuid
        group by round_id) as ordered
      join round on round.id = ordered.round_id
    where not round.closed and not round.cancelled and ${inBuurten(buurten)}`;

/** What waits, of each kind, as a table; `due` is when it should have been answered. Letters wait only for a `maker`. */
export const waiting = (at: Date, maker?: LetterMaker) => {
  const answerDays = sql`coalesce((buurt.settings ->> 'answerDays')::int, ${defaultIdeaSettings.answerDays}::int)`;
  const within = sql`${patientDays}::int`;
  return sql`(
    select 'idea' as kind, initiative.id, initiative.id as idea_id, initiative.buurt_code, initiative.title,
      initiative.created_at as since, ${afterDays(sql`initiative.created_at`, answerDays)} as answer_by,
      ${afterDays(sql`initiative.created_at`, answerDays)} as due
    from initiative join buurt on buurt.code = initiative.buurt_code
    where initiative.review = 'waiting'
    union all
    select 'remark', remark.id, initiative.id, initiative.buurt_code, remark.text, remark.created_at, null,
      ${afterDays(sql`remark.created_at`, within)}
    from remark join initiative on initiative.id = remark.initiative_id
    where remark.review = 'waiting' and initiative.review = 'published'
    union all
    select 'report', remark.id, initiative.id, initiative.buurt_code, remark.text, reported.since, null, reported.since
    from (select remark_id, min(created_at) as since from remark_report group by remark_id) as reported
      join remark on remark.id = reported.remark_id
      join initiative on initiative.id = remark.initiative_id
    where remark.review = 'published'
    union all
    select 'question', remark.id, initiative.id, initiative.buurt_code, remark.text, remark.created_at, null,
      ${afterDays(sql`remark.created_at`, within)}
    from remark join initiative on initiative.id = remark.initiative_id
    where remark.stance = 'question' and remark.review = 'published' and remark.answer is null
      and initiative.ended_at is null and ${isLeftTo(at, sql`remark.created_at`)}
    union all
    select 'offer', offer.id, initiative.id, initiative.buurt_code, initiative.title, offer.created_at, null,
      ${afterDays(sql`offer.created_at`, within)}
    from offer join initiative on initiative.id = offer.initiative_id
    where offer.outcome is null and offer.name is not null and initiative.review = 'published'
      and initiative.ended_at is null and ${isLeftTo(at, sql`offer.created_at`)}
    union all
    select 'mail', mail.id, initiative.id, coalesce(initiative.buurt_code, follower.buurt_code),
      coalesce(nullif(mail.subject, ''), initiative.title, ''), mail.failed_at, null, mail.failed_at
    from mail left join follower on follower.id = mail.follower_id
      left join handover on handover.id = mail.handover_id
      left join initiative
        on initiative.id = coalesce(mail.initiative_id, follower.initiative_id, handover.initiative_id)
    where mail.failed_at is not null
    ${maker ? letters(maker) : sql``}
  ) as waiting`;
};

interface InboxRow {
  readonly kind: InboxKind;
  readonly id: string;
  readonly idea_id: string | null;
  readonly buurt_code: string | null;
  readonly buurt_name: string | null;
  readonly title: string;
  readonly since: Date;
  readonly answer_by: Date | null;
  readonly due: Date;
}

/** Where a page of the inbox begins: behind this entry. */
export interface InboxCursor {
  readonly due: Date;
  readonly kind: InboxKind;
  readonly id: string;
}

const mostCharactersOfTitle = 120;

function onOneLine(text: string): string {
  const line = [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()];
  return line.length <= mostCharactersOfTitle
    ? line.join('')
    : `${line
        .slice(0, mostCharactersOfTitle - 1)
        .join('')
        .trimEnd()}…`;
}

const cursorOf = ({ due, kind, id }: InboxCursor) => `${due.toISOString()}_${kind}_${id}`;

/** The cursor that this text is; undefined when it is none. */
export function inboxCursorFrom(text: string): InboxCursor | undefined {
  const [due = '', kind, id = '', ...more] = text.split('_');
  const known = inboxKinds.find((each) => each === kind);
  const at = new Date(due);
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  if (!known || !isId || more.length > 0 || Number.isNaN(at.getTime()) || at.toISOString() !== due)
    return undefined;
  return { due: at, kind: known, id };
}

const entryFrom = ({ kind, id, idea_id, buurt_code, buurt_name, title, since, answer_by }: InboxRow) => ({
  ...{ kind, id, ideaId: idea_id, title: onOneLine(title) },
  buurt: buurt_code === null ? null : { code: buurt_code, name: buurt_name ?? buurt_code },
  ...{ since: since.toISOString(), answerBy: answer_by?.toISOString() ?? null },
});

const selectWaiting = (at: Date, maker?: LetterMaker) => sql`
    select waiting.kind, waiting.id, idea_id, buurt_code, buurt.name as buurt_name, left(title, 500) as title, since,
      answer_by, due
    from ${waiting(at, maker)} left join buurt on buurt.code = waiting.buurt_code`;

/** One thing that waits; undefined once it waits no more. */
export async function findWaiting(
  db: Database,
  { kind, id }: { readonly kind: Exclude<InboxKind, 'letters'>; readonly id: string },
  at: Date,
): Promise<InboxEntry | undefined> {
  const { rows } = await sql<InboxRow>`${selectWaiting(at)}
    where waiting.kind = ${kind} and waiting.id = ${id}::uuid`.execute(db);
  return rows[0] && entryFrom(rows[0]);
}

/**
 * What waits for staff in these buurten, that which should have been answered first on top. A mail that is of no buurt is in
 * that of all.
 */
export async function readInbox(
  db: Database,
  {
    buurten,
    maker,
    kind,
    at,
    after,
    limit,
  }: {
    readonly buurten: BuurtBound;
    /** Absent where no letters are asked for. */
    readonly maker?: LetterMaker | undefined;
    readonly kind?: InboxKind | undefined;
    readonly at: Date;
    readonly after?: InboxCursor | undefined;
    readonly limit: number;
  },
): Promise<Inbox> {
  const ofKind = kind === undefined ? sql`true` : sql`kind = ${kind}`;
  const behind = after
    ? sql`(due, kind, id) > (${after.due}::timestamptz, ${after.kind}::text, ${after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<InboxRow>`${selectWaiting(at, maker)}
    where ${inBuurten(buurten)} and ${ofKind} and ${behind}
    order by due, kind, id limit ${limit + 1}::int`.execute(db);
  const counted = await sql<{ kind: InboxKind; count: number }>`
    select kind, count(*)::int as count from ${waiting(at, maker)} where ${inBuurten(buurten)} group by kind`.execute(
    db,
  );
  const countOf = (of: InboxKind) => counted.rows.find((each) => each.kind === of)?.count ?? 0;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: page.map(entryFrom),
    counts: Object.fromEntries(inboxKinds.map((of) => [of, countOf(of)])) as Record<InboxKind, number>,
    next: rows.length > limit && last ? cursorOf(last) : null,
  };
}

/** An act as staff read it. */
export const shownAct = ({
  id,
  at,
  actor_kind,
  staff_id,
  staff_name,
  buurt_code,
  ...act
}: Act): StaffAct => ({
  ...{
    id,
    at: at.toISOString(),
    actor: actor_kind,
    staffId: staff_id,
    staffName: staff_name,
    name: act.name,
  },
  buurt: buurt_code === null ? null : { code: buurt_code, name: act.buurt_name },
  subject: { kind: act.subject_kind, id: act.subject_id },
  ...{ reference: act.reference, detail: act.detail },
});

/** What was done in these buurten, newest first, by whom, and where the next page begins. */
export async function staffActs(
  db: Database,
  {
    limit,
    ...filter
  }: {
    readonly buurten: BuurtBound;
    readonly staffId?: string | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<StaffActs> {
  const found = (await actsOf(db, { ...filter, limit: limit + 1 })).map(shownAct);
  const acts = found.slice(0, limit);
  const next = found.length > limit ? (acts.at(-1)?.id ?? null) : null;
  return { acts, staff: await actorsIn(db, filter.buurten), next };
}

const promisesWithId = (db: Database, initiativeId: string): Promise<DeskPromise[]> =>
  db
    .selectFrom('promise')
    .select(['id', 'who', 'what', 'due_on as dueOn', 'state'])
    .select(['granted_cents as grantedCents', 'spent_cents as spentCents'])
    .where('initiative_id', '=', initiativeId)
    .orderBy('due_on')
    .orderBy('id')
    .execute();

const mostFound = 30;

/** Ideas with these words, or with this number, in these buurten; the newest first. Without words, the newest of all. */
export const findIdeas = (
  store: Store,
  { q, buurten }: { readonly q: string; readonly buurten: BuurtBound },
): Promise<IdeaMatch[]> =>
  store.transaction(async (db) => {
    const meets = q === '' ? sql<boolean>`true` : await searchFor(db, q);
    const rows = await db
      .selectFrom('initiative')
      .innerJoin('buurt', 'buurt.code', 'initiative.buurt_code')
      .select(['initiative.id', 'reference', 'title', 'review as state', 'status', 'created_at'])
      .select(['buurt.code', 'buurt.name'])
      .where(({ or, eb }) => or([eb('reference', '=', referenceFrom(q)), meets]))
      .$if(buurten !== 'all', (query) => query.where('buurt_code', 'in', buurten as readonly string[]))
      .orderBy('created_at', 'desc')
      .orderBy('initiative.id')
      .limit(mostFound)
      .execute();
    return rows.map(({ code, name, created_at, ...idea }) => ({
      ...idea,
      buurt: { code, name },
      receivedAt: created_at.toISOString(),
    }));
  });

const mostActsOfIdea = 50;
const dayMs = 24 * 60 * 60 * 1000;

/** Everything that staff see of an idea; undefined when there is none in these buurten. */
export async function ideaForDesk(
  store: Store,
  id: string,
  buurten: BuurtBound,
): Promise<DeskIdea | undefined> {
  const { db } = store;
  const row = await ideas(db, {}).where('initiative.id', '=', id).executeTakeFirst();
  if (!row || !isWithin(buurten, row.buurt_code)) return undefined;
  const settings = settingsOf({ name: row.buurt_name, settings: row.settings });
  const hasContact = await db
    .selectFrom('contact')
    .select('initiative_id')
    .where('initiative_id', '=', id)
    .executeTakeFirst();
  const similar = await findSimilar(store, row.buurt_code, row.title);
  const acts = await actsOf(db, { idea: id, limit: mostActsOfIdea });
  const { theme, cost_min_cents: minCents, cost_max_cents: maxCents } = row;
  return {
    ...{ id, version: versionOf(row), reference: row.reference },
    buurt: { code: row.buurt_code, name: row.buurt_name },
    ...{ title: row.title, story: row.story, assets: row.assets, joiners: row.joiners },
    theme:
      theme === null
        ? null
        : { id: theme, name: settings.themes.find((each) => each.id === theme)?.name ?? null },
    place: placeOf(row),
    ...{ needs: row.needs, offers: row.offers },
    cost: minCents === null || maxCents === null ? null : { minCents, maxCents },
    photos: await photosForDesk(db, id),
    answers: Object.entries(row.answers).map(([key, text]) => ({
      ...{ id: key, text },
      label: settings.questions.find((each) => each.id === key)?.label ?? null,
    })),
    contact: hasContact ? { name: row.name, email: row.email, phone: row.phone } : null,
    ...{ state: row.review, reason: row.review_reason, status: row.status, statusReason: row.status_reason },
    receivedAt: row.created_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    answerBy: new Date(row.created_at.getTime() + settings.answerDays * dayMs).toISOString(),
    supportCount: row.supports,
    news: await newsOf(db, id),
    promises: await promisesWithId(db, id),
    similar: similar.filter((each) => each.id !== id),
    acts: acts.map(shownAct),
    corrections: (await correctionsOf(db, id)).map(({ act, title, story }) => ({ act, title, story })),
  };
}
