// `node .ci/pack.mjs FOLDER` makes of the public packages what npm publishes: with a licence, a README whose links work anywhere, types, and sources in
// the maps. `@buurt/buurt` also holds the bundle, and `@buurt/server` the widgets that it serves.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followed, keepVersion, packageVersion } from './releases.mjs';
import { stop } from './setup.mjs';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

export const publicPackages = () =>
  readdirSync('packages')
    .filter((name) => existsSync(`packages/${name}/package.json`))
    .filter((name) => !json(`packages/${name}/package.json`).private);

/** Where the code is kept, without `.git`: links of a README lead there. */
const repository = () =>
  json('package.json')
    .repository.url.replace(/^git\+/, '')
    .replace(/\.git$/, '');

/** Links and pictures that lead out of the package become addresses of the repository at this version. */
function standAlone(readme, name, version) {
  const folder = `packages/${name}`;
  return readme.replaceAll(/(!?)\[([^\]]*)\]\((?![a-z]+:|#)([^)\s]+)\)/g, (_, picture, text, target) => {
    const [path, fragment] = target.split('#');
    const inRepository = posix.join(folder, path);
    const address = `${repository()}/${picture ? 'raw' : 'blob'}/v${version}/${inRepository}`;
    return `${picture}[${text}](${address}${fragment ? `#${fragment}` : ''})`;
  });
}

/** Without the condition by which this repository uses its own sources. */
const withoutSources = (exported) =>
  JSON.parse(JSON.stringify(exported, (key, value) => (key === 'buurt-source' ? undefined : value)));

const atVersion = (dependencies = {}, version) =>
  Object.fromEntries(
    Object.entries(dependencies).map(([name, range]) => [name, name.startsWith('@buurt/') ? version : range]),
  );

function manifestOf(name, version) {
  const { exports: exported = {}, files, ...others } = json(`packages/${name}/package.json`);
  const extra = name === 'buurt' ? { './bundle/*': './bundle/*', './buurt.css': './bundle/buurt.css' } : {};
  return {
    ...others,
    version,
    homepage: repository(),
    repository: { type: 'git', url: `git+${repository()}.git`, directory: `packages/${name}` },
    publishConfig: { access: 'public' },
    exports: { ...withoutSources(exported), ...extra },
    files: [...files, ...(name === 'buurt' ? ['bundle'] : []), ...(name === 'server' ? ['widgets'] : [])],
    dependencies: atVersion(others.dependencies, version),
  };
}

/** Of the widgets: with compressed copies where a server sends them, and without the chunks of earlier builds. */
function copyWidgets(to, isWanted) {
  const names = Object.keys(json(join(followed, 'sri.json')));
  const others = ['sri.json', 'sizes.json', 'guides.json', 'custom-elements.json', 'licences.txt'];
  for (const name of [...names, ...names.map((each) => `${each}.br`), ...others])
    if (isWanted(name)) cpSync(join(followed, name), join(to, name));
}

function stage(name, version, to, isReleased) {
  mkdirSync(to, { recursive: true });
  const manifest = manifestOf(name, version);
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(
    join(to, 'README.md'),
    standAlone(readFileSync(`packages/${name}/README.md`, 'utf8'), name, version),
  );
  cpSync('LICENSE', join(to, 'LICENSE'));
  for (const each of manifest.files.filter((file) => existsSync(`packages/${name}/${file}`)))
    cpSync(`packages/${name}/${each}`, join(to, each), {
      recursive: true,
      filter: (path) => basename(path) !== '.tsbuildinfo',
    });
  if (name === 'buurt') copyWidgets(join(to, 'bundle'), (file) => !file.endsWith('.br'));
  if (name === 'server') {
    const from = join(to, 'widgets', basename(followed));
    copyWidgets(from, () => true);
    keepVersion({ from, version, isReleased });
  }
}

function npmPack(folder, into) {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--json', '--pack-destination', into], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm pack in ${folder}:\n${stderr}`);
  return join(into, JSON.parse(stdout)[0].filename);
}

/**
 * Packs the build that is there; gives the file of each public package by its name.
 * @param into a folder; what is packed stands unpacked in `packages` of it
 * @param isReleased whether the widgets get an address of this version; left out, only when they are those of the last release
 */
export function packAll(version, into, isReleased) {
  mkdirSync(into, { recursive: true });
  return Object.fromEntries(
    publicPackages().map((name) => {
      const folder = join(into, 'packages', name);
      stage(name, version, folder, isReleased);
      return [name, npmPack(folder, resolve(into))];
    }),
  );
}

/**
 * The bill of materials of what runs at an organisation, as CycloneDX. What only builds and tests is taken out here:
 * `npm sbom --omit dev` also drops what is needed for both.
 */
export function billOfMaterials() {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm sbom:\n${stderr}`);
  const bill = JSON.parse(stdout);
  const component = { ...bill.metadata.component, name: json('package.json').name };
  const components = bill.components.filter(
    ({ properties }) => !properties.some(({ name }) => name === 'cdx:npm:package:development'),
  );
  const refs = new Set([component, ...components].map((each) => each['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  return { ...bill, metadata: { ...bill.metadata, component }, components, dependencies };
}

const [, program, folder] = process.argv;
if (program === fileURLToPath(import.meta.url)) {
  if (!folder) stop('Which folder? node .ci/pack.mjs FOLDER');
  console.log(Object.values(packAll(packageVersion(), folder)).join('\n'));
}
