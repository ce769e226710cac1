import process from 'node:process';
import { configurationFrom, logHints, exitWith, startServer, systemClock } from '@buurt/server/start';
import { seedRounds } from './seed/rounds.js';
import { refuseRealBuurten, seed } from './seed/seed.js';
import { createDemo } from './site/demo.js';

try {
  const configuration = configurationFrom(process.env);
  await startServer({
    configuration,
    clock: systemClock,
    site: {
      name: 'Demo site',
      create: (address) =>
        createDemo({ widgets: { folder: configuration.widgets, address: '/dist/' }, address }),
    },
    prepare: async ({ store, hasher }) => {
      await refuseRealBuurten(store);
      await seed(store, systemClock());
      await seedRounds(store, hasher, systemClock());
    },
  });
  logHints(process.env);
} catch (error) {
  exitWith(error);
}
