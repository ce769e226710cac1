import process from 'node:process';
import { configurationFrom, logHints, exitWith, startServer, systemClock } from '@buurt/server/start';
import { seedRounds } from './seed/rounds.js';
import { refuseRealBuurten, seed } from './seed/seed.js';
import { seedStaff } from './seed/staff.js';
import { createDemo } from './site/demo.js';

/** A webmaster who tries the widgets has their own page on some port of the same computer. */
const thisComputer = ['http://localhost:*', 'http://127.0.0.1:*'];

try {
  const given = configurationFrom(process.env);
  const configuration = { ...given, allowedOrigins: [...given.allowedOrigins, ...thisComputer] };
  await startServer({
    configuration,
    clock: systemClock,
    site: {
      name: 'Demo site',
      create: ({ address, store }) =>
        createDemo({
          widgets: { folder: configuration.widgets, address: '/dist/' },
          ...{ address, store, clock: systemClock },
        }),
    },
    prepare: async ({ store, hasher }) => {
      await refuseRealBuurten(store);
      await seed(store, systemClock());
      await seedRounds(store, hasher, systemClock());
      await seedStaff(store, systemClock());
    },
  });
  logHints({ ...process.env, ALLOWED_ORIGINS: configuration.allowedOrigins.join() });
} catch (error) {
  exitWith(error);
}
