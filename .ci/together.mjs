// Runs test files in one process: `node --import tsx --conditions buurt-source .ci/together.mjs a.test.ts b.test.ts`.
// `node --test` starts a process for each, which loads the sources and compiles the database anew: seconds for a file.
import { resolve } from 'node:path';
import process from 'node:process';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('There are no test files.');
// What a file does for all its tests (`before`, `beforeEach`) stays within its own suite.
for (const file of files)
  describe(file, () =>
    import(pathToFileURL(resolve(file)).href).catch((error) =>
      it('can be loaded', () => {
        throw error;
      }),
    ),
  );
