import assert from 'node:assert/strict';
import { Contract, type Operation } from '@buurt/conform/contract.js';

export type { Operation };

const contracts = new WeakMap<object, Contract>();

function contractOf(document: object): Contract {
  const known = contracts.get(document) ?? new Contract(document);
  contracts.set(document, known);
  return known;
}

/** Every operation of the document. */
export const operations = (document: object): readonly Operation[] => contractOf(document).operations;

/** Holds an answer against what the document says of it: its status, its type and its body. */
export async function conforms(
  document: object,
  { method, path }: Pick<Operation, 'method' | 'path'>,
  answer: Response,
): Promise<void> {
  const contract = contractOf(document);
  const operation = contract.operations.find((each) => each.method === method && each.path === path);
  assert.ok(operation, `The contract has no ${method} ${path}`);
  const { status } = answer;
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const json: unknown = type.endsWith('json') ? await answer.json() : undefined;
  assert.equal(contract.problemOf(operation, { status, type, json }), undefined);
}
