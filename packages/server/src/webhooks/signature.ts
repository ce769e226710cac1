import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** What messages to one webhook are signed with, as Standard Webhooks writes it. */
export const newWebhookSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`;

/** A message as it goes out. */
export interface WebhookMessage {
  /** The same at each try, so that who hears it twice knows that. */
  readonly id: string;
  readonly body: string;
}

/** The headers by which whoever has the secret knows who sent this, and when (Standard Webhooks 1.0). */
export function signatureHeaders(secret: string, { id, body }: WebhookMessage, at: Date) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
