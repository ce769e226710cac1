import { createLoginLink, findStaff, loginPath, type Store } from '@buurt/server/seeding';
import type { Clock } from '@buurt/server/start';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { demoStaff } from '../seed/staff.js';
import { corporation } from './corporation.js';
import { page, type Markup } from './layout.js';
import { missingPage } from './missing-page.js';

/** Where visitors of the demo become somebody of the made-up corporation. */
export const staffPath = '/werkplek';

const staffPage = (): Markup =>
  page({
    title: 'Werkplek',
    description: 'Kijk hoe de corporatie ideeën leest en beantwoordt.',
    path: staffPath,
    main: html`
      <div class="block wide article">
        <h1>Werkplek</h1>
        <p class="lead">
          Zo leest en beantwoordt ${corporation.kind} ${corporation.name} wat bewoners insturen. In deze demo
          log je in met één druk. Op een echte server krijg je een link per mail.
        </p>
        ${demoStaff.map(
          ({ who, name, does }) => html`
            <form method="post" action="${staffPath}">
              <h2>${name}</h2>
              <p>${does}</p>
              <button class="button" name="who" value="${who}">Log in als ${name}</button>
            </form>
          `,
        )}
      </div>
    `,
  });

/** Logs visitors in at the desk as made-up people; only the demo has it. */
export function staffPages({ store, clock }: { readonly store: Store; readonly clock: Clock }): Hono {
  const pages = new Hono();
  pages.get('/', (c) => c.html(staffPage()));
  pages.post('/', async (c) => {
    const { who } = await c.req.parseBody();
    const chosen = demoStaff.find((each) => each.who === who);
    const staff = chosen && (await findStaff(store.db, chosen.email));
    const token = staff && (await createLoginLink(store.db, staff.id, clock()));
    if (token === undefined) return c.html(missingPage(), 404);
    c.header('Cache-Control', 'no-store');
    return c.redirect(loginPath(token), 303);
  });
  return pages;
}
