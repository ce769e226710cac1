import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import {
  actsOf,
  operator as operatorActor,
  recordAct,
  type NewAct,
} from '../../../packages/server/src/acts/acts.queries.js';
import { OperatorOnStage } from '../operator-stage.js';
import { buurtCode, Stage } from '../stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open();
  operator = await OperatorOnStage.enter(stage.store);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(() => stage.clear());

const yasmina = { kind: 'staff', id: randomUUID(), name: 'Yasmina' } as const;
const record = (of: Partial<NewAct> = {}) =>
  stage.store.transaction((db) =>
    recordAct(db, {
      ...{ by: operatorActor, at: stage.now, name: 'idea.published', buurt: buurtCode },
      ...{ subject: { kind: 'idea', id: randomUUID() }, ...of },
    }),
  );
const acts = (filter = {}) => actsOf(stage.store.db, { limit: 100, ...filter });

describe('What staff did', () => {
  it('is kept with who, when, where and with what, newest first', async () => {
    const id = randomUUID();
    await record();
    await record({
      by: yasmina,
      name: 'idea.declined',
      subject: { kind: 'idea', id },
      detail: { was: 'waiting' },
    });
    const [newest, oldest] = await acts();
    assert.ok(newest);
    const { at, actor_kind, staff_id, staff_name, name, buurt_code, subject_kind, subject_id, detail } =
      newest;
    assert.deepEqual(
      { at, actor_kind, staff_id, staff_name, name, buurt_code, subject_kind, subject_id, detail },
      {
        ...{ at: stage.now, actor_kind: 'staff', staff_id: yasmina.id, staff_name: 'Yasmina' },
        ...{ name: 'idea.declined', buurt_code: buurtCode, subject_kind: 'idea', subject_id: id },
        detail: { was: 'waiting' },
      },
    );
    assert.equal(oldest?.actor_kind, 'operator');
    assert.equal(oldest.staff_id, null);
  });

  it('cannot be changed and cannot be deleted', async () => {
    await record({ by: yasmina });
    const before = await acts();
    for (const statement of [
      "update act set name = 'idea.hidden'",
      "update act set detail = '{}', at = now()",
      "update act set staff_name = 'Somebody else'",
      `update act set staff_id = '${randomUUID()}'`,
      "update act set staff_name = null, actor_kind = 'operator', staff_id = null",
      'delete from act',
    ])
      await assert.rejects(sql.raw(statement).execute(stage.store.db), /kept as it was/, statement);
    assert.deepEqual(await acts(), before);
  });

  it('loses who did it when that must be erased, and cannot get another name then', async () => {
    await record({ by: yasmina });
    await sql`update act set staff_name = null`.execute(stage.store.db);
    await sql`update act set staff_id = null`.execute(stage.store.db);
    await assert.rejects(
      sql`update act set staff_name = 'Yasmina'`.execute(stage.store.db),
      /kept as it was/,
    );
    const [act] = await acts();
    assert.deepEqual([act?.actor_kind, act?.staff_id, act?.staff_name], ['staff', null, null]);
  });

  it('is gone when what was done is undone by the database', async () => {
    const failed = stage.store.transaction(async (db) => {
      await recordAct(db, {
        ...{ by: operatorActor, at: stage.now, name: 'idea.published', buurt: buurtCode },
        subject: { kind: 'idea', id: randomUUID() },
      });
      throw new Error('the disk is full');
    });
    await assert.rejects(failed, /disk is full/);
    assert.deepEqual(await acts(), []);
  });

  it('is found by buurt, by idea with what belongs to it, and page by page', async () => {
    const idea = await stage.addInitiative();
    await record({ subject: { kind: 'idea', id: idea } });
    await record({
      name: 'remark.hidden',
      subject: { kind: 'remark', id: randomUUID() },
      detail: { idea },
    });
    await record({ buurt: 'BU9999AA02' });
    const names = async (filter: object) => (await acts(filter)).map(({ name }) => name);
    assert.deepEqual(await names({ idea }), ['remark.hidden', 'idea.published']);
    assert.deepEqual(await names({ buurten: ['BU9999AA02'] }), ['idea.published']);
    assert.deepEqual(await names({ buurten: [] }), []);
    const [first] = await acts({ limit: 1 });
    assert.equal(first?.buurt_code, 'BU9999AA02');
    assert.deepEqual(await names({ before: first.id, limit: 1 }), ['remark.hidden']);
  });
});

describe('An operator', () => {
  it('lists who did what, newest first, with the number of the idea', async () => {
    assert.equal((await operator.types('acts', 'list')).out, 'Nothing was done.\n');
    const id = await stage.addInitiative();
    const { reference } = await stage.store.db
      .selectFrom('initiative')
      .select('reference')
      .executeTakeFirstOrThrow();
    await record({ buurt: null });
    await record({ by: yasmina, subject: { kind: 'idea', id }, detail: { was: 'waiting' } });
    const { out } = await operator.types('acts', 'list', '--limit', '1');
    assert.match(
      out,
      new RegExp(`2026-11-23 +Yasmina +idea\\.published +Lindenkwartier +${reference} +was: waiting`),
    );
    assert.match(out, /The newest 1 of 2; --limit shows more\./);
    assert.doesNotMatch(
      (await operator.types('acts', 'list', '--buurt', 'Lindenkwartier')).out,
      / operator /,
    );
  });

  it('exports it for a spreadsheet, oldest first', async () => {
    await record({ by: yasmina, detail: { was: 'waiting', idea: randomUUID() } });
    const { out, exitCode } = await operator.types('export', 'acts', '--csv');
    assert.equal(exitCode, 0);
    const [head = '', line = ''] = out.split('\r\n');
    assert.match(head, /"nummer";"wanneer";"wie";"wat"/);
    assert.match(
      line,
      /;"2026-11-23 11:00";"Yasmina";"idea\.published";"BU9999AA01";"Lindenkwartier";;"was: waiting";"idea"/,
    );
  });
});
