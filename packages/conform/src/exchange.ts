import type { Operation } from './contract.js';

/** What was asked. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A request, and what was answered. */
export interface Exchange {
  readonly operation: Operation;
  readonly request: SentRequest;
  readonly status: number;
  readonly headers: Headers;
  /** The media type, without its parameters. */
  readonly type: string;
  readonly text: string;
  /** Undefined when the body is no JSON. */
  readonly json: unknown;
}

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The request as a line that can be typed in a shell. */
export function curlOf({ method, url, headers, body }: SentRequest): string {
  const sent = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  return [
    'curl -i',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...sent,
    ...(body === undefined ? [] : [`--data-binary ${quoted(body)}`]),
    quoted(url),
  ].join(' ');
}

/** Whether the endpoint lacks this operation, rather than what was asked of it. */
export const isAbsent = ({ status }: Exchange): boolean => status === 404 || status === 405 || status === 501;
