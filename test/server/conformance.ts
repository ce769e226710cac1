import assert from 'node:assert/strict';
import Ajv from 'ajv';
import type { openApiDocument } from '../../packages/server/src/http/openapi.js';

type Document = ReturnType<typeof openApiDocument>;

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
}

/** Every operation of the document. */
export const operations = ({ paths = {} }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Omit<Operation, 'method' | 'path'>>).map(
      ([method, operation]) => ({
        ...operation,
        method,
        path,
      }),
    ),
  );

type Validator = ReturnType<Ajv.Ajv['compile']>;
const validators = new WeakMap<object, Map<string, Validator>>();

/** Checks a shape that the document describes in one place; compiled once. */
function validatorOf(document: Document, place: string, schema: unknown): Validator {
  const known = validators.get(document) ?? new Map<string, Validator>();
  validators.set(document, known);
  const made = known.get(place);
  if (made) return made;
  const ajv = new Ajv({ allErrors: true, unknownFormats: 'ignore', schemaId: 'auto' });
  ajv.addSchema({ $id: 'contract', components: JSON.parse(JSON.stringify(document.components)) });
  const named = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"contract#/components'));
  const validate = ajv.compile(named);
  known.set(place, validate);
  return validate;
}

/** Holds an answer against what the document says of it: its status, its type and its body. */
export async function conforms(
  document: Document,
  { method, path }: Pick<Operation, 'method' | 'path'>,
  answer: Response,
): Promise<void> {
  const { paths } = document as any;
  const described = paths[path][method].responses[String(answer.status)];
  assert.ok(described, `${method} ${path} may not answer ${String(answer.status)}`);
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const { schema } = described.content?.[type] ?? assert.fail(`${method} ${path} may not answer ${type}`);
  if (!type.endsWith('json')) return;
  const validate = validatorOf(document, `${method} ${path} ${String(answer.status)} ${type}`, schema);
  assert.ok(validate(await answer.json()), JSON.stringify(validate.errors));
}
