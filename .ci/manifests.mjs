// Describes the public face of every tag for Storybook and for editors: custom-elements.json, and from it the custom
// data of VS Code and the web-types of JetBrains.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { writeFrameworkTypes } from './framework-types.mjs';
import { followed } from './releases.mjs';
import { publicTokens } from './tokens.mjs';
import { tags } from './widgets.mjs';

const withoutTags = ['conform', 'domain', 'pabulib', 'server', 'demo-site'];
const rooms = readdirSync('packages').filter((name) => !withoutTags.includes(name));
const isPublic = ({ name = '', privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !/^[#_]/.test(name);

/** Every widget takes its look from the same tokens; what is only a provider shows nothing. */
const cssProperties = publicTokens.map(({ name, syntax, default: value, description }) => ({
  name,
  syntax,
  default: value,
  description,
}));
const look = ({ tagName }) => (tagName === 'buurt-provider' ? {} : { cssProperties });

/** Without what is nobody's business outside: private members, attributes made from them, and events among our own. */
function publicFace(declaration) {
  const members = declaration.members?.filter((member) => isPublic(member) && !member.static);
  const hidden = new Set(declaration.members?.filter((member) => !isPublic(member)).map(({ name }) => name));
  const attributes = declaration.attributes?.filter(({ fieldName }) => !hidden.has(fieldName));
  // The analyzer takes what `emit` and the context dispatch for events of that name.
  const events = declaration.events?.filter(({ name }) => name.startsWith('buurt-'));
  return {
    ...declaration,
    ...look(declaration),
    ...(events && { events }),
    ...(members && { members }),
    ...(attributes && { attributes }),
  };
}

const isWidget = ({ tagName }) => tags.includes(tagName);
const defines = ({ kind, name }) => kind === 'custom-element-definition' && tags.includes(name);

function publicModules(modules) {
  return modules
    .map((module) => ({
      ...module,
      declarations: module.declarations.filter(isWidget).map(publicFace),
      exports: module.exports.filter(
        (each) => defines(each) || module.declarations.some((d) => isWidget(d) && d.name === each.name),
      ),
    }))
    .filter(({ declarations, exports }) => declarations.length > 0 || exports.length > 0);
}

const analyzed = await cli({
  argv: ['analyze', '--config', '.ci/manifest.config.mjs'],
  cwd: process.cwd(),
  noWrite: true,
});
const manifest = { ...analyzed, modules: publicModules(analyzed.modules) };

const described = manifest.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));
const missing = tags.filter((tag) => !described.includes(tag));
if (missing.length > 0) throw new Error(`No class comment with "@customElement" for ${missing.join(', ')}`);

const write = (file, json) => writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
mkdirSync(followed, { recursive: true });
write(`${followed}/custom-elements.json`, manifest);
for (const room of rooms) {
  const own = manifest.modules.filter(({ path }) => path.startsWith(`packages/${room}/`));
  if (own.length === 0) continue;
  const modules = JSON.parse(
    JSON.stringify(own)
      .replaceAll(`packages/${room}/src/`, 'dist/')
      .replaceAll(/(dist\/[^"]*)\.ts"/g, '$1.js"'),
  );
  mkdirSync(`packages/${room}/dist`, { recursive: true });
  write(`packages/${room}/dist/custom-elements.json`, { ...manifest, modules });
}
writeFrameworkTypes(manifest);
generateVsCodeCustomElementData(manifest, { outdir: followed, hideLogs: true });
generateJetBrainsWebTypes(manifest, { outdir: followed, packageJson: false, hideLogs: true });
const webTypes = `${followed}/web-types.json`;
const { name, version } = JSON.parse(readFileSync('packages/buurt/package.json', 'utf8'));
write(webTypes, { ...JSON.parse(readFileSync(webTypes, 'utf8')), name, version });
