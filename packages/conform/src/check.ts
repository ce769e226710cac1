import { ShapeError, type Reader } from '@buurt/domain/wire/json.js';
import type { Profile } from '@buurt/domain/wire/profiles.js';
import type { EndpointClient } from './endpoint-client.js';
import { isAbsent, type Exchange } from './exchange.js';
import type { Subject } from './subject.js';

/** Whether a widget needs it, or can do without. */
export type Level = 'must' | 'may';

/** What only whoever runs the checks can give. */
export type Need = 'origin';

interface Described {
  readonly id: string;
  readonly level: Level;
  /** What an endpoint does that keeps to it. */
  readonly sentence: string;
  readonly needs?: Need;
}

/** Something that is asked of an endpoint. */
export interface Check extends Described {
  readonly profile: Profile;
  /**
   * Asks, and looks at what is answered.
   * @throws {Shortfall} when that is not what the contract says
   * @throws {Untried} when there is nothing to ask about
   * @throws {Absent} when the endpoint lacks what it may lack
   */
  readonly run: (client: EndpointClient, subject: Subject) => Promise<void>;
}

/** Something that holds for every answer, whatever was asked. */
export interface AnswerRule extends Described {
  /** Which answers it is about; all unless told. */
  readonly about?: (exchange: Exchange) => boolean;
  /** What is wrong; undefined when nothing is. */
  readonly problemOf: (exchange: Exchange) => string | undefined;
}

/** An answer is not what the contract says. */
export class Shortfall extends Error {
  override readonly name = 'Shortfall';
  constructor(
    readonly exchange: Exchange,
    reason: string,
  ) {
    super(reason);
  }
}

/** There is nothing to ask about. */
export class Untried extends Error {
  override readonly name = 'Untried';
}

/** The endpoint has not what it may lack. */
export class Absent extends Error {
  override readonly name = 'Absent';
}

const longestShown = 200;
const beginning = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);

/** @throws {Shortfall} unless it holds */
export function expect(holds: boolean, exchange: Exchange, reason: string): void {
  if (!holds) throw new Shortfall(exchange, reason);
}

/** @throws {Shortfall} unless one of these was answered */
export function expectStatus(exchange: Exchange, ...statuses: readonly number[]): Exchange {
  const { status, text } = exchange;
  const answered = `answered ${String(status)}, not ${statuses.join(' or ')}`;
  expect(statuses.includes(status), exchange, text ? `${answered}: ${beginning(text)}` : answered);
  return exchange;
}

/** @throws {Absent} when the endpoint lacks this operation */
export function expectOffered(exchange: Exchange): Exchange {
  if (isAbsent(exchange)) throw new Absent(`${exchange.operation.operationId} is not offered`);
  return exchange;
}

/**
 * What a widget reads in the answer.
 * @throws {Shortfall} when it was not 200 or 201, or cannot be read
 */
export function read<T>(exchange: Exchange, from: Reader<T>): T {
  expectStatus(exchange, 200, 201);
  try {
    return from(exchange.json);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new Shortfall(exchange, error.message);
  }
}

interface ProblemJson {
  readonly errors?: readonly { readonly pointer?: string }[];
}

/**
 * Wants a refusal with 400 that points at all of these.
 * @throws {Shortfall} when it is another answer, or one is not named
 */
export function expectPointers(exchange: Exchange, ...pointers: readonly string[]): void {
  expectStatus(exchange, 400);
  const { errors = [] } = (exchange.json ?? {}) as ProblemJson;
  const named = new Set(errors.map(({ pointer }) => pointer));
  const missing = pointers.filter((pointer) => !named.has(pointer));
  expect(missing.length === 0, exchange, `\`errors\` of the answer does not point at ${missing.join(', ')}`);
}
