import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ActRefused, type Refusal } from '../../packages/server/src/acts/act-refused.js';
import { actsOf } from '../../packages/server/src/acts/acts.queries.js';
import type { DatabaseTransaction } from '../../packages/server/src/db/open.js';
import { decideOnIdeas, eraseIdeas } from '../../packages/server/src/ideas/ideas.service.js';
import {
  addNews,
  askFor,
  savePromise,
  setStatus,
} from '../../packages/server/src/initiatives/initiatives.service.js';
import {
  answerQuestion,
  eraseRemarks,
  resolveReports,
  reviewRemarks,
} from '../../packages/server/src/initiatives/remarks.service.js';
import {
  answerOffers,
  forwardOffers,
  removeOffers,
} from '../../packages/server/src/neighbours/offers.service.js';
import { OperatorOnStage } from './operator-stage.js';
import { aProposal, RoundOnStage } from './round-stage.js';
import { buurtCode, codeCost, Stage } from './stage.js';

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
beforeEach(() => stage.clear());

const yasmina = { kind: 'staff', id: randomUUID(), name: 'Yasmina' } as const;
const here = () => ({ by: yasmina, at: stage.now, buurten: [buurtCode] });
const does = <T>(work: (db: DatabaseTransaction) => Promise<T>) => stage.store.transaction(work);

/** What was done, oldest first, as `name {detail}`. */
const acts = async () =>
  (await actsOf(stage.store.db, { limit: 100 }))
    .toReversed()
    .map(({ name, staff_name, detail }) => `${staff_name ?? 'operator'} ${name} ${JSON.stringify(detail)}`);

/** Why it is refused; nothing may be kept of it. */
async function refusalOf(work: (db: DatabaseTransaction) => Promise<unknown>): Promise<Refusal> {
  const before = await acts();
  const error = await does(work).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ActRefused, String(error));
  assert.deepEqual(await acts(), before);
  return error.refusal;
}

const reviewOf = (id: string) =>
  stage.store.db
    .selectFrom('initiative')
    .select(['review', 'review_reason'])
    .where('id', '=', id)
    .executeTakeFirst();

const shown = { state: 'published', reason: null } as const;
const hidden = { state: 'hidden', reason: 'Dubbel.' } as const;

describe('Deciding on ideas', () => {
  it('keeps who decided what, with the state before, once', async () => {
    const id = await stage.addInitiative({ review: 'waiting' });
    for (let times = 0; times < 2; times++) await does((db) => decideOnIdeas(db, [id], shown, here()));
    await does((db) => decideOnIdeas(db, [id], hidden, here()));
    assert.deepEqual(await acts(), [
      'Yasmina idea.published {"was":"waiting"}',
      'Yasmina idea.hidden {"was":"published"}',
    ]);
    assert.deepEqual(await reviewOf(id), { review: 'hidden', review_reason: 'Dubbel.' });
  });

  it('keeps the same of an operator', async () => {
    const id = await stage.addInitiative({ review: 'waiting' });
    await operator.types('ideas', 'publish', id);
    await operator.types('ideas', 'erase', id, '--yes');
    assert.deepEqual(await acts(), [
      'operator idea.published {"was":"waiting"}',
      'operator idea.erased {"was":"published"}',
    ]);
  });

  it('is refused without a reason, of an idea that is not there, and of one in another buurt', async () => {
    await stage.addBuurt('BU9999AA02', 'Molenbuurt');
    const id = await stage.addInitiative({ review: 'waiting' });
    const elsewhere = await stage.addInitiative({ review: 'waiting', buurt: 'BU9999AA02' });
    const nobody = randomUUID();
    assert.deepEqual(
      await refusalOf((db) => decideOnIdeas(db, [id], { state: 'declined', reason: ' ' }, here())),
      { code: 'invalid', problems: [{ pointer: '/reason', code: 'required' }] },
    );
    assert.deepEqual(await refusalOf((db) => decideOnIdeas(db, [id, elsewhere, nobody], shown, here())), {
      ...{ code: 'not-found', kind: 'idea', ids: [elsewhere, nobody] },
    });
    assert.deepEqual(await refusalOf((db) => eraseIdeas(db, [elsewhere], here())), {
      ...{ code: 'not-found', kind: 'idea', ids: [elsewhere] },
    });
    assert.equal((await reviewOf(id))?.review, 'waiting');
  });

  it('is refused while it stands in a vote, until they say that it may be withdrawn', async () => {
    const id = await stage.addInitiative({ title: 'Bankje', status: 'onBallot' });
    const round = await RoundOnStage.open(stage, 1, {
      name: 'Buurtbudget',
      proposals: [aProposal('b', 100, { initiativeId: id, title: 'Bankje' })],
    });
    const refusal = await refusalOf((db) => decideOnIdeas(db, [id], hidden, here()));
    assert.ok(refusal.code === 'stands-in-votes');
    const [vote] = refusal.votes;
    assert.deepEqual(
      [vote?.proposalId, vote?.title, vote?.roundId, vote?.roundName, vote?.phase],
      ['b', 'Bankje', round.id, 'Buurtbudget', 'open'],
    );
    await does((db) => decideOnIdeas(db, [id], { ...hidden, mayWithdraw: true }, here()));
    assert.deepEqual(await acts(), ['Yasmina idea.hidden {"was":"published","withdrawn":1}']);
  });

  it('keeps no word of a resident', async () => {
    const id = await stage.addInitiative({ title: 'Zwaluwnest', story: 'Zwaluwnest' });
    await does((db) => decideOnIdeas(db, [id], { state: 'hidden', reason: 'Zwaluwnest' }, here()));
    await does((db) => eraseIdeas(db, [id], here()));
    assert.equal(JSON.stringify(await acts()).includes('Zwaluwnest'), false);
  });
});

async function addRemark(
  initiative_id: string,
  of: { stance?: 'question' | 'for'; review?: 'published' } = {},
) {
  const id = randomUUID();
  const { stance = 'for', review } = of;
  await stage.store.db
    .insertInto('remark')
    .values({
      ...{ id, initiative_id, stance, text: 'Zwaluwnest', name: 'Jo', created_at: stage.now },
      ...(review && { review }),
    })
    .execute();
  return id;
}
const report = (remark_id: string) =>
  stage.store.db
    .insertInto('remark_report')
    .values({ id: randomUUID(), remark_id, reason: 'Zwaluwnest', created_at: stage.now })
    .execute();

describe('Remarks, reports and questions', () => {
  it('are shown, hidden and erased, and each act tells of which idea', async () => {
    const idea = await stage.addInitiative();
    const id = await addRemark(idea);
    await report(id);
    assert.equal(await does((db) => reviewRemarks(db, [id], 'published', here())), 1);
    assert.equal(await does((db) => reviewRemarks(db, [id], 'published', here())), 0);
    assert.equal(await does((db) => reviewRemarks(db, [id], 'hidden', here())), 1);
    assert.equal(await does((db) => eraseRemarks(db, [id], here())), 1);
    const of = (was: string) => JSON.stringify({ was, idea, reports: 1 });
    const shown = (await actsOf(stage.store.db, { idea, limit: 10 })).toReversed();
    assert.deepEqual(
      shown.map(({ name, detail: { was, idea: about, reports } }) => [
        name,
        JSON.stringify({ was, idea: about, reports }),
      ]),
      [
        ['remark.published', of('waiting')],
        ['remark.hidden', of('published')],
        ['remark.erased', of('hidden')],
      ],
    );
  });

  it('lose their reports when somebody looked at them, and stay', async () => {
    const id = await addRemark(await stage.addInitiative(), { review: 'published' });
    await report(id);
    await report(id);
    assert.equal(await does((db) => resolveReports(db, [id], here())), 1);
    assert.equal(await does((db) => resolveReports(db, [id], here())), 0);
    const { out } = await operator.types('remarks', 'list', '--state', 'published');
    assert.match(out, new RegExp(`^${id} .* published +0 `, 'm'));
    const [act, ...others] = await acts();
    assert.match(act ?? '', /^Yasmina report\.resolved .*"reports":2/);
    assert.deepEqual(others, []);
    await report(id);
    assert.match(
      (await operator.types('remarks', 'resolve', id)).out,
      /The reports of 1 remark were taken away/,
    );
  });

  it('are answered when they are questions, and the answer is shown', async () => {
    const idea = await stage.addInitiative();
    const question = await addRemark(idea, { stance: 'question' });
    const answer = { text: 'Ja, er komt een helling.', by: 'organisation' } as const;
    assert.deepEqual(await does((db) => answerQuestion(db, question, answer, here())), { replaced: false });
    const { remarks } = (await (await stage.get(`/initiatives/${idea}`)).json()) as {
      remarks: { answer?: { text: string; by: string } }[];
    };
    assert.deepEqual([remarks[0]?.answer?.text, remarks[0]?.answer?.by], [answer.text, 'organisation']);
    assert.equal(JSON.stringify(await acts()).includes('helling'), false);
    const remark = await addRemark(idea);
    assert.deepEqual(await refusalOf((db) => answerQuestion(db, remark, answer, here())), {
      ...{ code: 'not-a-question', id: remark },
    });
    assert.deepEqual(await refusalOf((db) => answerQuestion(db, question, { ...answer, text: '' }, here())), {
      ...{ code: 'invalid', problems: [{ pointer: '/text', code: 'required' }] },
    });
  });

  it('of another buurt are not there', async () => {
    await stage.addBuurt('BU9999AA02', 'Molenbuurt');
    const id = await addRemark(await stage.addInitiative({ buurt: 'BU9999AA02' }), { stance: 'question' });
    const answer = { text: 'Ja.', by: 'organisation' } as const;
    for (const act of [
      (db: DatabaseTransaction) => reviewRemarks(db, [id], 'hidden', here()),
      (db: DatabaseTransaction) => resolveReports(db, [id], here()),
      (db: DatabaseTransaction) => eraseRemarks(db, [id], here()),
      (db: DatabaseTransaction) => answerQuestion(db, id, answer, here()),
    ])
      assert.deepEqual(await refusalOf(act), { code: 'not-found', kind: 'remark', ids: [id] });
  });
});

describe('Offers', () => {
  const addOffer = async (initiative_id: string) => {
    const id = randomUUID();
    await stage.store.db
      .insertInto('offer')
      .values({
        ...{ id, initiative_id, kinds: ['time'], message: 'Zwaluwnest', name: 'Jo' },
        ...{ contact: 'jo@voorbeeld.nl', created_at: stage.now },
      })
      .execute();
    return id;
  };

  it('are answered and removed, and each act tells of which idea', async () => {
    const idea = await stage.addInitiative();
    const id = await addOffer(idea);
    await does((db) => answerOffers(db, [id], { outcome: 'joined', text: 'Fijn!' }, here()));
    await does((db) => removeOffers(db, [id], here()));
    const found = (await actsOf(stage.store.db, { idea, limit: 10 })).toReversed();
    assert.deepEqual(
      found.map(({ name, detail }) => [name, detail]),
      [
        ['offer.answered', { idea, was: null, outcome: 'joined', mailed: true }],
        ['offer.removed', { idea, was: 'joined' }],
      ],
    );
  });

  it('are answered by mail in the name of the organisation, once, where an address was left', async () => {
    const idea = await stage.addInitiative({ title: 'Bankje' });
    const [id, other] = [await addOffer(idea), await addOffer(idea)];
    await stage.store.db
      .updateTable('offer')
      .set({ contact: '06 12345678' })
      .where('id', '=', other)
      .execute();
    const no = { outcome: 'declined', text: 'Er zijn al genoeg handen.' } as const;
    const answered = await does((db) => answerOffers(db, [id, other], no, here()));
    assert.deepEqual(
      answered.filter(({ isMailed }) => isMailed).map(({ offer }) => offer.id),
      [id],
    );
    const [again] = await does((db) => answerOffers(db, [id], no, here()));
    assert.equal(again?.isMailed, false);
    const mails = await stage.store.db.selectFrom('mail').select(['offer_id', 'kind', 'text']).execute();
    assert.deepEqual(mails, [
      {
        ...{ offer_id: id, kind: 'answer' },
        text:
          'Dank je wel dat je wilde meedoen met “Bankje”. De organisatie zegt: nu even niet.\n\n' +
          'De organisatie schrijft:\n\nEr zijn al genoeg handen.',
      },
    ]);
  });

  it('keep no act when no mail could go', async () => {
    const id = await addOffer(await stage.addInitiative());
    const [forwarded] = await does((db) => forwardOffers(db, [id], here()));
    assert.equal(forwarded?.outcome, 'no address');
    assert.deepEqual(await acts(), []);
  });

  it('of another buurt are not there', async () => {
    await stage.addBuurt('BU9999AA02', 'Molenbuurt');
    const id = await addOffer(await stage.addInitiative({ buurt: 'BU9999AA02' }));
    for (const act of [
      (db: DatabaseTransaction) => forwardOffers(db, [id], here()),
      (db: DatabaseTransaction) => answerOffers(db, [id], { outcome: 'joined', text: '' }, here()),
      (db: DatabaseTransaction) => removeOffers(db, [id], here()),
    ])
      assert.deepEqual(await refusalOf(act), { code: 'not-found', kind: 'offer', ids: [id] });
  });
});

describe('What becomes of an initiative', () => {
  it('is told, promised and asked, and each act keeps states and counts', async () => {
    const id = await stage.addInitiative();
    const underway = { status: 'underway', reason: 'De tegels liggen klaar.' } as const;
    await does((db) => setStatus(db, id, underway, here()));
    await does((db) => setStatus(db, id, underway, here()));
    await does((db) => askFor(db, id, { tools: 2, time: 0 }, here()));
    await does((db) => addNews(db, id, { text: 'Het bankje staat.' }, here()));
    const bench = { who: 'De Wetering', what: 'Bankje' };
    const made = await does((db) => savePromise(db, id, { ...bench, dueOn: '2027-05-01' }, here()));
    await does((db) => savePromise(db, id, bench, here()));
    const kept = { ...bench, id: made.id, what: 'Houten bankje', state: 'kept', spentCents: 80_50 } as const;
    assert.deepEqual((await does((db) => savePromise(db, id, kept, here()))).changed, true);
    const idea = { idea: id };
    assert.deepEqual(
      (await actsOf(stage.store.db, { ...idea, limit: 10 }))
        .toReversed()
        .map(({ name, detail }) => [name, detail]),
      [
        ['idea.statusChanged', { was: 'new', status: 'underway' }],
        ['idea.helpAsked', { tools: 2 }],
        ['news.told', { photo: false }],
        ['promise.made', { ...idea, state: 'open' }],
        ['promise.changed', { ...idea, was: 'open', state: 'kept', spentCents: 80_50 }],
      ],
    );
    const promises = await stage.store.db
      .selectFrom('promise')
      .select(['what', 'state', 'revisions'])
      .execute();
    assert.deepEqual(promises, [{ what: 'Houten bankje', state: 'kept', revisions: 1 }]);
  });

  it('is refused with what is wrong', async () => {
    const id = await stage.addInitiative();
    const waiting = await stage.addInitiative({ review: 'waiting' });
    const promise = { who: '', what: 'x'.repeat(501), dueOn: '2027-02-31', spentCents: -1 };
    assert.deepEqual(await refusalOf((db) => savePromise(db, id, promise, here())), {
      code: 'invalid',
      problems: [
        { pointer: '/who', code: 'required' },
        { pointer: '/what', code: 'too-long', limit: 500, actual: 501 },
        { pointer: '/dueOn', code: 'malformed' },
        { pointer: '/spentCents', code: 'out-of-range', limit: 2_147_483_647, actual: -1 },
      ],
    });
    assert.deepEqual(await refusalOf((db) => savePromise(db, id, { who: 'Wij', what: 'Iets' }, here())), {
      code: 'promise-needs-day',
    });
    const nobody = randomUUID();
    assert.deepEqual(
      await refusalOf((db) => savePromise(db, id, { id: nobody, who: 'Wij', what: 'Iets' }, here())),
      { code: 'not-found', kind: 'promise', ids: [nobody] },
    );
    assert.deepEqual(
      await refusalOf((db) => setStatus(db, id, { status: 'declined', reason: null }, here())),
      { code: 'invalid', problems: [{ pointer: '/reason', code: 'required' }] },
    );
    assert.deepEqual(await refusalOf((db) => addNews(db, id, { text: '' }, here())), {
      code: 'invalid',
      problems: [{ pointer: '/text', code: 'required' }],
    });
    assert.deepEqual(await refusalOf((db) => addNews(db, waiting, { text: 'Klaar!' }, here())), {
      code: 'not-published',
      named: waiting,
    });
  });

  it('is refused when the votes say another thing', async () => {
    const id = await stage.addInitiative({ status: 'onBallot' });
    const { reference } = await stage.store.db
      .selectFrom('initiative')
      .select('reference')
      .executeTakeFirstOrThrow();
    const onBallot = { status: 'onBallot', reason: null } as const;
    assert.deepEqual(await refusalOf((db) => setStatus(db, id, onBallot, here())), {
      code: 'not-on-ballot',
      reference,
    });
    const round = await RoundOnStage.open(stage, 1, {
      name: 'Buurtbudget',
      proposals: [aProposal('b', 100, { initiativeId: id })],
    });
    assert.deepEqual(await refusalOf((db) => setStatus(db, id, { ...onBallot, status: 'done' }, here())), {
      ...{ code: 'decided-by-votes', reference, status: 'done' },
      votes: [{ id: round.id, name: 'Buurtbudget', closed: false }],
    });
  });
});
