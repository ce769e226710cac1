import { createRoute, z } from '@hono/zod-openapi';
import { settingsScopes } from '@buurt/domain/desk/buurt-settings.js';
import type { Hono } from 'hono';
import { editSettings, settingsForDesk } from '../buurten/settings.service.js';
import type { AppDeps } from '../http/app-deps.js';
import { buurtParams } from '../http/contract.js';
import { deskEndpoint, deskResponses, deskSecurity } from '../staff/desk-endpoint.js';
import { actEndpoint, deskAct } from './act-endpoint.js';
import { BuurtSettingsShape, SettingsChangedShape, SettingsPatchShape } from './buurt-settings.schemas.js';
import { orProblem } from './refusal-problem.js';
import { seenHeaders, seenResponses, seenVersion } from './seen-version.js';

export const getDeskSettings = createRoute({
  method: 'get',
  path: '/desk/buurten/{code}/settings',
  operationId: 'getDeskSettings',
  tags: ['Desk'],
  summary: 'The settings of a buurt, which of them are its own, and what the others go back to',
  description: 'The `ETag` is their version: a change sends it along.',
  security: deskSecurity,
  request: { params: buurtParams },
  responses: deskResponses('The settings', BuurtSettingsShape),
});

export const changeDeskSettings = createRoute({
  ...deskAct,
  method: 'patch',
  path: '/desk/buurten/{code}/settings',
  operationId: 'changeDeskSettings',
  summary: 'Change settings of a buurt, or the same ones of all buurten; they hold at once',
  description: 'For all buurten only by whoever is an admin of all of them.',
  request: {
    params: buurtParams,
    query: z.strictObject({ scope: z.enum(settingsScopes).default('buurt') }),
    headers: seenHeaders,
    body: { required: true, content: { 'application/merge-patch+json': { schema: SettingsPatchShape } } },
  },
  responses: {
    ...deskResponses('They hold', SettingsChangedShape),
    ...seenResponses,
  },
});

/** The settings of a buurt at the desk. */
export function buurtSettingsRoutes(app: Hono, deps: AppDeps): void {
  const { db } = deps.store;

  deskEndpoint(app, deps, getDeskSettings, 'settings.write', async (c, { params: { code } }, { buurten }) => {
    const settings = await orProblem(settingsForDesk(db, code, { buurten }));
    return c.json(settings, 200, { ETag: `"${settings.version}"` });
  });

  actEndpoint(
    app,
    deps,
    changeDeskSettings,
    'settings.write',
    SettingsPatchShape,
    async (tx, { params: { code }, query: { scope }, headers }, patch, context) => ({
      buurten: await editSettings(tx, code, { patch, scope, version: seenVersion(headers) }, context),
    }),
  );
}
