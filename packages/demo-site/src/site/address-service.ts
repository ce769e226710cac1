import { isPlace } from '@buurt/domain/geo/place.js';
import { Hono, type Context } from 'hono';
import {
  addresses,
  addressesNear,
  findAddresses,
  type Address,
  type AddressField,
  type AddressMatch,
} from './addresses.js';

type Filter = (address: Address) => boolean;
type Document = AddressMatch & { readonly afstand?: number };

/** What `fq` can ask about. */
const filterFields = [
  'type',
  'buurtcode',
  'buurtnaam',
  'gemeentenaam',
  'postcode',
  'straatnaam',
  'woonplaatsnaam',
] as const;

const briefly: readonly AddressField[] = ['type', 'weergavenaam', 'id', 'score'];
const everything: readonly AddressField[] = [
  ...briefly,
  'straatnaam',
  'huisnummer',
  'postcode',
  'woonplaatsnaam',
  'gemeentenaam',
  'buurtcode',
  'buurtnaam',
  'centroide_ll',
];

/** What was asked cannot be answered; the message goes to who asked. */
class AddressQuestionError extends Error {}

/** `type:adres`, `type:(adres OR weg)`, `buurtcode:BU…`, each as in Solr. */
function filterFrom(written: string): Filter {
  const [, name = '', values = ''] = /^(\w+):(.+)$/.exec(written) ?? [];
  const field = filterFields.find((each) => each === name);
  if (!field) throw new AddressQuestionError(`undefined field ${name || written}`);
  const wanted = values
    .replace(/^\((.*)\)$/, '$1')
    .split(/\s+/)
    .map((value) => value.replaceAll('"', '').toLowerCase())
    .filter((value) => value !== 'or');
  return (address) => wanted.includes('*') || wanted.includes((address[field] ?? '').toLowerCase());
}

function filtersOf(c: Context): Filter {
  const filters = (c.req.queries('fq') ?? []).map(filterFrom);
  return (address) => filters.every((filter) => filter(address));
}

function countOf(c: Context, name: 'rows' | 'start', otherwise: number): number {
  const written = c.req.query(name) ?? String(otherwise);
  if (!/^\d{1,3}$/.test(written)) throw new AddressQuestionError(`${name} is not a number from 0 to 999`);
  return Number(written);
}

/** `fl=id,weergavenaam,centroide_ll` or `fl=*`. */
function fieldsOf(c: Context, otherwise: readonly AddressField[]): readonly AddressField[] {
  const written = c.req.query('fl');
  if (written === undefined) return otherwise;
  const names = written.split(/[\s,]+/);
  return names.includes('*') ? everything : everything.filter((field) => names.includes(field));
}

const only = (document: Document, fields: readonly AddressField[]) =>
  Object.fromEntries(
    fields.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]]])),
  );

function answer(c: Context, found: readonly Document[], fields: readonly AddressField[]) {
  const start = countOf(c, 'start', 0);
  const docs = found.slice(start, start + countOf(c, 'rows', 10)).map((each) => only(each, fields));
  const maxScore = found[0]?.score ?? 0;
  return c.json({ response: { numFound: found.length, start, maxScore, numFoundExact: true, docs } });
}

function questionOf(c: Context): string {
  const question = c.req.query('q') ?? '';
  if (question.length > 200) throw new AddressQuestionError('q is longer than 200 characters');
  return question;
}

function reverse(c: Context) {
  const place = { lat: Number(c.req.query('lat') ?? NaN), lon: Number(c.req.query('lon') ?? NaN) };
  if (!isPlace(place)) throw new AddressQuestionError('lat and lon are not a place in degrees');
  const among = filtersOf(c);
  const metres = Number(c.req.query('distance') ?? Infinity);
  const found = addressesNear(place, among).filter(({ afstand }) => afstand <= metres);
  return answer(c, found, fieldsOf(c, [...briefly, 'afstand']));
}

/**
 * A stub of PDOK's Locatieserver (v3_1) over made-up streets: the same questions and answers, so that the demo needs
 * no network and leaves nobody's real address anywhere.
 */
export function addressService(): Hono {
  const service = new Hono();
  service.use('*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Access-Control-Allow-Origin', '*');
  });
  service.get('/suggest', (c) => answer(c, findAddresses(questionOf(c), filtersOf(c)), fieldsOf(c, briefly)));
  service.get('/free', (c) => answer(c, findAddresses(questionOf(c), filtersOf(c)), fieldsOf(c, everything)));
  service.get('/lookup', (c) => {
    const found = addresses
      .filter(({ id }) => id === c.req.query('id'))
      .map((each) => ({ ...each, score: 1 }));
    return answer(c, found, fieldsOf(c, everything));
  });
  service.get('/reverse', reverse);
  service.onError((error, c) => {
    if (!(error instanceof AddressQuestionError)) throw error;
    return c.json({ error: { msg: error.message, code: 400 } }, 400);
  });
  return service;
}
