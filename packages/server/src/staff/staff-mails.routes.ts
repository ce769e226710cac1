import { createRoute, z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { AppDeps } from '../http/app-deps.js';
import { readJson } from '../http/body.js';
import { checkedBody } from '../http/checked-body.js';
import { changedResponse, jsonBody, okResponse, tokenParams } from '../http/contract.js';
import { endpoint } from '../http/endpoint.js';
import { notFound } from '../http/problem-json.js';
import { formPath, localeOfVisitor, showSmallPage } from '../http/small-page.js';
import { timingSafeEqualStrings } from '../secrets/secrets.js';
import { deskEndpoint, deskHeaders, deskResponses, deskSecurity } from './desk-endpoint.js';
import {
  findMailSettings,
  saveMailSettings,
  staffMailSettings,
  type StaffMailSetting,
  type StaffMailSettings,
} from './staff-mails.queries.js';
import { staffMailMessages } from './staff-mails.messages.js';
import { MailSettingsShape } from './staff.schemas.js';

const tags = ['Desk'];

export const getMailSettings = createRoute({
  method: 'get',
  path: '/desk/mail-settings',
  operationId: 'getMailSettings',
  tags,
  summary: 'Which mails whoever is logged in gets about what waits',
  security: deskSecurity,
  responses: deskResponses('Which mails they get', MailSettingsShape),
});

export const putMailSettings = createRoute({
  method: 'put',
  path: '/desk/mail-settings',
  operationId: 'putMailSettings',
  tags,
  summary: 'Choose which mails to get about what waits; mails to log in always go',
  security: deskSecurity,
  request: {
    headers: deskHeaders,
    body: jsonBody(MailSettingsShape),
  },
  responses: deskResponses('Which mails they get', MailSettingsShape),
});

const params = z.strictObject({
  setting: z.enum(staffMailSettings),
  ...tokenParams.shape,
});

export const getStaffMails = createRoute({
  method: 'get',
  path: '/staff-mails/{setting}/{token}',
  operationId: 'getStaffMails',
  tags,
  summary: 'A page on which somebody at the desk stops mails: reading it changes nothing',
  request: { params },
  responses: okResponse('The page', z.string(), 'text/html'),
});

const press = <P extends string>(path: P, operationId: string, summary: string) =>
  createRoute({
    method: 'post',
    path,
    operationId,
    tags,
    summary,
    request: { params },
    responses: changedResponse('It is so', z.string(), 'text/html'),
  });

export const stopStaffMails = press(
  '/staff-mails/{setting}/{token}/stop',
  'stopStaffMails',
  'Stop: by the page, or by one press in a mail program (RFC 8058)',
);
export const startStaffMails = press('/staff-mails/{setting}/{token}/start', 'startStaffMails', 'Mail again');

/** Which mails staff get about what waits, and where they stop them. */
export function staffMailRoutes(app: Hono, deps: AppDeps): void {
  const { store, secrets } = deps;
  const { db } = store;

  const current = async (staffId: string): Promise<StaffMailSettings> => {
    const found = await findMailSettings(db, staffId);
    if (!found) throw notFound();
    const { digest, reports } = found;
    return { digest, reports };
  };

  deskEndpoint(app, deps, getMailSettings, 'own session', async (c, _, { staff }) =>
    c.json(await current(staff.id)),
  );

  deskEndpoint(app, deps, putMailSettings, 'own session', async (c, _, { staff }) => {
    const settings = checkedBody(MailSettingsShape, await readJson(c.req.raw), () => []);
    await store.transaction((inside) => saveMailSettings(inside, staff.id, settings));
    return c.json(await current(staff.id));
  });

  const idOf = ({ setting, token }: { setting: StaffMailSetting; token: string }) => {
    const [id = '', signature = ''] = token.split('.');
    if (!timingSafeEqualStrings(signature, secrets.staffMailSignature(setting, id))) throw notFound();
    return id;
  };

  const show = async (c: Context, setting: StaffMailSetting, id: string) => {
    const found = await findMailSettings(db, id);
    const locale = found?.locale ?? localeOfVisitor(c);
    const t = staffMailMessages[locale].page;
    if (!found)
      return showSmallPage(c, { title: t.unknown.title, locale, body: html`<p>${t.unknown.body}</p>` });
    const isOn = found[setting];
    const path = formPath(c, ['stop', 'start']);
    return showSmallPage(c, {
      title: (isOn ? t.on : t.off)[setting],
      locale,
      body: html`<p>${t.still}</p>
        <form method="post" action="${path}/${isOn ? 'stop' : 'start'}">
          <button ${raw('class="quiet"')}>${isOn ? t.stop : t.start}</button>
        </form>`,
    });
  };

  endpoint(app, getStaffMails, (c, { params: asked }) => show(c, asked.setting, idOf(asked)));
  for (const [route, wanted] of [
    [stopStaffMails, false],
    [startStaffMails, true],
  ] as const)
    endpoint(app, route, async (c, { params: asked }) => {
      const id = idOf(asked);
      await store.transaction((inside) => saveMailSettings(inside, id, { [asked.setting]: wanted }));
      return show(c, asked.setting, id);
    });
}
