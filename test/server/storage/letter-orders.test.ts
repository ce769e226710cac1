import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { InboxEntry } from '@buurt/domain/desk/inbox.js';
import { readCode } from '@buurt/domain/rounds/code.js';
import { openApiDocument } from '../../../packages/server/src/http/openapi.js';
import { erase } from '../../../packages/server/src/db/retention.queries.js';
import { sampleCode } from '../../../packages/server/src/rounds/letters.service.js';
import { rowsOfRound } from '../../../packages/server/src/rounds/round-rows.queries.js';
import { findingsIn } from '../../../packages/server/src/rounds/verify.js';
import { enqueueStaffMails } from '../../../packages/server/src/staff/staff-mails.queries.js';
import { columnsWith } from '../columns-with.js';
import { conforms } from '../conformance.js';
import { loggedIn, type DeskBrowser } from '../desk-visitor.js';
import { RoundOnStage } from '../round-stage.js';
import { sentMails } from '../sent-mails.js';
import { buurtCode, codeCost, Stage } from '../stage.js';

const otherBuurt = 'BU9999AA02';
const document = openApiDocument();
let stage: Stage;
let round: RoundOnStage;
let orderer: DeskBrowser;
let colleague: DeskBrowser;
before(async () => {
  stage = await Stage.open({ codeCost });
});
after(() => stage.close());

const rounds = (code = buurtCode) => loggedIn(stage, [{ role: 'rounds', buurtCode: code }]);
beforeEach(async () => {
  stage.now = new Date('2026-11-23T10:00:00.000Z');
  await stage.clear({ moderated: false });
  await stage.addBuurt(otherBuurt, 'Molenbuurt', { moderated: false });
  round = await RoundOnStage.open(stage, 0);
  [orderer, colleague] = [await rounds(), await rounds()];
});

const texts = {
  ...{ sender: 'De Wetering', page: 'https://www.example.nl/stem' },
  ...{ helpLine: 'Hulp nodig? Bel 012 345 67 89.', handInUntil: null as string | null },
};
const inHalfAnHour = () => new Date(Date.now() + 30 * 60_000).toISOString();

const does = (browser: DeskBrowser, path: string, body: unknown = {}) =>
  browser.ask('POST', path, { body, headers: { 'Idempotency-Key': randomUUID() } });
const ordering = (browser: DeskBrowser, own: object = {}) =>
  does(browser, `rounds/${round.id}/letter-orders`, { ...texts, count: 3, replaces: null, ...own });

async function orders(browser: DeskBrowser, own: object = {}): Promise<string> {
  const answer = await ordering(browser, own);
  assert.equal(answer.status, 201, await answer.clone().text());
  return ((await answer.json()) as { id: string }).id;
}

async function lettersFor(browser: DeskBrowser) {
  const answer = await browser.ask('GET', `rounds/${round.id}/letters`);
  await conforms(document, { method: 'get', path: '/desk/rounds/{id}/letters' }, answer.clone());
  return answer.json();
}

/** Sends a form as a browser does: with its origin, and without a header of ours. */
async function submits(
  { app, cookies }: DeskBrowser,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return app.request(`/v1/desk/rounds/${round.id}/${path}`, {
    method: 'POST',
    headers: {
      ...{ 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' },
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
}

async function makes(browser: DeskBrowser, orderId: string, headers: Record<string, string> = {}) {
  const { formKey } = await lettersFor(browser);
  const answer = await submits(browser, `letter-orders/${orderId}/release`, { formKey }, headers);
  const described = { method: 'post', path: '/desk/rounds/{id}/letter-orders/{orderId}/release' };
  await conforms(document, described, answer.clone());
  return answer;
}

async function replaces(browser: DeskBrowser, number: number, replacementKey: string) {
  const { formKey } = await lettersFor(browser);
  const fields = { formKey, number: String(number), replacementKey };
  const answer = await submits(browser, 'letter-replacements', fields);
  const described = { method: 'post', path: '/desk/rounds/{id}/letter-replacements' };
  await conforms(document, described, answer.clone());
  return answer;
}

const bare = (printed: string): string => {
  const read = readCode(printed);
  return 'code' in read ? read.code : assert.fail(`${printed} is no code`);
};

/** The letters on a page: their codes by number, and the key of their own sheet. */
async function printedOn(answer: Response) {
  assert.equal(answer.status, 200, await answer.clone().text());
  const page = await answer.text();
  const codes = new Map(
    [...page.matchAll(/<span>Brief (\d+)<\/span>\s*<span class="code">([^<]+)<\/span>/g)].map(
      ([, number = '', code = '']) => [Number(number), bare(code)],
    ),
  );
  const [, key] = /<p class="code key">([^<]+)<\/p>/.exec(page) ?? [];
  return { page, codes, key };
}

async function saysNo(answer: Response, status: number, type: string): Promise<string[]> {
  const problem = (await answer.json()) as { type: string; errors?: { pointer: string; code: string }[] };
  assert.deepEqual([answer.status, problem.type.split(':').at(-1)], [status, type]);
  return problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? [];
}

const lettersOf = async (): Promise<{ good: number; voided: number }> =>
  (await (await colleague.ask('GET', `rounds/${round.id}`)).json()).letters;
const actsOf = async (): Promise<string[]> =>
  (await (await colleague.ask('GET', `rounds/${round.id}`)).json()).acts.map(
    ({ name }: { name: string }) => name,
  );
const votes = async (code: string) => (await round.cast({ code, ids: ['a'] })).status;

describe('Letters that are ordered at the desk', () => {
  it('wait in the inbox of whoever else may make them, there and in their buurt, until they are made', async () => {
    const waits = async (browser: DeskBrowser) => {
      const { entries, counts } = await (await browser.ask('GET', 'inbox')).json();
      assert.equal(counts.letters, entries.length);
      return entries as InboxEntry[];
    };
    const id = await orders(orderer);
    assert.deepEqual(
      (await waits(colleague)).map(({ kind, id: of, title, since }) => [kind, of, title, since]),
      [['letters', round.id, 'Buurtbudget', stage.now.toISOString()]],
    );
    assert.deepEqual(await waits(orderer), []);
    assert.deepEqual(await waits(await rounds(otherBuurt)), []);
    assert.deepEqual(await waits(await loggedIn(stage, [{ role: 'moderator', buurtCode }])), []);
    // Each of two has something for the other.
    await orders(colleague, { count: 1 });
    assert.equal((await waits(orderer)).length, 1);
    assert.equal((await makes(colleague, id)).status, 200);
    assert.deepEqual(await waits(colleague), []);
  });

  it('stand in the mail that tells a colleague what waits, with a link to the vote, and in none to who ordered', async () => {
    await orders(orderer);
    stage.now = new Date('2026-11-24T08:00:00.000Z');
    await enqueueStaffMails(stage.store, stage.now);
    const sent = await sentMails(stage, { publicUrl: 'https://buurt.example.nl' });
    assert.equal(sent.length, 1);
    assert.match(sent[0]!.text, /- 1 stemronde met brieven om te maken/);
    assert.match(sent[0]!.text, new RegExp(`https://buurt\\.example\\.nl/desk#/round/${round.id}`));
  });

  it('are made by a second person, once, with codes that can vote', async () => {
    const id = await orders(orderer);
    assert.deepEqual(await lettersOf(), { good: 0, voided: 0 });
    await saysNo(await makes(orderer, id), 409, 'second-person');
    const seen = (await lettersFor(colleague)).orders[0];
    assert.deepEqual(
      [seen.state, seen.count, seen.orderedBy, seen.isOfColleague, seen.firstNumber],
      ['waiting', 3, 'Noor Bakker', true, null],
    );
    const { page, codes, key } = await printedOn(await makes(colleague, id));
    assert.deepEqual([...codes.keys()], [1, 2, 3]);
    assert.match(page, /De Wetering/);
    assert.ok(key);
    for (const code of codes.values()) assert.equal(await votes(code), 201);
    assert.notEqual(await votes(bare(key)), 201);
    await saysNo(await makes(colleague, id), 409, 'letter-order-stands');
    assert.deepEqual(await lettersOf(), { good: 3, voided: 0 });
    const made = (await lettersFor(orderer)).orders[0];
    assert.deepEqual([made.state, made.madeBy, made.firstNumber], ['made', 'Noor Bakker', 1]);
    assert.deepEqual(await actsOf(), ['codes.made', 'letters.ordered']);
    const next = await printedOn(await makes(colleague, await orders(orderer, { count: 2 })));
    assert.deepEqual([...next.codes.keys()], [4, 5]);
  });

  it('are one set, however many colleagues have them made at once', async () => {
    const id = await orders(orderer);
    const all = await Promise.all([colleague, await rounds(), await rounds()].map((each) => makes(each, id)));
    assert.deepEqual(all.map(({ status }) => status).toSorted(), [200, 409, 409]);
    assert.deepEqual(await lettersOf(), { good: 3, voided: 0 });
  });

  it('leave no code and no key anywhere in the database', async () => {
    const { codes, key } = await printedOn(await makes(colleague, await orders(orderer)));
    const again = await printedOn(await replaces(colleague, 2, key!));
    const sought = [...codes.values(), ...again.codes.values(), bare(key!)];
    assert.deepEqual(await columnsWith(stage.store, sought), []);
    assert.deepEqual(await columnsWith(stage.store, ['De Wetering']), ['letter_order.sender']);
  });

  it('come on a page that is kept nowhere and runs nothing, with styles that its policy allows', async () => {
    const answer = await makes(colleague, await orders(orderer));
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('cross-origin-opener-policy'), 'same-origin');
    const policy = answer.headers.get('content-security-policy') ?? '';
    const page = await answer.text();
    const [, styles = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(styles).digest('base64')}'`));
    assert.match(policy, /^default-src 'none'.*frame-ancestors 'none'/);
    assert.doesNotMatch(page, /<script|<style>[^]*<style>|style="/);
  });

  it('have a ballot on paper when they are ordered so, until a moment in the round', async () => {
    const id = await orders(orderer, { handInUntil: inHalfAnHour() });
    assert.match((await printedOn(await makes(colleague, id))).page, /Stembiljet: Buurtbudget/);
    const late = new Date(Date.now() + 86_400_000).toISOString();
    assert.deepEqual(await saysNo(await ordering(orderer, { handInUntil: late }), 400, 'invalid-input'), [
      '/handInUntil out-of-range',
    ]);
  });

  it('are ordered anew when the round was changed since', async () => {
    const id = await orders(orderer, { handInUntil: inHalfAnHour() });
    await stage.store.db
      .updateTable('round')
      .set({ closes_at: new Date(Date.now() + 60_000) })
      .where('id', '=', round.id)
      .execute();
    await saysNo(await makes(colleague, id), 409, 'letter-order-stands');
    assert.deepEqual(await lettersOf(), { good: 0, voided: 0 });
  });

  it('can be cancelled until they are made', async () => {
    const id = await orders(orderer);
    const cancels = () => does(orderer, `rounds/${round.id}/letter-orders/${id}/cancellation`);
    assert.equal((await cancels()).status, 201);
    await saysNo(await cancels(), 409, 'letter-order-stands');
    await saysNo(await makes(colleague, id), 409, 'letter-order-stands');
    assert.equal((await lettersFor(orderer)).orders[0].state, 'cancelled');
    assert.deepEqual(await actsOf(), ['letters.cancelled', 'letters.ordered']);
  });

  it('are made again by two people when printing failed: with the same numbers, and the old codes void', async () => {
    const first = await orders(orderer);
    const old = await printedOn(await makes(colleague, first));
    const lost = await printedOn(await replaces(colleague, 2, old.key!));
    assert.equal(await votes(old.codes.get(1)!), 201);
    stage.now = new Date(stage.now.getTime() + 60_000);
    const again = await orders(colleague, { replaces: first, count: 1 });
    await saysNo(await ordering(orderer, { replaces: first }), 409, 'letter-order-stands');
    await saysNo(await makes(colleague, again), 409, 'second-person');
    assert.equal(await votes(old.codes.get(3)!), 201);
    const { codes } = await printedOn(await makes(orderer, again));
    assert.deepEqual([...codes.keys()], [1, 2, 3]);
    for (const code of [...old.codes.values(), ...lost.codes.values()]) assert.equal(await votes(code), 403);
    for (const code of codes.values()) assert.equal(await votes(code), 201);
    assert.deepEqual(
      (await lettersFor(orderer)).orders.map(({ state }: { state: string }) => state),
      ['made', 'replaced'],
    );
    await orders(orderer, { replaces: again });
    assert.deepEqual(findingsIn(await rowsOfRound(stage.store, round.id)), []);
  });

  it('can be replaced once at a time, and not before they are made', async () => {
    const id = await orders(orderer);
    await saysNo(await ordering(colleague, { replaces: id }), 409, 'letter-order-stands');
    assert.equal((await ordering(colleague, { replaces: randomUUID() })).status, 404);
  });

  it('are not made for a round that is over, or elsewhere', async () => {
    const id = await orders(orderer);
    const elsewhere = await rounds(otherBuurt);
    assert.equal((await elsewhere.ask('GET', `rounds/${round.id}/letters`)).status, 404);
    await round.end();
    await saysNo(await makes(colleague, id), 409, 'round-stands');
    await saysNo(await ordering(orderer), 409, 'round-stands');
    await saysNo(await replaces(colleague, 1, '0000-0000-0000'), 409, 'round-stands');
  });

  for (const [what, own, found] of [
    ['nobody who writes', { sender: ' ' }, '/sender required'],
    ['a page that is no address', { page: 'www.example.nl' }, '/page malformed'],
    ['a page with something behind a #', { page: 'https://example.nl/#stem' }, '/page malformed'],
    ['an address that no browser opens', { page: 'https://exa mple.nl' }, '/page malformed'],
    ['no help', { helpLine: '' }, '/helpLine required'],
  ] as const)
    it(`are not ordered with ${what}`, async () => {
      assert.deepEqual(await saysNo(await ordering(orderer, own), 400, 'invalid-input'), [found]);
    });

  for (const count of [0, 501, 2.5])
    it(`are not ordered by ${String(count)}`, async () => {
      assert.equal((await ordering(orderer, { count })).status, 400);
    });

  it('are not ordered with more words than fit on a page', async () => {
    await saysNo(await ordering(orderer, { helpLine: 'Bel ons. '.repeat(55) }), 409, 'letter-too-full');
  });

  it('begin with what the last ones said, and with a letter for each home', async () => {
    const { suggested } = await lettersFor(orderer);
    assert.deepEqual(suggested, { sender: '', page: '', helpLine: '', handInUntil: null, count: 250 });
    await printedOn(await makes(colleague, await orders(orderer)));
    assert.deepEqual((await lettersFor(orderer)).suggested, { ...texts, count: null });
  });

  it('are looked at before, with a code that opens nothing', async () => {
    assert.ok('problem' in readCode(sampleCode));
    const query = new URLSearchParams({ ...texts, handInUntil: inHalfAnHour() } as Record<string, string>);
    const answer = await orderer.ask('GET', `rounds/${round.id}/letter-preview?${query.toString()}`);
    assert.equal(answer.status, 200);
    const page = await answer.text();
    assert.match(page, /VOORBEELD[^]*ABCD-EFGH-JKMN/);
    assert.match(page, /Stembiljet/);
    assert.doesNotMatch(page, /past niet op de eerste bladzijde/);
    query.set('helpLine', 'Bel ons. '.repeat(55));
    const full = await orderer.ask('GET', `rounds/${round.id}/letter-preview?${query.toString()}`);
    assert.match(await full.text(), /past niet op de eerste bladzijde/);
    assert.deepEqual(await lettersOf(), { good: 0, voided: 0 });
  });
});

describe('A letter that was lost', () => {
  it('is replaced with its number and the key that was printed with it, and its old code is void', async () => {
    const { codes, key } = await printedOn(await makes(colleague, await orders(orderer)));
    assert.equal(await votes(codes.get(2)!), 201);
    const one = await printedOn(await replaces(orderer, 2, key!.toLowerCase()));
    assert.deepEqual([...one.codes.keys()], [2]);
    assert.equal(one.key, undefined);
    assert.equal(await votes(codes.get(2)!), 403);
    assert.equal(await votes(codes.get(1)!), 201);
    const twice = await printedOn(await replaces(orderer, 2, key!));
    assert.equal(await votes(one.codes.get(2)!), 403);
    assert.equal(await votes(twice.codes.get(2)!), 201);
    assert.deepEqual(await lettersOf(), { good: 3, voided: 2 });
    assert.deepEqual((await actsOf()).slice(0, 2), ['codes.replaced', 'codes.replaced']);
    assert.deepEqual(findingsIn(await rowsOfRound(stage.store, round.id)), []);
  });

  it('is replaced once when two colleagues do so at the same moment', async () => {
    const { key } = await printedOn(await makes(colleague, await orders(orderer)));
    await Promise.all([replaces(orderer, 2, key!), replaces(colleague, 2, key!)]);
    assert.equal((await lettersOf()).good, 3);
  });

  it('stays when its number and key do not belong together', async () => {
    const first = await printedOn(await makes(colleague, await orders(orderer)));
    const second = await printedOn(await makes(colleague, await orders(orderer)));
    await saysNo(await replaces(orderer, 4, first.key!), 404, 'not-found');
    await saysNo(await replaces(orderer, 1, second.key!), 404, 'not-found');
    await saysNo(await replaces(orderer, 7, second.key!), 404, 'not-found');
    assert.deepEqual(await saysNo(await replaces(orderer, 1, 'ABCD'), 400, 'invalid-input'), [
      '/replacementKey malformed',
    ]);
    assert.deepEqual(await lettersOf(), { good: 6, voided: 0 });
  });

  it('leads to no code any more once the round is closed', async () => {
    await printedOn(await makes(colleague, await orders(orderer)));
    const hashes = async () =>
      (
        await stage.store.db
          .selectFrom('credential')
          .select('letter_hash')
          .where('letter_hash', 'is not', null)
          .execute()
      ).length;
    await erase(stage.store, stage.now);
    assert.equal(await hashes(), 3);
    await round.end();
    await erase(stage.store, stage.now);
    assert.equal(await hashes(), 0);
  });

  it('has its number in no act: beside the log of the round it would lead to the ballot of a home', async () => {
    const { key } = await printedOn(await makes(colleague, await orders(orderer, { count: 7 })));
    await printedOn(await replaces(orderer, 6, key!));
    const { detail } = await stage.store.db
      .selectFrom('act')
      .select('detail')
      .where('name', '=', 'codes.replaced')
      .executeTakeFirstOrThrow();
    assert.deepEqual(detail, { replaced: true });
  });
});

describe('A form that has letters made', () => {
  for (const [who, headers] of [
    ['a page of another site', { Origin: 'https://www.example.nl' }],
    ['a page that hides where it is', { Origin: 'null' }],
  ] as const)
    it(`is refused to ${who}`, async () => {
      const id = await orders(orderer);
      await saysNo(await makes(colleague, id, headers), 403, 'origin-refused');
      assert.deepEqual(await lettersOf(), { good: 0, voided: 0 });
    });

  it('is refused without the key of the session that sends it', async () => {
    const id = await orders(orderer);
    const path = `letter-orders/${id}/release`;
    await saysNo(await submits(colleague, path, {}), 400, 'invalid-input');
    const { formKey } = await lettersFor(orderer);
    await saysNo(await submits(colleague, path, { formKey }), 403, 'origin-refused');
    const json = await does(colleague, `rounds/${round.id}/${path}`, { formKey });
    assert.equal(json.status, 415);
    assert.deepEqual(await lettersOf(), { good: 0, voided: 0 });
  });

  it('is told in words on a page why nothing was made', async () => {
    const id = await orders(orderer);
    const seen = { Accept: 'text/html,application/xhtml+xml', 'Accept-Language': 'nl' };
    const asks = async (browser: DeskBrowser, headers: Record<string, string>) => {
      const { formKey } = await lettersFor(browser);
      return submits(browser, `letter-orders/${id}/release`, { formKey }, headers);
    };
    const answer = await asks(orderer, seen);
    assert.equal(answer.status, 409);
    assert.match(await answer.text(), /Jij hebt deze brieven besteld\. Laat een collega ze maken\./);
    const english = await asks(orderer, { ...seen, 'Accept-Language': 'en' });
    assert.match(await english.text(), /You ordered these letters/);
    const { formKey } = await lettersFor(colleague);
    colleague.cookies.clear();
    const out = await submits(colleague, `letter-orders/${id}/release`, { formKey }, seen);
    assert.equal(out.status, 401);
    assert.match(await out.text(), /Log in het postvak opnieuw in/);
  });
});
