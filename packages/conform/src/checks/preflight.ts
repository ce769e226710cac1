import type { Profile } from '@buurt/domain/wire/profiles.js';
import { expect, type Check, type Level } from '../check.js';

const namesIn = (header: string | null) => (header ?? '').split(',').map((name) => name.trim().toLowerCase());

/** Whether a browser may send this for a page of the site, which it asks before. */
export const preflightCheck = (
  profile: Profile,
  operationId: string,
  method: string,
  headers: readonly string[],
  level: Level = 'must',
): Check => ({
  ...{ id: `${profile}.preflight`, profile, level, needs: 'origin' },
  sentence: `A browser may send ${method} with ${headers.join(', ')} for a page of the site (preflight)`,
  run: async (client, subject) => {
    const exchange = await client.ask(operationId, {
      method: 'OPTIONS',
      params: { code: await subject.buurt() },
      headers: {
        'access-control-request-method': method,
        'access-control-request-headers': headers.join(','),
      },
    });
    const { status, headers: answered } = exchange;
    expect(status >= 200 && status < 300, exchange, `answered ${String(status)}`);
    const methods = namesIn(answered.get('access-control-allow-methods'));
    const isSimple = method === 'GET' || method === 'POST';
    expect(isSimple || methods.includes(method.toLowerCase()), exchange, `${method} is not allowed`);
    const allowed = namesIn(answered.get('access-control-allow-headers'));
    const missing = headers.filter((name) => !allowed.includes(name) && !allowed.includes('*'));
    expect(
      missing.length === 0,
      exchange,
      `Access-Control-Allow-Headers does not name ${missing.join(', ')}`,
    );
  },
});
