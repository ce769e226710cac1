import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { myInitiativeFrom } from '@buurt/domain/initiatives/my-initiative.js';
import { erase, forget } from '../../packages/server/src/db/retention.queries.js';
import { OperatorOnStage } from './operator-stage.js';
import { sentMails } from './sent-mails.js';
import { anIdea, Stage } from './stage.js';
import { widgetsFolder } from './widgets-folder.js';

const publicUrl = 'https://buurt.example.nl';
const makerPage = `${publicUrl}/mijn-initiatief`;
const maker = 'sam@voorbeeld.nl';
const neighbour = 'Bo@voorbeeld.nl';
const asked = { email: neighbour, text: 'Jij kent iedereen op het plein.' };

let stage: Stage;
let operator: OperatorOnStage;
const { path: widgets, remove } = widgetsFolder();
before(async () => {
  stage = await Stage.open({ publicUrl, widgets });
  operator = await OperatorOnStage.enter(stage.store, () => stage.now);
});
after(async () => {
  remove();
  await operator.leave();
  await stage.close();
});
beforeEach(async () => {
  stage.now = new Date('2026-11-30T10:00:00Z');
  await stage.clear({ moderated: true, organisation: { name: 'De Linde' } });
});

interface Owned {
  readonly id: string;
  readonly reference: string;
  readonly ownerKey: string;
}
const later = (days: number) => {
  stage.now = new Date(stage.now.getTime() + days * 86_400_000);
};
const mails = () => sentMails(stage, { publicUrl, makerPage });
const bearer = ({ ownerKey }: Owned) => ({ Authorization: `Bearer ${ownerKey}` });
const see = async (idea: Owned) =>
  myInitiativeFrom(await (await stage.get(`/ideas/${idea.id}`, bearer(idea))).json());
const act = (idea: Owned, path: string, body: object = {}) =>
  stage.post(`/ideas/${idea.id}/${path}`, body, bearer(idea));
const pathIn = ({ text }: { readonly text: string }, of: 'followers' | 'handovers') =>
  new RegExp(`https://buurt\\.example\\.nl/v1(/${of}/[^\\s#]+)`).exec(text)![1]!;

/** An initiative on the site, of a maker who gets mails. */
async function running(own: object = {}): Promise<Owned> {
  const handedIn = await stage.handIn({ ...anIdea, name: 'Sam', email: maker, ...own });
  const idea = (await handedIn.json()) as Owned;
  assert.equal(handedIn.status, 201, JSON.stringify(idea));
  await stage.store.db.updateTable('contact').set({ phone: '0612345678' }).execute();
  const [receipt] = await mails();
  await stage.send('POST', `${pathIn(receipt!, 'followers')}/confirm`, { Origin: publicUrl });
  await operator.types('ideas', 'publish', idea.reference);
  await mails();
  return idea;
}

/** The same, of which a neighbour was asked to take over; with their page. */
async function offered(own: object = {}) {
  const idea = await running();
  assert.equal((await act(idea, 'handover', { ...asked, ...own })).status, 201);
  const [mail] = await mails();
  return { idea, mail: mail!, path: pathIn(mail!, 'handovers') };
}
const press = (path: string, fields?: Record<string, string>) =>
  stage.app.request(`/v1${path}`, {
    method: 'POST',
    headers: { Origin: publicUrl },
    ...(fields && { body: new URLSearchParams(fields) }),
  });
const accept = (path: string, fields: Record<string, string> = { name: 'Bo', consent: 'yes' }) =>
  press(`${path}/accept`, fields);
const decline = (path: string) => press(`${path}/decline`);
const page = async (path: string) => (await stage.get(path)).text();
const shown = async ({ id }: Owned) =>
  (await (await stage.get(`/initiatives/${id}`)).json()) as { initiator: string | null; status: string };
const ownerKeyIn = ({ text }: { readonly text: string }, { id }: Owned) =>
  new RegExp(`#mijn=${id}\\.([\\w-]+)`).exec(text)?.[1];

describe('A neighbour who is asked to take over', () => {
  it('reads by mail which initiative it is and what the maker writes, with a link to say yes and one to say no', async () => {
    const { mail, path, idea } = await offered();
    assert.equal(mail.to, neighbour);
    assert.equal(mail.subject, `Neem jij “${anIdea.title}” over?`);
    assert.ok(mail.text.includes('Je buur schrijft:\n\nJij kent iedereen op het plein.'));
    assert.ok(mail.text.includes(`Bekijk of je het overneemt: ${publicUrl}/v1${path}\n`));
    assert.ok(mail.text.includes(`Nee, ik neem het niet over: ${publicUrl}/v1${path}#nee`));
    assert.ok(!mail.text.includes(idea.ownerKey));
    assert.equal(mail.headers['List-Unsubscribe'], undefined);
    assert.deepEqual((await see(idea)).handover, {
      ...{ email: neighbour, at: '2026-11-30T10:00:00.000Z', until: '2026-12-14T10:00:00.000Z' },
      state: 'asked',
    });
  });

  it('is asked in the language of the maker’s page', async () => {
    const { mail, path } = await offered({ locale: 'en' });
    assert.equal(mail.subject, `Will you take over “${anIdea.title}”?`);
    assert.match(await page(path), /<html lang="en">/);
  });

  it('sees the question on a page that changes nothing, however often a mail program opens it', async () => {
    const { idea, path } = await offered();
    for (let i = 0; i < 3; i++) {
      const answer = await stage.get(path);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      const html = await answer.text();
      assert.match(html, /Neem jij “.+” over\?/);
      assert.match(html, /Ja, De Linde mag mijn naam en e-mailadres bewaren\. 365 dagen nadat/);
    }
    assert.equal((await see(idea)).handover?.state, 'asked');
  });

  it('is the maker from the press on: their name is shown, and their own link is mailed', async () => {
    const { idea, path } = await offered();
    const before = await shown(idea);
    const answer = await accept(path);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /is nu jouw initiatief/);
    const [toNeighbour, toMaker, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.deepEqual([toNeighbour!.to, toMaker!.to], [neighbour, maker]);
    const ownerKey = ownerKeyIn(toNeighbour!, idea)!;
    assert.notEqual(ownerKey, idea.ownerKey);
    assert.match(toNeighbour!.text, new RegExp(`Het nummer is ${idea.reference}\\.`));
    assert.equal((await stage.get(`/ideas/${idea.id}`, bearer(idea))).status, 404);
    const mine = await see({ ...idea, ownerKey });
    assert.deepEqual([mine.mails, mine.handover, mine.canHandOver], ['on', null, true]);
    assert.deepEqual(await shown(idea), { ...before, initiator: 'Bo' });
    // It lives on: its maker tells how it goes.
    assert.equal((await act({ ...idea, ownerKey }, 'news', { text: 'Ik neem het over.' })).status, 201);
  });

  it('leaves nothing of the maker before them, who is thanked once', async () => {
    const { idea, path } = await offered();
    await accept(path);
    const sent = await mails();
    const thanks = sent.find(({ to }) => to === maker)!;
    assert.equal(thanks.subject, `“${anIdea.title}” is overgenomen`);
    assert.match(thanks.text, /Bo heeft “.+” overgenomen\. Dank je wel/);
    assert.match(thanks.text, /Je naam en adres staan niet meer bij het initiatief\./);
    assert.ok(!thanks.text.includes('#mijn='));
    const { db } = stage.store;
    const contact = await db.selectFrom('contact').selectAll().execute();
    assert.deepEqual(contact, [
      { initiative_id: idea.id, name: 'Bo', email: neighbour, phone: null, consented_at: stage.now },
    ]);
    for (const table of ['follower', 'mail', 'handover', 'confirmation_request'] as const) {
      const rows = await db.selectFrom(table).selectAll().execute();
      assert.ok(!JSON.stringify(rows).includes(maker), table);
    }
    assert.deepEqual(await mails(), []);
  });

  it('is told what is missing, at the field, and what they filled in stays', async () => {
    const { idea, path } = await offered();
    const nameless = await accept(path, { name: ' ', consent: 'yes' });
    assert.equal(nameless.status, 400);
    assert.match(await nameless.text(), /Vul je naam in\.[^]*aria-invalid="true"/);
    const without = await accept(path, { name: '<b>Bo</b>' });
    const html = await without.text();
    assert.match(html, /value="&lt;b&gt;Bo&lt;\/b&gt;"/);
    assert.match(html, /Zet een vinkje, zodat we je naam en adres mogen bewaren\./);
    assert.match(html, /action="\.\/accept"/);
    assert.equal((await accept(path, { name: 'x'.repeat(1000), consent: 'yes' })).status, 400);
    assert.equal((await shown(idea)).initiator, 'Sam');
  });

  it('takes over once, also when they press twice at once', async () => {
    const { idea, path } = await offered();
    const answers = await Promise.all([accept(path), accept(path), decline(path)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    const { owner_key_generation, contacts } = await stage.store.db
      .selectFrom('initiative')
      .select('owner_key_generation')
      .select(({ selectFrom, fn }) =>
        selectFrom('contact').select(fn.countAll<number>().as('count')).as('contacts'),
      )
      .where('id', '=', idea.id)
      .executeTakeFirstOrThrow();
    const hasAccepted = owner_key_generation === 1;
    assert.equal(Number(contacts), 1);
    assert.ok(owner_key_generation <= 1);
    const sent = await mails();
    assert.deepEqual(
      sent.map(({ to }) => to),
      hasAccepted ? [neighbour, maker] : [maker],
    );
  });

  it('says no, of which the maker reads by mail and on their page, and whose address is gone', async () => {
    const { idea, path } = await offered();
    const answer = await decline(path);
    assert.match(await answer.text(), /Je neemt het niet over/);
    const { handover } = await see(idea);
    assert.deepEqual([handover?.state, handover?.email], ['declined', null]);
    const [told, ...more] = await mails();
    assert.deepEqual([told!.to, more], [maker, []]);
    assert.equal(told!.subject, `Over je vraag om “${anIdea.title}” over te nemen`);
    assert.match(told!.text, /Je buur neemt het niet over\./);
    const rows = await stage.store.db.selectFrom('handover').select(['email', 'text']).execute();
    assert.deepEqual(rows, [{ email: null, text: '' }]);
    assert.match(await (await accept(path)).text(), /Je neemt het niet over/);
    assert.equal((await shown(idea)).initiator, 'Sam');
    // Another neighbour can be asked.
    assert.equal((await act(idea, 'handover', { email: 'noor@voorbeeld.nl', text: '' })).status, 201);
  });

  it('can say nothing any more once it was taken back, and reads nothing of it', async () => {
    const { idea, path } = await offered();
    assert.equal((await act(idea, 'handover/withdrawal')).status, 201);
    assert.equal((await see(idea)).handover, null);
    for (const answer of [await page(path), await (await accept(path)).text()]) {
      assert.match(answer, /Deze vraag is er niet meer/);
      assert.ok(!answer.includes(anIdea.title));
    }
    assert.equal((await shown(idea)).initiator, 'Sam');
    const refused = await act(idea, 'handover/withdrawal');
    assert.equal(refused.status, 409);
    assert.match(await refused.text(), /al geantwoord, of de vraag is verlopen/);
  });

  it('gets no mail when it was taken back before it went', async () => {
    const idea = await running();
    await act(idea, 'handover', asked);
    await act(idea, 'handover/withdrawal');
    assert.deepEqual(await mails(), []);
  });

  it('has 14 days', async () => {
    const { idea, path } = await offered();
    later(14);
    assert.match(await (await accept(path)).text(), /Deze vraag is er niet meer/);
    assert.equal((await see(idea)).handover, null);
    assert.equal((await act(idea, 'handover', { ...asked, text: '' })).status, 201);
    later(14.1);
    await erase(stage.store, stage.now);
    assert.deepEqual(await stage.store.db.selectFrom('handover').select('id').execute(), []);
    assert.deepEqual(await mails(), []);
  });

  it('can take over nothing that ended or was taken off the site meanwhile', async () => {
    const { idea, path } = await offered();
    await operator.types('ideas', 'hide', idea.reference, '--reason', 'Er staat iets in.');
    assert.match(await (await accept(path)).text(), /Deze vraag is er niet meer/);
    await operator.types('ideas', 'publish', idea.reference);
    await act(idea, 'ending', { status: 'done', text: '' });
    assert.match(await page(path), /Deze vraag is er niet meer/);
    assert.equal((await shown(idea)).initiator, 'Sam');
  });

  it('is not let in by a token that is not theirs', async () => {
    const { path } = await offered();
    const [id] = path.replace('/handovers/', '').split('.');
    for (const token of [`${id!}.${'x'.repeat(43)}`, `${id!}.x`, 'x'])
      assert.equal((await stage.get(`/handovers/${token}`)).status, 404, token);
    assert.equal((await accept(`/handovers/${id!}.${'x'.repeat(43)}`)).status, 404);
    // Nothing that stands in the database makes a link.
    const rows = await stage.store.db.selectFrom('handover').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(path.slice(-43)));
  });

  it('finds nothing once the idea was erased, and is forgotten when they ask', async () => {
    const { idea, path } = await offered();
    await operator.types('ideas', 'erase', idea.reference, '--yes');
    assert.match(await page(path), /Deze vraag is er niet meer/);
    const again = await offered();
    await stage.store.transaction((db) => forget(db, neighbour));
    assert.deepEqual(await stage.store.db.selectFrom('handover').select('id').execute(), []);
    assert.match(await page(again.path), /Deze vraag is er niet meer/);
    assert.equal((await see(again.idea)).handover, null);
  });

  it('takes over also what they followed already', async () => {
    const { idea, path } = await offered();
    await stage.post(`/initiatives/${idea.id}/followers`, { email: neighbour.toLowerCase() });
    await accept(path);
    const followers = await stage.store.db.selectFrom('follower').select(['email', 'is_maker']).execute();
    assert.deepEqual(followers, [{ email: neighbour, is_maker: true }]);
  });
});

describe('A maker who hands over', () => {
  it('asks one neighbour at a time, and three a day', async () => {
    const { idea } = await offered();
    const second = await act(idea, 'handover', { email: 'noor@voorbeeld.nl', text: '' });
    assert.equal(second.status, 409);
    assert.match(await second.text(), /Je vroeg al iemand\./);
    for (const email of ['noor@voorbeeld.nl', 'jan@voorbeeld.nl']) {
      await act(idea, 'handover/withdrawal');
      assert.equal((await act(idea, 'handover', { email, text: '' })).status, 201, email);
    }
    await act(idea, 'handover/withdrawal');
    assert.equal((await act(idea, 'handover', { email: 'els@voorbeeld.nl', text: '' })).status, 429);
    later(1.1);
    assert.equal((await act(idea, 'handover', { email: 'els@voorbeeld.nl', text: '' })).status, 201);
  });

  it('asks one neighbour when they press twice at once', async () => {
    const idea = await running();
    const answers = await Promise.all([act(idea, 'handover', asked), act(idea, 'handover', asked)]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409]);
    assert.equal((await mails()).length, 1);
  });

  it('fills no mailbox, whatever the initiative', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      const idea = await running({ title: `Idee ${String(i)}`, email: `maker${String(i)}@voorbeeld.nl` });
      statuses.push((await act(idea, 'handover', asked)).status);
    }
    assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429]);
  });

  it('writes to one address, and nothing of what they fill in becomes a header', async () => {
    const idea = await running({ title: 'Tafel\nBcc: allen@voorbeeld.nl' });
    for (const email of ['bo@voorbeeld.nl, els@voorbeeld.nl', 'bo@voorbeeld.nl\nBcc: els@voorbeeld.nl', 'x'])
      assert.equal((await act(idea, 'handover', { email, text: '' })).status, 400, email);
    assert.equal(
      (await act(idea, 'handover', { ...asked, text: 'Hoi\r\nBcc: els@voorbeeld.nl' })).status,
      201,
    );
    const [mail] = await mails();
    assert.equal(mail!.to, neighbour);
    assert.doesNotMatch(mail!.subject, /[\r\n]/);
    await accept(pathIn(mail!, 'handovers'), { name: 'Bo\r\nBcc: els@voorbeeld.nl', consent: 'yes' });
    for (const { subject, text } of await mails()) {
      assert.doesNotMatch(subject, /[\r\n]/);
      assert.doesNotMatch(text, /^Bcc:/m);
    }
  });

  it('needs their key, and an initiative that runs', async () => {
    const idea = await running();
    assert.equal((await act({ ...idea, ownerKey: 'x'.repeat(43) }, 'handover', asked)).status, 404);
    await act(idea, 'ending', { status: 'done', text: '' });
    assert.equal((await act(idea, 'handover', asked)).status, 409);
    assert.equal((await see(idea)).canHandOver, false);
  });

  it('is not offered it where the server mails no links', async () => {
    const idea = await running();
    const app = stage.appWith({ sendsMails: false });
    const answer = await app.request(`/v1/ideas/${idea.id}`, { headers: bearer(idea) });
    assert.equal(((await answer.json()) as { canHandOver: boolean }).canHandOver, false);
  });
});

describe('A maker who lost their link', () => {
  const ask = (email: string) => stage.post('/owner-links', { email });

  it('is told that no mail goes out, where none does', async () => {
    const app = stage.appWith({ sendsMails: false });
    const answer = await app.request('/v1/owner-links', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: maker }),
    });
    assert.equal(answer.status, 409);
    assert.match(((await answer.json()) as { type: string }).type, /sends-no-mail$/);
  });

  it('gets a mail with the links of what runs, with the keys that are in force', async () => {
    const [first, second, ended] = [
      await running({ title: 'Een tafel' }),
      await running({ title: 'Een bank' }),
      await running({ title: 'Voorbij' }),
    ];
    await act(ended, 'ending', { status: 'done', text: '' });
    await running({ title: 'Van een ander', email: 'els@voorbeeld.nl' });
    await mails();
    const { ownerKey } = (await (await act(second, 'owner-key')).json()) as Owned;
    const answer = await ask(' SAM@voorbeeld.nl ');
    assert.deepEqual([answer.status, await answer.json()], [202, { asked: true }]);
    const [mail, ...more] = await mails();
    assert.deepEqual([mail!.to, more], [maker, []]);
    assert.equal(mail!.subject, 'Je link naar je initiatief');
    assert.ok(
      mail!.text.includes(`Naar “Een tafel”: ${makerPage}?lang=nl#mijn=${first.id}.${first.ownerKey}`),
    );
    assert.ok(mail!.text.includes(`Naar “Een bank”: ${makerPage}?lang=nl#mijn=${second.id}.${ownerKey}`));
    assert.ok(mail!.html.includes(`#mijn=${second.id}.${ownerKey}`));
    assert.doesNotMatch(mail!.text, /Voorbij|Van een ander/);
    assert.equal(mail!.headers['List-Unsubscribe'], undefined);
    assert.equal((await see(first)).id, first.id);
  });

  it('is answered the same as anybody, and nobody gets a mail who did not confirm their address', async () => {
    await stage.handIn({ ...anIdea, email: 'nooit@voorbeeld.nl' });
    await mails();
    const idea = await running();
    const answers: string[] = [];
    for (const email of [maker, 'nooit@voorbeeld.nl', 'onbekend@voorbeeld.nl']) {
      const started = performance.now();
      const answer = await ask(email);
      assert.ok(performance.now() - started >= 99, email);
      answers.push(`${String(answer.status)} ${await answer.text()}`);
    }
    assert.equal(new Set(answers).size, 1);
    assert.deepEqual(
      (await mails()).map(({ to }) => to),
      [maker],
    );
    const kept = await stage.store.db.selectFrom('owner_link_request').selectAll().execute();
    assert.equal(kept.length, 3);
    assert.doesNotMatch(JSON.stringify(kept), /voorbeeld/);
    assert.equal((await see(idea)).id, idea.id);
  });

  it('gets one mail when they press again before it went, and three a day', async () => {
    await running();
    await Promise.all([ask(maker), ask(maker)]);
    assert.equal((await mails()).length, 1);
    await ask(maker);
    assert.equal((await mails()).length, 1);
    await ask(maker);
    assert.deepEqual(await mails(), []);
    later(1.1);
    await ask(maker);
    assert.equal((await mails()).length, 1);
  });

  it('gets no mail when it ended before the mail went', async () => {
    const idea = await running();
    await ask(maker);
    await act(idea, 'ending', { status: 'done', text: '' });
    assert.ok((await mails()).every(({ text }) => !text.includes('Je vroeg om je eigen link')));
    const waiting = await stage.store.db.selectFrom('mail').select('kind').execute();
    assert.ok(waiting.every(({ kind }) => kind !== 'ownerLinks'));
  });

  it('fills in an address, and asks ten times a minute at most', async () => {
    // In a minute in which nobody asked before.
    later(0.5);
    assert.equal((await ask('x')).status, 400);
    const statuses: number[] = [];
    for (let i = 0; i < 10; i++) statuses.push((await ask(`nee${String(i)}@voorbeeld.nl`)).status);
    assert.equal(statuses.filter((status) => status === 202).length, 9);
    assert.equal(statuses.at(-1), 429);
  });
});
