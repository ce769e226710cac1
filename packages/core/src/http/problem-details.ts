import { problemCodes, type ProblemCode } from '@buurt/domain/wire/problem.js';
import { dimensions, type Dimension, type Group } from '@buurt/domain/rounds/ballot.js';
import type { ServerProblem } from './api-error.js';

/** What a problem+json answer (RFC 9457) says; empty when it is something else, such as a page of a proxy. */
export interface ProblemDetails {
  readonly type: string;
  readonly detail?: string;
  readonly problems: readonly ServerProblem[];
}

const most = { problems: 50, pointer: 200, detail: 300 };

/** Plain text of a bounded length, without signs that a reader cannot see or that turn the line around. */
const plain = (value: unknown, length: number): string =>
  typeof value === 'string'
    ? value
        .slice(0, length)
        .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
        .trim()
    : '';

const isCode = (code: unknown): code is ProblemCode => problemCodes.includes(code as ProblemCode);

function groupFrom(json: unknown): Group | undefined {
  const { dimension, key } = (json ?? {}) as Record<string, unknown>;
  if (!dimensions.includes(dimension as Dimension) || typeof key !== 'string') return undefined;
  return { dimension: dimension as Dimension, key };
}

function problemFrom(json: unknown): ServerProblem {
  const { pointer, code, detail, limit, actual, group: named } = (json ?? {}) as Record<string, unknown>;
  const said = plain(detail, most.detail);
  const group = groupFrom(named);
  return {
    pointer: plain(pointer, most.pointer),
    code: isCode(code) ? code : 'malformed',
    ...(said ? { detail: said } : {}),
    ...(typeof limit === 'number' ? { limit } : {}),
    ...(typeof actual === 'number' ? { actual } : {}),
    ...(group ? { group } : {}),
  };
}

export function parseProblemDetails(text: string): ProblemDetails {
  try {
    const { type, detail, errors } = (JSON.parse(text) ?? {}) as Record<string, unknown>;
    const said = plain(detail, most.detail);
    return {
      type: plain(type, most.pointer),
      problems: Array.isArray(errors) ? errors.slice(0, most.problems).map(problemFrom) : [],
      ...(said ? { detail: said } : {}),
    };
  } catch {
    return { type: '', problems: [] };
  }
}
