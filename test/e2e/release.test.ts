import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { freePort } from './free-port.js';
import { launch, Resident } from './resident.js';

const home = fileURLToPath(new URL('../../', import.meta.url));
const buurt = 'BU0363AA01';
const border = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { buurtcode: buurt, buurtnaam: 'Lindenkwartier', gemeentenaam: 'Amsterdam' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [4.9, 52.37],
            [4.91, 52.37],
            [4.91, 52.38],
            [4.9, 52.38],
            [4.9, 52.37],
          ],
        ],
      },
    },
  ],
};

/** What would be published today, in a folder of its own; nothing in this project changes by it. */
const said = execFileSync('npm', ['run', '--silent', 'release', '--', '--dry-run'], {
  cwd: home,
  encoding: 'utf8',
});
const files = said.split('\n').filter((line) => line.endsWith('.tgz'));
const [, version] = /^## (\S+) \(/m.exec(said) ?? [];
const folder = dirname(files[0]!);
const unpacked = join(folder, 'packages');
const names = readdirSync(unpacked);
const text = (...path: string[]) => readFileSync(join(unpacked, ...path), 'utf8');
const filesIn = (name: string) =>
  readdirSync(join(unpacked, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(unpacked, name).length + 1));

describe('A release', () => {
  it('says what changed in words, and what somebody must do first', () => {
    assert.match(said, /^## \d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)\n\n### /);
    assert.doesNotMatch(said, /Upgrade:/);
  });

  for (const name of names)
    it(`has in @buurt/${name} a licence, a README that can stand alone, types, and the sources in its maps`, () => {
      const inside = filesIn(name);
      for (const needed of ['LICENSE', 'README.md', 'package.json'])
        assert.ok(inside.includes(needed), needed);
      const strange = /\.tsbuildinfo$|\.test\.|^src\/|\.geojson$/;
      assert.deepEqual(
        inside.filter((file) => strange.test(file)),
        [],
      );
      const links = [...text(name, 'README.md').matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!);
      assert.deepEqual(
        links.filter((link) => !/^(https:|#)/.test(link)),
        [],
      );
      const {
        version: stated,
        exports,
        dependencies = {},
        repository,
      } = JSON.parse(text(name, 'package.json'));
      assert.equal(stated, version);
      assert.match(repository.directory, new RegExp(`/${name}$`));
      assert.doesNotMatch(JSON.stringify(exports), /buurt-source/);
      for (const [dependency, range] of Object.entries(dependencies))
        if (dependency.startsWith('@buurt/')) assert.equal(range, version, dependency);
      const maps = inside.filter((file) => file.startsWith('dist/') && file.endsWith('.js.map'));
      for (const map of maps) assert.ok(JSON.parse(text(name, map)).sourcesContent?.length > 0, map);
      assert.ok(inside.some((file) => file.endsWith('.d.ts')));
    });

  it('names every part that runs at an organisation in a bill of materials, and no tool of ours', () => {
    const { bomFormat, components } = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'));
    assert.equal(bomFormat, 'CycloneDX');
    const parts = (components as { name: string; group?: string }[]).map(({ name, group }) =>
      group ? `${group}/${name}` : name,
    );
    for (const needed of ['lit', 'hono', 'kysely', 'pg', 'nodemailer', 'openid-client'])
      assert.ok(parts.includes(needed), needed);
    for (const tool of ['rollup', 'eslint', 'storybook', '@web/test-runner'])
      assert.ok(!parts.includes(tool), tool);
  });
});

describe('Somebody who installs a release in an empty project', () => {
  const project = mkdtempSync(join(tmpdir(), 'buurt-project-'));
  const installed = join(project, 'node_modules/@buurt');
  const environment = { ...process.env, DATA_DIR: join(project, 'data') };
  let browser: Browser;
  let server: ChildProcess | undefined;

  before(async () => {
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', ...quietly, ...files], { cwd: project, stdio: 'pipe' });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    server?.kill('SIGKILL');
    for (const path of [project, folder]) rmSync(path, { recursive: true, force: true });
  });

  it('imports every widget where there is no browser, and its types fit', () => {
    const tags = ['idea-form', 'budget-vote', 'initiative-list', 'map-card', 'cashbook', 'my-initiative'];
    writeFileSync(
      join(project, 'page.ts'),
      `${tags.map((name) => `import '@buurt/${name}/buurt-${name}.js';`).join('\n')}
      const form = document.querySelector('buurt-idea-form')!;
      form.endpoint = 'https://buurt.example.nl/v1';
      // @ts-expect-error: it has no such property
      form.endpont = '';
      form.addEventListener('buurt-idea-sent', ({ detail }) => console.log(detail.reference));`,
    );
    const options = ['--noEmit', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022'];
    execFileSync(
      process.execPath,
      [join(home, 'node_modules/typescript-7/bin/tsc'), ...options, '--strict', 'page.ts'],
      { cwd: project, stdio: 'pipe' },
    );
    const imports = tags.map((name) => `import '@buurt/${name}/buurt-${name}.js';`).join('');
    execFileSync(process.execPath, ['--input-type=module', '-e', imports], { cwd: project, stdio: 'pipe' });
  });

  it('has a server with its widgets, at the alias and at its version, and a page on another host shows one', async () => {
    writeFileSync(join(project, 'buurten.geojson'), JSON.stringify(border));
    const command = (...words: string[]) =>
      execFileSync('npx', ['--no', 'buurt', ...words], { cwd: project, env: environment, encoding: 'utf8' });
    assert.match(command('import-buurten', 'buurten.geojson'), /1/);
    const host = createServer(({ url = '/' }, response) => {
      const file = join(installed, 'buurt/bundle', url);
      const isFile = extname(url) !== '' && existsSync(file);
      response.writeHead(200, { 'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/html' });
      response.end(isFile ? readFileSync(file) : page());
    }).listen(0, 'localhost');
    await once(host, 'listening');
    const origin = `http://localhost:${String((host.address() as AddressInfo).port)}`;
    const port = String(await freePort());
    const endpoint = `http://localhost:${port}/v1`;
    const page = () =>
      `<!doctype html><html lang="nl"><script type="module" src="/buurt.js"></script>
       <buurt-idea-form endpoint="${endpoint}" buurt="${buurt}"></buurt-idea-form>`;
    server = spawn('npx', ['--no', 'buurt-server'], {
      cwd: project,
      env: { ...environment, PORT: port, ALLOWED_ORIGINS: origin },
      detached: true,
    });
    const isUp = () =>
      fetch(`http://localhost:${port}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    for (let tries = 0; tries < 300 && !(await isUp()); tries++) await pause(100);
    for (const path of ['1', version]) {
      const answer = await fetch(`http://localhost:${port}/dist/${path}/buurt.js`);
      assert.equal(answer.status, 200, path);
      await answer.body?.cancel();
    }
    assert.equal((await fetch(`http://localhost:${port}/embed/idea-form?buurt=${buurt}`)).status, 200);
    const resident = await Resident.with(browser);
    await resident.page.goto(origin);
    await resident.page
      .locator('buurt-idea-form')
      .getByRole('heading', { name: 'Jouw idee voor de buurt' })
      .waitFor();
    assert.deepEqual(resident.errors, []);
    await resident.leave();
    host.closeAllConnections();
    host.close();
    process.kill(-server.pid!, 'SIGTERM');
    await once(server, 'exit');
  });
});
