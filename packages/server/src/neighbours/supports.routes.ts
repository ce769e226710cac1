import { createRoute, z } from '@hono/zod-openapi';
import { hasEnded } from '@buurt/domain/initiatives/initiative-status.js';
import type { Hono } from 'hono';
import { endpoint } from '../http/endpoint.js';
import type { AppDeps } from '../http/app-deps.js';
import { notFound, HttpProblem } from '../http/problem-json.js';
import { Support } from '../http/shared.schemas.js';
import { countedAddress } from '../http/rate-limit.js';
import { statusOf } from './neighbours.queries.js';
import { countSource } from './sources.queries.js';
import { addSupport, supportCountOf, takeBackSupport } from './supports.queries.js';
import { changedResponse, conflict, Id } from '../http/contract.js';

const tags = ['Neighbours'];
const params = z.strictObject({
  id: Id,
  key: z
    .uuid()
    .openapi({ param: { description: 'Made by the browser for itself; kept here only as a hash' } }),
});
const path = '/initiatives/{id}/supports/{key}';

export const giveSupport = createRoute({
  method: 'put',
  path,
  operationId: 'giveSupport',
  tags,
  summary: '"Steun": stand behind an initiative, once for each browser however often it is sent',
  request: { params },
  responses: { ...changedResponse('The initiative is supported', Support), ...conflict },
});

export const withdrawSupport = createRoute({
  method: 'delete',
  path,
  operationId: 'withdrawSupport',
  tags,
  summary: 'Take support back; also when there is none',
  request: { params },
  responses: changedResponse('The initiative is not supported by this browser', Support),
});

export function supportRoutes(app: Hono, { store, secrets, clock, callerOf }: AppDeps): void {
  const { db } = store;
  const standing = async (id: string) => {
    const status = await statusOf(db, id);
    if (!status) throw notFound();
    return status;
  };
  const hashOf = (id: string, key: string) => secrets.supporter(id.toLowerCase(), key.toLowerCase());

  endpoint(app, giveSupport, async (c, { params: { id, key } }) => {
    if (hasEnded(await standing(id)))
      throw new HttpProblem('ended', 'Steunen kan niet meer. Misschien past een ander initiatief bij je.');
    const at = clock();
    const address = countedAddress(callerOf(c));
    await store.transaction(async (within) => {
      if (!(await addSupport(within, id, hashOf(id, key), at))) return;
      await countSource(within, 'support', id, (day) => secrets.source(day, address), at);
    });
    return c.json({ supported: true, supportCount: await supportCountOf(db, id) });
  });

  endpoint(app, withdrawSupport, async (c, { params: { id, key } }) => {
    await standing(id);
    await takeBackSupport(db, id, hashOf(id, key));
    return c.json({ supported: false, supportCount: await supportCountOf(db, id) });
  });
}
