import process from 'node:process';
import { configurationFrom, logHints, exitWith, startServer, systemClock } from './start.js';

try {
  await startServer({ configuration: configurationFrom(process.env), clock: systemClock });
  logHints(process.env);
} catch (error) {
  exitWith(error);
}
