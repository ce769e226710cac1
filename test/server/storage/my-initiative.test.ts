import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { myInitiativeFrom } from '@buurt/domain/initiatives/my-initiative.js';
import { erase } from '../../../packages/server/src/db/retention.queries.js';
import { OperatorOnStage } from '../operator-stage.js';
import { sentMails } from '../sent-mails.js';
import { anIdea, buurtCode, Stage } from '../stage.js';

const publicUrl = 'https://buurt.example.nl';
const offer = { kinds: ['time', 'skill'], message: 'Ik kook graag.', name: 'Samira', contact: '06 12345678' };

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
  await stage.clear({ moderated: true });
});

interface Owned {
  readonly id: string;
  readonly reference: string;
  readonly ownerKey: string;
}
const handIn = async (own: object = {}) =>
  (await (await stage.handIn({ ...anIdea, ...own })).json()) as Owned;
const bearer = ({ ownerKey }: Owned) => ({ Authorization: `Bearer ${ownerKey}` });
const see = async (idea: Owned) =>
  myInitiativeFrom(await (await stage.get(`/ideas/${idea.id}`, bearer(idea))).json());
const act = (idea: Owned, path: string, body: object, headers: Record<string, string> = {}) =>
  stage.post(`/ideas/${idea.id}/${path}`, body, { ...bearer(idea), ...headers });
const publish = (idea: Owned) => operator.types('ideas', 'publish', idea.reference);
const running = async (own: object = {}) => {
  const idea = await handIn(own);
  await publish(idea);
  return idea;
};
const makes = async (path: string, body: object) =>
  ((await (await stage.post(path, body)).json()) as { id: string }).id;
const anOffer = ({ id }: Owned, own: object = {}) => makes(`/initiatives/${id}/offers`, { ...offer, ...own });
const detail = async ({ id }: Owned) => (await stage.get(`/initiatives/${id}`)).json();

/** A photo that was uploaded, of nothing yet; resolves to its id. */
async function aPhoto(): Promise<string> {
  const pixels = sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } });
  return (await (await stage.upload(await pixels.jpeg().toBuffer())).json()).id as string;
}

/** Sends what is due by now, of a server with widgets or without; gives the mails. */
const mails = (makerPage?: string) => sentMails(stage, { publicUrl, makerPage });

describe('The key of a maker', () => {
  it('shows their idea, and what comes next and when, before it is on the site', async () => {
    const idea = await handIn();
    const mine = await see(idea);
    assert.equal(mine.title, anIdea.title);
    assert.equal(mine.story, anIdea.story);
    assert.equal(mine.state, 'waiting');
    assert.equal(mine.receivedAt, '2026-11-30T10:00:00.000Z');
    assert.equal(mine.answerBy, '2026-12-14T10:00:00.000Z');
    assert.equal(mine.mails, 'none');
    assert.deepEqual(
      [mine.offers, mine.questions, mine.news, mine.promises, mine.round],
      [[], [], [], [], null],
    );
  });

  it('opens nothing else, and a wrong one tells as little as an idea that is not there', async () => {
    const [mine, other] = [await running(), await running({ title: 'Iets heel anders' })];
    const answers: string[] = [];
    for (const [id, key] of [
      [mine.id, other.ownerKey],
      [mine.id, ''],
      [randomUUID(), mine.ownerKey],
    ] as const) {
      const read = await stage.get(`/ideas/${id}`, { Authorization: `Bearer ${key}` });
      const written = await stage.post(
        `/ideas/${id}/news`,
        { text: 'Dit is niet van mij.' },
        { Authorization: `Bearer ${key}` },
      );
      answers.push(
        `${String(read.status)} ${await read.text()}`,
        `${String(written.status)} ${await written.text()}`,
      );
    }
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0]!, /^404 /);
    assert.deepEqual((await see(mine)).news, []);
  });

  it('is not in the database', async () => {
    const { ownerKey } = await running({ email: 'sam@voorbeeld.nl' });
    for (const table of ['initiative', 'contact', 'idempotency', 'follower', 'mail'] as const) {
      const rows = await stage.store.db.selectFrom(table).selectAll().execute();
      assert.ok(!JSON.stringify(rows).includes(ownerKey), table);
    }
  });

  it('comes with the first mail and with those after it, the newest one, and to nobody else', async () => {
    const makerPage = `${publicUrl}/mijn-initiatief`;
    const idea = await running({ email: 'sam@voorbeeld.nl' });
    const [receipt] = await mails(makerPage);
    const link = `${makerPage}?lang=nl#mijn=${idea.id}.`;
    assert.ok(receipt!.text.includes(`Open je initiatief: ${link}${idea.ownerKey}`));
    assert.ok(receipt!.html.includes(`href="${link}${idea.ownerKey}"`));
    const path = /https:\/\/buurt\.example\.nl\/v1(\/followers\/\S+)/.exec(receipt!.text)![1]!;
    await stage.send('POST', `${path}/confirm`, { Origin: publicUrl });
    const { ownerKey } = (await (await act(idea, 'owner-key', {})).json()) as Owned;
    const contact = 'samira@voorbeeld.nl';
    const offered = await anOffer(idea, { contact });
    const told = (await mails(makerPage)).find(({ to }) => to !== contact);
    assert.ok(told!.text.includes(`${link}${ownerKey}`));
    await act({ ...idea, ownerKey }, `offers/${offered}/answer`, { outcome: 'joined', text: '' });
    const [answer] = await mails(makerPage);
    assert.equal(answer!.to, contact);
    assert.ok(!answer!.text.includes('mijn='));
  });

  it('comes with no mail of a server that has no widgets', async () => {
    await running({ email: 'sam@voorbeeld.nl' });
    const [receipt] = await mails();
    assert.doesNotMatch(receipt!.text, /mijn=/);
  });

  it('is renewed, once for a request that comes twice, and the old one is worth nothing then', async () => {
    const idea = await running();
    const twice = { 'Idempotency-Key': randomUUID() };
    const first = await act(idea, 'owner-key', {}, twice);
    assert.equal(first.status, 201);
    const { ownerKey } = (await first.json()) as { ownerKey: string };
    assert.notEqual(ownerKey, idea.ownerKey);
    // The answer was lost on its way: the old key gets it again, with the same request only.
    assert.equal(((await (await act(idea, 'owner-key', {}, twice)).json()) as Owned).ownerKey, ownerKey);
    assert.equal((await act(idea, 'owner-key', {})).status, 404);
    assert.equal((await stage.get(`/ideas/${idea.id}`, bearer(idea))).status, 404);
    assert.equal((await see({ ...idea, ownerKey })).id, idea.id);
  });
});

describe('A maker', () => {
  it('changes title and story until somebody reacts', async () => {
    const idea = await handIn();
    const texts = {
      title: 'Een langere tafel',
      story: 'Drie keer per jaar samen eten, ieder neemt iets mee.',
    };
    assert.equal((await act(idea, 'texts', texts)).status, 201);
    assert.equal((await see(idea)).title, 'Een langere tafel');
    await publish(idea);
    assert.equal((await see(idea)).isEditable, false);
    const late = await act(idea, 'texts', { ...texts, title: 'Koop nu' });
    assert.equal(late.status, 409);
    assert.match(await late.text(), /Er is al op je idee gereageerd/);
    assert.equal((await detail(idea)).title, 'Een langere tafel');
  });

  it('changes them on the site, too, where nobody reads ideas first and nobody reacted yet', async () => {
    await stage.clear({ moderated: false });
    const idea = await handIn();
    assert.equal((await see(idea)).isEditable, true);
    await stage.send('PUT', `/initiatives/${idea.id}/supports/${randomUUID()}`);
    assert.equal((await see(idea)).isEditable, false);
  });

  it('hears everything that is wrong with a change, by the rules of the form', async () => {
    const idea = await handIn();
    const answer = await act(idea, 'texts', { title: 'x', story: '' });
    assert.equal(answer.status, 400);
    const { errors } = (await answer.json()) as { errors: { pointer: string; code: string }[] };
    assert.deepEqual(
      errors.map(({ pointer, code }) => [pointer, code]),
      [
        ['/title', 'too-short'],
        ['/story', 'required'],
      ],
    );
    assert.equal((await see(idea)).title, anIdea.title);
  });

  it('sees who wants to join and how to reach them, and who joins counts', async () => {
    const idea = await running();
    const [first, second] = [await anOffer(idea), await anOffer(idea, { name: 'Bo', message: '' })];
    const { offers } = await see(idea);
    assert.deepEqual(
      offers.map(({ name, contact, message, outcome }) => [name, contact, message, outcome]).toSorted(),
      [
        ['Bo', '06 12345678', '', null],
        ['Samira', '06 12345678', 'Ik kook graag.', null],
      ],
    );
    assert.equal((await detail(idea)).offerCount, 0);
    assert.equal(
      (await act(idea, `offers/${first}/answer`, { outcome: 'joined', text: 'Fijn! Zaterdag?' })).status,
      201,
    );
    await act(idea, `offers/${second}/answer`, { outcome: 'declined', text: '' });
    assert.equal((await detail(idea)).offerCount, 1);
    const answered = (await see(idea)).offers.find(({ id }) => id === first);
    assert.deepEqual([answered?.outcome, answered?.answer], ['joined', 'Fijn! Zaterdag?']);
  });

  it('has the answer go by mail to a neighbour who left an address, once, and to no other', async () => {
    const idea = await running({ title: 'Een <b>lange</b> tafel' });
    const contact = 'samira@voorbeeld.nl';
    const [byMail, byPhone] = [await anOffer(idea, { contact }), await anOffer(idea)];
    const isMailed = Object.fromEntries((await see(idea)).offers.map((each) => [each.id, each.isMailed]));
    assert.deepEqual([isMailed[byMail], isMailed[byPhone]], [true, false]);
    const answer = { outcome: 'joined', text: 'Fijn!\nZaterdag om tien uur?' };
    assert.deepEqual(
      (await mails()).map(({ subject }) => subject),
      ['Je aanbod bij “Een <b>lange</b> tafel”'],
    );
    for (let times = 0; times < 2; times++) await act(idea, `offers/${byMail}/answer`, answer);
    await act(idea, `offers/${byPhone}/answer`, answer);
    const [mail, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.equal(mail!.to, contact);
    assert.equal(mail!.subject, 'Antwoord over “Een <b>lange</b> tafel”');
    assert.match(mail!.text, /Fijn: je doet mee[^]*De bedenker schrijft:\s+Fijn!\s+Zaterdag om tien uur\?/);
    assert.match(
      mail!.text,
      /omdat je hulp aanbood bij “Een <b>lange<\/b> tafel”\. Antwoorden op deze mail kan niet/,
    );
    assert.equal(mail!.headers['List-Unsubscribe'], undefined);
    assert.match(mail!.html, /Een &lt;b&gt;lange/);
  });

  it('has the last answer go where one still waited, and fills nobody’s mailbox', async () => {
    const idea = await running();
    const offered = await anOffer(idea, { contact: 'samira@voorbeeld.nl' });
    const statuses: number[] = [];
    for (let times = 0; times < 6; times++)
      statuses.push(
        (await act(idea, `offers/${offered}/answer`, { outcome: 'joined', text: `Om ${String(times)} uur?` }))
          .status,
      );
    // With the receipt, five mails in a day.
    assert.deepEqual(statuses, [201, 201, 201, 201, 429, 429]);
    const [, mail, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.match(mail!.text, /Om 3 uur\?/);
    // What was refused changed nothing.
    assert.equal((await see(idea)).offers[0]?.answer, 'Om 3 uur?');
  });

  it('has no answer go to somebody who was forgotten meanwhile', async () => {
    const idea = await running();
    const contact = 'samira@voorbeeld.nl';
    await act(idea, `offers/${await anOffer(idea, { contact })}/answer`, { outcome: 'joined', text: '' });
    await operator.types('forget', contact);
    assert.deepEqual(await mails(), []);
  });

  it('answers no offer of another initiative', async () => {
    const [mine, other] = [await running(), await running({ title: 'Iets heel anders' })];
    const theirs = await anOffer(other);
    const answer = await act(mine, `offers/${theirs}/answer`, { outcome: 'declined', text: '' });
    assert.equal(answer.status, 404);
    assert.equal((await see(other)).offers[0]?.outcome, null);
  });

  it('gets an offer by mail as soon as it is made, once they pressed the button of the first mail', async () => {
    const idea = await running({ email: 'sam@voorbeeld.nl' });
    const [receipt] = await mails();
    await anOffer(idea);
    assert.deepEqual(await mails(), []);
    assert.equal((await see(idea)).mails, 'unconfirmed');
    const path = /https:\/\/buurt\.example\.nl\/v1(\/followers\/\S+)/.exec(receipt!.text)![1]!;
    await stage.send('POST', `${path}/confirm`, { Origin: publicUrl });
    assert.equal((await see(idea)).mails, 'on');
    await anOffer(idea, { name: 'Bo' });
    const [mail, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.match(mail!.text, /Bo wil meedoen/);
  });

  it('answers a question that is on the site, and not one that nobody read yet', async () => {
    const idea = await running();
    const asks = (text: string) =>
      makes(`/initiatives/${idea.id}/remarks`, { stance: 'question', text, name: 'Noor' });
    const [shown, unread] = [await asks('Komt er ook verlichting?'), await asks('Wie ruimt op?')];
    await operator.types('remarks', 'publish', shown);
    assert.deepEqual(
      (await see(idea)).questions.map(({ text }) => text),
      ['Komt er ook verlichting?'],
    );
    assert.equal(
      (await act(idea, `questions/${shown}/answer`, { text: 'Ja, op zonne-energie.' })).status,
      201,
    );
    assert.equal((await act(idea, `questions/${unread}/answer`, { text: 'Ik.' })).status, 404);
    const [question] = (await detail(idea)).remarks;
    assert.equal(question.answer.text, 'Ja, op zonne-energie.');
    assert.equal(question.answer.by, 'maker');
  });

  it('leaves what the organisation answered as it is', async () => {
    const idea = await running();
    const question = await makes(`/initiatives/${idea.id}/remarks`, {
      stance: 'question',
      text: 'Mag dit van de gemeente?',
      name: '',
    });
    await operator.types('remarks', 'answer', question, '--by', 'organisation', '--text', 'Ja, dat mag.');
    assert.equal((await act(idea, `questions/${question}/answer`, { text: 'Nee hoor.' })).status, 404);
    assert.equal((await see(idea)).questions[0]?.answer?.text, 'Ja, dat mag.');
  });

  it('tells news, which followers get by mail and neighbours read on the site', async () => {
    const idea = await running();
    const key = { 'Idempotency-Key': randomUUID() };
    for (let times = 0; times < 2; times++)
      assert.equal((await act(idea, 'news', { text: 'Zaterdag planten we de bollen.' }, key)).status, 201);
    assert.deepEqual(
      (await detail(idea)).news.map(({ text }: { text: string }) => text),
      ['Zaterdag planten we de bollen.'],
    );
    assert.equal((await see(idea)).news.length, 1);
  });

  it('tells news with a photo, which neighbours see on the site and the maker on their page', async () => {
    const idea = await running();
    const photo = { id: await aPhoto(), alt: ' Bollen in een kruiwagen ' };
    const key = { 'Idempotency-Key': randomUUID() };
    const told = { text: 'Zaterdag planten we de bollen.', photo };
    for (let times = 0; times < 2; times++) assert.equal((await act(idea, 'news', told, key)).status, 201);
    const { news, photos } = await detail(idea);
    assert.deepEqual([news.length, news[0].photo.id, news[0].photo.alt], [1, photo.id, photo.alt.trim()]);
    assert.deepEqual(photos, [], 'it is no photo of the idea itself');
    assert.equal((await stage.get(`/${String(news[0].photo.sources[0].url)}`)).status, 200);
    assert.deepEqual((await see(idea)).news[0]?.photo, news[0].photo);
    await erase(stage.store, new Date(stage.now.getTime() + 30 * 24 * 60 * 60 * 1000));
    assert.equal((await detail(idea)).news[0].photo.id, photo.id, 'it is not loose any more');
  });

  it('sees the photo of their news with a signature once the idea is off the site', async () => {
    const idea = await running();
    await act(idea, 'news', { text: 'De bollen zijn er.', photo: { id: await aPhoto(), alt: '' } });
    const [{ photo: before }] = (await detail(idea)).news;
    await operator.types('ideas', 'hide', idea.reference, '--reason', 'Dubbel.');
    assert.equal((await stage.get(`/${String(before.sources[0].url)}`)).status, 404);
    const [own] = (await see(idea)).news;
    assert.equal((await stage.get(`/${own!.photo!.sources[0]!.url}`)).status, 200);
  });

  it('tells nothing with a photo that is not there, or is of something else', async () => {
    const idea = await running();
    const other = { id: await aPhoto(), alt: 'Een veld' };
    const of = await running({ title: 'Een veldje', photos: [other] });
    for (const id of [randomUUID(), other.id]) {
      const refused = await act(idea, 'news', { text: 'Kijk eens.', photo: { id, alt: '' } });
      assert.equal(refused.status, 400);
      assert.deepEqual(
        (await refused.json()).errors.map(({ pointer, code }: Record<string, string>) => [pointer, code]),
        [['/photo/id', 'not-an-option']],
      );
    }
    assert.deepEqual((await detail(idea)).news, []);
    assert.equal((await detail(of)).photos[0].id, other.id);
    assert.deepEqual(await mails(), []);
    const long = await act(idea, 'news', {
      text: 'Kijk.',
      photo: { id: await aPhoto(), alt: 'x'.repeat(2000) },
    });
    assert.equal((await long.json()).errors[0].pointer, '/photo/alt');
  });

  it('takes the photo of news along when the idea is erased', async () => {
    const idea = await running();
    await act(idea, 'news', { text: 'De bollen zijn er.', photo: { id: await aPhoto(), alt: '' } });
    await operator.types('ideas', 'erase', idea.reference, '--yes');
    const { count } = await stage.store.db
      .selectFrom('photo_file')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(count), 0);
  });

  it('tells news three times a day, whatever the organisation tells', async () => {
    const idea = await running();
    for (const nth of [1, 2, 3])
      await operator.types(
        'initiatives',
        'news',
        idea.reference,
        '--text',
        `Van de organisatie, ${String(nth)}`,
      );
    const statuses = [];
    for (const nth of [1, 2, 3, 4])
      statuses.push((await act(idea, 'news', { text: `Nieuws nummer ${String(nth)}` })).status);
    assert.deepEqual(statuses, [201, 201, 201, 429]);
  });

  it('tells news three times a day, and fills no mailbox of who follows the whole buurt', async () => {
    const follows = async (of: object, email: string) =>
      stage.store.db
        .insertInto('follower')
        .values({ id: randomUUID(), email, asked_at: stage.now, confirmed_at: stage.now, ...of })
        .execute();
    await follows({ buurt_code: buurtCode }, 'buurt@voorbeeld.nl');
    const ideas: Owned[] = [];
    for (const nth of [1, 2, 3]) ideas.push(await running({ title: `Idee nummer ${String(nth)}` }));
    await follows({ initiative_id: ideas[2]!.id }, 'idee@voorbeeld.nl');
    await mails();
    const statuses: number[] = [];
    for (const idea of ideas.slice(0, 2))
      for (const nth of [1, 2, 3, 4])
        statuses.push((await act(idea, 'news', { text: `Nieuws nummer ${String(nth)}` })).status);
    assert.deepEqual(statuses, [201, 201, 201, 429, 201, 201, 201, 429]);
    assert.equal((await mails()).filter(({ to }) => to === 'buurt@voorbeeld.nl').length, 5);
    // Who follows the initiative itself hears it all the same, on the day after everybody does.
    await act(ideas[2]!, 'news', { text: 'Wij beginnen morgen.' });
    assert.deepEqual(
      (await mails()).map(({ to }) => to),
      ['idee@voorbeeld.nl'],
    );
    await act(ideas[0]!, 'ending', { status: 'done', text: 'Klaar!' });
    assert.deepEqual(await mails(), []);
    stage.now = new Date(stage.now.getTime() + 25 * 60 * 60 * 1000);
    await act(ideas[2]!, 'news', { text: 'Wij zijn begonnen.' });
    assert.deepEqual((await mails()).map(({ to }) => to).toSorted(), [
      'buurt@voorbeeld.nl',
      'idee@voorbeeld.nl',
    ]);
  });

  it('asks for help, and says how many of each kind', async () => {
    const idea = await running();
    assert.equal((await act(idea, 'needs', { time: 4, tools: 1, skill: 0 })).status, 201);
    assert.deepEqual((await see(idea)).needs, [
      { kind: 'time', asked: 4, offered: 0 },
      { kind: 'tools', asked: 1, offered: 0 },
    ]);
    assert.equal((await act(idea, 'needs', { time: 100 })).status, 400);
  });

  it('says that it is done, and thanks; after that nothing more can be asked or told', async () => {
    const idea = await running();
    assert.equal((await act(idea, 'ending', { status: 'done', text: 'Dank aan iedereen!' })).status, 201);
    const { status, statusReason } = await detail(idea);
    assert.deepEqual([status, statusReason], ['done', 'Dank aan iedereen!']);
    for (const [path, body] of [
      ['news', { text: 'Nog iets.' }],
      ['needs', { time: 1 }],
      ['ending', { status: 'declined', text: 'Toch niet.' }],
    ] as const)
      assert.equal((await act(idea, path, body)).status, 409, path);
  });

  it('stops only with a reason, which the buurt reads', async () => {
    const idea = await running();
    assert.equal((await act(idea, 'ending', { status: 'declined', text: '' })).status, 400);
    assert.equal((await act(idea, 'ending', { status: 'declined', text: 'Ik ga verhuizen.' })).status, 201);
    assert.equal((await detail(idea)).statusReason, 'Ik ga verhuizen.');
  });

  it('does not end what the buurt votes about', async () => {
    const idea = await running();
    await stage.store.db.updateTable('initiative').set({ status: 'onBallot' }).execute();
    const answer = await act(idea, 'ending', { status: 'declined', text: 'Ik ga verhuizen.' });
    assert.equal(answer.status, 409);
    assert.match(await answer.text(), /De buurt stemt over je initiatief/);
  });

  it('can tell and ask nothing before it is on the site', async () => {
    const idea = await handIn();
    assert.equal((await act(idea, 'news', { text: 'Alvast iets.' })).status, 409);
    assert.equal((await act(idea, 'needs', { time: 1 })).status, 409);
  });
});

describe('A neighbour who takes an offer back', () => {
  const contact = 'noor@voorbeeld.nl';
  const offered = async ({ id }: Owned, own: object = {}) => {
    const answer = await stage.post(`/initiatives/${id}/offers`, { ...offer, contact, ...own });
    return (await answer.json()) as { readonly id: string; readonly token: string };
  };
  const withdraws = (token: string) => stage.send('DELETE', `/offers/${token}`);
  /** A maker who pressed the button of the first mail. */
  const mailedMaker = async () => {
    const idea = await running({ email: 'sam@voorbeeld.nl' });
    const [receipt] = await mails();
    const path = /https:\/\/buurt\.example\.nl\/v1(\/followers\/\S+)/.exec(receipt!.text)![1]!;
    await stage.send('POST', `${path}/confirm`, { Origin: publicUrl });
    return idea;
  };
  const joins = (idea: Owned, { id }: { readonly id: string }) =>
    act(idea, `offers/${id}/answer`, { outcome: 'joined', text: 'Fijn!' });

  it('does not count any more, and leaves nothing of who it was, however often it is sent', async () => {
    const idea = await running();
    const made = await offered(idea);
    await joins(idea, made);
    assert.equal((await detail(idea)).offerCount, 1);
    for (const _ of [1, 2]) {
      const answer = await withdraws(made.token);
      assert.deepEqual([answer.status, await answer.json()], [200, { withdrawn: true }]);
    }
    const { offerCount, help } = await detail(idea);
    assert.deepEqual(
      [offerCount, help.some(({ offered: count }: { offered: number }) => count > 0)],
      [0, false],
    );
    const [seen] = (await see(idea)).offers;
    assert.deepEqual(
      [seen?.outcome, seen?.name, seen?.contact, seen?.message, seen?.answer],
      ['withdrawn', null, null, '', null],
    );
    assert.deepEqual(seen?.kinds, offer.kinds);
    const kept = JSON.stringify(await stage.store.db.selectFrom('offer').selectAll().execute());
    for (const word of ['Samira', contact, 'Ik kook graag.', 'Fijn!']) assert.ok(!kept.includes(word), word);
  });

  it('has the same token when the answer was lost and it is sent again', async () => {
    const idea = await running();
    const headers = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(
      [1, 2].map(() => stage.post(`/initiatives/${idea.id}/offers`, { ...offer, contact }, headers)),
    );
    const [first, again] = await Promise.all(answers.map((each) => each.json()));
    assert.deepEqual(first, again);
    const stored = JSON.stringify([
      await stage.store.db.selectFrom('idempotency').selectAll().execute(),
      await stage.store.db.selectFrom('offer').selectAll().execute(),
    ]);
    assert.ok(!stored.includes(String(first.token.split('.')[1])));
  });

  it('reads by mail that it came in, with a link to a page that changes nothing before its button', async () => {
    const idea = await running();
    await offered(idea, { locale: 'en' });
    const [mail, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.equal(mail!.to, contact);
    assert.ok(!mail!.text.includes(offer.message));
    assert.match(mail!.text, /Take my offer back: https/);
    const path = /https:\/\/buurt\.example\.nl\/v1(\/offers\/\S+)/.exec(mail!.text)![1]!;
    const page = async () => (await stage.get(path)).text();
    assert.match(await page(), /Take my offer back<\/button>/);
    assert.equal((await see(idea)).offers[0]?.outcome, null);
    for (const _ of [1, 2]) {
      const pressed = await stage.send('POST', `${path}/withdrawal`, { Origin: publicUrl });
      assert.match(await pressed.text(), /<h1>Your offer is taken back<\/h1>/);
    }
    assert.equal((await see(idea)).offers[0]?.outcome, 'withdrawn');
    assert.match(await page(), /<h1>Your offer is taken back<\/h1>/);
  });

  it('can do so by the mail with the answer too', async () => {
    const idea = await running();
    const made = await offered(idea);
    await mails();
    await joins(idea, made);
    const [answer] = await mails();
    assert.ok(answer!.text.includes(`Trek mijn aanbod in: ${publicUrl}/v1/offers/${made.token}`));
  });

  it('hears what becomes of it after one press, until one in a later mail, or taken back', async () => {
    const idea = await running();
    const made = await offered(idea, { locale: 'en' });
    await mails();
    await joins(idea, made);
    const [answer] = await mails();
    assert.match(answer!.text, /Do you want an e-mail when something happens\?[^]*Keep me posted: https/);
    const path = `/offers/${made.token}`;
    const news = async (text: string) => {
      await operator.types('initiatives', 'news', idea.id, '--text', text);
      return mails();
    };
    const page = async () => (await stage.get(path)).text();
    assert.match(await page(), /Yes, keep me posted/);
    assert.deepEqual(await news('Zaterdag.'), []);
    for (const _ of [1, 2]) {
      const pressed = await stage.send('POST', `${path}/following`, { Origin: publicUrl });
      assert.match(await pressed.text(), /You get an e-mail when something happens\./);
    }
    const [mail, ...more] = await news('Zondag.');
    assert.deepEqual([mail!.to, more], [contact, []]);
    assert.match(mail!.text, /Zondag\./);

    const stop = /<https:\/\/buurt\.example\.nl\/v1(\S+)>/.exec(mail!.headers['List-Unsubscribe']!)![1]!;
    await stage.send('POST', stop);
    assert.match(await page(), /Yes, keep me posted/);
    assert.deepEqual(await news('Maandag.'), []);

    await stage.send('POST', `${path}/following`, { Origin: publicUrl });
    await withdraws(made.token);
    assert.deepEqual(await news('Dinsdag.'), []);
    assert.ok(
      !JSON.stringify(await stage.store.db.selectFrom('follower').selectAll().execute()).includes(contact),
    );
  });

  it('is asked nothing of the kind by a mail that says no, nor where there is no address', async () => {
    const idea = await running();
    const made = await offered(idea);
    await mails();
    await act(idea, `offers/${made.id}/answer`, { outcome: 'declined', text: 'Dank je.' });
    const [answer] = await mails();
    assert.ok(!answer!.text.includes('Houd me op de hoogte'));
    const { token } = await offered(idea, { contact: '06 12345678' });
    assert.doesNotMatch(await (await stage.get(`/offers/${token}`)).text(), /houd me op de hoogte/);
    const pressed = await stage.send('POST', `/offers/${token}/following`, { Origin: publicUrl });
    assert.equal(pressed.status, 200);
    assert.deepEqual(await stage.store.db.selectFrom('follower').selectAll().execute(), []);
  });

  it('gets no receipt on a number, nor more than two in a day on one address, so that answers still come', async () => {
    const idea = await running();
    await offered(idea, { contact: '06 12345678' });
    assert.deepEqual(await mails(), []);
    const made = [];
    for (const _ of [1, 2, 3, 4]) made.push(await offered(idea));
    assert.equal((await mails()).length, 2);
    for (const each of made.slice(0, 3)) assert.equal((await joins(idea, each)).status, 201);
    assert.equal((await mails()).length, 3);
  });

  it('is the only one who is mailed what a maker tells: they know it', async () => {
    const idea = await mailedMaker();
    const made = await offered(idea);
    await joins(idea, made);
    await stage.send('POST', `/offers/${made.token}/following`, { Origin: publicUrl });
    await mails();
    await act(idea, 'news', { text: 'Zaterdag beginnen we.' });
    await act(idea, 'ending', { status: 'done', text: 'Dank je wel!' });
    assert.deepEqual(
      (await mails()).map(({ to }) => to),
      [contact, contact],
    );
  });

  it('is told to the maker by mail, once, when the offer was delivered', async () => {
    const idea = await mailedMaker();
    const made = await offered(idea, { contact: '06 12345678' });
    assert.equal((await mails()).length, 1);
    await withdraws(made.token);
    await withdraws(made.token);
    const [told, ...more] = await mails();
    assert.deepEqual(more, []);
    assert.equal(told!.to, 'sam@voorbeeld.nl');
    assert.match(told!.text, /heeft dat aanbod ingetrokken/);
    assert.ok(!told!.text.includes('Samira'));
  });

  it('is not told to a maker who never read of it: that mail does not go either', async () => {
    const idea = await mailedMaker();
    const made = await offered(idea);
    await withdraws(made.token);
    assert.deepEqual(await mails(), []);
  });

  it('cannot be answered any more, by the maker or for them', async () => {
    const idea = await running();
    const made = await offered(idea);
    await withdraws(made.token);
    assert.equal((await joins(idea, made)).status, 409);
    const { exitCode, err } = await operator.types('offers', 'answer', made.id, '--outcome', 'joined');
    assert.notEqual(exitCode, 0);
    assert.match(err, /took the offer back/);
    assert.equal((await detail(idea)).offerCount, 0);
  });

  it('learns nothing with a token that is not right, and nothing happens', async () => {
    const idea = await running();
    const made = await offered(idea);
    const other = await offered(idea);
    const mixed = `${made.id}.${other.token.split('.')[1]!}`;
    for (const token of [mixed, `${randomUUID()}.${made.token.split('.')[1]!}`]) {
      assert.equal((await withdraws(token)).status, 404);
      assert.equal((await stage.get(`/offers/${token}`)).status, 404);
      assert.equal(
        (await stage.send('POST', `/offers/${token}/withdrawal`, { Origin: publicUrl })).status,
        404,
      );
    }
    assert.deepEqual(
      (await see(idea)).offers.map(({ outcome }) => outcome),
      [null, null],
    );
  });

  it('finds nothing to take back once the organisation removed it', async () => {
    const idea = await running();
    const made = await offered(idea);
    await operator.types('offers', 'remove', made.id);
    assert.deepEqual(await (await withdraws(made.token)).json(), { withdrawn: true });
    assert.match(await (await stage.get(`/offers/${made.token}`)).text(), /Hier is niets meer in te trekken/);
  });
});
