import { boundsOf, type Border } from '@buurt/domain/geo/border.js';
import { borderFrom } from '@buurt/domain/geo/border-json.js';
import { areasFrom, mapPlacesFrom } from '@buurt/domain/geo/map-json.js';
import type { MapPlaces } from '@buurt/domain/geo/map-place.js';
import { initiativeFrom, initiativePageFrom } from '@buurt/domain/initiatives/initiative-page-json.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import { list, oneOf, shape, text } from '@buurt/domain/wire/json.js';
import { profiles, type Profile } from '@buurt/domain/wire/profiles.js';
import { expect, expectOffered, expectPointers, expectStatus, read, Untried, type Check } from '../check.js';
import type { EndpointClient, Question } from '../endpoint-client.js';
import type { Exchange } from '../exchange.js';
import { preflightCheck } from './preflight.js';

const declarationFrom = shape<{ profiles: Profile[] }>({ profiles: list(oneOf(...profiles)) });
const codedFrom = shape<{ code: string }>({ code: text });
const buurtenFrom = shape<{ buurten: { code: string }[] }>({ buurten: list(codedFrom) });

const noBuurt = 'BU00000000';
const noInitiative = '00000000-0000-4000-8000-000000000000';
const mostPages = 200;

/** Where the answer says that the list goes on. */
const nextOf = ({ headers }: Exchange): string | undefined =>
  /<([^<>]*)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '')?.[1];

/** The list from its first page to its last. */
async function allPages(client: EndpointClient, code: string, query: Question['query'] = {}) {
  const pages: Exchange[] = [];
  let reference: string | undefined = '';
  while (reference !== undefined) {
    const question: Question = reference === '' ? { query } : { reference };
    const page: Exchange = await client.ask('listInitiatives', { params: { code }, ...question });
    expectStatus(page, 200);
    expect(pages.length < mostPages, page, `there is still a next page after ${String(mostPages)}`);
    pages.push(page);
    reference = nextOf(page);
  }
  return pages;
}

function idsOf(page: Exchange): string[] {
  const initiatives = read(page, initiativePageFrom);
  expectUnspoilt(page, initiatives);
  return initiatives.entries.map(({ id }) => id);
}

/** About a kilometre: a place may lie on the edge. */
const edge = 0.01;
const isNear = (border: Border, { lat, lon }: { lat: number; lon: number }) => {
  const { west, east, south, north } = boundsOf(border);
  return lon > west - edge && lon < east + edge && lat > south - edge && lat < north + edge;
};

const isClosed = (ring: readonly (readonly number[])[]) => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};

/** The Netherlands, from west to east and from south to north, with the islands in the Caribbean left out. */
const isDutch = ({ lat, lon }: { lat: number; lon: number }) =>
  lon > 3 && lon < 7.5 && lat > 50.5 && lat < 54;

/** The answers that a page asks most often, and that a browser should not fetch twice. */
const revalidated = ['getSettings', 'listInitiatives', 'getPlaces'];

const anAnswerOf = (
  operationId: string,
  id: string,
  sentence: string,
  look: (exchange: Exchange, code: string) => void,
): Check => ({
  ...{ id, profile: 'read', level: 'must', sentence },
  run: async (client, subject) => {
    const code = await subject.buurt();
    look(await client.ask(operationId, { params: { code } }), code);
  },
});

const refusedQuery = (
  id: string,
  query: Record<string, string>,
  pointer: string,
  sentence: string,
): Check => ({
  ...{ id, profile: 'read', level: 'must', sentence },
  run: async (client, subject) =>
    expectPointers(
      await client.ask('listInitiatives', { params: { code: await subject.buurt() }, query }),
      pointer,
    ),
});

const notThere = (operationId: string, params: Record<string, string>): Check => ({
  ...{ id: `read.not-there.${operationId}`, profile: 'read', level: 'must' },
  sentence: `${operationId} answers 404 to a code or id that does not exist`,
  run: async (client) => void expectStatus(await client.ask(operationId, { params }), 404),
});

function expectUnspoilt(exchange: Exchange, { skipped }: Pick<MapPlaces, 'skipped'>): void {
  expect(skipped === 0, exchange, `${String(skipped)} of the list cannot be read, or stand in it twice`);
}

/** Reading buurten, initiatives and places. */
export const readChecks: readonly Check[] = [
  {
    ...{ id: 'read.declared', profile: 'read', level: 'may' },
    sentence: 'GET on the address of the endpoint itself says which profiles it has',
    run: async (client) => {
      const declared = read(expectOffered(await client.ask('getEndpoint')), declarationFrom);
      expect(declared.profiles.includes('read'), client.exchanges[0] as Exchange, '`read` is not declared');
    },
  },
  {
    ...{ id: 'read.buurten', profile: 'read', level: 'must' },
    sentence: 'The buurten can be listed, and one found by its code',
    run: async (client, subject) => {
      const code = await subject.buurt();
      const exchange = await client.ask('listBuurten', { query: { q: code } });
      const { buurten } = read(exchange, buurtenFrom);
      expect(
        buurten.some((each) => each.code === code),
        exchange,
        `${code} is not in the list`,
      );
    },
  },
  anAnswerOf('getBuurt', 'read.buurt', 'A buurt can be read', (exchange, code) =>
    expect(read(exchange, codedFrom).code === code, exchange, `\`code\` is not ${code}`),
  ),
  anAnswerOf('getSettings', 'read.settings', 'The settings of a buurt can be read', (exchange, code) =>
    expect(read(exchange, codedFrom).code === code, exchange, `\`code\` is not ${code}`),
  ),
  anAnswerOf(
    'getBoundary',
    'read.boundary',
    'The border of a buurt is GeoJSON with closed rings in the Netherlands, longitude first',
    (exchange) => {
      const border = read(exchange, borderFrom);
      const { geometry } = exchange.json as { geometry: { coordinates: number[][][][] } };
      expect(geometry.coordinates.flat().every(isClosed), exchange, 'a ring does not end where it begins');
      const { west, south, east, north } = boundsOf(border);
      const corners = [
        { lon: west, lat: south },
        { lon: east, lat: north },
      ];
      expect(
        corners.every(isDutch),
        exchange,
        `it goes from ${String(west)}, ${String(south)} to ${String(east)}, ${String(north)}`,
      );
    },
  ),
  {
    ...{ id: 'read.boundaries', profile: 'read', level: 'must' },
    sentence: 'The borders of several buurten come in one answer, without those that are not there',
    run: async (client, subject) => {
      const code = await subject.buurt();
      const exchange = await client.ask('listBoundaries', {
        reference: `?buurt=${encodeURIComponent(code)}&buurt=${noBuurt}&width=1000`,
      });
      const areas = read(exchange, areasFrom);
      expectUnspoilt(exchange, areas);
      const codes = areas.entries.map(({ id }) => id);
      expect(codes.join() === code, exchange, `it holds ${codes.join(', ') || 'nothing'}, not just ${code}`);
    },
  },
  anAnswerOf('listInitiatives', 'read.list', 'The initiatives of a buurt can be listed', (exchange) => {
    const page = read(exchange, initiativePageFrom);
    expectUnspoilt(exchange, page);
    expect(
      page.total >= page.entries.length,
      exchange,
      `\`total\` is ${String(page.total)}, less than is shown`,
    );
  }),
  {
    ...{ id: 'read.pages', profile: 'read', level: 'must' },
    sentence: 'The pages of the list, by their Link, hold every initiative once, and as many as `total` says',
    run: async (client, subject) => {
      const code = await subject.buurt();
      const { length } = await subject.initiatives();
      if (length < 2) throw new Untried(`buurt ${code} has fewer than two initiatives`);
      const pages = await allPages(client, code, { limit: Math.ceil(length / 2) });
      const last = pages.at(-1) as Exchange;
      const ids = pages.flatMap(idsOf);
      const { total } = read(last, initiativePageFrom);
      expect(
        pages.length > 1,
        last,
        'the first page has no Link to a next one, though it was asked to be small',
      );
      expect(new Set(ids).size === ids.length, last, 'an initiative stands on two pages');
      expect(
        ids.length === total,
        last,
        `the pages hold ${String(ids.length)}, \`total\` is ${String(total)}`,
      );
    },
  },
  {
    ...{ id: 'read.newest', profile: 'read', level: 'must' },
    sentence: 'The list begins with the newest',
    run: async (client, subject) => {
      const params = { code: await subject.buurt() };
      const exchange = await client.ask('listInitiatives', { params, query: { sort: 'new' } });
      const { entries } = read(exchange, initiativePageFrom);
      const moments = entries.map(({ publishedAt }) => Date.parse(publishedAt));
      const isInOrder = moments.every((moment, index) => index === 0 || moment <= (moments[index - 1] ?? 0));
      expect(isInOrder, exchange, '`publishedAt` does not go from new to old');
    },
  },
  {
    ...{ id: 'read.status', profile: 'read', level: 'must' },
    sentence: 'Of each status the list gives those alone, and as many as `facets` says',
    run: async (client, subject) => {
      const params = { code: await subject.buurt() };
      const { facets } = read(await client.ask('listInitiatives', { params }), initiativePageFrom);
      for (const status of initiativeStatuses) {
        const exchange = await client.ask('listInitiatives', { params, query: { status } });
        const { entries, total } = read(exchange, initiativePageFrom);
        expect(
          entries.every((each) => each.status === status),
          exchange,
          `there are others among them than ${status}`,
        );
        const count = facets.status[status];
        expect(total === count, exchange, `\`total\` is ${String(total)}, \`facets\` said ${String(count)}`);
      }
    },
  },
  {
    ...{ id: 'read.words', profile: 'read', level: 'must' },
    sentence: 'An initiative is found by its title, and nothing by words that stand nowhere',
    run: async (client, subject) => {
      const params = { code: await subject.buurt() };
      const { id, title } = await subject.initiative();
      const exchange = await client.ask('listInitiatives', { params, query: { q: title } });
      expect(idsOf(exchange).includes(id), exchange, `“${title}” is not among what was found`);
      const nothing = await client.ask('listInitiatives', { params, query: { q: 'qxzjvk wqzxjk' } });
      expect(idsOf(nothing).length === 0, nothing, 'something was found all the same');
    },
  },
  refusedQuery('read.limit', { limit: '0' }, '/limit', 'A page of nothing is refused with 400, by its key'),
  refusedQuery(
    'read.cursor',
    { cursor: 'nobody-gave-this' },
    '/cursor',
    'A cursor that was never given is refused',
  ),
  refusedQuery('read.near', { sort: 'near' }, '/near', 'What is nearest is refused when nobody says to what'),
  {
    ...{ id: 'read.initiative', profile: 'read', level: 'must' },
    sentence: 'An initiative of the list can be read by its id',
    run: async (client, subject) => {
      const { id, title } = await subject.initiative();
      const exchange = await client.ask('getInitiative', { params: { id } });
      const initiative = read(exchange, initiativeFrom);
      expect(
        initiative.id === id && initiative.title === title,
        exchange,
        `it is ${initiative.id}, “${initiative.title}”, not what the list calls ${id}, “${title}”`,
      );
    },
  },
  {
    ...{ id: 'read.places', profile: 'read', level: 'must' },
    sentence: 'The places are those of the list, within the buurt, longitude first',
    run: async (client, subject) => {
      const code = await subject.buurt();
      const exchange = await client.ask('getPlaces', { params: { code } });
      const places = read(exchange, mapPlacesFrom);
      expectUnspoilt(exchange, places);
      const { total } = read(await client.ask('listInitiatives', { params: { code } }), initiativePageFrom);
      expect(
        places.total === total,
        exchange,
        `\`total\` is ${String(places.total)}, of the list ${String(total)}`,
      );
      const border = await subject.border();
      const outside = places.entries.find((place) => !isNear(border, place));
      expect(!outside, exchange, `“${outside?.title ?? ''}” lies far outside the buurt`);
    },
  },
  {
    ...{ id: 'read.etag', profile: 'read', level: 'must' },
    sentence: 'What did not change is not sent again: ETag, and 304 to If-None-Match',
    run: async (client, subject) => {
      const params = { code: await subject.buurt() };
      for (const operationId of revalidated) {
        const first = expectStatus(await client.ask(operationId, { params }), 200);
        const tag = first.headers.get('etag') ?? '';
        expect(/^(?:W\/)?"[^"]*"$/.test(tag), first, `ETag is ${tag || 'missing'}`);
        const same = await client.ask(operationId, { params, headers: { 'if-none-match': tag } });
        expectStatus(same, 304);
        const other = await client.ask(operationId, { params, headers: { 'if-none-match': '"another"' } });
        expectStatus(other, 200);
      }
    },
  },
  notThere('getBuurt', { code: noBuurt }),
  notThere('listInitiatives', { code: noBuurt }),
  notThere('getInitiative', { id: noInitiative }),
  {
    ...{ id: 'read.similar', profile: 'read', level: 'may' },
    sentence: 'Whoever types a title sees initiatives like it',
    run: async (client, subject) => {
      const { id, title } = await subject.initiative();
      const params = { code: await subject.buurt() };
      const exchange = expectOffered(await client.ask('findSimilar', { params, query: { title } }));
      const { initiatives } = read(
        exchange,
        shape<{ initiatives: { id: string }[] }>({
          initiatives: list(shape<{ id: string }>({ id: text })),
        }),
      );
      expect(
        initiatives.some((each) => each.id === id),
        exchange,
        `“${title}” itself is not like “${title}”`,
      );
    },
  },
  {
    ...{ id: 'read.surroundings', profile: 'read', level: 'may' },
    sentence: 'A map shows what lies around the buurt',
    run: async (client, subject) => {
      const params = { code: await subject.buurt() };
      expectStatus(
        expectOffered(await client.ask('getSurroundings', { params, query: { width: 1000 } })),
        200,
      );
    },
  },
  {
    ...{ id: 'read.unknown-key', profile: 'read', level: 'may' },
    sentence: 'A key that the contract does not know is refused, so that a slip is noticed',
    run: async (client, subject) => {
      const params = { code: await subject.buurt() };
      expectPointers(await client.ask('listInitiatives', { params, query: { lmit: 5 } }), '/lmit');
    },
  },
  preflightCheck('read', 'listInitiatives', 'GET', ['if-none-match'], 'may'),
];
