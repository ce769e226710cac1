import { molenbuurt } from './molenbuurt.js';
import type { SeededBuurt } from './seeded.js';
import { sluiskwartier } from './sluiskwartier.js';
import { tuindorp } from './tuindorp.js';

/**
 * The buurten of a made-up corporation in a made-up town, Weterdam. It lies where the Markermeer is, so that nobody
 * takes it for a street of his own.
 */
export const seededBuurten: readonly SeededBuurt[] = [sluiskwartier, molenbuurt, tuindorp];
