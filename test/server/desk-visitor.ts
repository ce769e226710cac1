import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { AssignedRole } from '../../packages/server/src/staff/roles.js';
import { addStaff, assignRole, findStaff } from '../../packages/server/src/staff/staff.queries.js';
import { createLoginLink } from '../../packages/server/src/staff/staff.service.js';
import type { Stage } from './stage.js';

/** A page of this server itself. */
export const ownPage = { Origin: 'http://localhost', 'X-Buurt-Desk': '1' };

/** Somebody with these roles; resolves to their id. */
export async function addStaffOnStage(
  stage: Stage,
  email: string,
  roles: readonly AssignedRole[] = [{ role: 'admin', buurtCode: null }],
): Promise<string> {
  await stage.store.transaction(async (db) => {
    await addStaff(db, { email, name: 'Noor Bakker', locale: 'nl' }, stage.now);
    const { id } = (await findStaff(db, email))!;
    for (const role of roles) await assignRole(db, id, role);
  });
  return (await findStaff(stage.store.db, email))!.id;
}

/** A browser at the desk: sends its cookies along, and keeps those that it is given. */
export class DeskBrowser {
  readonly cookies = new Map<string, string>();
  /** As they were given, with their flags. */
  given: string[] = [];

  constructor(
    readonly stage: Stage,
    readonly app: Hono = stage.app,
    readonly headers: Readonly<Record<string, string>> = ownPage,
  ) {}

  async ask(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.app.request(`/v1/desk/${path}`, {
      method,
      headers: {
        ...(method === 'GET' ? {} : this.headers),
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.given = answer.headers.getSetCookie();
    for (const each of this.given) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (/Max-Age=0/.test(each)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  logsIn(token: string): Promise<Response> {
    return this.ask('POST', 'session', { body: { token } });
  }

  /** Logs in whoever has this id, with a link of their own. */
  async logsInAs(staffId: string): Promise<Response> {
    return this.logsIn((await createLoginLink(this.stage.store.db, staffId, this.stage.now))!);
  }

  whoAmI(): Promise<Response> {
    return this.ask('GET', 'session');
  }
}

/** Logs in somebody new with these roles. */
export async function loggedIn(
  stage: Stage,
  roles?: readonly AssignedRole[],
  app?: Hono,
): Promise<DeskBrowser> {
  const browser = new DeskBrowser(stage, app);
  await browser.logsInAs(await addStaffOnStage(stage, `${randomUUID()}@corporatie.example`, roles));
  return browser;
}
