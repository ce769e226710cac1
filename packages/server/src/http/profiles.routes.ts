import { createRoute, z } from '@hono/zod-openapi';
import { profiles } from '@buurt/domain/wire/profiles.js';
import type { Hono } from 'hono';
import { okResponse, seldomChanges } from './contract.js';
import { endpoint } from './endpoint.js';
import { shownText } from './shared.schemas.js';

const Endpoint = z
  .object({
    apiVersion: shownText(20).openapi({ description: 'The version of this contract', example: '1.0.0' }),
    profiles: z.array(z.enum(profiles)).openapi({
      description:
        'Which parts of the contract this endpoint has: `read` (buurten, borders, initiatives, places), `ideas` (handing ' +
        'them in, with photos), `join` (support, offers, remarks), `vote` (rounds, ballots, results), `follow` (news by ' +
        'mail, feeds) and `mine` (what makers see and do)',
    }),
  })
  .openapi('Endpoint');

export const getEndpoint = createRoute({
  method: 'get',
  path: '/',
  operationId: 'getEndpoint',
  tags: ['Endpoint'],
  summary: 'Which parts of the contract this endpoint has',
  description: 'At the address of the endpoint itself, with no slash behind it: `GET /v1`.',
  responses: okResponse('The endpoint', Endpoint),
});

/** This server has all profiles. */
export function profileRoutes(app: Hono, apiVersion: string): void {
  endpoint(app, getEndpoint, (c) => c.json({ apiVersion, profiles }, 200, seldomChanges));
}
