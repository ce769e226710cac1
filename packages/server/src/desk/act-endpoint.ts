import { type RouteConfig, type z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import type { AppDeps } from '../http/app-deps.js';
import { checkedBody } from '../http/checked-body.js';
import { idempotent, problem } from '../http/contract.js';
import type { Input } from '../http/endpoint.js';
import { handleIdempotently } from '../http/idempotent-route.js';
import { deskEndpoint, deskHeaders, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import type { Permission } from '../staff/roles.js';
import { orProblem } from './refusal-problem.js';

/** What all routes have that do something at the desk. */
export const deskAct = { method: 'post' as const, tags: ['Desk'], security: deskSecurity };
export const actHeaders = deskHeaders.extend(idempotent.shape);
export const actResponses = <T extends z.ZodType>(schema: T, conflicts: string) => ({
  ...deskResponses('It is done', schema, 201),
  409: problem(conflicts),
  422: problem('The Idempotency-Key was used for something else'),
});

/** Serves something that staff do: once, whatever gets lost on the way. What is posted makes something, else it changes. */
export function actEndpoint<
  R extends RouteConfig & {
    readonly request: {
      readonly headers: z.ZodType<Readonly<z.infer<typeof actHeaders>>>;
      readonly body: { readonly content: Readonly<Record<string, unknown>> };
    };
  },
  T,
>(
  app: Hono,
  deps: AppDeps,
  route: R,
  permission: Permission,
  shape: z.ZodType<T>,
  work: (db: DatabaseTransaction, input: Input<R>, sound: T, context: ActContext) => Promise<object>,
): void {
  const { store, clock } = deps;
  const [bodyType = 'application/json'] = Object.keys(route.request.body.content);
  const status = route.method === 'post' ? 201 : 200;
  deskEndpoint(app, deps, route, permission, async (c, input, { staff, actor, buurten }) => {
    const { 'idempotency-key': key } = input.headers as z.infer<typeof actHeaders>;
    const done = handleIdempotently(c, store, `desk:${staff.id}`, key, clock(), {
      bodyType,
      prepare: (json) => Promise.resolve(checkedBody(shape, json, () => [])),
      // The clock again: a body can take long to come, and what can be undone depends on the second.
      work: (db, sound) => work(db, input, sound, { by: actor, at: clock(), buurten }),
    });
    const { answer, replayed } = await orProblem(done);
    return c.json(answer, status, replayed);
  });
}
