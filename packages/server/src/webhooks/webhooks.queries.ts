import { randomUUID } from 'node:crypto';
import type { InboxKind } from '@buurt/domain/desk/inbox.js';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction, Store } from '../db/open.js';
import { findWaiting, waiting } from '../desk/inbox.queries.js';
import { mostTries, pauseAfter, takenMs } from '../mail/retry-pauses.js';
import { postWebhook, webhookFailure, type WebhookTarget } from './post-webhook.js';

/** Has everything that waits, and of which a webhook did not hear yet, wait to be told; `toldTo` heard of all that. */
const enqueue = (db: Database, at: Date, toldTo?: string) =>
  sql`
    insert into webhook_message (id, webhook_id, kind, subject_id, at, next_at, sent_at)
    select gen_random_uuid(), webhook.id, waiting.kind, waiting.id, ${at}::timestamptz, ${at}::timestamptz,
      ${toldTo === undefined ? null : at}::timestamptz
    from webhook join ${waiting(at)} on webhook.buurt_code is null or webhook.buurt_code = waiting.buurt_code
    where webhook.disabled_at is null
      and (${toldTo ?? null}::uuid is null or webhook.id = ${toldTo ?? null}::uuid)
    on conflict (webhook_id, kind, subject_id) do nothing`.execute(db);

export interface NewWebhook extends WebhookTarget {
  readonly buurtCode: string | null;
}

/** Keeps a webhook; it hears of what comes from now on. */
export async function addWebhook(
  db: DatabaseTransaction,
  { url, secret, allowsPrivate, buurtCode }: NewWebhook,
  at: Date,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('webhook')
    .values({ id, url, secret, allows_private: allowsPrivate, buurt_code: buurtCode, created_at: at })
    .execute();
  await enqueue(db, at, id);
  return id;
}

/** All webhooks, with how many messages wait for each, and why the last try failed. */
export const listWebhooks = (db: Database) =>
  db
    .selectFrom('webhook')
    .leftJoin('buurt', 'buurt.code', 'webhook.buurt_code')
    .select(['webhook.id', 'webhook.url', 'webhook.disabled_at as disabledAt', 'buurt.name as buurtName'])
    .select(
      sql<number>`(select count(*)::int from webhook_message where webhook_id = webhook.id and sent_at is null
        and failed_at is null)`.as('waiting'),
    )
    .select(
      sql<string | null>`(select reason from webhook_message where webhook_id = webhook.id and sent_at is null
        and reason is not null order by next_at desc limit 1)`.as('reason'),
    )
    .orderBy('webhook.created_at')
    .orderBy('webhook.id')
    .execute();

/** A webhook by its id; undefined when there is none. */
export const findWebhook = (db: Database, id: string): Promise<WebhookTarget | undefined> =>
  db
    .selectFrom('webhook')
    .select(['url', 'secret', 'allows_private as allowsPrivate'])
    .where(sql<string>`id::text`, '=', id.toLowerCase())
    .executeTakeFirst();

/** Deletes a webhook with what waits for it; false when there was none. */
export async function removeWebhook(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook')
    .where(sql<string>`id::text`, '=', id.toLowerCase())
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What happened, by what waits since then. */
const eventTypes = {
  idea: 'idea.received',
  remark: 'remark.received',
  report: 'remark.reported',
  question: 'question.unanswered',
  offer: 'offer.unanswered',
  mail: 'mail.refused',
} as const satisfies Record<Exclude<InboxKind, 'letters'>, string>;

const atOnce = 100;

/** Messages that are due, each put off so that nobody else takes it meanwhile. */
const take = ({ db }: Store, at: Date) =>
  db
    .with('due', (query) =>
      query
        .selectFrom('webhook_message')
        .select('id')
        .where('next_at', '<=', at)
        .where('sent_at', 'is', null)
        .where('failed_at', 'is', null)
        .orderBy('next_at')
        .orderBy('id')
        .limit(atOnce)
        .forUpdate()
        .skipLocked(),
    )
    .with('taken', (query) =>
      query
        .updateTable('webhook_message')
        .set(({ eb }) => ({ next_at: new Date(at.getTime() + takenMs), tries: eb('tries', '+', 1) }))
        .where('id', 'in', (inner) => inner.selectFrom('due').select('id'))
        .returningAll(),
    )
    .selectFrom('taken')
    .innerJoin('webhook', 'webhook.id', 'taken.webhook_id')
    .select(['taken.id', 'taken.webhook_id as webhookId', 'taken.kind', 'taken.subject_id as subjectId'])
    .select(['taken.at', 'taken.tries', 'webhook.url', 'webhook.secret'])
    .select('webhook.allows_private as allowsPrivate')
    .orderBy('taken.at')
    .orderBy('taken.id')
    .execute();
type TakenMessage = Awaited<ReturnType<typeof take>>[number];

/** Puts off a message that was not taken, longer each time; one that was tried too often has failed. */
async function putOff({ db }: Store, { id, tries }: TakenMessage, reason: string, at: Date): Promise<void> {
  const next_at = new Date(at.getTime() + pauseAfter(tries));
  await db
    .updateTable('webhook_message')
    .set({ reason, next_at, ...(tries >= mostTries ? { failed_at: at } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Calls a webhook no more, because it said that it is gone. */
const disable = ({ transaction }: Store, { webhookId }: TakenMessage, at: Date) =>
  transaction(async (db) => {
    await db.updateTable('webhook').set({ disabled_at: at }).where('id', '=', webhookId).execute();
    await db
      .deleteFrom('webhook_message')
      .where('webhook_id', '=', webhookId)
      .where('sent_at', 'is', null)
      .execute();
  });

/** What sending needs. */
export interface WebhookSender {
  readonly store: Store;
  readonly publicUrl: string;
}

/** Tells a webhook of one thing, as it is now; false when it did not take it, so that the next one need not be tried. */
async function tell({ store, publicUrl }: WebhookSender, row: TakenMessage, at: Date): Promise<boolean> {
  const { id, kind, subjectId } = row;
  const entry = await findWaiting(store.db, { kind, id: subjectId }, at);
  if (!entry) return true;
  const { buurt, title, since, answerBy } = entry;
  const data = { kind, buurt, title, since, answerBy, link: `${publicUrl}/desk#/${kind}/${subjectId}` };
  const body = JSON.stringify({ type: eventTypes[kind], timestamp: row.at.toISOString(), data });
  try {
    const status = await postWebhook(row, { id, body }, at);
    if (status >= 200 && status < 300) {
      await store.db.updateTable('webhook_message').set({ sent_at: at }).where('id', '=', id).execute();
      return true;
    }
    if (status === 410) await disable(store, row, at);
    else await putOff(store, row, `answered ${String(status)}`, at);
  } catch (error) {
    await putOff(store, row, webhookFailure(error), at);
  }
  return false;
}

const giveBackMs = 60_000;

/** Gives back messages that were not tried, for a minute from now. */
async function giveBack({ db }: Store, rows: readonly TakenMessage[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await db
    .updateTable('webhook_message')
    .set(({ eb }) => ({ next_at: new Date(at.getTime() + giveBackMs), tries: eb('tries', '-', 1) }))
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
}

/**
 * Tells webhooks what waits for staff, each thing at least once: one that does not answer hears it again, later and later, for
 * two days, and holds up no other. What waits no more is not told.
 * @param stopping ends it after the messages that are on their way
 */
export async function sendWebhooks(sender: WebhookSender, at: Date, stopping?: AbortSignal): Promise<void> {
  const { store } = sender;
  const { db } = store;
  const any = await db.selectFrom('webhook').select('id').limit(1).executeTakeFirst();
  if (!any) return;
  await sql`
    delete from webhook_message where not exists (
      select 1 from ${waiting(at)} where waiting.kind = webhook_message.kind
        and waiting.id = webhook_message.subject_id)`.execute(db);
  await enqueue(db, at);
  const queues = new Map<string, TakenMessage[]>();
  for (const row of await take(store, at))
    queues.set(row.webhookId, [...(queues.get(row.webhookId) ?? []), row]);
  await Promise.all(
    [...queues.values()].map(async (rows) => {
      while (rows[0] && !stopping?.aborted) {
        const [row] = rows.splice(0, 1);
        if (row && !(await tell(sender, row, at))) break;
      }
      await giveBack(store, rows, at);
    }),
  );
}
