import { Client } from './client.js';
import type { Connection } from '../element/connection.js';

export interface CallOptions {
  readonly signal: AbortSignal;
}

export interface UploadOptions extends CallOptions {
  /** From 0 to 1 while the photo goes up; not called when the connection brings a `fetch` of its own. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * The endpoint as a widget sees it: every answer is checked, every failure is an `ApiError`. Calls that are not needed
 * at first are functions in `ideas.ts`, `initiatives.ts` and `neighbours.ts`, which come with what calls them.
 */
export class BuurtApi extends Client {
  get endpoint(): string {
    return this.connection.endpoint;
  }

  /** Whether this client talks to that endpoint in that way. */
  isFor({ endpoint, fetch }: Connection): boolean {
    return this.endpoint === endpoint && this.connection.fetch === fetch;
  }
}
