import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { conform } from '@buurt/conform/conform.js';
import { textReport } from '@buurt/conform/reports.js';
import { openApiDocument } from '../../packages/server/src/http/openapi.js';

const program = fileURLToPath(new URL('../../docs/endpoint/endpoint.py', import.meta.url));
const site = 'https://www.corporatie.example';
let folder: string;
let child: ChildProcess;
let url: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurt-example-'));
  const env = { ...process.env, SITE: site, DATABASE: join(folder, 'ideas.sqlite') };
  child = spawn('python3', [program, '0'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string];
  url = line.trim();
});
after(async () => {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
  await rm(folder, { recursive: true });
});

describe('The endpoint in Python of docs/endpoint.md', () => {
  it('conforms to what it declares: reading, and handing in ideas', async () => {
    const report = await conform({ url, document: openApiDocument(), origin: site });
    assert.deepEqual(report.profiles, ['read', 'ideas']);
    assert.ok(report.conforms, textReport(report));
    assert.equal(report.leftBehind.length, 2);
  });

  it('gives the list in every order that a widget asks for', async () => {
    const order = async (query: string) => {
      const answer = await fetch(`${url}/buurten/BU0000WD01/initiatives?${query}`);
      assert.equal(answer.status, 200, query);
      const { initiatives } = (await answer.json()) as { initiatives: { supportCount: number }[] };
      return initiatives.map(({ supportCount }) => supportCount);
    };
    // Told apart by their support: bloembakken 12, boekenkast 21, lange tafel 34.
    assert.deepEqual(await order('sort=new'), [12, 34, 21]);
    assert.deepEqual(await order('sort=support'), [34, 21, 12]);
    assert.deepEqual(await order('sort=help'), [34, 12, 21]);
    assert.deepEqual(await order('sort=news'), [34, 12, 21]);
    assert.deepEqual(await order('sort=near&near=52.0071,5.0061'), [12, 34, 21]);
    assert.deepEqual(await order('sort=random&seed=7'), await order('sort=random&seed=7'));
    assert.deepEqual((await order('sort=random&seed=7')).toSorted(), [12, 21, 34]);
  });
});
