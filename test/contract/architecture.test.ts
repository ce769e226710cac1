import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const text = await readFile(at('docs/architecture.md'), 'utf8');

const inCode = (part: string) => [...part.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
const isPath = (code: string) =>
  /^(packages|docs|test|stories|\.ci)\//.test(code) || /^[\w.-]+\.(md|js)$/.test(code);

/** The numbered steps under each heading that has them. */
const walks = text
  .split(/^## /m)
  .map((section) => {
    const [title = ''] = section.split('\n');
    return { title, steps: section.split(/^\d+\. /m).slice(1) };
  })
  .filter(({ steps }) => steps.length > 0);

it('CONTRIBUTING.md names only files and folders that exist', async () => {
  const paths = inCode(await readFile(at('CONTRIBUTING.md'), 'utf8')).filter(isPath);
  assert.deepEqual(
    paths.filter((path) => !existsSync(at(path))),
    [],
  );
});

describe('docs/architecture.md', () => {
  it('names only files and folders that exist', () => {
    const paths = inCode(text).filter(isPath);
    assert.ok(paths.length > 30);
    assert.deepEqual(
      paths.filter((path) => !existsSync(at(path))),
      [],
    );
  });

  it('has a row for each package', async () => {
    const rows = [...text.matchAll(/^\| `packages\/([\w-]+)`/gm)].map(([, name]) => name);
    assert.deepEqual(rows.toSorted(), (await readdir(at('packages'))).toSorted());
  });

  it('walks in at most ten steps, and names in each only what stands in its files', async () => {
    assert.equal(walks.length, 2);
    for (const { title, steps } of walks) {
      assert.ok(steps.length <= 10, title);
      for (const step of steps) {
        const paths = inCode(step).filter(isPath);
        assert.ok(paths.length > 0, step);
        const files = await Promise.all(paths.map((path) => readFile(at(path), 'utf8')));
        for (const name of inCode(step).filter((code) => !isPath(code) && !code.startsWith('buurt ')))
          assert.ok(
            files.some((file) => new RegExp(`\\b${name}\\b`).test(file)),
            `${title}: \`${name}\` is in none of ${paths.join(', ')}`,
          );
      }
    }
  });
});
