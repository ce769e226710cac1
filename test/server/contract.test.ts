import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { StaffRole } from '@buurt/domain/desk/colleague.js';
import type { IdeaState } from '@buurt/domain/ideas/idea-state.js';
import sharp from 'sharp';
import { openApiDocument } from '../../packages/server/src/http/openapi.js';
import { newCode } from '../../packages/server/src/secrets/credential-hash.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import { conforms, operations } from './conformance.js';
import { addStaffOnStage, DeskBrowser, loggedIn } from './desk-visitor.js';
import { createLoginLink } from '../../packages/server/src/staff/staff.service.js';
import { RoundOnStage } from './round-stage.js';
import { codeCost, anIdea, buurtCode, secret, Stage } from './stage.js';
import { widgetsFolder } from './widgets-folder.js';

let stage: Stage;
const document = openApiDocument();
const { path: widgets, remove } = widgetsFolder();
after(async () => {
  remove();
  await stage.close();
});

const states: readonly IdeaState[] = ['published', 'waiting', 'declined', 'hidden'];
const initiatives = new Map<IdeaState, string>();
const keys = new Map<string, string>();
const remarks = new Map<IdeaState | 'of hidden', string>();
let photo: Uint8Array;
let openRound: RoundOnStage;
let closedRound: RoundOnStage;
let photoPaths: Map<IdeaState | 'loose' | 'signed', string>;

const pathOf = (url: string) => `/${url.split('?')[0] ?? ''}`;

before(async () => {
  stage = await Stage.open({ codeCost, widgets });
  await stage.clear();
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
  photoPaths = new Map();
  for (const state of states) {
    const { id: photoId, sources } = await (await stage.upload(photo)).json();
    const idea = { ...anIdea, email: 'sam@voorbeeld.nl', photos: [{ id: photoId, alt: 'Een veld' }] };
    const { id, ownerKey } = await (await stage.handIn(idea)).json();
    await stage.store.db.updateTable('initiative').set({ review: state }).where('id', '=', id).execute();
    initiatives.set(state, id);
    keys.set(id, ownerKey);
    photoPaths.set(state, pathOf(sources[0].url));
  }
  const addRemark = async (as: IdeaState | 'of hidden', of: IdeaState, review: IdeaState) => {
    remarks.set(as, randomUUID());
    await stage.store.db
      .insertInto('remark')
      .values({
        ...{ id: remarks.get(as) ?? '', initiative_id: initiatives.get(of) ?? '', review },
        ...{ stance: 'for', text: 'Goed plan!', name: null, created_at: stage.now },
      })
      .execute();
  };
  for (const state of states) await addRemark(state, 'published', state);
  await addRemark('of hidden', 'hidden', 'published');
  const loose = await (await stage.upload(photo)).json();
  openRound = await RoundOnStage.open(stage, 2);
  const tallies = [
    { method: 'equalshares/add1', tieBreak: ['cheaper'], leftover: 'next-that-fits' },
    { method: 'greedy', tieBreak: [], leftover: 'none' },
  ] as const;
  closedRound = await RoundOnStage.open(stage, 3, { tallies });
  for (const code of closedRound.codes) await closedRound.cast({ code, ids: ['a', 'b'] });
  await closedRound.end();
  photoPaths.set('loose', pathOf(loose.sources[0].url)).set('signed', `/${loose.sources[0].url}`);
});

const anybody = {};
const offer = { kinds: ['time'], message: 'Ik help.', name: 'Sam', contact: '06 12345678' };
const remark = { stance: 'for', text: 'Goed plan!', name: '' };
const report = { reason: 'Dit gaat over mijn buurman.' };
const support = (id: string) => `/initiatives/${id}/supports/${randomUUID()}`;
const bearer = (state: IdeaState, other = false) => {
  const ids = [...initiatives.values()];
  const id = initiatives.get(state) ?? '';
  const key = keys.get(other ? (ids.find((each) => each !== id) ?? '') : id) ?? '';
  return { Authorization: `Bearer ${key}` };
};

interface Row {
  readonly as: string;
  readonly ask: () => Promise<Response>;
  readonly status: number;
}

/** The page of a follower, as his mail has it. */
async function followerPath(): Promise<string> {
  await stage.post(`/buurten/${buurtCode}/followers`, { email: 'mila@voorbeeld.nl' });
  const { id } = await stage.store.db
    .selectFrom('follower')
    .select('id')
    .where('email', '=', 'mila@voorbeeld.nl')
    .executeTakeFirstOrThrow();
  return `/followers/${id}.${deriveSecrets(secret).followerSignature(id)}`;
}

/** The page on which somebody at the desk stops their digest, as their mail has it. */
async function staffMailsPath(): Promise<string> {
  const id = await addStaffOnStage(stage, `${randomUUID()}@corporatie.example`);
  return `/staff-mails/digest/${id}.${deriveSecrets(secret).staffMailSignature('digest', id)}`;
}
/** The feed of somebody at the desk, as their reader has it. */
async function feedPath(): Promise<string> {
  const { url } = await (await (await loggedIn(stage)).ask('POST', 'feed-tokens')).json();
  return `/${String(url)}`;
}
const strangersStaffMails = () => `/staff-mails/digest/${randomUUID()}.${'a'.repeat(43)}`;

/** The page of a neighbour who offered something just now. */
async function offerPath(): Promise<string> {
  const made = await stage.post(`/initiatives/${initiatives.get('published') ?? ''}/offers`, offer);
  return `/offers/${((await made.json()) as { token: string }).token}`;
}

/** The page of a neighbour who was just asked to take over. */
async function handoverPath(): Promise<string> {
  const { id: idea, ownerKey } = await (await stage.handIn(anIdea)).json();
  await stage.store.db
    .updateTable('initiative')
    .set({ review: 'published' })
    .where('id', '=', idea)
    .execute();
  const email = `${randomUUID()}@voorbeeld.nl`;
  const key = { Authorization: `Bearer ${String(ownerKey)}` };
  await stage.post(`/ideas/${String(idea)}/handover`, { email, text: 'Jij?' }, key);
  const { id } = await stage.store.db
    .selectFrom('handover')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return `/handovers/${id}.${deriveSecrets(secret).handoverSignature(id)}`;
}
const accept = (path: string, name: string) =>
  stage.app.request(`/v1${path}/accept`, {
    method: 'POST',
    body: new URLSearchParams({ name, consent: 'yes' }),
  });

const forEachState = (
  path: (id: string) => string,
  ask: (path: string) => Promise<Response>,
  status: number,
): Row[] =>
  states.map((state) => ({
    as: `anybody, ${state}`,
    ask: () => ask(path(initiatives.get(state) ?? '')),
    status: state === 'published' ? status : 404,
  }));
const read = (path: string): Row[] => [{ as: 'anybody', ask: () => stage.get(path), status: 200 }];

/** A page of this server, in a browser in which nobody is logged in. */
/** Staff who may not know how to reach anybody. */
const asReader = async (path: string) =>
  (await loggedIn(stage, [{ role: 'rounds', buurtCode }])).ask('GET', path);

const readAtDesk = (path: () => string) => [
  { as: 'staff', ask: () => asReader(path()), status: 200 },
  { as: 'anybody', ask: () => atDesk('GET', path()), status: 401 },
  { as: 'who adds something to the query', ask: () => asReader(`${path()}?token=a`), status: 400 },
];

/** Staff at the desk of their buurt; residents may not know how to reach anybody either. */
const asResidents = async (
  path: string,
  body: object,
  headers: Record<string, string> = {},
  role: StaffRole = 'residents',
) =>
  (await loggedIn(stage, [{ role, buurtCode }])).ask('POST', path, {
    body,
    headers: { 'Idempotency-Key': randomUUID(), ...headers },
  });

/** An admin, who lets others in. */
const asAdmin = async (path: string, body: object) =>
  (await loggedIn(stage)).ask('POST', path, { body, headers: { 'Idempotency-Key': randomUUID() } });

const aColleague = () => addStaffOnStage(stage, `${randomUUID()}@corporatie.example`);

const actAtDesk = (path: () => string, body: object, status: number, role: StaffRole = 'residents') => [
  { as: `${role} at the desk`, ask: () => asResidents(path(), body, {}, role), status },
  {
    as: 'who adds something',
    ask: () => asResidents(path(), { ...body, more: 1 }, {}, role),
    status: status === 403 ? 403 : 400,
  },
  { as: 'who gives no key', ask: () => atDesk('POST', path(), body), status: 400 },
  {
    as: 'anybody',
    ask: () =>
      new DeskBrowser(stage).ask('POST', path(), { body, headers: { 'Idempotency-Key': randomUUID() } }),
    status: 401,
  },
];

/** An admin who changes settings of their buurt, as they saw them. */
async function changesSettings(
  body: object,
  headers: Record<string, string> = {},
  browser = loggedIn(stage, [{ role: 'admin', buurtCode }]),
) {
  const path = `buurten/${buurtCode}/settings`;
  const seen = await (await browser).ask('GET', path);
  return (await browser).ask('PATCH', path, {
    body,
    headers: {
      ...{ 'Idempotency-Key': randomUUID(), 'If-Match': seen.headers.get('etag') ?? '"a"' },
      ...{ 'Content-Type': 'application/merge-patch+json', ...headers },
    },
  });
}

const aLetter = {
  ...{ sender: 'De Wetering', page: 'https://www.example.nl/stem' },
  helpLine: 'Hulp nodig? Bel 012 345 67 89.',
};

/** Whoever runs the votes of the buurt. */
const readsRounds = async (path: string) =>
  (await loggedIn(stage, [{ role: 'rounds', buurtCode }])).ask('GET', path);
const atRounds = (path: () => string): Row[] => [
  { as: 'staff', ask: () => readsRounds(path()), status: 200 },
  { as: 'anybody', ask: () => atDesk('GET', path()), status: 401 },
  {
    as: 'who adds something to the query',
    ask: () => readsRounds(`${path()}${path().includes('?') ? '&' : '?'}token=a`),
    status: 400,
  },
];

const aPaper = () => ({
  ...{ pass: 'first', code: newCode(), voidReason: null },
  marks: [{ number: 1, points: null }],
});

async function typesPaper(own: object, { id } = openRound): Promise<Response> {
  const browser = await loggedIn(stage, [{ role: 'rounds', buurtCode }]);
  return browser.ask('POST', `rounds/${id}/paper-ballots`, { body: { ...aPaper(), ...own } });
}

/** What a form of the desk asks, about something that is not there. */
function formAtDesk(path: () => string, fields: Readonly<Record<string, string>>): Row[] {
  const submits = async (own: Readonly<Record<string, string>>, isLoggedIn = true) => {
    const browser = isLoggedIn
      ? await loggedIn(stage, [{ role: 'rounds', buurtCode }])
      : new DeskBrowser(stage);
    const letters = await browser.ask('GET', `rounds/${openRound.id}/letters`);
    const { formKey = '' } = (await letters.json()) as { formKey?: string };
    return stage.app.request(`/v1/desk/rounds/${openRound.id}/${path()}`, {
      method: 'POST',
      headers: {
        ...{ 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' },
        Cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: new URLSearchParams({ ...fields, formKey, ...own }).toString(),
    });
  };
  return [
    { as: 'staff', ask: () => submits({}), status: 404 },
    { as: 'who adds something', ask: () => submits({ more: '1' }), status: 400 },
    { as: 'a page that has no key of this session', ask: () => submits({ formKey: 'a' }), status: 403 },
    { as: 'anybody', ask: () => submits({}, false), status: 401 },
  ];
}

const aPlan = {
  ...{ name: 'Buurtbudget', intro: '', budgetCents: 100_00, opensAt: null, closesAt: null },
  ...{ ballot: 'approve', most: null, isWithinBudget: true, counting: 'equalshares', proposals: [] },
};

/** A server whose identity provider does not answer. */
const withoutProvider = (path: string) =>
  Promise.resolve(
    stage
      .appWith({
        publicUrl: 'http://localhost',
        oidc: {
          ...{ issuer: 'http://127.0.0.1:1', clientId: 'buurt', clientSecret: undefined },
          ...{ scope: 'openid', roles: [] },
        },
      })
      .request(`/v1/desk/${path}`),
  );
const atDesk = (method: string, path: string, body?: object) =>
  new DeskBrowser(stage).ask(method, path, { body });

/** Somebody new, as an admin lets them in. */
const anInvitation = () => ({
  ...{ name: 'Sam', email: `${randomUUID()}@corporatie.example`, locale: 'nl' },
  roles: [{ role: 'reader', buurt: buurtCode }],
});

/** Every route, with everybody who may ask and what he gets. A route without a row fails the test below. */
const table: Readonly<Record<string, readonly Row[]>> = {
  getEndpoint: read(''),
  listBuurten: read('/buurten?q=linden'),
  getBuurt: [
    ...read(`/buurten/${buurtCode}`),
    { as: 'a stranger', ask: () => stage.get('/buurten/BU0000AA00'), status: 404 },
  ],
  getBoundary: read(`/buurten/${buurtCode}/boundary`),
  getSurroundings: read(`/buurten/${buurtCode}/surroundings?width=640`),
  getPlaces: read(`/buurten/${buurtCode}/places?status=new`),
  listBoundaries: [
    ...read(`/boundaries?buurt=${buurtCode}&width=640`),
    { as: 'somebody who names nothing', ask: () => stage.get('/boundaries'), status: 400 },
  ],
  getSettings: read(`/buurten/${buurtCode}/settings`),
  listInitiatives: [
    ...read(`/buurten/${buurtCode}/initiatives`),
    {
      as: 'somebody with a wrong filter',
      ask: () => stage.get(`/buurten/${buurtCode}/initiatives?limit=0`),
      status: 400,
    },
  ],
  findSimilar: read(`/buurten/${buurtCode}/initiatives/similar?title=lange%20tafel`),
  getInitiative: forEachState(
    (id) => `/initiatives/${id}`,
    (path) => stage.get(path),
    200,
  ),
  handInIdea: [
    { as: 'anybody', ask: () => stage.handIn(anIdea), status: 201 },
    { as: 'somebody who forgets everything', ask: () => stage.handIn({}), status: 400 },
    {
      as: 'somebody with a form',
      ask: () => stage.handIn(anIdea, { 'Content-Type': 'text/plain' }),
      status: 415,
    },
    {
      as: 'a site that is not listed',
      ask: () => stage.handIn(anIdea, { Origin: 'https://evil.example' }),
      status: 403,
    },
  ],
  ...Object.fromEntries(
    (
      [
        [
          'changeIdea',
          'texts',
          { title: 'Een lange tafel', story: 'Samen eten op het plein.' },
          'waiting',
          'published',
        ],
        ['tellNews', 'news', { text: 'De tafels zijn er.' }, 'published', 'waiting'],
        ['askForHelp', 'needs', { time: 2 }, 'published', 'hidden'],
      ] as const
    ).map(([route, step, body, state, other]) => [
      route,
      [
        {
          as: `a stranger to it`,
          ask: () => stage.post(`/ideas/${initiatives.get(state) ?? ''}/${step}`, body, anybody),
          status: 404,
        },
        {
          as: 'its maker with something else',
          ask: () =>
            stage.post(`/ideas/${initiatives.get(state) ?? ''}/${step}`, { strange: 1 }, bearer(state)),
          status: 400,
        },
        {
          as: `the maker of one that is ${other}`,
          ask: () => stage.post(`/ideas/${initiatives.get(other) ?? ''}/${step}`, body, bearer(other)),
          status: 409,
        },
        {
          as: 'its maker',
          ask: () => stage.post(`/ideas/${initiatives.get(state) ?? ''}/${step}`, body, bearer(state)),
          status: 201,
        },
      ],
    ]),
  ),
  ...Object.fromEntries(
    (
      [
        ['answerOffer', 'offers', { outcome: 'joined', text: '' }],
        ['answerQuestion', 'questions', { text: 'Ja.' }],
      ] as const
    ).map(([route, step, body]) => [
      route,
      [
        {
          as: 'the maker, of what is not there,',
          ask: () =>
            stage.post(
              `/ideas/${initiatives.get('published') ?? ''}/${step}/${randomUUID()}/answer`,
              body,
              bearer('published'),
            ),
          status: 404,
        },
      ],
    ]),
  ),
  endInitiative: [
    {
      as: 'a stranger to it',
      ask: () =>
        stage.post(`/ideas/${initiatives.get('published') ?? ''}/ending`, { status: 'done', text: '' }),
      status: 404,
    },
    {
      as: 'the maker of one that is not on the site',
      ask: () =>
        stage.post(
          `/ideas/${initiatives.get('waiting') ?? ''}/ending`,
          { status: 'done', text: '' },
          bearer('waiting'),
        ),
      status: 409,
    },
    {
      as: 'the maker of one that runs',
      ask: async () => {
        const { id, ownerKey } = await (await stage.handIn(anIdea)).json();
        await stage.store.db
          .updateTable('initiative')
          .set({ review: 'published' })
          .where('id', '=', id)
          .execute();
        const key = { Authorization: `Bearer ${String(ownerKey)}` };
        return stage.post(`/ideas/${String(id)}/ending`, { status: 'done', text: 'Dank!' }, key);
      },
      status: 201,
    },
  ],
  askToTakeOver: [
    {
      as: 'anybody',
      ask: () =>
        stage.post(
          `/ideas/${initiatives.get('published') ?? ''}/handover`,
          { email: 'bo@voorbeeld.nl', text: '' },
          anybody,
        ),
      status: 404,
    },
    {
      as: 'the maker of one that is not on the site',
      ask: () =>
        stage.post(
          `/ideas/${initiatives.get('waiting') ?? ''}/handover`,
          { email: 'bo@voorbeeld.nl', text: '' },
          bearer('waiting'),
        ),
      status: 409,
    },
    {
      as: 'the maker',
      ask: () =>
        stage.post(
          `/ideas/${initiatives.get('published') ?? ''}/handover`,
          { email: 'bo@voorbeeld.nl', text: '' },
          bearer('published'),
        ),
      status: 201,
    },
  ],
  withdrawHandover: [
    {
      as: 'anybody',
      ask: () => stage.post(`/ideas/${initiatives.get('published') ?? ''}/handover/withdrawal`, {}, anybody),
      status: 404,
    },
    {
      as: 'the maker',
      ask: () =>
        stage.post(
          `/ideas/${initiatives.get('published') ?? ''}/handover/withdrawal`,
          {},
          bearer('published'),
        ),
      status: 201,
    },
    {
      as: 'the maker who asked nobody',
      ask: () =>
        stage.post(
          `/ideas/${initiatives.get('published') ?? ''}/handover/withdrawal`,
          {},
          bearer('published'),
        ),
      status: 409,
    },
  ],
  getHandover: [
    { as: 'who has the mail', ask: async () => stage.get(await handoverPath()), status: 200 },
    { as: 'anybody', ask: async () => stage.get((await handoverPath()).replace(/.$/, '_')), status: 404 },
  ],
  acceptHandover: [
    { as: 'who has the mail', ask: async () => accept(await handoverPath(), 'Bo'), status: 200 },
    { as: 'who gives no name', ask: async () => accept(await handoverPath(), ''), status: 400 },
    {
      as: 'who sends something else than the form',
      ask: async () => stage.post(`${await handoverPath()}/accept`, { name: 'Bo' }),
      status: 415,
    },
    {
      as: 'anybody',
      ask: () => accept(`/handovers/${randomUUID()}.${'a'.repeat(43)}`, 'Bo'),
      status: 404,
    },
  ],
  declineHandover: [
    {
      as: 'who has the mail',
      ask: async () => stage.send('POST', `${await handoverPath()}/decline`),
      status: 200,
    },
    {
      as: 'anybody',
      ask: () => stage.send('POST', `/handovers/${randomUUID()}.${'a'.repeat(43)}/decline`),
      status: 404,
    },
  ],
  requestOwnerLinks: [
    { as: 'anybody', ask: () => stage.post('/owner-links', { email: 'iemand@voorbeeld.nl' }), status: 202 },
    { as: 'who gives no address', ask: () => stage.post('/owner-links', { email: '' }), status: 400 },
    {
      as: 'a page of another site',
      ask: () => stage.post('/owner-links', { email: 'x' }, { Origin: 'https://evil.example' }),
      status: 403,
    },
  ],
  renewOwnerKey: [
    {
      as: 'anybody',
      ask: () => stage.post(`/ideas/${initiatives.get('declined') ?? ''}/owner-key`, {}, anybody),
      status: 404,
    },
    {
      as: 'the maker',
      ask: () => stage.post(`/ideas/${initiatives.get('declined') ?? ''}/owner-key`, {}, bearer('declined')),
      status: 201,
    },
  ],
  getOwnIdea: [
    ...states.map((state) => ({
      as: `its maker, ${state}`,
      ask: () => stage.get(`/ideas/${initiatives.get(state) ?? ''}`, bearer(state)),
      status: 200,
    })),
    ...[anybody, { Authorization: 'Bearer ' }, { Authorization: 'Basic eDp5' }].map((headers) => ({
      as: `anybody with ${JSON.stringify(headers)}`,
      ask: () => stage.get(`/ideas/${initiatives.get('published') ?? ''}`, headers),
      status: 404,
    })),
    {
      as: 'the maker of another idea',
      ask: () => stage.get(`/ideas/${initiatives.get('waiting') ?? ''}`, bearer('waiting', true)),
      status: 404,
    },
  ],
  uploadPhoto: [
    { as: 'anybody', ask: () => stage.upload(photo), status: 201 },
    {
      as: 'a site that is not listed',
      ask: () => stage.upload(photo, { Origin: 'https://evil.example' }),
      status: 403,
    },
  ],
  getPhoto: [
    ...[...states, 'loose' as const].map((of) => ({
      as: `anybody, ${of}`,
      ask: () => stage.get(photoPaths.get(of) ?? ''),
      status: of === 'published' ? 200 : 404,
    })),
    { as: 'who sent it, loose', ask: () => stage.get(photoPaths.get('signed') ?? ''), status: 200 },
    {
      as: 'somebody with the signature of another photo',
      ask: () =>
        stage.get(
          `${photoPaths.get('waiting') ?? ''}?${(photoPaths.get('signed') ?? '').split('?')[1] ?? ''}`,
        ),
      status: 404,
    },
  ],
  makeOffer: forEachState(
    (id) => `/initiatives/${id}/offers`,
    (path) => stage.post(path, offer),
    201,
  ),
  getOwnOffer: [
    { as: 'who made it', ask: async () => stage.get(await offerPath()), status: 200 },
    { as: 'anybody', ask: async () => stage.get((await offerPath()).replace(/.$/, '_')), status: 404 },
  ],
  pressFollowing: [
    {
      as: 'who made it',
      ask: async () => stage.send('POST', `${await offerPath()}/following`),
      status: 200,
    },
    {
      as: 'anybody',
      ask: () => stage.send('POST', `/offers/${randomUUID()}.${'a'.repeat(43)}/following`),
      status: 404,
    },
  ],
  pressWithdrawal: [
    {
      as: 'who made it',
      ask: async () => stage.send('POST', `${await offerPath()}/withdrawal`),
      status: 200,
    },
    {
      as: 'anybody',
      ask: () => stage.send('POST', `/offers/${randomUUID()}.${'a'.repeat(43)}/withdrawal`),
      status: 404,
    },
  ],
  takeOfferBack: [
    { as: 'who made it', ask: async () => stage.send('DELETE', await offerPath()), status: 200 },
    {
      as: 'anybody',
      ask: () => stage.send('DELETE', `/offers/${randomUUID()}.${'a'.repeat(43)}`),
      status: 404,
    },
  ],
  reportRemark: [
    ...states.map((state) => ({
      as: `anybody, a ${state} remark`,
      ask: () => stage.post(`/remarks/${remarks.get(state) ?? ''}/reports`, report),
      status: state === 'published' ? 201 : 404,
    })),
    {
      as: 'anybody, of an initiative that is hidden',
      ask: () => stage.post(`/remarks/${remarks.get('of hidden') ?? ''}/reports`, report),
      status: 404,
    },
  ],
  giveSupport: [
    ...forEachState(support, (path) => stage.send('PUT', path), 200),
    {
      as: 'who adds something to the query',
      ask: () => stage.send('PUT', `${support(initiatives.get('published') ?? '')}?press=1`),
      status: 400,
    },
    {
      as: 'a site that is not listed',
      ask: () =>
        stage.send('PUT', support(initiatives.get('published') ?? ''), { Origin: 'https://evil.example' }),
      status: 403,
    },
  ],
  withdrawSupport: [
    ...forEachState(support, (path) => stage.send('DELETE', path), 200),
    {
      as: 'who adds something to the query',
      ask: () => stage.send('DELETE', `${support(initiatives.get('published') ?? '')}?press=1`),
      status: 400,
    },
    {
      as: 'a site that is not listed',
      ask: () =>
        stage.send('DELETE', support(initiatives.get('published') ?? ''), { Origin: 'https://evil.example' }),
      status: 403,
    },
  ],
  makeRemark: forEachState(
    (id) => `/initiatives/${id}/remarks`,
    (path) => stage.post(path, remark),
    201,
  ),
  ...Object.fromEntries(
    [
      ['getBuurtFeed', '/feed.atom'],
      ['getBuurtAgenda', '/agenda.ics'],
    ].map(([operation, path]) => [
      operation,
      [
        ...read(`/buurten/${buurtCode}${path!}`),
        { as: 'a stranger', ask: () => stage.get(`/buurten/BU0000AA00${path!}`), status: 404 },
      ],
    ]),
  ),
  ...Object.fromEntries(
    [
      ['getInitiativeFeed', '/feed.atom'],
      ['getInitiativeAgenda', '/agenda.ics'],
    ].map(([operation, path]) => [
      operation,
      forEachState(
        (id) => `/initiatives/${id}${path!}`,
        (address) => stage.get(address),
        200,
      ),
    ]),
  ),
  followInitiative: [
    ...forEachState(
      (id) => `/initiatives/${id}/followers`,
      (path) => stage.post(path, { email: 'sam@voorbeeld.nl' }),
      201,
    ),
    {
      as: 'somebody without an address',
      ask: () => stage.post(`/initiatives/${initiatives.get('published') ?? ''}/followers`, { email: 'x' }),
      status: 400,
    },
  ],
  followBuurt: [
    {
      as: 'anybody',
      ask: () => stage.post(`/buurten/${buurtCode}/followers`, { email: 'sam@voorbeeld.nl' }),
      status: 201,
    },
    {
      as: 'a stranger',
      ask: () => stage.post('/buurten/BU0000AA00/followers', { email: 'sam@voorbeeld.nl' }),
      status: 404,
    },
  ],
  getFollower: [
    { as: 'who has the mail', ask: async () => stage.get(await followerPath()), status: 200 },
    { as: 'anybody', ask: async () => stage.get((await followerPath()).replace(/.$/, '_')), status: 404 },
  ],
  confirmFollowing: [
    {
      as: 'who has the mail',
      ask: async () => stage.send('POST', `${await followerPath()}/confirm`),
      status: 200,
    },
    {
      as: 'anybody',
      ask: () => stage.send('POST', `/followers/${randomUUID()}.${'a'.repeat(43)}/confirm`),
      status: 404,
    },
    {
      as: 'who adds something to the query',
      ask: async () => stage.send('POST', `${await followerPath()}/confirm?press=1`),
      status: 400,
    },
  ],
  endFollowing: [
    {
      as: 'who has the mail',
      ask: async () => stage.send('POST', `${await followerPath()}/stop`),
      status: 200,
    },
    {
      as: 'anybody',
      ask: () => stage.send('POST', `/followers/${randomUUID()}.${'a'.repeat(43)}/stop`),
      status: 404,
    },
    {
      as: 'who adds something to the query',
      ask: async () => stage.send('POST', `${await followerPath()}/stop?press=1`),
      status: 400,
    },
  ],
  listRounds: [
    ...read(`/buurten/${buurtCode}/rounds`),
    { as: 'a stranger', ask: () => stage.get('/buurten/BU0000AA00/rounds'), status: 404 },
  ],
  ...Object.fromEntries(
    [
      ['getCashbook', 'cashbook'],
      ['getCashbookCsv', 'cashbook.csv'],
    ].map(([route, path]) => [
      route,
      [
        ...read(`/buurten/${buurtCode}/${path!}`),
        { as: 'a stranger', ask: () => stage.get(`/buurten/BU0000AA00/${path!}`), status: 404 },
      ],
    ]),
  ),
  getRound: [
    { as: 'anybody', ask: () => openRound.get(), status: 200 },
    { as: 'a stranger', ask: () => stage.get(`/rounds/${randomUUID()}`), status: 404 },
  ],
  castVote: [
    {
      as: 'who has a letter',
      ask: () => openRound.cast({ code: openRound.codes[0]!, ids: ['a'] }),
      status: 201,
    },
    {
      as: 'who changes his mind',
      ask: () => openRound.cast({ code: openRound.codes[0]!, ids: ['b'] }),
      status: 200,
    },
    {
      as: 'who changed it elsewhere',
      ask: () => openRound.cast({ code: openRound.codes[0]!, ids: ['c'], headers: { 'If-Match': '"1"' } }),
      status: 412,
    },
    {
      as: 'who chose nothing',
      ask: () => openRound.cast({ code: openRound.codes[1]!, ids: [] }),
      status: 400,
    },
    { as: 'anybody', ask: () => openRound.cast({ code: '000000000000', ids: ['a'] }), status: 403 },
    {
      as: 'who is late',
      ask: () => closedRound.cast({ code: closedRound.codes[0]!, ids: ['c'] }),
      status: 409,
    },
    {
      as: 'a site that is not listed',
      ask: () =>
        openRound.cast({
          code: openRound.codes[1]!,
          ids: ['a'],
          headers: { Origin: 'https://evil.example' },
        }),
      status: 403,
    },
  ],
  showVote: [
    { as: 'who has a letter', ask: () => openRound.mine(openRound.codes[1]!), status: 200 },
    { as: 'who voted', ask: () => closedRound.mine(closedRound.codes[0]!), status: 200 },
    { as: 'anybody', ask: () => openRound.mine('000000000000'), status: 403 },
    { as: 'who misspells', ask: () => openRound.mine('K7QF'), status: 400 },
  ],
  ...Object.fromEntries(
    [
      ['getResults', '/results'],
      ['getBallots', '/ballots.pb'],
      ['getReceipts', '/receipts'],
    ].map(([route, path]) => [
      route,
      [
        { as: 'anybody before closing', ask: () => openRound.get(path), status: 409 },
        { as: 'anybody after closing', ask: () => closedRound.get(path), status: 200 },
      ],
    ]),
  ),
  getLoginOptions: [{ as: 'anybody', ask: () => atDesk('GET', 'login-options'), status: 200 }],
  startOidc: [
    { as: 'who has no identity provider', ask: () => atDesk('GET', 'oidc'), status: 404 },
    { as: 'whose identity provider is gone', ask: () => withoutProvider('oidc'), status: 503 },
    { as: 'who adds something', ask: () => withoutProvider('oidc?next=https://evil.example'), status: 400 },
    {
      as: 'a page of another site',
      ask: () => stage.get('/desk/oidc', { Origin: 'https://evil.example' }),
      status: 403,
    },
  ],
  finishOidc: [
    { as: 'who has no identity provider', ask: () => atDesk('GET', 'oidc/callback'), status: 404 },
    { as: 'who began nothing', ask: () => withoutProvider('oidc/callback?code=a&state=b'), status: 400 },
    { as: 'who says it twice', ask: () => withoutProvider('oidc/callback?state=a&state=b'), status: 400 },
    {
      as: 'a page of another site',
      ask: () => stage.get('/desk/oidc/callback', { Origin: 'https://evil.example' }),
      status: 403,
    },
  ],
  requestLoginLink: [
    {
      as: 'anybody',
      ask: () => atDesk('POST', 'login-links', { email: 'noor@corporatie.example' }),
      status: 202,
    },
    {
      as: 'who adds something',
      ask: () => atDesk('POST', 'login-links', { email: 'x', role: 'admin' }),
      status: 400,
    },
    {
      as: 'a page of another site',
      ask: () => stage.post('/desk/login-links', { email: 'x' }, { Origin: 'https://evil.example' }),
      status: 403,
    },
  ],
  startSession: [
    {
      as: 'who has a link',
      ask: async () => {
        const id = await addStaffOnStage(stage, `${randomUUID()}@corporatie.example`);
        return new DeskBrowser(stage).logsIn((await createLoginLink(stage.store.db, id, stage.now))!);
      },
      status: 201,
    },
    { as: 'anybody', ask: () => atDesk('POST', 'session', { token: 'a'.repeat(43) }), status: 403 },
    { as: 'who sends nothing', ask: () => atDesk('POST', 'session', {}), status: 400 },
    {
      as: 'a form',
      ask: () => new DeskBrowser(stage).ask('POST', 'session', { headers: { 'Content-Type': 'text/plain' } }),
      status: 415,
    },
  ],
  getOwnSession: [
    { as: 'staff', ask: async () => (await loggedIn(stage)).whoAmI(), status: 200 },
    { as: 'anybody', ask: () => atDesk('GET', 'session'), status: 401 },
    { as: 'who adds something to the query', ask: () => atDesk('GET', 'session?token=a'), status: 400 },
  ],
  ...Object.fromEntries(
    [
      ['endOwnSession', 'session'],
      ['endOwnSessions', 'sessions'],
    ].map(([route, path]) => [
      route,
      [
        { as: 'staff', ask: async () => (await loggedIn(stage)).ask('DELETE', path!), status: 200 },
        { as: 'anybody', ask: () => atDesk('DELETE', path!), status: 401 },
        { as: 'a page of another site', ask: () => stage.send('DELETE', `/desk/${path!}`), status: 403 },
      ],
    ]),
  ),
  getInboxFeed: [
    { as: 'who has its address', ask: async () => stage.get(await feedPath()), status: 200 },
    { as: 'anybody', ask: () => stage.get(`/desk/inbox.atom?token=${'a'.repeat(43)}`), status: 404 },
    { as: 'who has no token', ask: () => stage.get('/desk/inbox.atom'), status: 400 },
    {
      as: 'who asks for another buurt',
      ask: async () => stage.get(`${await feedPath()}&buurt=${buurtCode}`),
      status: 400,
    },
  ],
  listFeedTokens: [
    { as: 'staff', ask: async () => (await loggedIn(stage)).ask('GET', 'feed-tokens'), status: 200 },
    { as: 'anybody', ask: () => atDesk('GET', 'feed-tokens'), status: 401 },
  ],
  makeFeedToken: [
    { as: 'staff', ask: async () => (await loggedIn(stage)).ask('POST', 'feed-tokens'), status: 201 },
    { as: 'anybody', ask: () => atDesk('POST', 'feed-tokens'), status: 401 },
    { as: 'a page of another site', ask: () => stage.send('POST', '/desk/feed-tokens'), status: 403 },
  ],
  revokeFeedTokens: [
    { as: 'staff', ask: async () => (await loggedIn(stage)).ask('DELETE', 'feed-tokens'), status: 200 },
    { as: 'anybody', ask: () => atDesk('DELETE', 'feed-tokens'), status: 401 },
    { as: 'a page of another site', ask: () => stage.send('DELETE', '/desk/feed-tokens'), status: 403 },
  ],
  getMailSettings: [
    { as: 'staff', ask: async () => (await loggedIn(stage)).ask('GET', 'mail-settings'), status: 200 },
    { as: 'anybody', ask: () => atDesk('GET', 'mail-settings'), status: 401 },
  ],
  putMailSettings: [
    {
      as: 'staff',
      ask: async () =>
        (await loggedIn(stage)).ask('PUT', 'mail-settings', { body: { digest: false, reports: true } }),
      status: 200,
    },
    {
      as: 'who adds something',
      ask: async () =>
        (await loggedIn(stage)).ask('PUT', 'mail-settings', {
          body: { digest: false, reports: true, login: false },
        }),
      status: 400,
    },
    {
      as: 'anybody',
      ask: () => atDesk('PUT', 'mail-settings', { digest: false, reports: true }),
      status: 401,
    },
    { as: 'a page of another site', ask: () => stage.send('PUT', '/desk/mail-settings'), status: 403 },
  ],
  getStaffMails: [
    { as: 'who has the mail', ask: async () => stage.get(await staffMailsPath()), status: 200 },
    { as: 'anybody', ask: () => stage.get(strangersStaffMails()), status: 404 },
    {
      as: 'who asks for another setting',
      ask: async () => stage.get((await staffMailsPath()).replace('digest', 'reports')),
      status: 404,
    },
  ],
  ...Object.fromEntries(
    ['stop', 'start'].map((press) => [
      `${press}StaffMails`,
      [
        {
          as: 'who has the mail',
          ask: async () => stage.send('POST', `${await staffMailsPath()}/${press}`),
          status: 200,
        },
        { as: 'anybody', ask: () => stage.send('POST', `${strangersStaffMails()}/${press}`), status: 404 },
        {
          as: 'who adds something to the query',
          ask: async () => stage.send('POST', `${await staffMailsPath()}/${press}?press=1`),
          status: 400,
        },
      ],
    ]),
  ),
  ...Object.fromEntries(
    [
      ['getInbox', () => 'inbox'],
      ['getDeskIdea', () => `ideas/${initiatives.get('waiting')!}`],
      ['getDeskRemark', () => `remarks/${remarks.get('waiting')!}`],
      ['listActs', () => 'acts'],
      ['exportActs', () => 'acts.csv'],
    ].map(([route, path]) => [route, readAtDesk(path as () => string)]),
  ),
  decideOnIdea: [
    ...actAtDesk(
      () => `ideas/${initiatives.get('waiting')!}/decision`,
      { state: 'published', reason: null },
      428,
    ),
    {
      as: 'staff who saw another version',
      ask: () =>
        asResidents(
          `ideas/${initiatives.get('waiting')!}/decision`,
          { state: 'declined', reason: 'Hier komen huizen.' },
          { 'If-Match': '"2026-11-23T09:00:00.000Z"' },
        ),
      status: 412,
    },
  ],
  correctIdea: actAtDesk(
    () => `ideas/${initiatives.get('waiting')!}/correction`,
    { title: 'Een lange tafel op het plein', story: 'Op zaterdag eten we samen.' },
    428,
  ),
  judgePhoto: actAtDesk(
    () => `photos/${/[\da-f-]{36}/.exec(photoPaths.get('waiting')!)![0]}/decision`,
    { state: 'hidden', reason: 'Er staat een kind op de foto.' },
    201,
  ),
  findDeskIdeas: [
    { as: 'staff', ask: () => asReader('ideas?q=tafel'), status: 200 },
    { as: 'anybody', ask: () => atDesk('GET', 'ideas?q=tafel'), status: 401 },
    { as: 'who adds something to the query', ask: () => asReader('ideas?q=tafel&token=a'), status: 400 },
  ],
  getDeskSettings: [
    {
      as: 'an admin',
      ask: async () =>
        (await loggedIn(stage, [{ role: 'admin', buurtCode }])).ask('GET', `buurten/${buurtCode}/settings`),
      status: 200,
    },
    { as: 'staff who are no admin', ask: () => asReader(`buurten/${buurtCode}/settings`), status: 403 },
    {
      as: 'who asks for a buurt that is not there',
      ask: async () => (await loggedIn(stage)).ask('GET', 'buurten/BU0000AA00/settings'),
      status: 404,
    },
    { as: 'anybody', ask: () => atDesk('GET', `buurten/${buurtCode}/settings`), status: 401 },
  ],
  changeDeskSettings: [
    { as: 'an admin', ask: () => changesSettings({ answerDays: 14 }), status: 200 },
    { as: 'who adds something', ask: () => changesSettings({ answerDays: 14, more: 1 }), status: 400 },
    { as: 'who saw another version', ask: () => changesSettings({}, { 'If-Match': '"a"' }), status: 412 },
    {
      as: 'who sends something that is no merge patch',
      ask: () => changesSettings({}, { 'Content-Type': 'application/json' }),
      status: 415,
    },
    {
      as: 'staff who are no admin',
      ask: () => changesSettings({}, {}, loggedIn(stage, [{ role: 'rounds', buurtCode }])),
      status: 403,
    },
    {
      as: 'anybody',
      ask: () => changesSettings({}, {}, Promise.resolve(new DeskBrowser(stage))),
      status: 401,
    },
  ],
  listRoundDrafts: readAtDesk(() => 'round-drafts'),
  getRoundDraft: [
    ...readAtDesk(() => `round-drafts/${randomUUID()}`).slice(1),
    {
      as: 'who asks for one that is not there',
      ask: async () =>
        (await loggedIn(stage, [{ role: 'rounds', buurtCode }])).ask('GET', `round-drafts/${randomUUID()}`),
      status: 404,
    },
  ],
  checkRoundPlan: [
    {
      as: 'staff',
      ask: async () =>
        (await loggedIn(stage, [{ role: 'rounds', buurtCode }])).ask(
          'POST',
          `buurten/${buurtCode}/round-check`,
          { body: aPlan },
        ),
      status: 200,
    },
    {
      as: 'who adds something',
      ask: async () =>
        (await loggedIn(stage, [{ role: 'rounds', buurtCode }])).ask(
          'POST',
          `buurten/${buurtCode}/round-check`,
          { body: { ...aPlan, more: 1 } },
        ),
      status: 400,
    },
    { as: 'anybody', ask: () => atDesk('POST', `buurten/${buurtCode}/round-check`, aPlan), status: 401 },
  ],
  beginRoundDraft: actAtDesk(() => 'round-drafts', { buurt: buurtCode }, 201, 'rounds'),
  changeRoundDraft: actAtDesk(
    () => `round-drafts/${randomUUID()}/changes`,
    { version: 1, plan: aPlan },
    404,
    'rounds',
  ),
  releaseRoundDraft: actAtDesk(() => `round-drafts/${randomUUID()}/release`, { version: 1 }, 404, 'rounds'),
  removeRoundDraft: actAtDesk(() => `round-drafts/${randomUUID()}/removal`, {}, 404, 'rounds'),
  getDeskRound: readAtDesk(() => `rounds/${openRound.id}`),
  listDeskRounds: readAtDesk(() => 'rounds'),
  openRound: actAtDesk(() => `rounds/${openRound.id}/opening`, {}, 409, 'rounds'),
  closeRound: actAtDesk(() => `rounds/${closedRound.id}/closing`, {}, 409, 'rounds'),
  cancelRound: actAtDesk(() => `rounds/${openRound.id}/cancellation`, {}, 409, 'rounds'),
  changeRound: actAtDesk(() => `rounds/${closedRound.id}/changes`, { intro: 'Kies mee.' }, 409, 'rounds'),
  changeProposal: actAtDesk(
    () => `rounds/${openRound.id}/proposals/a/changes`,
    { costCents: 100_00 },
    409,
    'rounds',
  ),
  withdrawProposal: actAtDesk(() => `rounds/${closedRound.id}/proposals/a/withdrawal`, {}, 409, 'rounds'),
  settleRound: actAtDesk(
    () => `rounds/${openRound.id}/settlement`,
    { who: 'De Wetering', dueOn: '2027-05-01' },
    409,
    'rounds',
  ),
  getDeskLetters: atRounds(() => `rounds/${openRound.id}/letters`),
  previewLetter: [
    ...atRounds(() => `rounds/${openRound.id}/letter-preview?${new URLSearchParams(aLetter).toString()}`),
    {
      as: 'who leaves out what stands in it',
      ask: () => readsRounds(`rounds/${openRound.id}/letter-preview?page=www.example.nl`),
      status: 400,
    },
  ],
  orderLetters: actAtDesk(
    () => `rounds/${openRound.id}/letter-orders`,
    { ...aLetter, handInUntil: null, count: 2, replaces: null },
    201,
    'rounds',
  ),
  cancelLetterOrder: actAtDesk(
    () => `rounds/${openRound.id}/letter-orders/${randomUUID()}/cancellation`,
    {},
    404,
    'rounds',
  ),
  makeLetters: formAtDesk(() => `letter-orders/${randomUUID()}/release`, {}),
  replaceLetter: formAtDesk(() => 'letter-replacements', { number: '1', replacementKey: newCode() }),
  getDeskPaper: atRounds(() => `rounds/${openRound.id}/paper`),
  enterPaperBallot: [
    { as: 'staff', ask: () => typesPaper({}), status: 200 },
    { as: 'who adds something', ask: () => typesPaper({ more: 1 }), status: 400 },
    { as: 'who types it over once it is closed', ask: () => typesPaper({}, closedRound), status: 409 },
    {
      as: 'anybody',
      ask: () => atDesk('POST', `rounds/${openRound.id}/paper-ballots`, aPaper()),
      status: 401,
    },
  ],
  enterPaperWithoutCode: actAtDesk(
    () => `rounds/${openRound.id}/paper-without-code`,
    { pass: 'first' },
    201,
    'rounds',
  ),
  removePaperEntry: actAtDesk(
    () => `rounds/${openRound.id}/paper-ballots/${randomUUID()}/removal`,
    {},
    404,
    'rounds',
  ),
  setStanding: actAtDesk(
    () => `ideas/${initiatives.get('published')!}/standing`,
    { status: 'underway', reason: null },
    201,
  ),
  tellNewsAsOrganisation: actAtDesk(
    () => `ideas/${initiatives.get('waiting')!}/news`,
    { text: 'De tafel staat er.' },
    409,
  ),
  savePromise: actAtDesk(
    () => `ideas/${initiatives.get('published')!}/promises`,
    { who: 'De Wetering', what: 'Een tafel', dueOn: '2027-05-01', state: 'open' },
    201,
  ),
  undoAct: actAtDesk(() => 'acts/1000000/undo', {}, 404),
  judgeRemark: actAtDesk(() => `remarks/${remarks.get('waiting')!}/decision`, { state: 'hidden' }, 201),
  answerAsOrganisation: actAtDesk(() => `remarks/${remarks.get('waiting')!}/answer`, { text: 'Ja.' }, 404),
  answerOfferAsOrganisation: actAtDesk(
    () => `offers/${randomUUID()}/answer`,
    { outcome: 'joined', text: '' },
    403,
  ),
  listColleagues: [
    { as: 'an admin', ask: async () => (await loggedIn(stage)).ask('GET', 'people'), status: 200 },
    { as: 'who is no admin', ask: () => asReader('people'), status: 403 },
    { as: 'anybody', ask: () => atDesk('GET', 'people'), status: 401 },
  ],
  inviteColleague: [
    { as: 'an admin', ask: () => asAdmin('people', anInvitation()), status: 201 },
    {
      as: 'who lets in somebody who is in',
      ask: async () => {
        const invitation = anInvitation();
        await asAdmin('people', invitation);
        return asAdmin('people', invitation);
      },
      status: 409,
    },
    ...actAtDesk(() => 'people', anInvitation(), 403),
  ],
  changeRoles: [
    {
      as: 'an admin',
      ask: async () =>
        asAdmin(`people/${await aColleague()}/roles`, {
          given: [{ role: 'rounds', buurt: buurtCode }],
          taken: [],
        }),
      status: 201,
    },
    ...actAtDesk(() => `people/${randomUUID()}/roles`, { given: [], taken: [] }, 403),
  ],
  removeColleague: [
    {
      as: 'an admin',
      ask: async () => asAdmin(`people/${await aColleague()}/removal`, {}),
      status: 201,
    },
    { as: 'who names nobody', ask: () => asAdmin(`people/${randomUUID()}/removal`, {}), status: 404 },
    ...actAtDesk(() => `people/${randomUUID()}/removal`, {}, 403),
  ],
  ...Object.fromEntries(
    (
      [
        ['findPerson', 'texts', { text: 'Iemand van elders' }],
        ['previewForgetting', 'forgetting-preview', { address: 'nobody@example.nl' }],
        ['forgetPerson', 'forgetting', { address: 'nobody@example.nl' }],
      ] as const
    ).map(([route, path, body]) => [
      route,
      [
        { as: 'an admin', ask: () => asAdmin(`person/${path}`, body), status: 200 },
        { as: 'who adds something', ask: () => asAdmin(`person/${path}`, { ...body, more: 1 }), status: 400 },
        { as: 'who is no admin', ask: () => asResidents(`person/${path}`, body), status: 403 },
        {
          as: 'an admin of one buurt',
          ask: () => asResidents(`person/${path}`, body, {}, 'admin'),
          status: 403,
        },
        { as: 'anybody', ask: () => atDesk('POST', `person/${path}`, body), status: 401 },
      ],
    ]),
  ),
  getIdeaErasure: [
    {
      as: 'an admin',
      ask: async () => (await loggedIn(stage)).ask('GET', `ideas/${initiatives.get('published')!}/erasure`),
      status: 200,
    },
    {
      as: 'who is no admin',
      ask: () => asReader(`ideas/${initiatives.get('published')!}/erasure`),
      status: 403,
    },
    {
      as: 'anybody',
      ask: () => atDesk('GET', `ideas/${initiatives.get('published')!}/erasure`),
      status: 401,
    },
  ],
  eraseIdea: actAtDesk(
    () => `ideas/${initiatives.get('published')!}/erasure`,
    { reference: 'K4T-9PX' },
    428,
    'admin',
  ),
  eraseRemark: actAtDesk(() => `remarks/${randomUUID()}/erasure`, {}, 404, 'admin'),
  removeOffer: actAtDesk(() => `offers/${randomUUID()}/removal`, {}, 404, 'admin'),
  listDeskMails: [
    { as: 'staff', ask: () => asReader('mails'), status: 200 },
    { as: 'who adds something to the query', ask: () => asReader('mails?q=a'), status: 400 },
    { as: 'anybody', ask: () => atDesk('GET', 'mails'), status: 401 },
  ],
  retryMail: actAtDesk(() => `mails/${randomUUID()}/retry`, {}, 404, 'moderator'),
  dropMail: actAtDesk(() => `mails/${randomUUID()}/removal`, {}, 404, 'moderator'),
  getDeskOffer: [
    ...readAtDesk(() => `offers/${randomUUID()}`).slice(1),
    { as: 'who asks for one that is not there', ask: () => asReader(`offers/${randomUUID()}`), status: 404 },
  ],
};

describe('The contract', () => {
  it('has a row here for each of its routes', () => {
    assert.deepEqual(
      Object.keys(table).sort(),
      operations(document)
        .map(({ operationId }) => operationId)
        .sort(),
    );
  });

  for (const { operationId, method, path } of operations(document))
    for (const { as, ask, status } of table[operationId] ?? [])
      it(`${operationId}: ${as} gets ${String(status)}, as the document says`, async () => {
        const answer = await ask();
        assert.equal(answer.status, status, await answer.clone().text());
        await conforms(document, { method, path }, answer);
      });

  it('shows how to reach a neighbour to the maker alone, and how to reach the maker to nobody', async () => {
    for (const [route, rows] of Object.entries(table))
      for (const { as, ask } of rows) {
        const answer = await (await ask()).text();
        assert.doesNotMatch(answer, /sam@voorbeeld/, as);
        if (route !== 'getOwnIdea') assert.doesNotMatch(answer, /06 12345678/, as);
      }
  });

  it('is served with its version, to every site, and says for each route what it is', async () => {
    const answer = await stage.get('/openapi.json', { Origin: 'https://elsewhere.example' });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('api-version'), document.info.version);
    assert.deepEqual(await answer.json(), JSON.parse(JSON.stringify(document)));
    for (const { summary, tags, operationId } of operations(document))
      assert.ok(summary && tags?.length, operationId);
  });

  it('declares every part of it at the address of the endpoint', async () => {
    const parts = ['read', 'ideas', 'join', 'vote', 'follow', 'mine'];
    const declared = { apiVersion: document.info.version, profiles: parts };
    assert.deepEqual(await (await stage.get('')).json(), declared);
  });

  it('gives examples that the server takes', async () => {
    const { components = {} } = JSON.parse(JSON.stringify(document));
    const { place, ...example } = components.schemas.NewIdea.example;
    assert.equal(typeof place.lat, 'number');
    assert.equal((await stage.handIn(example)).status, 201);
    const id = initiatives.get('published') ?? '';
    assert.equal(
      (await stage.post(`/initiatives/${id}/offers`, components.schemas.NewOffer.example)).status,
      201,
    );
    assert.equal(
      (await stage.post(`/initiatives/${id}/remarks`, components.schemas.NewRemark.example)).status,
      201,
    );
    for (const [path, schema] of [
      ['news', 'NewNews'],
      ['needs', 'AskedHelp'],
      ['ending', 'Ending'],
    ] as const)
      assert.equal(
        (await stage.post(`/ideas/${id}/${path}`, components.schemas[schema].example, bearer('published')))
          .status,
        201,
        schema,
      );
  });

  it('knows nobody by a made-up id', async () => {
    for (const path of ['/initiatives/', '/ideas/']) {
      assert.equal((await stage.get(path + randomUUID())).status, 404);
      assert.equal((await stage.get(`${path}1%20or%201=1`)).status, 404);
    }
  });
});
