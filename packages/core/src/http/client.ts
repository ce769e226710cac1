import { ShapeError } from '@buurt/domain/wire/json.js';
import type { HttpRequest } from './transport.js';
import { ApiError } from './api-error.js';
import type { Connection } from '../element/connection.js';
import { callJson } from './http.js';
import type { PatchPath, PostPath, PutPath, ReadPath } from './routes.js';

/** A call of the contract. */
type Agreed = HttpRequest & {
  readonly path: ReadPath | PostPath | PutPath | PatchPath | `${ReadPath | PatchPath}?${string}`;
};

/** The path of a buurt; whatever a page calls its code, it stays one step of the path. */
export const inBuurt = (code: string) => `buurten/${encodeURIComponent(code)}` as const;

/** Reads checked answers from one endpoint. */
export class Client {
  constructor(readonly connection: Connection) {}

  async read<T>(call: Agreed, from: (json: unknown) => T): Promise<T> {
    const json = await callJson(this.connection, call);
    try {
      return from(json);
    } catch (cause) {
      if (cause instanceof ShapeError) throw new ApiError('unreadable', { cause });
      throw cause;
    }
  }

  /** Sends JSON under an Idempotency-Key: the same key has one effect, however often it is tried. */
  post<T>(
    path: PostPath,
    json: object,
    key: string,
    signal: AbortSignal,
    from: (json: unknown) => T,
  ): Promise<T> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.read({ method: 'POST', path, headers, body: JSON.stringify(json), signal }, from);
  }
}
