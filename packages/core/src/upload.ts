import { mostBytes, noContact, tooLong, type Answer, type Call, type Transport } from './answer.js';
import { ApiError } from './api-error.js';

/**
 * One try by XMLHttpRequest, which alone tells how far an upload is. It cannot refuse a redirect beforehand, so one is
 * not believed afterwards.
 */
function send(
  url: string,
  { signal, headers = {}, body }: Call,
  stallMs: number,
  onProgress: ((fraction: number) => void) | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = (error: ApiError) => {
      reject(error);
      request.abort();
    };
    const onAbort = () => fail(new ApiError('aborted'));
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(new ApiError('timeout')), stallMs);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      moved();
      onProgress?.(total > 0 ? loaded / total : 0);
    };
    request.onprogress = () => {
      moved();
      if (request.responseText.length > mostBytes) fail(tooLong());
    };
    request.onerror = () => fail(noContact(undefined));
    request.onload = () => {
      const { status, responseText: text } = request;
      if (request.responseURL !== url) fail(new ApiError('unreadable', { status, detail: 'redirected' }));
      resolve({ status, retryAfter: request.getResponseHeader('retry-after'), text });
    };
    request.onloadend = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    signal.addEventListener('abort', onAbort);
    moved();
    request.send(body ?? null);
  });
}

/** Sends a photo, and tells from 0 to 1 how far it is. */
export const uploading =
  (onProgress?: (fraction: number) => void): Transport =>
  ({ endpoint }, call, { stallMs }) =>
    send(`${endpoint}/${call.path}`, call, stallMs, onProgress);
