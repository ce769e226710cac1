import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { operator } from '../../../packages/server/src/acts/acts.queries.js';
import { DeskIdeaShape, InboxShape } from '../../../packages/server/src/desk/desk.schemas.js';
import { ideaForDesk, inboxCursorFrom, readInbox } from '../../../packages/server/src/desk/inbox.queries.js';
import { decideOnIdeas } from '../../../packages/server/src/ideas/ideas.service.js';
import { resolveReports } from '../../../packages/server/src/initiatives/remarks.service.js';
import { plansOf } from '../plans.js';
import { anIdea, buurtCode, Stage } from '../stage.js';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());
beforeEach(() => stage.clear({ moderated: true, answerDays: 10 }));

const daysAgo = (days: number) => new Date(stage.now.getTime() - days * 24 * 60 * 60 * 1000);
const all = { buurten: 'all', limit: 50 } as const;

async function inbox(of: Partial<Parameters<typeof readInbox>[1]> = {}) {
  const read = await readInbox(stage.store.db, { ...all, at: stage.now, ...of });
  return InboxShape.parse(JSON.parse(JSON.stringify(read)));
}
const waits = async (of: Partial<Parameters<typeof readInbox>[1]> = {}) =>
  (await inbox(of)).entries.map(({ kind, title }) => `${kind} ${title}`);

/** A maker whom mails reach. */
const addMaker = (initiative_id: string) =>
  stage.store.db
    .insertInto('follower')
    .values({
      ...{ id: randomUUID(), initiative_id, email: 'sam@voorbeeld.nl', is_maker: true },
      ...{ asked_at: daysAgo(90), confirmed_at: daysAgo(90) },
    })
    .execute();

async function addRemark(
  initiative_id: string,
  text: string,
  days: number,
  of: object = {},
): Promise<string> {
  const id = randomUUID();
  await stage.store.db
    .insertInto('remark')
    .values({
      ...{ id, initiative_id, stance: 'for', text, name: null, created_at: daysAgo(days) },
      ...{ review: 'published', ...of },
    })
    .execute();
  return id;
}

async function addOffer(initiative_id: string, days: number, of: object = {}): Promise<string> {
  const id = randomUUID();
  await stage.store.db
    .insertInto('offer')
    .values({
      ...{ id, initiative_id, kinds: ['time'], message: '', name: 'Jo', contact: 'jo@voorbeeld.nl' },
      ...{ created_at: daysAgo(days), ...of },
    })
    .execute();
  return id;
}

const report = (remark_id: string, days: number) =>
  stage.store.db
    .insertInto('remark_report')
    .values({ id: randomUUID(), remark_id, reason: 'Dit klopt niet.', created_at: daysAgo(days) })
    .execute();

describe('What waits for staff', () => {
  it('is nothing, and says so', async () => {
    await stage.addInitiative();
    const { entries, counts, next } = await inbox();
    assert.deepEqual([entries, next], [[], null]);
    assert.deepEqual(counts, { idea: 0, remark: 0, report: 0, question: 0, offer: 0, mail: 0, letters: 0 });
  });

  it('is an idea that nobody read, with the day that its maker was promised', async () => {
    const id = await stage.addInitiative({
      title: 'Een\n bankje',
      review: 'waiting',
      publishedAt: daysAgo(3),
    });
    const { entries } = await inbox();
    assert.deepEqual(entries, [
      {
        ...{ kind: 'idea', id, ideaId: id, title: 'Een bankje' },
        buurt: { code: buurtCode, name: 'Lindenkwartier' },
        ...{ since: daysAgo(3).toISOString(), answerBy: daysAgo(-7).toISOString() },
      },
    ]);
  });

  it('is a question or an offer once its maker had a week, or at once when no mail reaches them', async () => {
    const [reached, unreached] = [
      await stage.addInitiative(),
      await stage.addInitiative({ title: 'Schuur' }),
    ];
    const ended = await stage.addInitiative({ title: 'Klaar', status: 'done' });
    await addMaker(reached);
    const question = { stance: 'question' };
    await addRemark(reached, 'Een week oud?', 7.1, question);
    await addRemark(reached, 'Net gevraagd?', 6.9, question);
    const said = { answer: 'Ja.', answered_by: 'maker', answered_at: stage.now };
    await addRemark(reached, 'Beantwoord?', 30, { ...question, ...said });
    await addRemark(unreached, 'Van wie niets hoort?', 1, question);
    await addRemark(unreached, 'Geen vraag', 30);
    await addRemark(ended, 'Te laat?', 30, question);
    await addOffer(reached, 7.2);
    await addOffer(reached, 6);
    await addOffer(reached, 30, { outcome: 'joined', answered_by: 'maker', answered_at: stage.now });
    await addOffer(unreached, 0.5);
    await addOffer(unreached, 30, { name: null, contact: null });
    await addOffer(ended, 30);
    assert.deepEqual(await waits(), [
      'offer Een lange tafel',
      'question Een week oud?',
      'question Van wie niets hoort?',
      'offer Schuur',
    ]);
  });

  it('is a remark that nobody read, and one that was reported, until somebody looked at it', async () => {
    const idea = await stage.addInitiative();
    await addRemark(idea, 'Nieuw', 1, { review: 'waiting' });
    const reported = await addRemark(idea, `Lelijk ${'x'.repeat(300)}`, 20);
    await report(reported, 2);
    await report(reported, 1);
    await report(await addRemark(idea, 'Verborgen', 20, { review: 'hidden' }), 2);
    const { entries, counts } = await inbox();
    assert.deepEqual(
      entries.map(({ kind, since }) => [kind, since]),
      [
        ['report', daysAgo(2).toISOString()],
        ['remark', daysAgo(1).toISOString()],
      ],
    );
    assert.match(entries[0]?.title ?? '', /^Lelijk x{112}…$/);
    assert.deepEqual([counts.report, counts.remark], [1, 1]);
    await stage.store.transaction((db) => resolveReports(db, [reported], { by: operator, at: stage.now }));
    assert.deepEqual(await waits(), ['remark Nieuw']);
  });

  it('is a mail that was refused, not one that still goes', async () => {
    const idea = await stage.addInitiative();
    await addMaker(idea);
    const { id: follower_id } = await stage.store.db
      .selectFrom('follower')
      .select('id')
      .executeTakeFirstOrThrow();
    const mail = { follower_id, initiative_id: idea, kind: 'news', text: '', next_at: stage.now } as const;
    await stage.store.db
      .insertInto('mail')
      .values([
        { id: randomUUID(), ...mail, subject: 'Geweigerd', failed_at: daysAgo(1), reason: '550' },
        { id: randomUUID(), ...mail, subject: 'Onderweg' },
      ])
      .execute();
    assert.deepEqual(await waits(), ['mail Geweigerd']);
  });

  it('stays within the buurten of who asks', async () => {
    await stage.addBuurt('BU9999AA02', 'Molenbuurt');
    await stage.addInitiative({ title: 'Hier', review: 'waiting' });
    await stage.addInitiative({ title: 'Daar', review: 'waiting', buurt: 'BU9999AA02' });
    assert.deepEqual(await waits({ buurten: [buurtCode] }), ['idea Hier']);
    assert.equal((await inbox({ buurten: [buurtCode] })).counts.idea, 1);
    assert.deepEqual(await waits({ buurten: [] }), []);
    assert.equal((await waits()).length, 2);
  });

  it('comes page by page, what should have been answered first on top, each once', async () => {
    const idea = await stage.addInitiative();
    for (let nth = 0; nth < 5; nth++) {
      await stage.addInitiative({
        title: `Idee ${String(nth)}`,
        review: 'waiting',
        publishedAt: daysAgo(nth),
      });
      await addRemark(idea, `Vraag ${String(nth)}`, nth, { stance: 'question' });
    }
    const whole = await waits();
    assert.equal(whole.length, 10);
    assert.deepEqual(whole.slice(0, 2), ['question Vraag 4', 'question Vraag 3']);
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox({
        limit: 3,
        after: cursor === null ? undefined : inboxCursorFrom(cursor),
      });
      found.push(...page.entries.map(({ kind, title }) => `${kind} ${title}`));
      cursor = page.next;
    } while (cursor !== null);
    assert.deepEqual(found, whole);
    assert.deepEqual(await waits({ kind: 'idea', limit: 2 }), ['idea Idee 4', 'idea Idee 3']);
  });

  it('takes no cursor that it did not make', () => {
    const right = `2026-11-23T10:00:00.000Z_idea_${randomUUID()}`;
    assert.ok(inboxCursorFrom(right));
    for (const wrong of ['', 'x', right.replace('idea', 'wish'), `${right}_`, right.replace('2026', '26')])
      assert.equal(inboxCursorFrom(wrong), undefined, wrong);
  });
});

describe('The inbox of a thousand ideas, in a country of initiatives', () => {
  it('finds what waits without going through all that there is', async () => {
    const { db } = stage.store;
    await sql`insert into initiative (id, buurt_code, reference, title, story, review, created_at, published_at, updated_at)
      select gen_random_uuid(), ${buurtCode}, 'r' || n, 'Idee ' || n, 'x',
        case when n <= 1000 then 'waiting' else 'published' end, now() - n * interval '1 minute',
        case when n <= 1000 then null else now() end, now()
      from generate_series(1, 6000) n`.execute(db);
    await sql`insert into remark (id, initiative_id, stance, text, review, created_at)
      select gen_random_uuid(), id, 'for', 'x', 'published', now() from initiative where review = 'published'`.execute(
      db,
    );
    await sql`insert into offer (id, initiative_id, kinds, message, name, contact, created_at, outcome, answered_by, answered_at)
      select gen_random_uuid(), id, '{time}', '', 'Jo', 'jo@voorbeeld.nl', now(), 'joined', 'maker', now()
      from initiative where review = 'published'`.execute(db);
    await sql`vacuum analyze`.execute(db);
    const found = await readInbox(db, { ...all, at: new Date() });
    assert.equal(found.counts.idea, 1000);
    const plans = await plansOf(stage.store, 'initiative', (store) =>
      readInbox(store.db, { ...all, at: new Date() }),
    );
    assert.equal(plans.length, 2);
    const asked = plans.join('\n\n');
    for (const index of ['initiative_waiting', 'remark_waiting', 'question_unanswered', 'offer_unanswered'])
      assert.match(asked, new RegExp(index));
    assert.doesNotMatch(asked, /Seq Scan on (initiative|remark|offer|mail)\b/);
  });
});

describe('An idea, as staff see it', () => {
  it('has all that was handed in, how to reach its maker, what is like it, and what was done', async () => {
    const like = await stage.addInitiative({ title: 'Lange tafel op het plein' });
    const answer = await stage.handIn({
      ...anIdea,
      ...{ theme: 'green', name: 'Sam', email: 'sam@voorbeeld.nl' },
      place: { lat: 52.003, lon: 5.003, address: 'Plein 3' },
    });
    const { id, reference } = (await answer.json()) as { id: string; reference: string };
    await stage.store.transaction((db) =>
      decideOnIdeas(db, [id], { state: 'declined', reason: 'Te druk.' }, { by: operator, at: stage.now }),
    );
    await stage.store.transaction((db) =>
      decideOnIdeas(db, [id], { state: 'published', reason: null }, { by: operator, at: stage.now }),
    );
    const idea = await ideaForDesk(stage.store, id, [buurtCode]);
    const { similar, acts, ...rest } = DeskIdeaShape.parse(JSON.parse(JSON.stringify(idea)));
    assert.deepEqual(rest, {
      // Another after each of the two decisions, also in the same millisecond.
      ...{ id, version: new Date(stage.now.getTime() + 2).toISOString(), reference },
      buurt: { code: buurtCode, name: 'Lindenkwartier' },
      ...{ title: anIdea.title, story: anIdea.story, assets: '', joiners: '' },
      theme: { id: 'green', name: { nl: 'Groen en natuur', en: 'Green and nature' } },
      place: { lat: 52.003, lon: 5.003, address: 'Plein 3' },
      ...{ needs: [], offers: [], cost: null, photos: [], corrections: [], answers: [] },
      contact: { name: 'Sam', email: 'sam@voorbeeld.nl', phone: null },
      ...{ state: 'published', reason: null, status: 'new', statusReason: null },
      ...{ receivedAt: stage.now.toISOString(), publishedAt: stage.now.toISOString() },
      ...{ answerBy: daysAgo(-10).toISOString(), supportCount: 0, news: [], promises: [] },
    });
    assert.deepEqual(
      similar.map((each) => each.id),
      [like],
    );
    assert.deepEqual(
      acts.map(({ name, actor, reference: number, detail }) => [name, actor, number, detail]),
      [
        ['idea.published', 'operator', reference, { was: 'declined' }],
        ['idea.declined', 'operator', reference, { was: 'waiting' }],
      ],
    );
  });

  it('is not there in another buurt, and without how to reach a maker once that was erased', async () => {
    const id = await stage.addInitiative({ review: 'waiting' });
    assert.equal(await ideaForDesk(stage.store, id, ['BU9999AA02']), undefined);
    assert.equal(await ideaForDesk(stage.store, randomUUID(), 'all'), undefined);
    assert.equal((await ideaForDesk(stage.store, id, 'all'))?.contact, null);
  });
});
