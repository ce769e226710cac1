import { fileURLToPath } from 'node:url';

/** The same place from `src` and from `dist`. */
const here = (name: string) => fileURLToPath(new URL(`../${name}/`, import.meta.url));

/** Styles and drawings of the site, as they are served. */
export const publicFolder = here('public');

/** What is put in an empty database: one file for each buurt. */
export const seedFolder = here('seed');

/** What stands for the photos of residents, at the largest width in which the server keeps them. */
export const picturesFolder = here('pictures');
