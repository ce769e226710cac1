import { executeServerCommand } from '@web/test-runner-commands';
import type { Fault, Seen } from '../faults/fault.js';

const origin: Promise<string> = executeServerCommand('misbehaving-server');

const inAddress = (value: unknown) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** An endpoint that does these things to the requests that come, one after another, and the last ever after. */
export async function endpointThat(...faults: readonly Fault[]): Promise<string> {
  return `${await origin}/script/${inAddress(faults)}/${crypto.randomUUID()}/v1`;
}

/** What came in at that endpoint, but for the knock by which we find out why nobody answers. */
export async function seenBy(endpoint: string): Promise<readonly Seen[]> {
  const [, name = ''] = /\/([^/]+)\/v1$/.exec(endpoint) ?? [];
  const all: Seen[] = await (await fetch(`${await origin}/seen/${name}`)).json();
  return all.filter(({ path }) => !path.endsWith('/openapi.json'));
}
