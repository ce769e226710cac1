import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { StaffRole } from '@buurt/domain/desk/colleague.js';
import { operator as operatorActor } from '../../packages/server/src/acts/acts.queries.js';
import { erase, forget } from '../../packages/server/src/db/retention.queries.js';
import { decideOnIdeas } from '../../packages/server/src/ideas/ideas.service.js';
import { resolveReports, reviewRemarks } from '../../packages/server/src/initiatives/remarks.service.js';
import type { Mail } from '../../packages/server/src/mail/mail-texts.js';
import { sendDueMails } from '../../packages/server/src/mail/mail-sender.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import type { AssignedRole } from '../../packages/server/src/staff/roles.js';
import { enqueueStaffMails } from '../../packages/server/src/staff/staff-mails.queries.js';
import { removeStaff, unassignRole } from '../../packages/server/src/staff/staff.queries.js';
import { addStaffOnStage, DeskBrowser } from './desk-visitor.js';
import { OperatorOnStage } from './operator-stage.js';
import { sentMails } from './sent-mails.js';
import { buurtCode, secret, Stage } from './stage.js';

const publicUrl = 'https://buurt.example.nl';
const otherBuurt = 'BU9999AA02';
const noor = 'noor@corporatie.example';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open({ publicUrl });
  operator = await OperatorOnStage.enter(stage.store, () => stage.now);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(async () => {
  // A Monday, 8:00 in the Netherlands.
  at('2026-11-23T07:00:00.000Z');
  await stage.clear({ moderated: true, answerDays: 10 });
  await stage.addBuurt(otherBuurt, 'Molenbuurt', { answerDays: 10 });
});

const at = (moment: string) => (stage.now = new Date(moment));
const goOn = (ms: number) => (stage.now = new Date(stage.now.getTime() + ms));
const daysAgo = (days: number) => new Date(stage.now.getTime() - days * day);

/** What the server does every few seconds; gives the mails. */
async function mails(): Promise<Mail[]> {
  await enqueueStaffMails(stage.store, stage.now);
  const sent: Mail[] = [];
  for (;;) {
    const more = await sentMails(stage, { publicUrl, keepsQuietHours: true });
    if (more.length === 0) return sent;
    sent.push(...more);
  }
}
const subjects = async () => (await mails()).map(({ to, subject }) => `${to.split('@')[0]!}: ${subject}`);
const waiting = () => stage.store.db.selectFrom('mail').selectAll().execute();

/** A mail server that takes nothing, for a reason. */
async function failing(reason: object): Promise<void> {
  await enqueueStaffMails(stage.store, stage.now);
  const { error } = console;
  console.error = () => {};
  const carry = () => Promise.reject(Object.assign(new Error('not taken'), reason));
  const secrets = deriveSecrets(secret);
  await sendDueMails({ store: stage.store, secrets, publicUrl, sites: new Set(), carry }, stage.now);
  console.error = error;
}
const tryLater = { responseCode: 451, command: 'DATA', response: '451 try again later' };
const noSuchUser = { responseCode: 550, command: 'RCPT TO', response: '550 no such user' };

const staff = (role: StaffRole, email = noor, code: string | null = buurtCode) =>
  addStaffOnStage(stage, email, [{ role, buurtCode: code }]);

/** An idea that nobody read, handed in so many days ago; an answer is promised ten days later. */
const idea = (title: string, days: number, buurt = buurtCode) =>
  stage.addInitiative({ title, review: 'waiting', publishedAt: daysAgo(days), buurt });

const publish = (id: string) =>
  stage.store.transaction((db) =>
    decideOnIdeas(db, [id], { state: 'published', reason: null }, { by: operatorActor, at: stage.now }),
  );

async function addRemark(text = 'Wat een onzin', title = 'Lange tafel'): Promise<string> {
  const id = randomUUID();
  await stage.store.db
    .insertInto('remark')
    .values({
      ...{ id, initiative_id: await stage.addInitiative({ title }), stance: 'for', text, name: 'Sam' },
      ...{ review: 'published', created_at: daysAgo(30) },
    })
    .execute();
  return id;
}

async function report(remark: string, reason: string): Promise<void> {
  assert.equal((await stage.post(`/remarks/${remark}/reports`, { reason })).status, 201);
}

const stopPath = ({ headers }: Mail) =>
  /^<https:\/\/buurt\.example\.nl\/v1(\S+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ??
  assert.fail(JSON.stringify(headers));

describe('The digest of staff', () => {
  it('tells what waits, with counts and links to the desk, after 8:00', async () => {
    await staff('moderator');
    const bench = await idea('Een\n bankje', 2);
    await idea('Een boom', 1);
    const remark = await addRemark('Waar komt het?');
    await stage.store.db.updateTable('remark').set({ review: 'waiting' }).execute();
    at('2026-11-23T06:59:59.000Z');
    assert.deepEqual(await mails(), []);
    at('2026-11-23T07:00:00.000Z');
    const [digest, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.equal(digest!.to, noor);
    assert.equal(digest!.subject, 'Er wachten 3 berichten op je');
    assert.match(digest!.text, /^Hallo,\n\nDit wacht op je:\n\n- 2 ideeën\n- 1 reactie\n/);
    const entry = `- Idee: Een bankje\n  Lindenkwartier\n  Antwoord beloofd voor 1 december 2026\n  ${publicUrl}/desk#/idea/${bench}\n`;
    assert.ok(digest!.text.includes(entry), digest!.text);
    assert.ok(
      digest!.text.includes(
        `- Reactie: Waar komt het?\n  Lindenkwartier\n  ${publicUrl}/desk#/remark/${remark}`,
      ),
    );
    assert.ok(digest!.html.includes(`href="${publicUrl}/desk#/idea/${bench}"`));
    assert.match(digest!.html, /Antwoord beloofd voor 1 december 2026/);
    assert.match(digest!.text, /Open de werkplek: https:\/\/buurt\.example\.nl\/desk\n/);
  });

  it('has what is past its promise on top and in its subject', async () => {
    await staff('moderator');
    await addRemark('Al lang hier');
    await stage.store.db.updateTable('remark').set({ review: 'waiting' }).execute();
    await idea('Gisteren beloofd', 11.5);
    await idea('Eerder beloofd', 20);
    await idea('Vandaag beloofd', 10);
    const digest = (await mails()).find(({ subject }) => subject === '2 antwoorden zijn te laat');
    const entries = [...digest!.text.matchAll(/^- (?:Idee|Reactie): (.*)$/gm)].map(([, title]) => title);
    assert.deepEqual(entries, ['Eerder beloofd', 'Gisteren beloofd', 'Vandaag beloofd', 'Al lang hier']);
    assert.match(digest!.text, /Te laat: antwoord was beloofd voor 13 november 2026/);
  });

  it('shows ten, and says how many there are more', async () => {
    await staff('moderator');
    for (let nth = 0; nth < 12; nth++) await idea(`Idee ${String(nth)}`, 1);
    const [digest] = await mails();
    assert.equal([...digest!.text.matchAll(/^- Idee: /gm)].length, 10);
    assert.match(digest!.text, /Op de werkplek staan nog 2 berichten\./);
  });

  it('is there in English too', async () => {
    await staff('moderator');
    await stage.store.db.updateTable('staff').set({ locale: 'en' }).execute();
    await idea('Een boom', 1);
    const [digest] = await mails();
    assert.equal(digest!.subject, '1 message waits for you');
    assert.match(digest!.html, /<html lang="en">/);
    assert.match(digest!.text, /Answer promised by 2 December 2026/);
  });

  it('comes once a day, and only when there is something new or something became late', async () => {
    await staff('moderator');
    await idea('Een boom', 1);
    assert.deepEqual(await subjects(), ['noor: Er wacht 1 bericht op je']);
    goOn(hour);
    await idea('Een bankje', 0);
    assert.deepEqual(await mails(), []);
    goOn(23 * hour);
    assert.deepEqual(await subjects(), ['noor: Er wachten 2 berichten op je']);
    goOn(day);
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
  });

  it('does not come when nothing waits', async () => {
    await staff('moderator');
    await stage.addInitiative();
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
  });

  it('comes on weekdays, at 8:00 in summer and in winter', async () => {
    await staff('moderator');
    await idea('Een boom', 0);
    await mails();
    at('2026-11-27T16:00:00.000Z');
    await mails();
    await idea('Vrijdagmiddag', 0);
    for (const weekend of ['2026-11-28T10:00:00.000Z', '2026-11-29T10:00:00.000Z']) {
      at(weekend);
      assert.deepEqual(await mails(), []);
    }
    at('2026-11-30T06:59:00.000Z');
    assert.deepEqual(await mails(), []);
    at('2026-11-30T07:00:00.000Z');
    assert.deepEqual(await subjects(), ['noor: Er wachten 2 berichten op je']);
    at('2027-06-21T05:59:00.000Z');
    await idea('Zomer', 0);
    assert.deepEqual(await mails(), []);
    at('2027-06-21T06:00:00.000Z');
    assert.ok((await mails()).length > 0);
  });

  it('tells each of what they may do something about, in their buurten', async () => {
    await staff('moderator');
    await staff('residents', 'molen@bewoners.example', otherBuurt);
    await staff('reader', 'lezer@corporatie.example', null);
    await staff('rounds', 'stemming@corporatie.example', null);
    await staff('admin', 'baas@corporatie.example', null);
    await idea('Hier', 1);
    await idea('Daar', 1, otherBuurt);
    const sent = new Map((await mails()).map(({ to, text }) => [to.split('@')[0], text]));
    assert.deepEqual([...sent.keys()].toSorted(), ['baas', 'molen', 'noor']);
    assert.match(sent.get('noor')!, /Idee: Hier/);
    assert.doesNotMatch(sent.get('noor')!, /Daar/);
    assert.doesNotMatch(sent.get('molen')!, /Hier/);
    assert.match(sent.get('baas')!, /- 2 ideeën/);
  });

  it('comes to whom is let in today from the next weekday on', async () => {
    await idea('Een boom', 1);
    at('2026-11-27T10:00:00.000Z');
    await operator.types('staff', 'invite', noor, '--name', 'Noor', '--role', 'moderator');
    assert.deepEqual(await subjects(), ['noor: Je link om in te loggen']);
    at('2026-11-30T07:00:00.000Z');
    assert.deepEqual(await subjects(), ['noor: Er wacht 1 bericht op je']);
  });

  it('has no offers for residents, who may not answer those', async () => {
    await staff('residents');
    await stage.store.db
      .insertInto('offer')
      .values({
        ...{ id: randomUUID(), initiative_id: await stage.addInitiative(), kinds: ['time'], message: '' },
        ...{ name: 'Jo', contact: 'jo@voorbeeld.nl', created_at: daysAgo(9) },
      })
      .execute();
    assert.deepEqual(await mails(), []);
    await staff('moderator', 'mo@corporatie.example');
    assert.deepEqual(await subjects(), ['mo: Er wacht 1 bericht op je']);
  });

  it('tells of an offer when its maker had a week, though it came before the last digest', async () => {
    await staff('moderator');
    const initiative_id = await stage.addInitiative();
    const asked = { asked_at: daysAgo(90), confirmed_at: daysAgo(90) };
    await stage.store.db
      .insertInto('follower')
      .values({ id: randomUUID(), initiative_id, email: 'sam@voorbeeld.nl', is_maker: true, ...asked })
      .execute();
    await stage.store.db
      .insertInto('offer')
      .values({
        ...{ id: randomUUID(), initiative_id, kinds: ['time'], message: '', name: 'Jo' },
        ...{ contact: 'jo@voorbeeld.nl', created_at: stage.now },
      })
      .execute();
    await idea('Een boom', 0);
    assert.deepEqual(await subjects(), ['noor: Er wacht 1 bericht op je']);
    at('2026-11-30T07:00:00.000Z');
    assert.deepEqual(await subjects(), ['noor: Er wachten 2 berichten op je']);
  });

  it('is sent once, also when several servers make and send it at the same moment', async () => {
    const all = Array.from({ length: 12 }, (_, nth) => `mo${String(nth)}@corporatie.example`);
    for (const email of all) await staff('moderator', email);
    await idea('Een boom', 1);
    const sent = (await Promise.all(Array.from({ length: 4 }, () => mails()))).flat();
    assert.deepEqual(sent.map(({ to }) => to).toSorted(), all.toSorted());
    goOn(minute);
    assert.deepEqual((await Promise.all([mails(), mails()])).flat(), []);
  });

  it('does not go to whom was removed, nor to whose role was taken meanwhile', async () => {
    const id = await staff('moderator');
    const other = await staff('moderator', 'mo@corporatie.example');
    await idea('Een boom', 1);
    await enqueueStaffMails(stage.store, stage.now);
    await stage.store.transaction(async (db) => {
      await removeStaff(db, id, stage.now);
      await unassignRole(db, other, { role: 'moderator', buurtCode });
    });
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
  });

  it('says nothing of what was decided while it waited', async () => {
    await staff('moderator');
    const id = await idea('Een boom', 1);
    await enqueueStaffMails(stage.store, stage.now);
    await publish(id);
    assert.deepEqual(await mails(), []);
  });

  it('that was not taken comes again that day, with what waits by then', async () => {
    await staff('moderator');
    await idea('Een boom', 1);
    await failing(tryLater);
    assert.match(
      (await operator.types('mails', 'list')).out,
      /no…@corporatie\.example +what waits for staff +put off/,
    );
    await idea('Een bankje', 0);
    goOn(6 * minute);
    assert.deepEqual(await subjects(), ['noor: Er wachten 2 berichten op je']);
  });

  it('that could not go on its day gives way to the next, which tells all of it', async () => {
    await staff('moderator');
    await idea('Een boom', 1);
    await failing(tryLater);
    at('2026-11-24T06:30:00.000Z');
    assert.deepEqual(await mails(), []);
    at('2026-11-24T07:00:00.000Z');
    assert.deepEqual(await subjects(), ['noor: Er wacht 1 bericht op je']);
  });

  it('that was refused for good leaves one mail that failed, however many days', async () => {
    await staff('moderator');
    await idea('Een boom', 1);
    for (let nth = 0; nth < 3; nth++) {
      await failing(noSuchUser);
      goOn(day);
    }
    assert.deepEqual(
      (await waiting()).map(({ kind }) => kind),
      ['staffDigest'],
    );
  });

  it('reads hostile titles as text on one line', async () => {
    await staff('moderator');
    await idea('Een boom\r\nBcc: all@example.org <script>alert(1)</script>', 1);
    const [digest] = await mails();
    assert.match(digest!.text, /^- Idee: Een boom Bcc: all@example\.org <script>/m);
    assert.doesNotMatch(digest!.html, /<script/);
  });
});

describe('A promised answer', () => {
  const others = async (title: string) => (await subjects()).filter((each) => each.includes(title));

  it('is reminded of three days before, once, when no digest goes out that day', async () => {
    await staff('moderator');
    await staff('admin', 'baas@corporatie.example', null);
    const id = await idea('Een boom', 0);
    assert.equal((await mails()).length, 2);
    at('2026-11-27T07:00:00.000Z');
    assert.deepEqual(await mails(), []);
    // Promised for Thursday 3 December.
    at('2026-11-30T07:00:00.000Z');
    const [reminder, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.equal(reminder!.to, noor);
    assert.equal(reminder!.subject, 'Bijna tijd voor een antwoord: Een boom');
    assert.match(reminder!.text, /Antwoord beloofd voor 3 december 2026/);
    assert.ok(reminder!.html.includes(`href="${publicUrl}/desk#/idea/${id}"`));
    for (const next of ['2026-12-01T07:00:00.000Z', '2026-12-02T07:00:00.000Z', '2026-12-03T07:00:00.000Z']) {
      at(next);
      assert.deepEqual(await mails(), []);
    }
  });

  it('is in the digest that goes out that day, and then in no reminder', async () => {
    await staff('moderator');
    await idea('Een boom', 0);
    await mails();
    at('2026-11-30T07:00:00.000Z');
    await idea('Een bankje', 0);
    const [digest, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.equal(digest!.subject, 'Er wachten 2 berichten op je');
    assert.match(digest!.text, /Antwoord beloofd voor 3 december 2026/);
    goOn(day);
    assert.deepEqual(await mails(), []);
  });

  it('for a Tuesday or Wednesday is reminded of on the Friday before', async () => {
    await staff('moderator');
    await idea('Voor woensdag', 1);
    await mails();
    // Promised for Wednesday 2 December.
    at('2026-11-26T07:00:00.000Z');
    await stage.store.db
      .updateTable('initiative')
      .set({ created_at: new Date('2026-11-22T09:00:00.000Z') })
      .execute();
    assert.deepEqual(await mails(), []);
    at('2026-11-27T07:00:00.000Z');
    assert.deepEqual(await subjects(), ['noor: Bijna tijd voor een antwoord: Voor woensdag']);
  });

  it('is reminded of to the coordinator where nobody else decides', async () => {
    await staff('admin', noor, null);
    await idea('Een boom', 0);
    await mails();
    at('2026-11-30T07:00:00.000Z');
    assert.deepEqual(await subjects(), ['noor: Bijna tijd voor een antwoord: Een boom']);
  });

  it('that is past is told to moderators and the coordinator, in a mail of its own, once', async () => {
    await staff('moderator');
    await staff('admin', 'baas@corporatie.example', null);
    await staff('moderator', 'molen@corporatie.example', otherBuurt);
    await staff('reader', 'lezer@corporatie.example', null);
    await idea('Een boom', 0);
    await mails();
    // Promised for 3 December: on that day it is not late.
    at('2026-12-03T22:00:00.000Z');
    assert.deepEqual(await others('Te laat'), []);
    at('2026-12-04T06:59:00.000Z');
    assert.deepEqual(await mails(), []);
    at('2026-12-04T07:00:00.000Z');
    const sent = await mails();
    const late = sent.filter(({ subject }) => subject === 'Te laat met een antwoord: Een boom');
    assert.deepEqual(late.map(({ to }) => to).toSorted(), ['baas@corporatie.example', noor]);
    assert.match(late[0]!.text, /Te laat: antwoord was beloofd voor 3 december 2026/);
    assert.ok(sent.some(({ subject }) => subject === '1 antwoord is te laat'));
    goOn(3 * day);
    assert.deepEqual(await mails(), []);
  });

  it('that is past in a weekend is told on Monday, all such ideas in one mail', async () => {
    await staff('moderator');
    at('2026-11-18T09:00:00.000Z');
    await idea('Een boom', 0);
    await idea('Een bankje', 0);
    at('2026-11-28T10:00:00.000Z');
    assert.deepEqual(await mails(), []);
    at('2026-11-30T07:00:00.000Z');
    assert.deepEqual(await others('Te laat'), ['noor: Te laat met 2 antwoorden']);
  });

  it('is told again only when the mail was not taken', async () => {
    await staff('moderator');
    await idea('Een boom', 12);
    await failing(tryLater);
    goOn(6 * minute);
    assert.deepEqual((await subjects()).toSorted(), [
      'noor: 1 antwoord is te laat',
      'noor: Te laat met een antwoord: Een boom',
    ]);
    goOn(day);
    assert.deepEqual(await mails(), []);
  });

  it('is told of nobody who decided meanwhile', async () => {
    await staff('moderator');
    const id = await idea('Een boom', 12);
    await enqueueStaffMails(stage.store, stage.now);
    await publish(id);
    assert.deepEqual(await mails(), []);
  });
});

describe('A report of a remark', () => {
  it('is told at once to who may take it off, with the reason, the remark and the link, and not who reported', async () => {
    at('2026-11-28T13:00:00.000Z');
    await staff('moderator');
    await staff('residents', 'bewoner@bewoners.example');
    await staff('admin', 'baas@corporatie.example', null);
    await staff('moderator', 'molen@corporatie.example', otherBuurt);
    await staff('reader', 'lezer@corporatie.example', null);
    const remark = await addRemark('Wat een onzin,\nvan die mensen');
    await report(remark, 'Dit is\nniet aardig.');
    const sent = await mails();
    assert.deepEqual(sent.map(({ to }) => to.split('@')[0]).toSorted(), ['baas', 'bewoner', 'noor']);
    const [{ subject, text, html } = assert.fail()] = sent;
    assert.equal(subject, 'Melding over een reactie bij Lange tafel');
    assert.match(
      text,
      /Dit is de reactie:\nWat een onzin,\nvan die mensen\n\nDit zegt wie het meldde:\n\n- Dit is niet aardig\.\n/,
    );
    assert.ok(text.includes(`Bekijk de melding: ${publicUrl}/desk#/report/${remark}\n`), text);
    assert.ok(html.includes(`href="${publicUrl}/desk#/report/${remark}"`));
  });

  it('waits at night until 7:00, with all that came by then in one mail', async () => {
    await staff('moderator');
    const remark = await addRemark();
    at('2026-11-23T21:30:00.000Z');
    await report(remark, 'Onaardig.');
    at('2026-11-24T02:00:00.000Z');
    await report(remark, 'Gemeen.');
    assert.deepEqual(await mails(), []);
    at('2026-11-24T05:59:00.000Z');
    assert.deepEqual(await mails(), []);
    at('2026-11-24T06:00:00.000Z');
    const [mail, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.match(mail!.text, /\n- Onaardig\.\n- Gemeen\.\n/);
    assert.match(mail!.text, /^Hallo,\n\nBuren meldden 2 keer/);
  });

  it('of one remark gives one mail in an hour, and of another remark its own', async () => {
    await staff('moderator');
    at('2026-11-23T13:00:00.000Z');
    await stage.store.db.updateTable('staff').set({ digest_mails: false }).execute();
    const remark = await addRemark();
    await report(remark, 'Een.');
    assert.equal((await mails()).length, 1);
    goOn(59 * minute);
    await report(remark, 'Twee.');
    assert.deepEqual(await mails(), []);
    await report(await addRemark('Ander', 'Schuur'), 'Ook.');
    assert.deepEqual(await subjects(), ['noor: Melding over een reactie bij Schuur']);
    goOn(minute);
    await report(remark, 'Drie.');
    const [mail] = await mails();
    assert.match(mail!.text, /- Een\.\n- Twee\.\n- Drie\./);
  });

  it('of one remark at the same moment is one mail', async () => {
    await staff('moderator');
    at('2026-11-23T13:00:00.000Z');
    await stage.store.db.updateTable('staff').set({ digest_mails: false }).execute();
    const remark = await addRemark();
    await Promise.all(Array.from({ length: 6 }, (_, nth) => report(remark, `Reden ${String(nth)}`)));
    assert.equal((await Promise.all([mails(), mails()])).flat().length, 1);
  });

  it('that comes after somebody looked is told at once, and one that was resolved before is not', async () => {
    await staff('moderator');
    at('2026-11-23T13:00:00.000Z');
    await stage.store.db.updateTable('staff').set({ digest_mails: false }).execute();
    const remark = await addRemark();
    await report(remark, 'Een.');
    await mails();
    await stage.store.transaction((db) => resolveReports(db, [remark], { by: operatorActor, at: stage.now }));
    goOn(minute);
    await report(remark, 'Twee.');
    const [mail] = await mails();
    assert.doesNotMatch(mail!.text, /Een\./);
    const other = await addRemark();
    await report(other, 'Weg.');
    await stage.store.transaction((db) =>
      reviewRemarks(db, [other], 'hidden', { by: operatorActor, at: stage.now }),
    );
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await waiting(), []);
  });

  it('that was not taken goes again, to whom may still act', async () => {
    const id = await staff('moderator');
    await staff('moderator', 'mo@corporatie.example');
    at('2026-11-23T13:00:00.000Z');
    await stage.store.db.updateTable('staff').set({ digest_mails: false }).execute();
    await report(await addRemark(), 'Een.');
    await failing(tryLater);
    await stage.store.transaction((db) => unassignRole(db, id, { role: 'moderator', buurtCode }));
    goOn(6 * minute);
    assert.deepEqual(await subjects(), ['mo: Melding over een reactie bij Lange tafel']);
    assert.deepEqual(await waiting(), []);
  });

  it('goes with the remark, and fills no mailbox when a script reports everything', async () => {
    await staff('moderator');
    at('2026-11-23T13:00:00.000Z');
    await stage.store.db.updateTable('staff').set({ digest_mails: false }).execute();
    for (let nth = 0; nth < 25; nth++) await report(await addRemark(), 'Script.');
    assert.equal((await waiting()).length, 20);
    await stage.store.db.deleteFrom('remark').execute();
    assert.deepEqual(await waiting(), []);
  });
});

describe('Somebody at the desk', () => {
  it('stops the digest and reminders with one press in a mail program, and reports by themselves', async () => {
    await staff('moderator');
    await idea('Een boom', 12);
    const [digest] = await mails();
    assert.equal(digest!.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
    const stop = await stage.send('POST', stopPath(digest!));
    assert.match(await stop.text(), /Je krijgt geen mails meer over wat er wacht/);
    goOn(day);
    await idea('Een bankje', 12);
    assert.deepEqual(await mails(), []);
    const remark = await addRemark();
    await report(remark, 'Een.');
    const [mail] = await mails();
    assert.equal(mail!.subject, 'Melding over een reactie bij Lange tafel');
    await stage.send('POST', stopPath(mail!));
    goOn(2 * hour);
    await report(remark, 'Twee.');
    assert.deepEqual(await mails(), []);
  });

  it('reads on the page what they get, which changes nothing, and can have it back', async () => {
    await staff('moderator');
    await idea('Een boom', 1);
    const [digest] = await mails();
    const path = stopPath(digest!).replace(/\/stop$/, '');
    assert.match(await (await stage.get(path)).text(), /Je krijgt mails over wat er wacht/);
    await stage.send('POST', `${path}/stop`);
    assert.match(await (await stage.get(path)).text(), /Toch weer mailen/);
    await stage.send('POST', `${path}/start`);
    goOn(day);
    await idea('Een bankje', 0);
    assert.equal((await mails()).length, 1);
  });

  it('stops what waits already, and still gets the link to log in', async () => {
    await staff('moderator');
    await idea('Een boom', 1);
    await enqueueStaffMails(stage.store, stage.now);
    const { out } = await operator.types('staff', 'mails', noor, '--digest', 'off');
    assert.equal(out, `${noor}: digest off, reports on.\n`);
    assert.deepEqual(await mails(), []);
    await new DeskBrowser(stage).ask('POST', 'login-links', {
      body: { email: noor },
      headers: { Origin: publicUrl },
    });
    assert.deepEqual(await subjects(), ['noor: Je link om in te loggen']);
  });

  it('chooses at the desk which mails they get, for themselves alone', async () => {
    const id = await staff('moderator');
    await staff('moderator', 'mo@corporatie.example');
    const browser = new DeskBrowser(stage, stage.app, { Origin: publicUrl, 'X-Buurt-Desk': '1' });
    await browser.logsInAs(id);
    const settings = async () => (await browser.ask('GET', 'mail-settings')).json();
    assert.deepEqual(await settings(), { digest: true, reports: true });
    const body = { digest: false, reports: true };
    assert.deepEqual(await (await browser.ask('PUT', 'mail-settings', { body })).json(), body);
    assert.deepEqual(await settings(), body);
    await idea('Een boom', 1);
    assert.deepEqual(await subjects(), ['mo: Er wacht 1 bericht op je']);
  });

  it('who was removed reads that there is nothing left to stop', async () => {
    const id = await staff('moderator');
    await idea('Een boom', 1);
    const [digest] = await mails();
    await stage.store.transaction((db) => removeStaff(db, id, stage.now));
    const page = await stage.send('POST', stopPath(digest!));
    assert.match(await page.text(), /Hier is niets meer te stoppen/);
  });

  it('is forgotten with all that they were told', async () => {
    const roles: readonly AssignedRole[] = [{ role: 'moderator', buurtCode }];
    const id = await addStaffOnStage(stage, noor, roles);
    await idea('Een boom', 12);
    await report(await addRemark(), 'Een.');
    await mails();
    await stage.store.transaction((db) => removeStaff(db, id, stage.now));
    await stage.store.transaction((db) => forget(db, noor));
    for (const table of ['answer_reminder', 'report_notice'] as const)
      assert.deepEqual(await stage.store.db.selectFrom(table).selectAll().execute(), []);
  });

  it('has what they were told of a report erased within two hours', async () => {
    await staff('moderator');
    await report(await addRemark(), 'Een.');
    await erase(stage.store, new Date(stage.now.getTime() + 61 * minute));
    assert.deepEqual(await stage.store.db.selectFrom('report_notice').selectAll().execute(), []);
  });
});
