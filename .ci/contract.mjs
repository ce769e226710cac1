// Writes packages/core/src/http/contract.ts, the types of the REST contract, from the OpenAPI document that the server makes.
// With --check it writes nothing and fails when the file is out of date.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';

const file = fileURLToPath(new URL('../packages/core/src/http/contract.ts', import.meta.url));
const home = fileURLToPath(new URL('..', import.meta.url));

/** From the sources of the server, so that nothing needs to be built first. */
function openApiDocument() {
  const print =
    "import { openApiDocument } from './packages/server/src/http/openapi.ts'; console.log(JSON.stringify(openApiDocument()))";
  const options = [
    '--import',
    'tsx',
    '--conditions',
    'buurt-source',
    '--input-type',
    'module',
    '--eval',
    print,
  ];
  return JSON.parse(
    execFileSync(process.execPath, options, { cwd: home, encoding: 'utf8', maxBuffer: 1 << 25 }),
  );
}

const banner = '// Made by .ci/contract.mjs from the OpenAPI document of the server. Do not edit.\n';
const types = astToString(await openapiTS(openApiDocument(), { immutable: true }));
const text = await prettier.format(banner + types, {
  ...(await prettier.resolveConfig(file)),
  parser: 'typescript',
});

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('packages/core/src/http/contract.ts is out of date. Run: node .ci/contract.mjs');
  process.exitCode = 1;
}
