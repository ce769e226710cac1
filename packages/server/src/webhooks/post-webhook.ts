import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, privateAddress, publicLookup } from './public-address.js';
import { signatureHeaders, type WebhookMessage } from './signature.js';

/** Where messages go, and what they are signed with. */
export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
  readonly allowsPrivate: boolean;
}

const answerMs = 10_000;

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, '$1');

/** Why messages cannot go to this address at all; undefined when they can. */
export function webhookUrlProblem(text: string, allowsPrivate: boolean): string | undefined {
  if (!URL.canParse(text)) return 'This is not an address. Give one as https://www.example.nl/hook.';
  const url = new URL(text);
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(hostOf(url));
  if (url.username !== '' || url.password !== '') return 'Leave the name and password out of the address.';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere && allowsPrivate))
    return 'Give an address that begins with https://.';
  if (!allowsPrivate && (isHere || (isIP(hostOf(url)) !== 0 && !isPublicAddress(hostOf(url)))))
    return 'This address is of this machine or its own network. With --allow-private it is called nevertheless.';
  return undefined;
}

/**
 * Hands a message over; resolves to the status of the answer, whatever that is. Follows no redirect, and reads no body.
 * @throws {Error} with a `code` when there is no answer, or the address may not be called
 */
export async function postWebhook(
  { url: address, secret, allowsPrivate }: WebhookTarget,
  message: WebhookMessage,
  at: Date,
): Promise<number> {
  const url = new URL(address);
  const host = hostOf(url);
  // A connection to a number looks nothing up.
  if (!allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress();
  const body = Buffer.from(message.body);
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(answerMs),
      ...(allowsPrivate ? {} : { lookup: publicLookup }),
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': body.length,
        'User-Agent': 'buurt',
        ...signatureHeaders(secret, message, at),
      },
    });
    request.on('response', (response) => {
      response.on('error', () => undefined);
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Why a message was not taken, in words for an operator, without words of the other side. */
export function webhookFailure(error: unknown): string {
  const { code = '', name = '' } = error as { code?: string; name?: string };
  if (code === 'EPRIVATE') return 'its name leads to a private address';
  return name === 'TimeoutError' || code === 'ABORT_ERR'
    ? 'no answer in 10 seconds'
    : `no answer (${code || name})`;
}
