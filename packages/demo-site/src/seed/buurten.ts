import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedFolder } from '../folders.js';
import { seededBuurt, type SeededBuurt } from './seeded-buurt.js';

const read = (name: string): SeededBuurt =>
  seededBuurt.parse(JSON.parse(readFileSync(join(seedFolder, `${name}.json`), 'utf8')));

/**
 * The buurten of a made-up corporation in a made-up town, Weterdam. It lies where the Markermeer is, so that nobody
 * takes it for a street of their own.
 */
export const seededBuurten: readonly [SeededBuurt, ...SeededBuurt[]] = [
  read('sluiskwartier'),
  read('molenbuurt'),
  read('tuindorp'),
];
