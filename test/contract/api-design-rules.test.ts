// The Dutch API Design Rules (developer.overheid.nl) as far as a document can show them, in our words. On 30 November 2026 their own
// linter found nothing in this document either.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openApiDocument } from '../../packages/server/src/http/openapi.js';

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Response {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Readonly<Record<string, Response>>;
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  readonly openapi: string;
  readonly info: { readonly version: string; readonly contact?: Readonly<Record<string, string>> };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const responses = operations.flatMap(({ path, method, operation }) =>
  Object.entries(operation.responses).map(([status, response]) => ({
    response,
    status: Number(status),
    where: `${method} ${path} ${status}`,
  })),
);

function resolved(schema: Schema | undefined): Schema {
  const name = schema?.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? (schema ?? {}) : resolved(document.components.schemas[name]);
}

/** Every property of every shape, with where it stands. */
function propertiesIn(value: unknown, at = ''): { readonly name: string; readonly schema: Schema }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries((value as Schema).properties ?? {}).map(([name, schema]) => ({ name, schema }));
  return [...own, ...Object.entries(value).flatMap(([key, part]) => propertiesIn(part, `${at}/${key}`))];
}

/** What breaks a rule; nothing does. */
const none = (broken: readonly string[]) => assert.deepEqual(broken, []);

describe('The contract keeps the API Design Rules:', () => {
  it('a version of OpenAPI 3, a version of its own, and somebody to ask', () => {
    assert.match(document.openapi, /^3\.\d+\.\d+$/);
    assert.match(document.info.version, /^\d+\.\d+\.\d+$/);
    for (const field of ['name', 'email', 'url']) assert.ok(document.info.contact?.[field], field);
  });

  it('whoever runs an endpoint is asked about it', () => {
    const contact = { name: 'De Wetering', email: 'buurt@wetering.nl', url: 'https://buurt.wetering.nl' };
    assert.deepEqual(openApiDocument(contact).info.contact, contact);
  });

  it('the major version stands in the address', () => {
    none(document.servers.map(({ url }) => url).filter((url) => !/\/v\d+$/.test(url)));
  });

  it('paths are in kebab case, without a slash at the end, with the usual methods', () => {
    const segment = /^(\/([a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?|\{\w+\}))+$/;
    none(Object.keys(document.paths).filter((path) => path !== '/' && !segment.test(path)));
    none(
      operations
        .map(({ method }) => method)
        .filter((method) => !/^(get|put|post|patch|delete)$/.test(method)),
    );
  });

  it('each operation has a name of its own', () => {
    const names = operations.map(({ operation }) => operation.operationId ?? '');
    none(names.filter((name, index) => name === '' || names.indexOf(name) !== index));
  });

  it('keys of a query are in camel case', () => {
    const keys = operations
      .flatMap(({ operation }) => operation.parameters ?? [])
      .filter((each) => each.in === 'query');
    assert.ok(keys.length > 10);
    none(keys.map(({ name }) => name).filter((name) => !/^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/.test(name)));
  });

  it('every answer says which version of the contract it keeps', () => {
    none(responses.filter(({ response }) => !response.headers?.['API-Version']).map(({ where }) => where));
  });

  it('every failure can be application/problem+json, with status, title and detail', () => {
    const failures = responses.filter(({ status }) => status >= 400);
    assert.ok(failures.length > 100);
    const members = ({ response }: (typeof failures)[number]) =>
      Object.keys(resolved(response.content?.['application/problem+json']?.schema).properties ?? {});
    none(
      failures
        .filter((failure) => !['status', 'title', 'detail'].every((name) => members(failure).includes(name)))
        .map(({ where }) => where),
    );
  });

  it('whatever takes something can refuse it', () => {
    const takes = ({ method, operation }: (typeof operations)[number]) =>
      ['post', 'put', 'patch'].includes(method) || (operation.parameters ?? []).length > 0;
    none(
      operations
        .filter((each) => takes(each) && !each.operation.responses['400'])
        .map(({ method, path }) => `${method} ${path}`),
    );
  });

  it('a day is a date, and a moment has a time zone', () => {
    const properties = propertiesIn(document);
    assert.ok(properties.length > 500);
    const isDay = (name: string) => /^(date|datum)$|(Date|Datum)$/.test(name);
    none(
      properties
        .filter(({ name, schema }) => isDay(name) && schema.format !== 'date')
        .map(({ name }) => name),
    );
    none(
      properties
        .filter(({ schema }) => ['time', 'date-time-local'].includes(schema.format ?? ''))
        .map(({ name }) => name),
    );
  });

  it('shapes are in Pascal case', () => {
    none(Object.keys(document.components.schemas).filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name)));
  });
});
