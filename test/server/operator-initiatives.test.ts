import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { initiativeFrom } from '@buurt/domain/initiatives/initiative-page-json.js';
import sharp from 'sharp';
import { erase } from '../../packages/server/src/db/retention.queries.js';
import { telephonePhoto } from '../e2e/photograph.js';
import { OperatorOnStage } from './operator-stage.js';
import { Stage } from './stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open();
  operator = await OperatorOnStage.enter(stage.store, () => stage.now);
});
after(async () => {
  await operator.leave();
  await stage.close();
});

let id = '';
beforeEach(async () => {
  await stage.clear();
  id = await stage.addInitiative({ title: 'Bankje bij de vijver' });
});
const shown = async () => initiativeFrom(await (await stage.get(`/initiatives/${id}`)).json());
const does = async (...argv: string[]) => {
  const { exitCode, out, err } = await operator.types(...argv);
  assert.equal(exitCode, 0, err);
  return out;
};

describe('An operator who tells what becomes of an initiative', () => {
  it('says where it stands and why', async () => {
    assert.match(
      await does('initiatives', 'status', id, 'underway', '--reason', 'De tegels liggen klaar.'),
      /Bankje bij de vijver: underway, was new\./,
    );
    const { status, statusReason } = await shown();
    assert.deepEqual([status, statusReason], ['underway', 'De tegels liggen klaar.']);
  });

  it('must say why it is declined, and cannot do it to what is not published', async () => {
    assert.equal((await operator.types('initiatives', 'status', id, 'declined')).exitCode, 2);
    const hidden = await stage.addInitiative({ review: 'hidden' });
    const { exitCode, err } = await operator.types('initiatives', 'status', hidden, 'done');
    assert.equal(exitCode, 1);
    assert.match(err, /is not published/);
  });

  it('keeps a promise, and says later what came of it', async () => {
    const promise = ['initiatives', 'promise', id, '--who', 'De Wetering', '--what', 'Bankje'];
    assert.equal((await operator.types(...promise)).exitCode, 1, 'a new promise needs a day');
    await does(...promise, '--by', '2027-05-01', '--granted', '800');
    await does(...promise, '--state', 'kept', '--spent', '745,5');
    const promised = { who: 'De Wetering', what: 'Bankje', dueOn: '2027-05-01', state: 'kept' };
    assert.deepEqual((await shown()).promises, [{ ...promised, grantedCents: 80_000, spentCents: 74_550 }]);
  });

  it('is not understood with a day or an amount that does not exist', async () => {
    const promise = ['initiatives', 'promise', id, '--who', 'Wij', '--what', 'Iets', '--by'];
    for (const wrong of [['2027-02-30'], ['morgen'], ['2027-05-01', '--granted', '-5']])
      assert.equal((await operator.types(...promise, ...wrong)).exitCode, 2, wrong.join(' '));
    assert.deepEqual((await shown()).promises, []);
  });

  it('is refused a text that is longer than the contract says, in one line that says how much fits', async () => {
    const promise = ['initiatives', 'promise', id, '--by', '2027-05-01'];
    for (const [words, most] of [
      [['initiatives', 'news', id, '--text'], 5000],
      [['initiatives', 'status', id, 'declined', '--reason'], 2000],
      [['ideas', 'hide', id, '--reason'], 2000],
      [[...promise, '--what', 'Bankje', '--who'], 200],
      [[...promise, '--who', 'Wij', '--what'], 500],
    ] as const) {
      const { exitCode, err } = await operator.types(...words, '🌳'.repeat(most + 1));
      assert.equal(exitCode, 2, words.join(' '));
      assert.match(err, new RegExp(`Use ${most.toLocaleString('en')} characters at most\\.\n$`));
    }
    await does('initiatives', 'news', id, '--text', '🌳'.repeat(5000));
    await does(...promise, '--who', 'a'.repeat(200), '--what', 'b'.repeat(500));
    const { news, promises, status } = await shown();
    assert.deepEqual([news.length, promises.length, status], [1, 1, 'new']);
  });

  it('tells news, and how much help is asked', async () => {
    await does('initiatives', 'news', id, '--text', 'Het bankje staat.');
    await does('initiatives', 'ask', id, 'tools=2', 'time=5');
    const { news, help } = await shown();
    assert.equal(news[0]?.text, 'Het bankje staat.');
    assert.deepEqual(help, [
      { kind: 'time', asked: 5, offered: 0 },
      { kind: 'tools', asked: 2, offered: 0 },
    ]);
    for (const wrong of ['tools=0', 'cake=2', 'tools'])
      assert.equal((await operator.types('initiatives', 'ask', id, wrong)).exitCode, 2, wrong);
  });
});

describe('An operator who tells news with a photo', () => {
  const news = (...argv: string[]) =>
    operator.types('initiatives', 'news', id, '--text', 'Het bankje staat.', ...argv);

  it('shows it with the news and in feeds, without where it was taken', async () => {
    const { name, buffer } = await telephonePhoto('bankje.jpg', '#2f6d74');
    await writeFile(join(operator.folder, name), buffer);
    const { exitCode, err } = await news('--photo', name, '--alt', 'Een <houten> bankje');
    assert.equal(exitCode, 0, err);
    const { news: told, photos } = await shown();
    const photo = told[0]?.photo;
    assert.deepEqual(photos, [], 'it is no photo of the initiative itself');
    assert.equal(photo?.alt, 'Een <houten> bankje');
    assert.deepEqual(
      photo?.sources.map(({ width }) => width),
      [640, 1600],
    );
    const feed = await (await stage.get(`/initiatives/${id}/feed.atom`)).text();
    const [, alt, address = ''] =
      /<link rel="enclosure" type="image\/webp" title="([^"]*)" href="([^"]*)"/.exec(feed) ?? [];
    assert.equal(alt, 'Een &lt;houten&gt; bankje');
    const { pathname } = new URL(address, `https://x.example/v1/initiatives/${id}/feed.atom`);
    const picture = await stage.get(pathname.replace(/^\/v1/, ''));
    const { format, exif } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
    assert.deepEqual([picture.status, format, exif], [200, 'webp', undefined]);
  });

  it('must say what is to be seen, and give a file that is a photo', async () => {
    await operator.saves('brief.jpg', 'Geen foto.');
    assert.equal((await news('--photo', 'brief.jpg')).exitCode, 2);
    assert.equal((await news('--alt', 'Een bankje')).exitCode, 2);
    for (const [file, reason] of [
      ['brief.jpg', /brief\.jpg is no JPEG, PNG or WebP\. Nothing was changed\./],
      ['weg.jpg', /weg\.jpg: there is no such file/],
    ] as const) {
      const { exitCode, err } = await news('--photo', file, '--alt', 'Een bankje');
      assert.equal(exitCode, 1);
      assert.match(err, reason);
    }
    assert.deepEqual((await shown()).news, []);
  });
});

describe('An operator who reads a long remark', () => {
  it('is told that the list cuts it, and reads all of it', async () => {
    const id = await stage.addInitiative();
    const text = `${'Dit is een heel verhaal. '.repeat(6)}\nEn het gaat over mijn buurman.`;
    const answer = await stage.post(`/initiatives/${id}/remarks`, { stance: 'against', text, name: 'Bo' });
    assert.equal(answer.status, 201);
    const { id: remark } = await stage.store.db.selectFrom('remark').select('id').executeTakeFirstOrThrow();
    const list = await does('remarks', 'list');
    assert.ok(!list.includes('mijn buurman'));
    assert.match(list, /"buurt remarks show ID" shows them in full/);
    assert.match(
      await does('remarks', 'show', remark.toUpperCase()),
      /name: {4}Bo[^]*verhaal\.\s+En het gaat over mijn buurman\./,
    );
    assert.equal((await operator.types('remarks', 'show', randomUUID())).exitCode, 1);
  });
});

describe('An operator who reads what neighbours offer', () => {
  const offer = {
    kinds: ['time', 'tools'],
    message: 'Ik heb een\nkruiwagen.',
    name: 'Noor',
    contact: '06 12345678',
  };

  it('sees what nobody has read, and how to reach both', async () => {
    const idea = { title: 'Een boom', story: 'Voor de schaduw.', consent: true, email: 'sam@voorbeeld.nl' };
    const made = (await (await stage.handIn(idea)).json()) as { id: string };
    assert.equal((await stage.post(`/initiatives/${made.id}/offers`, offer)).status, 201);
    const list = await does('offers', 'list', '--new');
    assert.match(list, /new .*Een boom .*time, tools/);
    assert.doesNotMatch(list, /Noor|06 12345678/);
    const [offerId = ''] = /^[\da-f-]{36}/m.exec(list) ?? [];
    const page = async () => initiativeFrom(await (await stage.get(`/initiatives/${made.id}`)).json());
    assert.equal((await page()).offerCount, 0);
    const text = await does('offers', 'show', offerId.toUpperCase());
    assert.match(text, /name: +Noor\n +reach: +06 12345678\n +maker of idea: +sam@voorbeeld\.nl/);
    assert.match(text, /Ik heb een\n {2}kruiwagen\./);
    // Reading is no answer: who joins is counted once the maker said yes.
    assert.equal((await page()).offerCount, 0);
    assert.equal(await does('offers', 'list', '--new'), 'No offers wait to be read.\n');
  });

  it('takes away what is none, all or nothing', async () => {
    await stage.post(`/initiatives/${id}/offers`, offer);
    const { id: offerId } = await stage.store.db.selectFrom('offer').select('id').executeTakeFirstOrThrow();
    const { exitCode, err } = await operator.types('offers', 'remove', offerId, randomUUID());
    assert.equal(exitCode, 1);
    assert.match(err, /There is no offer .*Nothing was changed/);
    assert.equal(await does('offers', 'remove', offerId), '1 offer removed.\n');
    assert.equal(await does('offers', 'list'), 'No offers.\n');
  });

  it('takes them along in a file, with how to reach people only when asked for', async () => {
    await stage.post(`/initiatives/${id}/offers`, { ...offer, message: '=1+1' });
    const plain = await does('export', 'offers');
    assert.match(plain, /"tijd, spullen";"'=1\+1"/);
    assert.doesNotMatch(plain, /Noor|06 12345678/);
    assert.match(await does('export', 'offers', '--with-contact'), /"Noor";"06 12345678"/);
    assert.match(await does('export', 'offers', '--out', 'hulp.csv'), /^1 offer written to /);
  });
});

describe('An operator who asks what waits', () => {
  it('reads all of it, what was promised an answer first on top, and what is too late', async () => {
    await stage.clear({ moderated: true, answerDays: 7 });
    const hours = 3_600_000;
    const today = new Date('2031-03-10T10:00:00Z');
    for (const [title, daysAgo] of [
      ['Een nieuwe boom', 1],
      ['Een oude boom', 9],
    ] as const) {
      stage.now = new Date(today.getTime() - daysAgo * 24 * hours);
      await stage.handIn({ title, story: 'Voor de schaduw op het plein.', consent: true });
    }
    stage.now = today;
    const text = await does('ideas', 'waiting');
    assert.match(
      text,
      /^Answer promised by [\d-]{10}: too late\n.*Een oude boom[^]*schaduw op het plein[^]*\nAnswer promised by [\d-]{10}\n.*Een nieuwe boom/,
    );
    assert.equal(await does('ideas', 'waiting', '--buurt', 'Lindenkwartier'), text);
  });
});

describe('An operator who reads remarks', () => {
  const remark = async (text: string): Promise<string> => {
    const answer = await stage.post(`/initiatives/${id}/remarks`, { stance: 'for', text, name: '' });
    return ((await answer.json()) as { id: string }).id;
  };

  it('publishes one and hides another, all or none', async () => {
    const [good, bad] = [await remark('Goed plan!'), await remark('Scheldwoord')];
    assert.match(await does('remarks', 'list', '--state', 'waiting'), /Goed plan!/);
    assert.equal((await operator.types('remarks', 'publish', good, randomUUID())).exitCode, 1);
    assert.deepEqual((await shown()).remarks, []);
    await does('remarks', 'publish', good.toUpperCase());
    await does('remarks', 'hide', bad);
    assert.deepEqual(
      (await shown()).remarks.map(({ text }) => text),
      ['Goed plan!'],
    );
    assert.match(await does('remarks', 'publish', good), /0 changed, 1 published already/);
  });

  it('sees first what was reported most', async () => {
    const [first, second] = [await remark('Eerste remark'), await remark('Tweede remark')];
    await does('remarks', 'publish', first, second);
    await stage.post(`/remarks/${first}/reports`, { reason: 'Dit klopt niet.' });
    const lines = (await does('remarks', 'list')).split('\n');
    assert.match(lines[1] ?? '', /Eerste remark/);
  });
});

describe('What was, before the order of a list changed', () => {
  it('is erased when no cursor needs it any more', async () => {
    const kept = async () =>
      (await stage.store.db.selectFrom('initiative_rank_history').select('changed_at').execute()).length;
    await does('initiatives', 'news', id, '--text', 'Er is nieuws.');
    assert.equal(await kept(), 1);
    await erase(stage.store, new Date(Date.now() + 47 * 3_600_000));
    assert.equal(await kept(), 1);
    await erase(stage.store, new Date(Date.now() + 49 * 3_600_000));
    assert.equal(await kept(), 0);
  });
});
