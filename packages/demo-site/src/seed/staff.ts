import { addStaff, assignRole, findStaff, type Store } from '@buurt/server/seeding';
import { seededBuurten } from './buurten.js';

/** Somebody made up who works at the desk of the demo, with one press. */
export interface DemoStaff {
  /** As the form calls them. */
  readonly who: string;
  readonly name: string;
  readonly email: string;
  readonly does: string;
  readonly roles: readonly ('moderator' | 'rounds' | 'residents' | 'admin')[];
  /** Null: all buurten. */
  readonly buurtCode: string | null;
}

const molenbuurt = seededBuurten.find(({ name }) => name === 'Molenbuurt')?.code ?? null;

export const demoStaff: readonly DemoStaff[] = [
  {
    who: 'medewerker',
    name: 'Noor Jansen',
    email: 'noor.jansen@weterdam.example',
    does: 'Participatiemedewerker van de corporatie. Leest en beantwoordt alles, in alle buurten, en bereidt stemrondes voor.',
    roles: ['moderator', 'rounds'],
    buurtCode: null,
  },
  {
    who: 'beheerder',
    name: 'Els Visser',
    email: 'els.visser@weterdam.example',
    does: 'Teamleider van de corporatie. Kijkt stemrondes na die een collega voorbereidde, en bepaalt wie hier werkt.',
    roles: ['admin'],
    buurtCode: null,
  },
  {
    who: 'bewoners',
    name: 'Bewonersgroep Molenbuurt',
    email: 'bewonersgroep@molenbuurt.example',
    does: 'Bewoners die zelf plaatsen en antwoorden, in hun eigen buurt. Zij zien geen mailadressen en telefoonnummers.',
    roles: ['residents'],
    buurtCode: molenbuurt,
  },
];

/** Lets the made-up people of the demo in, also in a folder of an earlier demo. */
export const seedStaff = (store: Store, now: Date): Promise<void> =>
  store.transaction(async (db) => {
    for (const { name, email, roles, buurtCode } of demoStaff) {
      const id = (await findStaff(db, email))?.id ?? (await addStaff(db, { name, email, locale: 'nl' }, now));
      if (id !== undefined) for (const role of roles) await assignRole(db, id, { role, buurtCode });
    }
  });
