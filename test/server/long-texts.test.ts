import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openApiDocument } from '../../packages/server/src/http/openapi.js';
import { operations, type Operation } from './conformance.js';
import { RoundOnStage } from './round-stage.js';
import { anIdea, buurtCode, codeCost, problemsOf, Stage } from './stage.js';

/** As much of JSON Schema as the document uses. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Described extends Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

const document = openApiDocument();
const described = operations(document) as readonly Described[];
const schemas = document.components?.schemas as Readonly<Record<string, Schema>>;

const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

interface TextField {
  readonly path: readonly string[];
  readonly schema: Schema;
}

/** Every text inside a shape, with the keys that lead to it; `0` stands for a member of a list, `any` for any key. */
function textsOf(given: Schema, path: readonly string[] = []): TextField[] {
  const schema = resolved(given);
  const own = schema.type === 'string' && !schema.enum ? [{ path, schema }] : [];
  return [
    ...own,
    ...Object.entries(schema.properties ?? {}).flatMap(([key, each]) => textsOf(each, [...path, key])),
    ...(schema.items ? textsOf(schema.items, [...path, '0']) : []),
    ...(typeof schema.additionalProperties === 'object'
      ? textsOf(schema.additionalProperties, [...path, 'any'])
      : []),
    ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((each) => textsOf(each, path)),
  ];
}

const fixedLength = new Set(['uuid', 'date', 'date-time', 'binary']);
const bodyOf = ({ requestBody }: Described) => requestBody?.content['application/json']?.schema ?? {};

/** The texts of every answer that is JSON; a page, a feed and a photo are one whole. */
const answered = ({ operationId, responses = {} }: Described) =>
  Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.entries(content)
      .filter(([type]) => type.endsWith('json'))
      .flatMap(([, { schema }]) =>
        textsOf(schema).map((text) => ({ at: `${operationId} ${status} /${text.path.join('/')}`, ...text })),
      ),
  );

const written = ({ operationId, parameters = [], ...rest }: Described) => [
  ...parameters.flatMap(({ name, in: where, schema }) =>
    textsOf(schema).map((text) => ({ at: `${operationId} ${where} ${name}`, ...text })),
  ),
  ...textsOf(bodyOf({ operationId, ...rest })).map((text) => ({
    at: `${operationId} body /${text.path.join('/')}`,
    ...text,
  })),
];

/** A body that holds one text at this place, and nothing else. */
const holding = (path: readonly string[], text: string): unknown =>
  path.reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), text);

/** Texts on which patterns with neighbouring repetitions go back and forth. */
const nasty: Readonly<Record<string, (length: number) => string>> = {
  'one letter': (length) => 'a'.repeat(length),
  'an address that ends in a blank': (length) => `https://${'a'.repeat(Math.max(0, length - 10))} a`,
  'an e-mail address without an end': (length) => `a@${'b.'.repeat(length / 2)}@`.slice(0, length),
  'a telephone number': (length) => `${'1 '.repeat(length / 2)}x`.slice(-length),
  blanks: (length) => `a${' '.repeat(Math.max(0, length - 2))}b`,
  'full stops': (length) => `${'.'.repeat(Math.max(0, length - 1))}a`,
};

let stage: Stage;
let round: RoundOnStage;
let initiative: string;
before(async () => {
  stage = await Stage.open({ codeCost });
  await stage.clear();
  initiative = await stage.addInitiative();
  round = await RoundOnStage.open(stage, 1);
});
after(() => stage.close());

describe('long texts', () => {
  it('have a limit in the contract, in every path, query and body', () => {
    const unlimited = described
      .flatMap(written)
      .filter(
        ({ schema: { maxLength, format = '' } }) => maxLength === undefined && !fixedLength.has(format),
      );
    assert.deepEqual(
      unlimited.map(({ at }) => at),
      [],
    );
    assert.ok(described.flatMap(written).length > 60);
  });

  it('have a limit in the contract, in every answer', () => {
    const unlimited = described
      .flatMap(answered)
      .filter(
        ({ schema: { maxLength, format = '' } }) => maxLength === undefined && !fixedLength.has(format),
      );
    assert.deepEqual(
      unlimited.map(({ at }) => at),
      [],
    );
    assert.ok(described.flatMap(answered).length > 500);
  });

  it('that are keys nobody knows, are not sent back when they are longer than any of ours', async () => {
    const answer = await stage.handIn({ ...anIdea, ['k'.repeat(5000)]: 1, strange: 1 } as typeof anIdea);
    assert.equal(answer.status, 400);
    assert.deepEqual(await problemsOf(answer), [' unknown-key', '/strange unknown-key']);
  });

  const pathOf = ({ path }: Described) =>
    path
      .replace('/buurten/{code}', `/buurten/${buurtCode}`)
      .replace('/rounds/{id}', () => `/rounds/${round.id}`)
      .replace('/initiatives/{id}', () => `/initiatives/${initiative}`)
      .replace(/\{\w+\}/g, () => randomUUID());

  const asked = (operation: Described, field: TextField, parameter: Parameter | undefined, text: string) => {
    const method = operation.method.toUpperCase();
    const path = `/v1${pathOf(operation)}`;
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
    if (parameter?.in === 'query')
      return stage.app.request(`${path}?${parameter.name}=${encodeURIComponent(text)}`, { method, headers });
    if (parameter?.in === 'path')
      return stage.app.request(
        `/v1${operation.path.replace(`{${parameter.name}}`, encodeURIComponent(text)).replace(/\{\w+\}/g, () => randomUUID())}`,
        { method, headers },
      );
    if (parameter)
      return stage.app.request(path, {
        method,
        headers: { ...headers, [parameter.name]: encodeURIComponent(text) },
      });
    return stage.app.request(path, { method, headers, body: JSON.stringify(holding(field.path, text)) });
  };

  /** The work of the processor, in milliseconds: what else the machine does meanwhile is not the server's. */
  async function workOf(ask: () => Promise<Response> | Response): Promise<number> {
    let least = Infinity;
    for (let attempt = 0; attempt < 3 && least > 100; attempt++) {
      const before = process.cpuUsage();
      const answer = await ask();
      await answer.text();
      const { user, system } = process.cpuUsage(before);
      least = Math.min(least, (user + system) / 1000);
      assert.ok(answer.status < 500, `${String(answer.status)}`);
    }
    return least;
  }

  for (const operation of described) {
    const fields = [
      ...(operation.parameters ?? []).flatMap((parameter) =>
        textsOf(parameter.schema).map((field) => ({ field, parameter })),
      ),
      ...textsOf(bodyOf(operation)).map((field) => ({ field, parameter: undefined })),
    ];
    if (fields.length === 0) continue;
    it(`of ${operation.operationId} cost less than 100 ms of work, also ten times too long`, async () => {
      for (const { field, parameter } of fields)
        for (const [kind, make] of Object.entries(nasty))
          for (const times of [1, 10, 60_000 / (field.schema.maxLength ?? 36)]) {
            const text = make(Math.floor((field.schema.maxLength ?? 36) * times));
            if (text.length > 8000 && parameter) continue;
            const took = await workOf(() => asked(operation, field, parameter, text));
            const where = `${parameter?.name ?? `/${field.path.join('/')}`} with ${kind} × ${String(times)}`;
            assert.ok(took <= 100, `${where}: ${took.toFixed(0)} ms`);
          }
    });
  }

  it('are called too long, with how much fits for the organiser, where they stand', async () => {
    const answer = await stage.handIn({ ...anIdea, title: 'é'.repeat(121), assets: 'x'.repeat(2001) });
    const { errors } = (await answer.json()) as { errors: { pointer: string; code: string }[] };
    assert.equal(answer.status, 400);
    assert.deepEqual(
      errors.map((each) => ({ ...each, detail: undefined })),
      [
        { pointer: '/title', code: 'too-long', limit: 80, actual: 121, detail: undefined },
        { pointer: '/assets', code: 'too-long', limit: 600, actual: 2001, detail: undefined },
      ],
    );
  });

  it('count as a reader counts them: an emoji is one, and blanks around it are none', async () => {
    await stage.clear({
      moderated: false,
      fields: [
        { name: 'title', required: true },
        { name: 'story', required: true },
      ],
    });
    const title = `  ${'🌳'.repeat(120)}  `;
    const { status } = await stage.handIn({ ...anIdea, title });
    assert.equal(status, 201);
    const { title: kept } = await stage.store.db
      .selectFrom('initiative')
      .select('title')
      .executeTakeFirstOrThrow();
    assert.equal(kept, title.trim());
  });

  it('are as long as the server takes, whatever an organiser set before there was a limit', async () => {
    await stage.clear({
      moderated: false,
      fields: [
        { name: 'title', required: true, max: 100_000 },
        { name: 'story', required: true },
      ],
    });
    const answer = await stage.handIn({ ...anIdea, title: 'x'.repeat(121) });
    assert.deepEqual(await problemsOf(answer), ['/title too-long']);
  });
});

describe('a small request full of mistakes', () => {
  it('gets an answer of at most a hundred mistakes', async () => {
    const answer = await stage.post(`/buurten/${buurtCode}/rounds`, '{}');
    assert.equal(answer.status, 405);
    const lines = Array.from({ length: 900 }, () => ({ proposalId: 1 }));
    const refused = await stage.post(`/rounds/${round.id}/ballots`, {
      ...{ code: 'AAAA-AAAA-AAAA', rulesHash: '', channel: 'online', lines },
    });
    assert.equal(refused.status, 400);
    assert.equal((await problemsOf(refused)).length, 100);
    const needs = await stage.handIn({ ...anIdea, needs: Array.from({ length: 10_000 }, () => 'x') });
    assert.ok((await needs.text()).length < 20_000);
  });
});
