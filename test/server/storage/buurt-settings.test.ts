import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { BuurtSettings } from '@buurt/domain/desk/buurt-settings.js';
import { defaultIdeaSettings, type IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { actsOf } from '../../../packages/server/src/acts/acts.queries.js';
import { openApiDocument } from '../../../packages/server/src/http/openapi.js';
import { conforms } from '../conformance.js';
import { loggedIn, type DeskBrowser } from '../desk-visitor.js';
import { OperatorOnStage } from '../operator-stage.js';
import { buurtCode, Stage } from '../stage.js';

const otherBuurt = 'BU9999AA02';
const document = openApiDocument();
const path = '/desk/buurten/{code}/settings';
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
beforeEach(async () => {
  await stage.clear({});
  await stage.addBuurt(otherBuurt, 'Molenbuurt', {});
});

const admin = (code: string | null = buurtCode) => loggedIn(stage, [{ role: 'admin', buurtCode: code }]);

async function read(browser: DeskBrowser, code = buurtCode): Promise<BuurtSettings> {
  const answer = await browser.ask('GET', `buurten/${code}/settings`);
  assert.equal(answer.status, 200, await answer.clone().text());
  await conforms(document, { method: 'get', path }, answer.clone());
  const settings = (await answer.json()) as BuurtSettings;
  assert.equal(answer.headers.get('etag'), `"${settings.version}"`);
  return settings;
}

const patch = async (
  browser: DeskBrowser,
  body: object,
  {
    version,
    scope,
    code = buurtCode,
    key = randomUUID(),
  }: { version?: string; scope?: string; code?: string; key?: string } = {},
) => {
  const seen = version ?? (await read(browser, code)).version;
  const answer = await browser.ask('PATCH', `buurten/${code}/settings${scope ? `?scope=${scope}` : ''}`, {
    body,
    headers: {
      'Idempotency-Key': key,
      'If-Match': `"${seen}"`,
      'Content-Type': 'application/merge-patch+json',
    },
  });
  await conforms(document, { method: 'patch', path }, answer.clone());
  return answer;
};

const asked = async (code = buurtCode): Promise<IdeaSettings> =>
  ((await (await stage.get(`/buurten/${code}/settings`)).json()) as { idea: IdeaSettings }).idea;

const acts = async () =>
  (await actsOf(stage.store.db, { limit: 100 })).filter(({ name }) => name === 'settings.changed');

async function refused(answer: Response, status: number, type: string): Promise<string[]> {
  const problem = (await answer.json()) as {
    type: string;
    errors?: { pointer: string; code: string; detail: string }[];
  };
  assert.deepEqual([answer.status, problem.type.split(':').at(-1)], [status, type]);
  for (const { detail } of problem.errors ?? []) assert.match(detail, /^[A-Z].+\.$/);
  return problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? [];
}

describe('The settings of a buurt at the desk', () => {
  it('say what holds, what is of this buurt, and what the rest goes back to', async () => {
    await stage.clear({ answerDays: 5 });
    const { idea, own, defaults, changed, all, buurt } = await read(await admin());
    assert.deepEqual(own, ['answerDays']);
    assert.deepEqual([idea.answerDays, defaults.answerDays], [5, 14]);
    assert.deepEqual(idea.themes, defaultIdeaSettings.themes);
    assert.deepEqual([changed, all], [null, null]);
    assert.equal(buurt.name, 'Lindenkwartier');
  });

  it('change for the form at once, and are kept with who did it and what it was about', async () => {
    const browser = await admin();
    const before = await read(browser);
    const answer = await patch(browser, {
      organisation: { name: 'De Wetering', colour: '#0b5c66' },
      moderated: false,
    });
    assert.deepEqual([answer.status, await answer.json()], [200, { buurten: 1 }]);
    const { organisation, moderated } = await asked();
    assert.deepEqual(organisation, { name: 'De Wetering', colour: '#0b5c66' });
    assert.equal(moderated, false);
    const after = await read(browser);
    assert.notEqual(after.version, before.version);
    assert.deepEqual(after.own, ['organisation', 'moderated']);
    assert.deepEqual(
      [after.changed?.name, after.changed?.actor, after.changed?.at],
      ['Noor Bakker', 'staff', stage.now.toISOString()],
    );
    const [act, ...others] = await acts();
    assert.deepEqual(
      [act?.buurt_code, act?.subject_kind, act?.subject_id, act?.detail, others],
      [buurtCode, 'buurt', buurtCode, { changed: 'organisation, moderated' }, []],
    );
  });

  it('merge what is changed within one of them, and take away what is null', async () => {
    await stage.clear({ organisation: { name: 'De Wetering', colour: '#0b5c66' }, intro: { nl: 'Hoi' } });
    const browser = await admin();
    await patch(browser, {
      organisation: { privacyUrl: 'https://www.wetering.example/privacy', colour: null },
      intro: { en: 'Hi' },
    });
    const { organisation, intro } = await asked();
    assert.deepEqual(organisation, {
      name: 'De Wetering',
      privacyUrl: 'https://www.wetering.example/privacy',
    });
    assert.deepEqual(intro, { nl: 'Hoi', en: 'Hi' });
  });

  it('go back to the default one by one', async () => {
    await stage.clear({ answerDays: 5, moderated: false });
    const browser = await admin();
    await patch(browser, { answerDays: null });
    const { own, idea } = await read(browser);
    assert.deepEqual([own, idea.answerDays, idea.moderated], [['moderated'], 14, false]);
    assert.deepEqual((await acts())[0]?.detail, { reset: 'answerDays' });
  });

  it('keep no act of what changes nothing', async () => {
    await stage.clear({ organisation: { name: 'De Wetering', colour: '#0b5c66' } });
    const browser = await admin();
    assert.equal((await patch(browser, { organisation: { colour: '#0b5c66' } })).status, 200);
    assert.equal((await patch(browser, { answerDays: null })).status, 200);
    assert.deepEqual(await acts(), []);
  });

  it('are not changed when a colleague was first, who is named when they are read again', async () => {
    const [noor, sam] = [await admin(), await admin()];
    const { version } = await read(sam);
    await patch(noor, { answerDays: 5 });
    assert.deepEqual(
      await refused(await patch(sam, { answerDays: 9 }, { version }), 412, 'changed-meanwhile'),
      [],
    );
    assert.equal((await asked()).answerDays, 5);
    const seen = await read(sam);
    assert.equal(seen.changed?.name, 'Noor Bakker');
    assert.equal((await patch(sam, { answerDays: 9 }, { version: seen.version })).status, 200);
  });

  it('are not changed without the version that was seen', async () => {
    const answer = await (
      await admin()
    ).ask('PATCH', `buurten/${buurtCode}/settings`, {
      body: { answerDays: 5 },
      headers: { 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/merge-patch+json' },
    });
    await refused(answer, 428, 'version-needed');
  });

  it('change once when the answer was lost, also when a colleague changed something since', async () => {
    const browser = await admin();
    const { version } = await read(browser);
    const key = randomUUID();
    await patch(browser, { answerDays: 5 }, { version, key });
    await patch(await admin(), { moderated: false });
    const again = await patch(browser, { answerDays: 5 }, { version, key });
    assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [200, 'true']);
    assert.equal((await acts()).length, 2);
    const wider = await patch(await admin(null), { answerDays: 5 }, { key });
    assert.equal(wider.status, 200);
  });

  it('do not take the same key for another reach', async () => {
    const browser = await admin(null);
    const { version } = await read(browser);
    const key = randomUUID();
    await patch(browser, { answerDays: 5 }, { version, key });
    await refused(
      await patch(browser, { answerDays: 5 }, { version, key, scope: 'all' }),
      422,
      'key-used-before',
    );
  });

  it('are there for an admin of that buurt alone', async () => {
    const elsewhere = await admin(otherBuurt);
    const answer = await elsewhere.ask('GET', `buurten/${buurtCode}/settings`);
    assert.equal(answer.status, 404);
    assert.equal((await patch(elsewhere, { answerDays: 5 }, { version: 'a' })).status, 404);
    const reader = await loggedIn(stage, [{ role: 'moderator', buurtCode }]);
    assert.equal((await reader.ask('GET', `buurten/${buurtCode}/settings`)).status, 403);
    assert.deepEqual(await acts(), []);
  });
});

describe('Settings for all buurten', () => {
  it('say how many there are, and in how many it is another thing now', async () => {
    await stage.clear({ answerDays: 5, themes: [{ id: 'green', name: { nl: 'Groen' } }] });
    await stage.addBuurt(otherBuurt, 'Molenbuurt', { answerDays: 5, intro: { nl: 'Hoi' } });
    const { all } = await read(await admin(null));
    assert.deepEqual(all, {
      count: 2,
      different: {
        ...{ intro: 1, organisation: 0, themes: 1, fields: 0 },
        ...{ questions: 0, moderated: 0, answerDays: 0, contactKeptDays: 0 },
      },
    });
  });

  it('change what was said and nothing else, and each buurt keeps its act', async () => {
    await stage.clear({ organisation: { name: 'De Wetering' } });
    await stage.addBuurt(otherBuurt, 'Molenbuurt', {
      organisation: { name: 'De Molen', colour: '#0b5c66' },
      answerDays: 5,
    });
    const answer = await patch(
      await admin(null),
      { organisation: { name: 'Samen' }, moderated: false },
      { scope: 'all' },
    );
    assert.deepEqual([answer.status, await answer.json()], [200, { buurten: 2 }]);
    assert.deepEqual((await asked()).organisation, { name: 'Samen' });
    const other = await asked(otherBuurt);
    assert.deepEqual(other.organisation, { name: 'Samen', colour: '#0b5c66' });
    assert.deepEqual([other.answerDays, other.moderated], [5, false]);
    assert.deepEqual(
      (await acts()).map(({ buurt_code, detail }) => [buurt_code, detail['buurten']]).toSorted(),
      [
        [buurtCode, 2],
        [otherBuurt, 2],
      ],
    );
  });

  it('are not for an admin of some', async () => {
    await refused(await patch(await admin(), { answerDays: 5 }, { scope: 'all' }), 403, 'not-permitted');
    assert.equal((await asked(otherBuurt)).answerDays, 14);
  });

  it('change none when the form of one would not work so, and that one is named', async () => {
    await stage.addBuurt('BU9999AA03', 'Sluisbuurt', {
      questions: [
        {
          ...{ id: 'tuin', step: 'idea', kind: 'line', label: { nl: 'Welke tuin?' }, required: false },
          ...{ options: [], shown: true, onlyForTheme: 'green' },
        },
      ],
    });
    const answer = await patch(
      await admin(null),
      { themes: [{ id: 'meet', name: { nl: 'Ontmoeten' } }] },
      { scope: 'all' },
    );
    assert.match(
      ((await answer.clone().json()) as { detail: string }).detail,
      /^In Sluisbuurt kan dit niet\./,
    );
    assert.deepEqual(await refused(answer, 400, 'invalid-input'), [
      '/questions/0/onlyForTheme not-an-option',
    ]);
    assert.deepEqual((await asked()).themes, defaultIdeaSettings.themes);
  });
});

const fields = (change: (field: IdeaSettings['fields'][number]) => object) =>
  defaultIdeaSettings.fields.map((field) => ({ ...field, ...change(field) }));
const question = {
  ...{ id: 'sleutel', step: 'you', kind: 'line', label: { nl: 'Heb je een sleutel?' } },
  ...{ required: false, options: [], shown: true },
};

/** The same mistake at the desk and at the command line. */
const mistakes: readonly (readonly [body: object, ...problems: string[]])[] = [
  [{ modrated: false }, '/modrated unknown-key'],
  [{ buurtName: 'Elders' }, '/buurtName unknown-key'],
  [{ moderated: 'misschien' }, '/moderated malformed'],
  [{ answerDays: 0 }, '/answerDays out-of-range'],
  [{ answerDays: 366, contactKeptDays: 3651 }, '/answerDays out-of-range', '/contactKeptDays out-of-range'],
  [{ fields: fields(({ name }) => (name === 'title' ? { required: false } : {})) }, '/fields required'],
  [{ fields: fields(({ name }) => (name === 'title' ? { min: 100 } : {})) }, '/fields/0/max range-reversed'],
  [{ fields: fields(({ name }) => (name === 'photos' ? { max: 99 } : {})) }, '/fields/9/max out-of-range'],
  [{ themes: [] }, '/themes required'],
  [
    {
      themes: [
        { id: 'a', name: { nl: 'A' } },
        { id: 'a', name: { nl: 'B' } },
      ],
    },
    '/themes/1/id doubled',
  ],
  [{ organisation: { colour: 'rood' } }, '/organisation/colour malformed'],
  [{ organisation: { privacyUrl: 'wetering.nl/privacy' } }, '/organisation/privacyUrl malformed'],
  [{ organisation: { name: 'é'.repeat(201) } }, '/organisation/name too-long'],
  [{ intro: { en: 'Only English' } }, '/intro/nl malformed'],
  [{ intro: { nl: ' ', en: 'Only English' } }, '/intro/nl required'],
  [{ themes: [{ id: 'a', name: { nl: '' } }] }, '/themes/0/name/nl required'],
  [{ questions: [{ ...question, label: { nl: '' } }] }, '/questions/0/label/nl required'],
  [{ questions: [{ ...question, kind: 'choice' }] }, '/questions/0/options required'],
  [{ questions: [{ ...question, onlyForTheme: 'x' }] }, '/questions/0/onlyForTheme not-an-option'],
  [{ questions: [{ ...question, id: 'a/b' }] }, '/questions/0/id malformed'],
];

describe('A setting with which the form would not work', () => {
  for (const [body, ...problems] of mistakes)
    it(`is refused, and the desk is told where: ${problems.join(' and ')}`, async () => {
      const browser = await admin();
      const before = await read(browser);
      assert.deepEqual(await refused(await patch(browser, body), 400, 'invalid-input'), problems);
      assert.deepEqual(await read(browser), before);
      const { exitCode } = await operator.types(
        'settings',
        'set',
        buurtCode,
        await operator.saves('form.json', body),
      );
      assert.equal(exitCode, 1);
      assert.deepEqual(await read(browser), before);
    });
});

describe('An operator and the desk', () => {
  it('change the same settings, and of both is kept what they did', async () => {
    const browser = await admin();
    const { version } = await read(browser);
    await operator.types('settings', 'set', buurtCode, 'answerDays', '5');
    await refused(await patch(browser, { answerDays: 9 }, { version }), 412, 'changed-meanwhile');
    const seen = await read(browser);
    assert.deepEqual([seen.idea.answerDays, seen.changed?.actor, seen.changed?.name], [5, 'operator', null]);
    await operator.types('settings', 'reset', '--all');
    assert.deepEqual(
      (await acts()).map(({ actor_kind, buurt_code, detail }) => [actor_kind, buurt_code, detail]),
      [
        ['operator', buurtCode, { reset: 'answerDays', buurten: 1 }],
        ['operator', buurtCode, { changed: 'answerDays' }],
      ],
    );
  });
});
