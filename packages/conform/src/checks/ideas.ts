import { middleOf } from '@buurt/domain/geo/relative-location.js';
import { moved } from '@buurt/domain/geo/place.js';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import { ideaReceiptFrom } from '@buurt/domain/ideas/receipt.js';
import { expect, expectPointers, expectStatus, read, type Check } from '../check.js';
import type { EndpointClient, Question } from '../endpoint-client.js';
import type { Exchange } from '../exchange.js';
import type { Subject } from '../subject.js';
import { testIdea } from '../test-idea.js';
import { preflightCheck } from './preflight.js';

const unknown = '?';
const textOf = (value: unknown) => (typeof value === 'string' ? value : unknown);

/** Hands something in, and remembers what came of it, also when the receipt is not what it should be: that stays. */
async function handIn(
  client: EndpointClient,
  subject: Subject,
  body: unknown,
  headers: Question['headers'] = {},
): Promise<Exchange> {
  const params = { code: await subject.buurt() };
  const exchange = await client.ask('handInIdea', { params, body, headers });
  if (exchange.status === 201) {
    const { title } = body as { readonly title?: unknown };
    const { id, reference } = (exchange.json ?? {}) as Partial<Record<'id' | 'reference', unknown>>;
    subject.remember(textOf(title), { id: textOf(id), reference: textOf(reference) });
  }
  return exchange;
}

/** An idea that is handed in once, for all checks that ask about one. */
async function handedIn(client: EndpointClient, subject: Subject) {
  return subject.once('idea', async () => {
    const idea = testIdea(await subject.settings());
    const key = crypto.randomUUID();
    const exchange = await handIn(client, subject, idea, { 'idempotency-key': key });
    return { idea, key, exchange, receipt: read(exchange, ideaReceiptFrom) };
  });
}

const far = 100_000;
const refusedIdea = (
  id: string,
  sentence: string,
  spoil: (idea: NewIdea, subject: Subject) => object | Promise<object>,
  ...pointers: readonly string[]
): Check => ({
  ...{ id: `ideas.${id}`, profile: 'ideas', level: 'must', sentence },
  run: async (client, subject) => {
    const body = await spoil(testIdea(await subject.settings()), subject);
    expectPointers(await handIn(client, subject, body), ...pointers);
  },
});

/** Something that is no idea at all. */
const refusedRequest = (
  id: string,
  level: Check['level'],
  sentence: string,
  status: number,
  question: (idea: NewIdea) => { readonly body: unknown; readonly headers?: Question['headers'] },
): Check => ({
  ...{ id: `ideas.${id}`, profile: 'ideas', level, sentence },
  run: async (client, subject) => {
    const { body, headers } = question(testIdea(await subject.settings()));
    expectStatus(await handIn(client, subject, body, headers), status);
  },
});

/** Handing in ideas. */
export const ideaChecks: readonly Check[] = [
  refusedIdea(
    'all-at-once',
    'Everything that is wrong with an idea is said at once, with a pointer to each',
    (idea) => ({ ...idea, story: '', consent: false }),
    ...['/story', '/consent'],
  ),
  refusedIdea(
    'too-long',
    'A title that is too long is refused',
    (idea) => ({ ...idea, title: idea.title.padEnd(400, '.') }),
    '/title',
  ),
  refusedIdea(
    'theme',
    'A theme that is not in the settings is refused',
    (idea) => ({ ...idea, theme: 'no-such-theme' }),
    '/theme',
  ),
  refusedIdea(
    'outside',
    'A place far outside the buurt is refused',
    async (idea, subject) => ({ ...idea, place: moved(middleOf(await subject.border()), far, far) }),
    '/place',
  ),
  refusedIdea(
    'unknown-key',
    'A key that the contract does not know is refused',
    (idea) => ({ ...idea, surprise: true }),
    '/surprise',
  ),
  refusedRequest('no-key', 'must', 'An idea without Idempotency-Key is refused with 400', 400, (idea) => ({
    ...{ body: idea, headers: { 'idempotency-key': undefined } },
  })),
  refusedRequest('no-json', 'must', 'A body that is no JSON is refused with 400', 400, () => ({
    body: '{"title":"Test',
  })),
  refusedRequest('type', 'may', 'Another type of content than JSON is refused with 415', 415, (idea) => ({
    ...{ body: JSON.stringify(idea), headers: { 'content-type': 'text/plain' } },
  })),
  refusedRequest('too-big', 'may', 'A body of more than 64 kB is refused with 413', 413, (idea) => ({
    body: { ...idea, story: idea.story.padEnd(100_000, '.') },
  })),
  {
    ...{ id: 'ideas.handed-in', profile: 'ideas', level: 'must' },
    sentence:
      'An idea is handed in: 201, with a receipt that says whether somebody reads it first, and by when',
    run: async (client, subject) => {
      const { exchange, receipt } = await handedIn(client, subject);
      expectStatus(exchange, 201);
      const { moderated } = await subject.settings();
      const state = moderated ? 'waiting' : 'published';
      expect(
        receipt.state === state,
        exchange,
        `\`state\` is ${receipt.state}; \`moderated\` is ${String(moderated)}`,
      );
      expect(
        Date.parse(receipt.answerBy) >= Date.parse(receipt.receivedAt),
        exchange,
        '`answerBy` is before `receivedAt`',
      );
      expect(receipt.ownerKey.length >= 16, exchange, '`ownerKey` is so short that it can be guessed');
    },
  },
  {
    ...{ id: 'ideas.again', profile: 'ideas', level: 'must' },
    sentence: 'The same idea with the same Idempotency-Key is the same idea: nothing is made twice',
    run: async (client, subject) => {
      const { idea, key, receipt } = await handedIn(client, subject);
      const again = await handIn(client, subject, idea, { 'idempotency-key': key });
      const { id, reference, ownerKey } = read(again, ideaReceiptFrom);
      expect(
        id === receipt.id && reference === receipt.reference && ownerKey === receipt.ownerKey,
        again,
        `it is now ${reference} (${id}), and was ${receipt.reference} (${receipt.id})`,
      );
    },
  },
  {
    ...{ id: 'ideas.at-once', profile: 'ideas', level: 'must' },
    sentence: 'Also when it comes twice at the same moment',
    run: async (client, subject) => {
      const idea = testIdea(await subject.settings());
      const headers = { 'idempotency-key': crypto.randomUUID() };
      const both = await Promise.all([1, 2].map(() => handIn(client, subject, idea, headers)));
      const ids = both.map((exchange) => read(exchange, ideaReceiptFrom).id);
      expect(ids[0] === ids[1], both[1] as Exchange, `two ideas were made: ${ids.join(' and ')}`);
    },
  },
  {
    ...{ id: 'ideas.key-used-before', profile: 'ideas', level: 'must' },
    sentence: 'Another idea with a key that was used is refused with 422',
    run: async (client, subject) => {
      const { idea, key } = await handedIn(client, subject);
      const other = { ...idea, story: `${idea.story} Anders.` };
      expectStatus(await handIn(client, subject, other, { 'idempotency-key': key }), 422);
    },
  },
  {
    ...{ id: 'ideas.shown', profile: 'ideas', level: 'must' },
    sentence: 'An idea can be read by anybody once it is published, and by nobody before',
    run: async (client, subject) => {
      const { receipt } = await handedIn(client, subject);
      const exchange = await client.ask('getInitiative', { params: { id: receipt.id } });
      expectStatus(exchange, receipt.state === 'published' ? 200 : 404);
    },
  },
  preflightCheck('ideas', 'handInIdea', 'POST', ['content-type', 'idempotency-key']),
];
