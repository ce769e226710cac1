import type { Connection } from '@buurt/core/element/connection.js';
import { newKey } from '@buurt/core/storage/key.js';
import type { IdeaReceipt, OwnIdea } from '@buurt/domain/ideas/receipt.js';
import type { IdeaSettings } from '@buurt/domain/ideas/settings.js';
import { isObject } from '@buurt/domain/wire/json.js';

/** What a form reads of the buurt itself, which holds nothing that somebody filled in. */
const readFromServer = /^buurten\/[^/]+\/(boundary|surroundings)$/;

const answer = (json: unknown, status = 200): Response =>
  new Response(JSON.stringify(json), { status, headers: { 'content-type': 'application/json' } });

const dayMs = 86_400_000;

function receiptFor(body: unknown, { answerDays, moderated }: IdeaSettings): IdeaReceipt {
  const now = Date.now();
  return {
    ...{ id: newKey(), reference: 'AB1-2CD', ownerKey: newKey(), state: moderated ? 'waiting' : 'published' },
    receivedAt: new Date(now).toISOString(),
    answerBy: new Date(now + answerDays * dayMs).toISOString(),
    reachable: isObject(body) && typeof body['email'] === 'string',
  };
}

/**
 * An endpoint inside the page for a form that nobody hands in: it answers with these settings, and keeps and sends nothing.
 * Of the real endpoint it only reads the map of the buurt.
 */
export function previewConnection(real: Connection, idea: IdeaSettings): Connection {
  // An address of its own, so that what waits on this device for the real endpoint is left alone.
  const endpoint = `${real.endpoint}/preview`;
  const call: typeof fetch = async (input, init = {}) => {
    const address = input instanceof Request ? input.url : String(input);
    const { pathname } = new URL(address);
    const path = pathname.slice(new URL(endpoint).pathname.length + 1);
    const { method = 'GET', body } = init;
    const posted = method === 'POST';
    if (!posted && path.endsWith('/settings')) return answer({ idea });
    if (!posted && readFromServer.test(path))
      return (real.fetch ?? fetch)(`${real.endpoint}${address.slice(endpoint.length)}`, init);
    if (!posted && path.endsWith('/similar')) return answer({ initiatives: [] });
    if (posted && path === 'photos') return answer({ id: newKey(), alt: '', sources: [] }, 201);
    if (posted && path.endsWith('/ideas') && typeof body === 'string')
      return answer(receiptFor(JSON.parse(body), idea), 201);
    if (!posted && path.startsWith('ideas/')) return answer(ownIdea(path.slice('ideas/'.length), idea));
    return answer({ title: 'Dit is een voorbeeld', status: 404 }, 404);
  };
  return { endpoint, fetch: call };
}

const ownIdea = (id: string, { moderated }: IdeaSettings): OwnIdea => ({
  ...{ id, reference: 'AB1-2CD', title: '', state: moderated ? 'waiting' : 'published', supportCount: 0 },
});
