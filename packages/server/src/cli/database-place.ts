import { resolve } from 'node:path';
import type { Config } from '../config.js';

/** Which database a command works on, without the password. */
export function databasePlace({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): string {
  if (databaseUrl === undefined) return `the folder ${resolve(dataDir)}`;
  const { host, pathname } = new URL(databaseUrl);
  return `${pathname.slice(1)} on ${host} (DATABASE_URL)`;
}
