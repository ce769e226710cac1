import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import {
  type retentions,
  personalColumns,
  type PersonalField,
} from '../../../packages/server/src/db/personal-fields.js';
import { erase, forget, tidy } from '../../../packages/server/src/db/retention.queries.js';
import { confirmFollower, stopFollowing } from '../../../packages/server/src/followers/followers.queries.js';
import { OperatorOnStage } from '../operator-stage.js';
import { aProposal, RoundOnStage } from '../round-stage.js';
import { anIdea, buurtCode, codeCost, Stage } from '../stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open({ codeCost });
  operator = await OperatorOnStage.enter(stage.store);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(() => stage.clear({ moderated: false, contactKeptDays: 30 }));

const inDays = (days: number) => new Date(stage.now.getTime() + days * 24 * 60 * 60 * 1000);
const contacts = async () =>
  (await stage.store.db.selectFrom('contact').select('email').execute()).map(({ email }) => email);

async function handInAndEnd(
  change: { status: 'done' | 'declined' } | { review: 'declined' | 'hidden' },
): Promise<string> {
  const { id } = await (await stage.handIn({ ...anIdea, name: 'Sam', email: 'sam@voorbeeld.nl' })).json();
  await stage.store.db
    .updateTable('initiative')
    .set({ ...change, updated_at: stage.now })
    .where('id', '=', id)
    .execute();
  return id;
}

describe('Who made an idea', () => {
  for (const change of [
    { status: 'done' },
    { status: 'declined' },
    { review: 'declined' },
    { review: 'hidden' },
  ] as const)
    it(`is erased so many days after it ended by ${JSON.stringify(change)}, not before`, async () => {
      await handInAndEnd(change);
      await erase(stage.store, inDays(29));
      assert.deepEqual(await contacts(), ['sam@voorbeeld.nl']);
      await erase(stage.store, inDays(31));
      assert.deepEqual(await contacts(), []);
    });

  it('is not shown any more with what he made', async () => {
    const id = await handInAndEnd({ status: 'done' });
    assert.equal((await (await stage.get(`/initiatives/${id}`)).json()).initiator, 'Sam');
    await erase(stage.store, inDays(31));
    assert.equal((await (await stage.get(`/initiatives/${id}`)).json()).initiator, null);
  });

  it('is kept while the initiative goes on, and when it starts again', async () => {
    await stage.handIn({ ...anIdea, email: 'sam@voorbeeld.nl' });
    const id = await handInAndEnd({ status: 'done' });
    await stage.store.db.updateTable('initiative').set({ status: 'underway' }).where('id', '=', id).execute();
    await erase(stage.store, inDays(4000));
    assert.equal((await contacts()).length, 2);
  });
});

describe('Who offered something', () => {
  it('is erased with the initiator; that something was offered stays', async () => {
    const id = await stage.addInitiative({ status: 'new' });
    await stage.post(`/initiatives/${id}/offers`, {
      kinds: ['time'],
      message: 'Ik help.',
      name: 'Jo',
      contact: '06 12345678',
    });
    await stage.store.db.updateTable('initiative').set({ status: 'done', updated_at: stage.now }).execute();
    assert.equal((await erase(stage.store, inDays(31))).offers, 1);
    const [left] = await stage.store.db.selectFrom('offer').select(['name', 'contact', 'kinds']).execute();
    assert.deepEqual(left, { name: null, contact: null, kinds: ['time'] });
    assert.equal((await erase(stage.store, inDays(31))).offers, 0);
  });
});

describe('What no idea asked for', () => {
  it('is erased: a photo after six hours, a key after a week', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const { id } = await (await stage.upload(photo)).json();
    const key = { 'Idempotency-Key': randomUUID() };
    const idea = { ...anIdea, photos: [{ id, alt: '' }] };
    await stage.handIn(idea, key);
    await stage.upload(photo);
    const none = { contacts: 0, offers: 0, followers: 0, photos: 0, keys: 0 };
    assert.deepEqual(await erase(stage.store, inDays(0.24)), none);
    assert.deepEqual(await erase(stage.store, inDays(0.26)), { ...none, photos: 1, keys: 2 });
    assert.equal((await stage.handIn(idea, key)).headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(await erase(stage.store, inDays(7.1)), { ...none, keys: 1 });
    const left = await stage.store.db.selectFrom('photo').select('id').execute();
    assert.deepEqual(left, [{ id }]);
  });

  it('leaves its room to others', async () => {
    await tidy(stage.store);
    assert.equal((await stage.handIn(anIdea)).status, 201);
  });
});

/** Stands in every column that holds something about somebody: as a word, in a file as its bytes, in a number as its digits. */
const marker = 'zwaluwnest';
const markerDigits = '0031731';
/** A day on which nothing else happens, for columns that hold a moment. */
const markerDay = '31731-03-17';
const email = `${marker}@voorbeeld.nl`;

/** Every column of every table in which the marker stands. */
async function markedColumns(): Promise<string[]> {
  const { db } = stage.store;
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ key: string }>`
      select distinct pair.key from ${sql.table(name)} as line cross join jsonb_each_text(to_jsonb(line)) as pair
      where position(${marker}::text in lower(pair.value)) > 0 or position(${markerDigits}::text in pair.value) > 0
        or position(${markerDay}::text in pair.value) > 0
        or position(encode(convert_to(${marker}::text, 'UTF8'), 'hex') in pair.value) > 0`.execute(db);
    found.push(...rows.map(({ key }) => `${name}.${key}`));
  }
  return found.toSorted();
}

const columnsThat = (fits: (field: PersonalField) => boolean) =>
  Object.entries(personalColumns)
    .filter(([, field]) => fits(field))
    .map(([column]) => column)
    .toSorted();

/**
 * Somebody of whom something stands in every column that there is for it.
 * @param refused whether the mails that tell of them were refused for good; else they wait
 */
async function everywhere(refused: boolean): Promise<{ id: string; follower: string }> {
  const { db } = stage.store;
  const { now } = stage;
  const day = now.toISOString().slice(0, 10);
  const questions = [
    ['shown', true],
    ['private', false],
  ].map(([id, shown]) => ({ id, shown, label: { nl: 'Vraag', en: 'Question' }, max: 100, required: false }));
  const settings = JSON.stringify({ moderated: false, contactKeptDays: 30, questions });
  await db.updateTable('buurt').set({ settings }).execute();
  const answer = await stage.handIn({
    ...{ title: `Idee ${marker}`, story: `Over ${marker}.`, assets: marker, joiners: marker, consent: true },
    ...{ name: marker, email, answers: { shown: 'Ja', private: marker } },
    place: { lat: 52.0031731, lon: 5.0031731, address: `${marker} 3` },
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  const { id } = (await answer.json()) as { id: string };
  const of = { initiative_id: id };
  await db.updateTable('contact').set({ phone: marker }).execute();
  await db.updateTable('initiative').set({ status_reason: marker, review_reason: marker }).execute();
  const photo = randomUUID();
  await db
    .insertInto('photo')
    .values({
      id: photo,
      ...of,
      alt: marker,
      source: marker,
      created_at: now,
      hidden_at: now,
      hidden_reason: marker,
    })
    .execute();
  await db
    .insertInto('photo_file')
    .values({ photo_id: photo, width: 640, height: 480, bytes: Buffer.from(marker) })
    .execute();
  await db
    .insertInto('news')
    .values({ id: randomUUID(), ...of, at: now, text: marker })
    .execute();
  await db
    .insertInto('promise')
    .values({ id: randomUUID(), ...of, who: marker, what: marker, due_on: '2027-01-01', state: 'open' })
    .execute();
  await aroundIdea(id);
  await followers(id, refused);
  await inVote(id);
  await db
    .insertInto('correction')
    .values({ act_id: 1, ...of, at: now, title: marker, story: marker })
    .execute();
  await db
    .insertInto('source_count')
    .values({ kind: 'remark', ...of, day, source: marker, count: 1 })
    .execute();
  await db
    .insertInto('idea_source_count')
    .values({ buurt_code: buurtCode, day, source: marker, count: 1 })
    .execute();
  await db.insertInto('cast_count').values({ day, code_hash: marker, count: 1 }).execute();
  await removedStaff(id);
  await db.insertInto('owner_link_request').values({ mailbox_hash: marker, at: now }).execute();
  await db
    .insertInto('handover')
    .values({
      ...{ id: randomUUID(), initiative_id: id, email, locale: 'nl', text: marker, asked_at: now },
      expires_at: inDays(14),
    })
    .execute();
  await db
    .insertInto('idempotency')
    .values({
      ...{ scope: 'idea', key: randomUUID(), fingerprint: marker },
      ...{ answer: JSON.stringify({ reference: marker }), created_at: now },
    })
    .execute();
  const { id: follower } = await db
    .selectFrom('follower')
    .select('id')
    .where('buurt_code', '=', buurtCode)
    .executeTakeFirstOrThrow();
  return { id, follower };
}

/** The marked person as somebody who worked at the desk until today, with what they logged in with and what they did. */
async function removedStaff(ideaId: string): Promise<void> {
  const { db } = stage.store;
  const [at, staff_id] = [stage.now, randomUUID()];
  await db
    .insertInto('staff')
    .values({
      ...{ id: staff_id, email, name: marker, invited_at: at, removed_at: at },
      ...{ oidc_issuer: 'https://login.example', oidc_subject: marker },
    })
    .execute();
  await sql`update staff set last_login_at = ${`${markerDay}T12:00:00Z`}::text::timestamptz`.execute(db);
  await db
    .insertInto('act')
    .values({
      ...{ at, actor_kind: 'staff', staff_id, staff_name: marker, name: 'idea.published' },
      ...{ buurt_code: buurtCode, subject_kind: 'idea', subject_id: ideaId, detail: '{}' },
    })
    .execute();
  await db.insertInto('login_link').values({ hash: marker, staff_id, expires_at: at }).execute();
  await db
    .insertInto('desk_session')
    .values({ hash: marker, staff_id, created_at: at, seen_at: at, id_token: marker })
    .execute();
  await db.insertInto('feed_token').values({ hash: marker, staff_id, created_at: at }).execute();
  await db.insertInto('login_request').values({ mailbox_hash: marker, at }).execute();
  await db.insertInto('finished_login').values({ state_hash: marker, expires_at: at }).execute();
}

/** Offers, remarks, a report and support of the marked person. */
async function aroundIdea(initiative_id: string): Promise<void> {
  const { db } = stage.store;
  const created_at = stage.now;
  const said = { answer: marker, answered_by: 'maker', answered_at: created_at } as const;
  await db
    .insertInto('offer')
    .values({
      ...{ id: randomUUID(), initiative_id, kinds: [marker as 'time'], message: marker, name: marker },
      ...{ contact: email, created_at, outcome: 'joined', ...said },
    })
    .execute();
  const remark = randomUUID();
  await db
    .insertInto('remark')
    .values([
      {
        ...{ id: remark, initiative_id, stance: 'question', text: marker, name: marker },
        ...{ review: 'published', created_at, ...said },
      },
      {
        ...{ id: randomUUID(), initiative_id, stance: 'against', text: `Nooit getoond: ${marker}` },
        ...{ name: marker, created_at },
      },
    ])
    .execute();
  await db
    .insertInto('remark_report')
    .values({ id: randomUUID(), remark_id: remark, reason: marker, created_at })
    .execute();
  await db.insertInto('support').values({ initiative_id, browser_key_hash: marker, created_at }).execute();
}

/** The marked person as maker who gets mails and as follower of the buurt, and a mail about their offer to somebody else. */
async function followers(initiative_id: string, refused: boolean): Promise<void> {
  const { db } = stage.store;
  const { now } = stage;
  const maker = await db.selectFrom('follower').select('id').executeTakeFirstOrThrow();
  await confirmFollower(db, maker.id, now);
  const [ofBuurt, other] = [randomUUID(), randomUUID()];
  const asked = { asked_at: now, confirmed_at: now };
  await db
    .insertInto('follower')
    .values([
      { id: ofBuurt, buurt_code: buurtCode, email, page: `https://${marker}.nl`, ...asked },
      { id: other, initiative_id, email: 'ander@voorbeeld.nl', ...asked },
    ])
    .execute();
  await db.insertInto('confirmation_request').values({ mailbox: email, at: now }).execute();
  await db.deleteFrom('mail').execute();
  const { id: offer_id } = await db.selectFrom('offer').select('id').executeTakeFirstOrThrow();
  const text = { subject: marker, text: marker, reason: marker, next_at: now };
  const failed_at = refused ? now : null;
  await db
    .insertInto('mail')
    .values([
      { id: randomUUID(), follower_id: maker.id, kind: 'receipt', ...text, failed_at },
      { id: randomUUID(), follower_id: ofBuurt, initiative_id, kind: 'news', ...text, failed_at },
      { id: randomUUID(), follower_id: other, initiative_id, offer_id, kind: 'offer', ...text, failed_at },
    ])
    .execute();
}

/** The idea of the marked person in a vote that is over, and their vote. */
async function inVote(initiativeId: string): Promise<void> {
  const { db } = stage.store;
  const words = { title: marker, story: marker, remark: marker };
  const { id: round_id } = await RoundOnStage.open(stage, 0, {
    proposals: [aProposal('a', 100, { initiativeId, ...words })],
  });
  const of = { round_id, credential_hash: marker };
  await db
    .insertInto('credential')
    .values({ ...of, batch: 3, letter_hash: marker })
    .execute();
  const lines = JSON.stringify([{ proposalId: marker }]);
  await db
    .insertInto('ballot')
    .values({ ...of, lines, channel: 'online', version: 1, receipt: marker })
    .execute();
  await db
    .insertInto('ballot_key')
    .values({ ...of, key: randomUUID(), fingerprint: marker, version: 1 })
    .execute();
  await db
    .insertInto('round_log')
    .values({
      round_id,
      position: 1000,
      event: 'cast',
      subject: marker,
      version: 1,
      digest: marker,
      hash: 'x',
    })
    .execute();
  const paper_id = randomUUID();
  await db
    .insertInto('paper_ballot')
    .values({ id: paper_id, ...of })
    .execute();
  await db
    .insertInto('paper_entry')
    .values({ paper_id, staff_id: randomUUID(), content: JSON.stringify({ voidReason: marker }) })
    .execute();
  await db.updateTable('round').set({ closed: true }).where('id', '=', round_id).execute();
}

const isOneOf =
  (...kept: (keyof typeof retentions)[]) =>
  (field: PersonalField) =>
    kept.includes(field.kept);
const all = columnsThat(() => true);
const without = (...gone: readonly string[]) => all.filter((each) => !gone.includes(each));

describe('Of somebody of whom something stands in every column', () => {
  it('nothing stands in a column that docs/privacy.md does not name', async () => {
    await everywhere(true);
    assert.deepEqual(await markedColumns(), all);
  });

  for (const ended of ['done', 'hidden'] as const)
    it(`only the idea, the vote and what they follow stay once an idea that is ${ended} is long over`, async () => {
      const { id, follower } = await everywhere(ended === 'done');
      const end = ended === 'done' ? ({ status: 'done' } as const) : ({ review: 'hidden' } as const);
      await stage.store.db
        .updateTable('initiative')
        .set({ ...end, updated_at: stage.now })
        .where('id', '=', id)
        .execute();
      await erase(stage.store, inDays(29));
      const early = await markedColumns();
      for (const column of columnsThat(isOneOf('days'))) assert.ok(early.includes(column), column);
      await erase(stage.store, inDays(31));
      const stays = columnsThat(isOneOf('idea', 'vote', 'act'));
      assert.deepEqual(await markedColumns(), [...stays, 'follower.email', 'follower.page'].toSorted());
      await stopFollowing(stage.store.db, follower);
      assert.deepEqual(await markedColumns(), stays);
      const { db } = stage.store;
      const remarks = await db.selectFrom('remark').select(['text', 'name', 'answer']).execute();
      assert.deepEqual(remarks, [{ text: marker, name: null, answer: marker }]);
      const { answers } = await db.selectFrom('initiative').select('answers').executeTakeFirstOrThrow();
      assert.deepEqual(answers, { shown: 'Ja' });
    });

  it('hashes of addresses go within two days and answers to requests and refused mails in a week, while an idea goes on', async () => {
    await everywhere(true);
    await erase(stage.store, inDays(2.1));
    assert.deepEqual(
      await markedColumns(),
      without(...columnsThat(isOneOf('day', 'letter', 'paper', 'login', 'session'))),
    );
    await erase(stage.store, inDays(7.1));
    const gone = columnsThat(isOneOf('day', 'letter', 'paper', 'week', 'sending', 'login', 'session'));
    assert.deepEqual(await markedColumns(), without(...gone));
    await erase(stage.store, inDays(4000));
    assert.deepEqual(
      await markedColumns(),
      without(...gone, ...columnsThat(isOneOf('handover', 'staff', 'feed'))),
    );
  });

  it('everything that "buurt forget" erases is gone at once, and nothing else', async () => {
    await everywhere(false);
    await stage.store.transaction((db) => forget(db, email.toUpperCase()));
    assert.deepEqual(
      await markedColumns(),
      columnsThat(({ erasedBy }) => !erasedBy.includes('buurt forget')),
    );
  });

  it('"buurt forget" erases by a telephone number the address too that was left beside it', async () => {
    await everywhere(false);
    await stage.store.db.updateTable('contact').set({ phone: '06-12345678' }).execute();
    await stage.store.transaction((db) => forget(db, '+31 6 12345678'));
    assert.deepEqual(
      await markedColumns(),
      columnsThat(({ erasedBy }) => !erasedBy.includes('buurt forget')),
    );
  });

  it('"buurt forget" takes no address for a telephone number, nor the reverse, whatever digits are in it', async () => {
    const sam = { email: 'sam612345678@voorbeeld.nl' };
    const noor = { email: 'noor@voorbeeld.nl', phone: '06-12345678' };
    for (const { email } of [sam, noor]) await stage.handIn({ ...anIdea, email });
    const { phone } = noor;
    await stage.store.db.updateTable('contact').set({ phone }).where('email', '=', noor.email).execute();
    await stage.store.transaction((db) => forget(db, sam.email));
    assert.deepEqual(await contacts(), [noor.email]);
    await stage.handIn({ ...anIdea, email: sam.email });
    await stage.store.transaction((db) => forget(db, noor.phone));
    assert.deepEqual(await contacts(), [sam.email]);
  });

  it('"buurt ideas erase" takes what it names, and leaves the mails about others', async () => {
    const { id, follower } = await everywhere(false);
    const other = await stage.addInitiative({ title: `Ook ${marker}` });
    const mail = { id: randomUUID(), follower_id: follower, initiative_id: other, kind: 'news' } as const;
    await stage.store.db
      .insertInto('mail')
      .values({ ...mail, subject: `Idee ${marker}`, text: 'Iets anders', next_at: stage.now })
      .execute();
    const { exitCode, err } = await operator.types('ideas', 'erase', id, '--yes');
    assert.equal(exitCode, 0, err);
    const mails = await stage.store.db.selectFrom('mail').select('id').execute();
    assert.deepEqual(mails, [{ id: mail.id }]);
    await stage.store.db.deleteFrom('initiative').where('id', '=', other).execute();
    assert.deepEqual(
      await markedColumns(),
      columnsThat(({ erasedBy }) => !erasedBy.includes('buurt ideas erase')),
    );
  });
});
