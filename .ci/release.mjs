// `npm run release`: gives the next version its number everywhere, writes CHANGELOG.md, builds, and puts what is published in
// `release/`. It publishes nothing: it prints the commands that do. With `--dry-run` nothing here changes: it says what
// the release would be, and packs it in a folder beside.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { changelogSection, releasePlan } from './changelog.mjs';
import { billOfMaterials, packAll } from './pack.mjs';
import { hasUnreleasedChanges, packageVersion, rememberRelease } from './releases.mjs';
import { run, stop } from './setup.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const isDry = process.argv.includes('--dry-run');
const day = new Date().toISOString().slice(0, 10);

const change = (path, ...changes) =>
  writeFileSync(
    path,
    changes.reduce(
      (text, [from, to]) => {
        if (!from.test(text)) throw new Error(`${path} has nothing like ${String(from)}`);
        return text.replace(from, to);
      },
      readFileSync(path, 'utf8'),
    ),
  );

/** The version stands in packages, and in what is no package. */
function setVersion(version, section) {
  run(['npx', ['changeset', 'version']], 'Setting the version of all packages');
  change('package.json', [/(?<=^ {2}"version": ").*(?=")/m, version]);
  change('publiccode.yml', [/^softwareVersion: .*$/m, `softwareVersion: ${version}`]);
  change('publiccode.yml', [/^releaseDate: .*$/m, `releaseDate: '${day}'`]);
  change('packages/wordpress/buurt-widgets.php', [/(\* Version: +)\S+/, `$1${version}`]);
  change('CHANGELOG.md', [/\s*(?=\n## |$)/, `\n\n${section}\n`]);
  run(['npm', ['install', '--package-lock-only', '--ignore-scripts']], 'Writing the lock file');
  run(['npx', ['prettier', '--write', '--log-level', 'warn', 'packages/*/package.json']], 'Formatting');
}

/** The section of a version that was released. */
function releasedSection(version) {
  const sections = readFileSync('CHANGELOG.md', 'utf8').split(/\n(?=## )/);
  return (
    sections.find((section) => section.startsWith(`## ${version} (`))?.trim() ??
    stop(`CHANGELOG.md has nothing about ${version}.`)
  );
}

function nextRelease() {
  const { releases, changesets } = releasePlan();
  const version = releases[0].newVersion;
  return { version, section: changelogSection(version, changesets, day) };
}

if (!isDry && !hasUnreleasedChanges()) stop('Nothing changed since the last release: .changeset/ is empty.');
const { version, section } = hasUnreleasedChanges()
  ? nextRelease()
  : { version: packageVersion(), section: releasedSection(packageVersion()) };
const into = isDry ? mkdtempSync(join(tmpdir(), 'buurt-release-')) : join('release', version);
if (isDry) console.log(`${section}\n`);
else {
  setVersion(version, section);
  run(['npm', ['run', '--silent', 'build']], 'Building');
  rememberRelease(version);
  run(['node', ['.ci/keep-version.mjs']], 'Keeping this version');
  rmSync(into, { recursive: true, force: true });
}
mkdirSync(into, { recursive: true });
const files = packAll(version, into, true);
const bill = join(into, 'sbom.cdx.json');
writeFileSync(bill, `${JSON.stringify(billOfMaterials(), null, 2)}\n`);
console.log([...Object.values(files), bill].join('\n'));
if (!isDry)
  console.log(`
Look at CHANGELOG.md, then:
  git commit -am "Release ${version}" && git tag v${version} && git push --follow-tags
  for file in ${into}/*.tgz; do npm publish "$file"; done`);
