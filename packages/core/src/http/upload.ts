import {
  mostBytes,
  noContact,
  tooLong,
  type HttpResponse,
  type HttpRequest,
  type Transport,
} from './transport.js';
import { ApiError } from './api-error.js';

/** Calls back when nothing moved for so long. */
class Stall {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly afterMs: number,
    readonly stalled: () => void,
  ) {}

  readonly moved = (): void => {
    this.over();
    this.#timer = setTimeout(this.stalled, this.afterMs);
  };

  over(): void {
    clearTimeout(this.#timer);
  }
}

type OnProgress = ((fraction: number) => void) | undefined;

/**
 * One try by XMLHttpRequest, which alone tells how far an upload is. It cannot refuse a redirect beforehand, so one is
 * not believed afterwards.
 */
const send = (
  url: string,
  { signal, headers = {}, body }: HttpRequest,
  stallMs: number,
  onProgress: OnProgress,
) =>
  new Promise<HttpResponse>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (error: ApiError) => {
      reject(error);
      request.abort();
    };
    const onAbort = () => fail(new ApiError('aborted'));
    const stall = new Stall(stallMs, () => fail(new ApiError('timeout')));
    request.upload.onprogress = ({ loaded, total }) => {
      stall.moved();
      onProgress?.(total > 0 ? loaded / total : 0);
    };
    request.onprogress = () => {
      stall.moved();
      if (request.responseText.length > mostBytes) fail(tooLong());
    };
    request.onerror = () => fail(noContact(undefined));
    request.onload = () => {
      const { status, responseText: text } = request;
      if (request.responseURL !== url) fail(new ApiError('unreadable', { status, detail: 'redirected' }));
      resolve({ status, retryAfter: request.getResponseHeader('retry-after'), text });
    };
    request.onloadend = () => {
      stall.over();
      signal.removeEventListener('abort', onAbort);
    };
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    signal.addEventListener('abort', onAbort);
    stall.moved();
    request.send(body ?? null);
  });

/** Sends a photo, and tells from 0 to 1 how far it is. */
export const uploading =
  (onProgress?: OnProgress): Transport =>
  ({ endpoint }, call, { stallMs }) =>
    send(`${endpoint}/${call.path}`, call, stallMs, onProgress);
