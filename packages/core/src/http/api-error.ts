import type { Problem } from '@buurt/domain/wire/problem.js';

/**
 * Why an answer did not come or was not a yes. One word for each thing that a resident can be told:
 * `offline` this device has no network · `unreachable` the server does not answer, or the page may not call it ·
 * `timeout` too slow · `busy` too many requests, try in a moment · `later` not before `retryAt` · `invalid` problems
 * in what was sent · `refused` not allowed · `gone` not there · `conflict` changed meanwhile · `too-big` ·
 * `unsupported` this kind of file · `unreadable` not what the contract says · `server` · `aborted` by ourselves.
 */
export type ApiErrorKind =
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'busy'
  | 'later'
  | 'invalid'
  | 'refused'
  | 'gone'
  | 'conflict'
  | 'too-big'
  | 'unsupported'
  | 'unreadable'
  | 'server'
  | 'aborted';

/** A problem as the server sent it: its code may be one that this widget does not know yet. */
export interface ServerProblem extends Problem {
  /** The server's own sentence; plain text, however it looks. */
  readonly detail?: string;
}

export interface Failure {
  readonly type?: string;
  readonly status?: number;
  readonly problems?: readonly ServerProblem[];
  readonly retryAt?: Date;
  readonly detail?: string;
  readonly cause?: unknown;
}

/** Whether an answer says that what was asked for is not there. */
export const isGone = (error: unknown): boolean => error instanceof ApiError && error.kind === 'gone';

/** Every way in which reading or writing can fail. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number | undefined;
  /** What the server calls this problem, the last step of its `type`: `closed`; empty when it says nothing. */
  readonly type: string;
  /** What is wrong with what was sent, field by field. */
  readonly problems: readonly ServerProblem[];
  /** Not before this moment, as the server said. */
  readonly retryAt: Date | undefined;
  /** The server's own sentence; plain text, however it looks. */
  readonly detail: string | undefined;

  constructor(
    readonly kind: ApiErrorKind,
    { status, type = '', problems = [], retryAt, detail, cause }: Failure = {},
  ) {
    super(`${kind}${status === undefined ? '' : ` (${String(status)})`}`, { cause });
    this.status = status;
    this.type = type;
    this.problems = problems;
    this.retryAt = retryAt;
    this.detail = detail;
  }
}
