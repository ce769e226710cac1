import { randomUUID } from 'node:crypto';
import type { Operation } from '../server/conformance.js';

/** As much of JSON Schema as the contract uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Described extends Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface MadeRequest {
  readonly path: string;
  readonly init: { method: string; headers: Record<string, string>; body?: string };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const oddTexts = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    'null',
    '%',
    '\\',
    "'",
    '"; drop table initiative',
    '../../etc/passwd',
    '<img src=x>',
  ],
  ...['\u0000', '\u0085', '\ufeff', '\u202e', 'é'.repeat(70), '🌳'.repeat(50), 'a'.repeat(5000), '1e400'],
  ...['{{7*7}}', '${7}', '=1+1', '[object Object]', '\ud800', '2027-02-31', '9'.repeat(30), ':*', 'a|b&!c'],
];
const oddValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: 1 },
];

/** Makes requests of an operation: mostly near to what the contract says, each with something odd now and then. */
export class RequestMaker {
  /** @param known real values for parts of a path and for ids, by the name of the field, or of what a path holds */
  constructor(
    readonly chance: () => number,
    readonly schemas: Readonly<Record<string, Schema>>,
    readonly known: Readonly<Record<string, readonly string[]>>,
  ) {}

  #one<Value>(of: readonly Value[]): Value {
    return of[Math.floor(this.chance() * of.length)]!;
  }

  #text(schema: Schema, name: string): string {
    const known = this.known[name];
    if (known && this.chance() < 0.9) return this.#one(known);
    if (this.chance() < 0.25) return this.#one(oddTexts);
    if (schema.format === 'uuid') return randomUUID();
    if (schema.format === 'date-time') return new Date(this.chance() * 4e12).toISOString();
    if (schema.format === 'email') return `buur${String(Math.floor(this.chance() * 1e6))}@voorbeeld.nl`;
    const length = Math.floor(this.chance() ** 3 * Math.min(schema.maxLength ?? 60, 3000)) + 1;
    return Array.from({ length }, () => this.#one([...'abcdefghij klmnop 0123456789'])).join('');
  }

  #value(given: Schema, name: string, depth = 0): unknown {
    const schema =
      given.$ref === undefined ? given : (this.schemas[given.$ref.split('/').at(-1) ?? ''] ?? {});
    if (depth > 8 || this.chance() < 0.06) return this.#one([...oddValues, ...oddTexts]);
    if (schema.enum) return this.#one(schema.enum);
    if (schema.anyOf) return this.#value(this.#one(schema.anyOf), name, depth + 1);
    if (schema.allOf)
      return Object.assign({}, ...schema.allOf.map((each) => this.#value(each, name, depth + 1)));
    const type = Array.isArray(schema.type) ? this.#one(schema.type as readonly string[]) : schema.type;
    if (type === 'null') return null;
    if (type === 'boolean') return this.chance() < 0.5;
    if (type === 'integer' || type === 'number') {
      const [low, high] = [schema.minimum ?? 0, Math.min(schema.maximum ?? 1000, 1e6)];
      const number = low + this.chance() * (high - low);
      return type === 'integer' ? Math.round(number) : number;
    }
    if (type === 'array')
      return Array.from({ length: Math.floor(this.chance() * 4) }, () =>
        this.#value(schema.items ?? {}, name, depth + 1),
      );
    if (type === 'object') return this.#object(schema, depth);
    return this.#text(schema, name);
  }

  #object({ properties = {}, required = [], additionalProperties }: Schema, depth: number): unknown {
    const kept = Object.entries(properties).filter(
      ([key]) => this.chance() < (required.includes(key) ? 0.96 : 0.6),
    );
    const made = kept.map(([key, each]) => [key, this.#value(each, key, depth + 1)] as const);
    const extra = typeof additionalProperties === 'object' ? additionalProperties : {};
    const more =
      this.chance() < 0.1 ? [[this.#one(oddTexts), this.#value(extra, '', depth + 1)] as const] : [];
    return Object.fromEntries([...made, ...more]);
  }

  #part(value: unknown): string {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    // A lone surrogate cannot stand in an address.
    return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '?'));
  }

  /** `/rounds/{id}` asks for the id of a round. */
  #placed(path: string, name: string): string {
    const kind = new RegExp(`/(\\w+)/\\{${name}\\}`).exec(path)?.[1];
    return kind !== undefined && kind in this.known ? kind : name;
  }

  make({ method, path, parameters = [], requestBody }: Described): MadeRequest {
    const of = (where: string) => parameters.filter((each) => each.in === where);
    const filled = of('path').reduce(
      (sofar, { name, schema }) =>
        sofar.replace(`{${name}}`, () => this.#part(this.#value(schema, this.#placed(path, name))) || 'x'),
      path,
    );
    const query = [
      ...of('query')
        .filter(({ required }) => this.chance() < (required ? 0.95 : 0.4))
        .map(({ name, schema }) => `${name}=${this.#part(this.#value(schema, name))}`),
      ...(this.chance() < 0.05 ? [`${this.#part(this.#one(oddTexts))}=1`] : []),
    ].join('&');
    const headers: Record<string, string> = {};
    for (const { name, schema } of of('header'))
      if (this.chance() < 0.9) headers[name] = this.#part(this.#value(schema, name.toLowerCase()));
    const body = requestBody?.content['application/json']?.schema;
    const isSent = requestBody !== undefined && this.chance() < 0.97;
    if (isSent)
      headers['content-type'] = this.chance() < 0.96 ? 'application/json' : this.#one(oddTexts.slice(2, 5));
    const text = JSON.stringify(this.#value(body ?? {}, 'body'));
    return {
      path: `/v1${filled}${query && `?${query}`}`,
      init: {
        method: method.toUpperCase(),
        headers,
        ...(isSent ? { body: this.chance() < 0.97 ? text : text.slice(0, -1) } : {}),
      },
    };
  }
}
