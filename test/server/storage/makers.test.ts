import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Mail } from '../../../packages/server/src/mail/mail-texts.js';
import type { Mailer } from '../../../packages/server/src/mail/mail-sender.js';
import { OperatorOnStage } from '../operator-stage.js';
import { sentMails } from '../sent-mails.js';
import { anIdea, buurtCode, Stage } from '../stage.js';

const publicUrl = 'https://buurt.example.nl';
const email = 'sam@voorbeeld.nl';
const title = 'Een <b>lange</b> tafel';

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
  stage.now = new Date('2026-11-30T10:00:00Z');
  await stage.clear({ moderated: true, organisation: { name: 'Wonen\nWetering' } });
});

/** Sends what is due by now; gives the mails. */
const mails = (own: Partial<Mailer> = {}) => sentMails(stage, { publicUrl, ...own });
const handIn = async (own: object = {}) =>
  (await stage.handIn({ ...anIdea, title, email, ...own })).json() as Promise<{
    id: string;
    reference: string;
    mailed: boolean;
    reachable: boolean;
  }>;
const pathIn = ({ text }: Mail) => /https:\/\/buurt\.example\.nl\/v1(\S+)/.exec(text)![1]!;
const page = async (path: string) => (await stage.get(path)).text();
const press = async (path: string) => (await stage.send('POST', path, { Origin: publicUrl })).text();

/** A maker who pressed the button of the receipt. */
async function aMaker(own: object = {}) {
  const idea = await handIn(own);
  const [receipt] = await mails();
  const path = pathIn(receipt!);
  await press(`${path}/confirm`);
  return { ...idea, path };
}

describe('The maker of an idea', () => {
  it('gets a mail that it came in, without any of the words that were handed in', async () => {
    const { mailed, reference } = await handIn();
    assert.equal(mailed, true);
    const [receipt, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.equal(receipt!.to, email);
    assert.equal(receipt!.subject, `Je idee is binnen (${reference})`);
    assert.match(receipt!.text, /Wonen Wetering leest je idee\. Klopt alles\? Dan komt het op de site\./);
    assert.match(receipt!.text, /uiterlijk 14 december 2026/);
    assert.doesNotMatch(JSON.stringify(receipt), /lange|tafel/);
    assert.equal(receipt!.headers['List-Unsubscribe'], undefined);
  });

  it('reads on the page of that mail how it is doing, and hears nothing before the button is pressed', async () => {
    const { reference } = await handIn();
    const [receipt] = await mails();
    await operator.types(
      'ideas',
      'decline',
      reference,
      '--reason',
      'Dit plein is volgend jaar aan de beurt.',
    );
    assert.deepEqual(await mails(), []);
    const shown = await page(pathIn(receipt!));
    assert.match(shown, /Je idee: Een &lt;b&gt;lange&lt;\/b&gt; tafel/);
    assert.match(shown, /Je idee komt niet op de site\./);
    assert.match(shown, /Dit plein is volgend jaar aan de beurt\./);
    assert.match(shown, /Ja, mail me over mijn idee/);
  });

  it('hears what is decided, once, and why, also of what is not on the site', async () => {
    const { reference } = await aMaker();
    await operator.types('ideas', 'publish', reference);
    await operator.types('ideas', 'publish', reference);
    const [published, ...again] = await mails();
    assert.deepEqual(again, []);
    assert.equal(published!.subject, `Over je idee “${title}”`);
    assert.match(published!.text, /^Je idee staat nu op de site\./);
    assert.match(
      published!.text,
      /omdat “Een <b>lange<\/b> tafel” jouw initiatief is\. Stoppen met deze mails: https:/,
    );
    assert.equal(published!.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
    await operator.types('ideas', 'hide', reference, '--reason', 'Er staat een telefoonnummer in.');
    const [hidden] = await mails();
    assert.match(hidden!.text, /^Je idee staat nu niet op de site\.\n\nEr staat een telefoonnummer in\./);
  });

  it('hears what is decided at night too, and of an offer in the morning', async () => {
    const { id, reference } = await aMaker();
    await operator.types('ideas', 'publish', reference);
    const offer = { kinds: ['time'], message: '', name: 'Samira', contact: '06 12345678' };
    const { id: offered } = await (await stage.post(`/initiatives/${id}/offers`, offer)).json();
    await operator.types('offers', 'forward', offered);
    stage.now = new Date('2026-11-30T23:00:00Z');
    const quiet = { keepsQuietHours: true };
    assert.deepEqual(
      (await mails(quiet)).map(({ subject }) => subject),
      [`Over je idee “${title}”`],
    );
    stage.now = new Date('2026-12-01T06:00:00Z');
    assert.deepEqual(
      (await mails(quiet)).map(({ subject }) => subject),
      [`Een buur doet mee met “${title}”`],
    );
  });

  it('hears news of it like whoever follows it', async () => {
    const { reference } = await aMaker();
    await operator.types('ideas', 'publish', reference);
    await mails();
    await operator.types('initiatives', 'status', reference, 'underway');
    const [news, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.match(news!.text, /Er wordt aan gewerkt\./);
  });

  it('reads mails and their page in the language that they chose', async () => {
    const { reference, id } = await handIn({ locale: 'en' });
    const [receipt] = await mails();
    assert.equal(receipt!.subject, `We have your idea (${reference})`);
    assert.match(receipt!.text, /^Hello,\n\nWe have your idea\..*by 14 December 2026\./s);
    assert.match(receipt!.html, /<html lang="en">/);
    const path = pathIn(receipt!);
    const shown = await page(path);
    assert.match(shown, /<html lang="en">/);
    assert.match(shown, /We have not read your idea yet\.[^]*Yes, e-mail me about my idea/);
    assert.match(await press(`${path}/confirm`), /You get an e-mail when something happens with your idea\./);
    await operator.types('ideas', 'publish', reference);
    const [published] = await mails();
    assert.match(published!.text, /^Your idea is on the site now\.[^]*because “.+” is your initiative\./);
    await operator.types('initiatives', 'status', reference, 'underway', '--reason', 'De schop gaat erin.');
    const [news] = await mails();
    assert.equal(news!.subject, `News about ${title}`);
    // What somebody wrote stays as it was written.
    assert.match(news!.text, /It is being worked on\.\n\nDe schop gaat erin\./);
    const offer = { kinds: ['space'], message: 'Ik kook graag.', name: 'Samira', contact: '06 12345678' };
    const { id: offered } = await (await stage.post(`/initiatives/${id}/offers`, offer)).json();
    await operator.types('offers', 'forward', offered);
    const [forwarded] = await mails();
    assert.match(forwarded!.text, /^Samira wants to join[^]*brings: space\.[^]*writes:\n\nIk kook graag\./);
    assert.match(await press(`${path}/stop`), /You will get no more e-mails about your idea/);
  });

  it('cannot ask for a language that there is not', async () => {
    const { errors } = await (await stage.handIn({ ...anIdea, email, locale: 'fy' })).json();
    assert.deepEqual(
      errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
      [['/locale', 'not-an-option']],
    );
  });

  it('gets no mail without an address, and none once they stopped', async () => {
    const { mailed, reachable } = await handIn({ email: '' });
    assert.deepEqual([mailed, reachable], [false, false]);
    assert.deepEqual(await mails(), []);
    const { reference, path } = await aMaker();
    assert.match(await press(`${path}/stop`), /Je krijgt geen mail meer over je idee/);
    await operator.types('ideas', 'publish', reference);
    assert.deepEqual(await mails(), []);
    assert.match(await page(path), /Je krijgt geen mail meer/);
  });

  it('is forgotten with the mails that wait', async () => {
    const { reference } = await aMaker();
    await operator.types('ideas', 'publish', reference);
    await operator.types('forget', email);
    assert.deepEqual(await mails(), []);
    assert.deepEqual(await stage.store.db.selectFrom('follower').selectAll().execute(), []);
  });

  it('is forgotten by the telephone number, too, and their neighbour with the mail that tells of them', async () => {
    const { id, reference } = await aMaker();
    await stage.store.db.updateTable('contact').set({ phone: '06 12345678' }).execute();
    await operator.types('ideas', 'publish', reference);
    await mails();
    const contact = 'samira@voorbeeld.nl';
    const offer = await stage.post(`/initiatives/${id}/offers`, {
      kinds: ['time'],
      message: '',
      name: 'S',
      contact,
    });
    await operator.types('offers', 'forward', (await offer.json()).id);
    await operator.types('forget', contact);
    assert.deepEqual(await mails(), []);
    await operator.types('forget', '+31 6 12345678');
    assert.deepEqual(await stage.store.db.selectFrom('follower').selectAll().execute(), []);
  });

  it('cannot have a mailbox of somebody else filled, and the receipt says so', async () => {
    const mailed: boolean[] = [];
    for (let times = 0; times < 6; times++)
      mailed.push((await handIn({ email: `s.a.m+${String(times)}@gmail.com` })).mailed);
    assert.deepEqual(mailed, [true, true, true, true, true, false]);
    assert.equal((await mails()).length, 5);
  });

  it('is not told of a mail by a server that sends none', async () => {
    const mute = stage.appWith({ sendsMails: false });
    const answer = await mute.request(`/v1/buurten/${buurtCode}/ideas`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ ...anIdea, email }),
    });
    const { mailed, reachable } = await answer.json();
    assert.deepEqual([mailed, reachable], [false, true]);
  });

  it('gets one mail where an idea is sent twice', async () => {
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    for (let times = 0; times < 2; times++) await stage.handIn({ ...anIdea, email }, key);
    assert.equal((await mails()).length, 1);
  });
});

describe('What a neighbour offers', () => {
  const offer = {
    kinds: ['time', 'skill'],
    message: 'Ik kook graag.',
    name: 'Samira',
    contact: '06 12345678',
  };
  const anOffer = async (idea: string) =>
    ((await (await stage.post(`/initiatives/${idea}/offers`, offer)).json()) as { id: string }).id;

  it('goes by mail to the maker, with their words and how to reach them, once', async () => {
    const { id, reference } = await aMaker();
    await operator.types('ideas', 'publish', reference);
    await mails();
    const offered = await anOffer(id);
    const [mail] = await mails();
    assert.equal(mail!.subject, `Een buur doet mee met “${title}”`);
    assert.match(mail!.text, /^Samira wil meedoen/);
    assert.match(mail!.text, /brengt je buur mee: tijd, talent\./);
    assert.match(mail!.text, /Ik kook graag\./);
    assert.match(mail!.text, /Zo bereik je je buur: 06 12345678/);
    assert.match((await operator.types('offers', 'list')).out, /passed on/);
    assert.match((await operator.types('offers', 'forward', offered)).out, /was passed on already/);
    assert.deepEqual(await mails(), []);
  });

  it('counts once somebody says that they join, and no longer when that is taken back', async () => {
    const { id, reference } = await aMaker();
    await operator.types('ideas', 'publish', reference);
    const offered = await anOffer(id);
    const counted = async () => (await (await stage.get(`/initiatives/${id}`)).json()).offerCount as number;
    await operator.types('offers', 'show', offered);
    assert.equal(await counted(), 0);
    await operator.types(
      'offers',
      'answer',
      offered,
      '--outcome',
      'joined',
      '--text',
      'Zaterdag om tien uur?',
    );
    assert.equal(await counted(), 1);
    const { out } = await operator.types('offers', 'show', offered);
    assert.match(out, /outcome: +joined\n +answer: +Zaterdag om tien uur\?/);
    await operator.types('offers', 'answer', offered, '--outcome', 'declined');
    assert.equal(await counted(), 0);
    assert.match((await operator.types('offers', 'list')).out, /declined/);
  });

  it('is passed on by an operator where the maker pressed the button of the first mail only later', async () => {
    const { id, reference } = await handIn();
    const [receipt] = await mails();
    await operator.types('ideas', 'publish', reference);
    const offered = await anOffer(id);
    await press(`${pathIn(receipt!)}/confirm`);
    const { out, exitCode } = await operator.types('offers', 'forward', offered);
    assert.equal(exitCode, 0);
    assert.match(out, /: a mail goes to the maker of the idea\.$/m);
    assert.equal((await mails()).length, 1);
  });

  it('is seen by no neighbour, nor is the address of the maker', async () => {
    const { id, reference } = await aMaker();
    await operator.types('ideas', 'publish', reference);
    await anOffer(id);
    for (const path of [`/initiatives/${id}`, `/buurten/${buurtCode}/initiatives`]) {
      const answer = await (await stage.get(path)).text();
      assert.match(answer, /Een <b>lange/);
      for (const word of ['voorbeeld.nl', '12345678', 'Samira', 'Ik kook'])
        assert.ok(!answer.includes(word), word);
    }
  });

  it('stays with the organisation where the maker gets no mail, and the command says so', async () => {
    const { id, reference } = await handIn();
    await operator.types('ideas', 'publish', reference);
    await mails();
    const { out, exitCode } = await operator.types('offers', 'forward', await anOffer(id));
    assert.equal(exitCode, 1);
    assert.match(out, /the maker gets no mail from us: show it, and bring it yourself/);
    assert.deepEqual(await mails(), []);
    assert.match((await operator.types('offers', 'list', '--new')).out, /new/);
  });
});
