import process from 'node:process';
import { configurationFrom, configurationHints, exitWith, startServer, systemClock } from './start.js';

try {
  await startServer({ configuration: configurationFrom(process.env), clock: systemClock });
  for (const hint of configurationHints(process.env)) console.warn(hint);
} catch (error) {
  exitWith(error);
}
