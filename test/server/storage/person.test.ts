import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { roundFrom } from '@buurt/domain/rounds/round-json.js';
import { sql } from 'kysely';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { confirmFollower } from '../../../packages/server/src/followers/followers.queries.js';
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
beforeEach(() => stage.clear({ moderated: false }));

const fromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

async function says(...argv: string[]): Promise<string> {
  const { exitCode, out, err } = await operator.types(...argv);
  assert.equal(exitCode, 0, err);
  return out;
}

interface Found {
  readonly place: string;
  readonly id: string;
  readonly field: string;
  readonly text: string;
  readonly erase: string;
}

const find = async (text: string) => JSON.parse(await says('person', 'find', text, '--json')) as Found[];
const placesOf = async (text: string) => (await find(text)).map(({ place, field }) => `${place} ${field}`);

async function posts(path: string, body: object): Promise<void> {
  const answer = await stage.post(path, body);
  assert.equal(answer.status, 201, await answer.text());
}

/** Somebody of whom something stands in every place there is. */
async function everywhere(
  name: string,
  email: string,
  phone: string,
): Promise<{ id: string; reference: string }> {
  const { db } = stage.store;
  const answer = await stage.handIn({
    ...{ ...anIdea, title: `Tuin van ${name}`, story: `Vraag ${name}.`, name, email },
    place: { lat: 52.005, lon: 5.005, address: `Hof van ${name} 3` },
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  const { id, reference } = (await answer.json()) as { id: string; reference: string };
  await db.updateTable('contact').set({ phone }).execute();
  await db.updateTable('initiative').set({ assets: name, joiners: name, status_reason: name }).execute();
  await posts(`/initiatives/${id}/offers`, {
    kinds: ['time'],
    message: `Groet, ${name}`,
    name,
    contact: phone,
  });
  await posts(`/initiatives/${id}/remarks`, { stance: 'question', text: `Is ${name} er?`, name });
  const { id: remark } = await db.selectFrom('remark').select('id').executeTakeFirstOrThrow();
  const of = { initiative_id: id, id: randomUUID() };
  await db
    .insertInto('remark_report')
    .values({ ...{ id: of.id, remark_id: remark }, reason: name, created_at: stage.now })
    .execute();
  await db
    .insertInto('photo')
    .values({ ...of, alt: `Foto: ${name}`, created_at: stage.now })
    .execute();
  await db
    .insertInto('support')
    .values({ initiative_id: id, browser_key_hash: 'x', created_at: stage.now })
    .execute();
  await db
    .insertInto('follower')
    .values({ id: randomUUID(), buurt_code: buurtCode, email, asked_at: stage.now, confirmed_at: stage.now })
    .execute();
  // Their own idea they follow since they left their address; they pressed the button of the receipt.
  const maker = db.selectFrom('follower').select('id').where('initiative_id', '=', id);
  await confirmFollower(db, (await maker.executeTakeFirstOrThrow()).id, stage.now);
  await says('initiatives', 'news', reference, '--text', `${name} was er.`);
  await says('initiatives', 'promise', reference, '--who', name, '--what', 'grond', '--by', '2031-01-01');
  return { id, reference };
}

/** Every table and column in which a text stands, whatever its type. */
async function columnsWith(text: string): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = current_schema() and table_name not like 'kysely%'`.execute(stage.store.db);
  const found: string[] = [];
  for (const { table, column } of rows) {
    const { rows: hits } = await sql`select 1 from ${sql.table(table)}
      where position(${text.toLowerCase()}::text in lower(${sql.ref(column)}::text)) > 0 limit 1`.execute(
      stage.store.db,
    );
    if (hits.length > 0) found.push(`${table}.${column}`);
  }
  return found.toSorted();
}

describe('What is kept of somebody', () => {
  it('is found in every place, whatever capitals and accents, with what erases it', async () => {
    await everywhere('Zoë Okonjo', 'zoe@voorbeeld.nl', '06-12 34 56 78');
    await says('settings', 'set', buurtCode, 'organisation.name', 'Zoë Okonjo');
    await RoundOnStage.open(stage, 0, {
      intro: 'Zoë Okonjo telt.',
      proposals: [aProposal('a', 1, { title: 'Van Zoë Okonjo', remark: 'Zoë Okonjo' })],
    });
    const places = await placesOf('ZOE OKONJO');
    const [found, all] = [await find('zoë  okonjo'), await columnsWith('okonjo')];
    assert.deepEqual(
      found.map(({ place, field }) => `${place} ${field}`),
      places,
    );
    assert.ok(found.every(({ text, erase }) => text.includes('Okonjo') && erase !== ''));
    const tables: Readonly<Record<string, string>> = {
      ...{ idea: 'initiative', report: 'remark_report', settings: 'buurt', answer: 'idempotency' },
      confirmation: 'confirmation_request',
    };
    const columns = places.map((each) =>
      each.replace(/^(\w+) /, (_, place: string) => `${tables[place] ?? place}.`),
    );
    assert.deepEqual(
      [...new Set(columns)].toSorted(),
      all.filter((each) => each !== 'initiative.search'),
    );
    assert.deepEqual(await placesOf('+31 6 12345678'), ['contact phone', 'offer contact']);
    assert.deepEqual(await placesOf('Zoe@Voorbeeld.NL'), [
      'contact email',
      'follower email',
      'follower email',
    ]);
    assert.deepEqual(await placesOf('hof van zoe okonjo 3'), ['idea address']);
    assert.deepEqual(await find('Niemand'), []);
    assert.equal((await operator.types('person', 'find', '.!.')).exitCode, 1);
    const text = await says('person', 'find', 'Okonjo');
    assert.match(
      text,
      /^remark [\da-f-]{36} of idea \S+, name: Zoë Okonjo\n {2}erase: buurt remarks erase [\da-f-]{36} --yes$/m,
    );
    assert.match(text, /\n\d+ places\. Photos, ballots and backups are not searched\.\n$/);
  });

  it('is gone after the commands that are named', async () => {
    await everywhere('Sam Visser', 'sam@voorbeeld.nl', '0612345678');
    for (let left = await find('visser'), rounds = 0; left.length > 0 && rounds < 20; rounds++) {
      const { erase } = left.find(({ place }) => place !== 'idea') ?? left[0]!;
      const argv = [...erase.replace(/ \(.*$/, '').matchAll(/"([^"]*)"|\S+/g)].map(
        ([word, quoted]) => quoted ?? word,
      );
      await says(...argv.slice(1));
      left = await find('visser');
    }
    for (const { erase } of await find('sam@voorbeeld.nl')) await says('forget', /"(.*)"/.exec(erase)![1]!);
    for (const text of ['visser', 'sam@voorbeeld', '12345678']) assert.deepEqual(await columnsWith(text), []);
  });
});

describe('Erasing an idea', () => {
  it('takes everything out of the database that belongs to it, and must be meant', async () => {
    const { id, reference } = await everywhere('Visser', 'visser@voorbeeld.nl', '0612345678');
    const refused = await operator.types('ideas', 'erase', reference);
    assert.equal(refused.exitCode, 1);
    assert.match(refused.err, /Tuin van Visser: title, .*--yes\. Nothing was changed\.\n$/);
    assert.equal((await stage.get(`/initiatives/${id}`)).status, 200);
    assert.match(await says('ideas', 'erase', reference, '--yes'), /was erased\.\nBackups/);
    // What was done with it stays, by its number alone, which leads to nothing any more.
    assert.deepEqual(await columnsWith(id), ['act.detail', 'act.subject_id']);
    // Who follows the buurt stays: that is another wish.
    assert.deepEqual(await columnsWith('visser'), ['follower.email']);
    assert.equal((await stage.get(`/initiatives/${id}`)).status, 404);
    assert.match((await operator.types('ideas', 'show', reference)).err, /There is no idea/);
  });

  it('leaves of one that stands in votes what their logs hold, and says so', async () => {
    const { id, reference } = await everywhere('Visser', 'visser@voorbeeld.nl', '0612345678');
    const own = { initiativeId: id, title: 'Tuin van Visser', story: 'Vraag Visser.', remark: 'Visser' };
    const proposals = [aProposal('a', 100, own), aProposal('b', 200)];
    const coming = await RoundOnStage.open(stage, 0, {
      name: 'Straks',
      opensAt: fromNow(1),
      closesAt: fromNow(2),
      proposals,
    });
    const open = await RoundOnStage.open(stage, 1, { name: 'Nu', proposals });
    const over = await RoundOnStage.open(stage, 1, { name: 'Toen', proposals });
    assert.equal((await over.cast({ code: over.codes[0]!, ids: ['a'] })).status, 201);
    await over.end();
    const out = await says('ideas', 'erase', reference, '--yes');
    assert.match(out, new RegExp(`proposal a of Nu \\(${open.id}\\)\\. The log of that vote holds a hash`));
    assert.match(out, new RegExp(`proposal a of Toen \\(${over.id}\\)`));
    assert.ok(!out.includes(coming.id));
    for (const round of [coming, open, over]) {
      assert.deepEqual(findingsIn(await rowsOfRound(stage.store, round.id)), []);
      const shown = roundFrom(await (await round.get()).json());
      assert.equal(shown.proposals[0]!.title, 'Weggehaald plan');
      assert.equal(shown.proposals[0]!.withdrawn, round !== over);
    }
    assert.deepEqual(await columnsWith('visser'), [
      'follower.email',
      'proposal.remark',
      'proposal.story',
      'proposal.title',
    ]);
    assert.deepEqual(
      (await find('visser')).filter(({ place }) => place === 'proposal').map(({ id: each }) => each).length,
      6,
    );
    assert.equal((await stage.get(`/initiatives/${id}`)).status, 404);
  });
});

describe('Erasing a remark', () => {
  it('takes it away with the reports of it, and must be meant', async () => {
    await everywhere('Visser', 'visser@voorbeeld.nl', '0612345678');
    const { id } = await stage.store.db.selectFrom('remark').select('id').executeTakeFirstOrThrow();
    assert.match((await operator.types('remarks', 'erase', id)).err, /--yes\. Nothing was changed\.\n$/);
    assert.match((await operator.types('remarks', 'erase', randomUUID(), '--yes')).err, /There is no remark/);
    assert.equal(await says('remarks', 'erase', id, '--yes'), '1 remark erased. Backups still hold them.\n');
    for (const table of ['remark', 'remark_report'] as const)
      assert.deepEqual(await stage.store.db.selectFrom(table).selectAll().execute(), []);
  });
});

describe('Forgetting an address', () => {
  it('says what it did not cover, and where the address still stands', async () => {
    const { reference } = await everywhere('Sam', 'sam@voorbeeld.nl', '0612345678');
    await stage.store.db
      .updateTable('initiative')
      .set({ story: 'Mail sam@voorbeeld.nl of bel mij.' })
      .execute();
    const out = await says('forget', 'sam@voorbeeld.nl');
    assert.match(
      out,
      new RegExp(`It still stands in the story of idea .*: buurt ideas erase ${reference} --yes\n`),
    );
    assert.match(out, /Not covered: their name, address and words in ideas, .*"buurt person find NAME"/);
  });
});
