// Writes packages/core/src/http/contract.ts, the types of the REST contract, from the OpenAPI document that the server
// makes; when the server or the domain is newer than the file. `npm run tsc` begins with it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { changedAt, newestIn } from './setup.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const file = 'packages/core/src/http/contract.ts';
const sources = ['packages/server/src', 'packages/domain/src', '.ci/contract.mjs', 'package-lock.json'];

/** From the sources of the server, so that nothing needs to be built first. */
function openApiDocument() {
  const print =
    "import { openApiDocument } from './packages/server/src/http/openapi.ts'; console.log(JSON.stringify(openApiDocument()))";
  const options = ['--import', 'tsx', '--conditions', 'buurt-source', '--input-type', 'module'];
  return JSON.parse(
    execFileSync(process.execPath, [...options, '--eval', print], { encoding: 'utf8', maxBuffer: 1 << 25 }),
  );
}

if (changedAt(file) <= Math.max(...sources.map(newestIn))) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const banner = '// Made by .ci/contract.mjs from the OpenAPI document of the server. Do not edit.\n';
  writeFileSync(file, banner + astToString(await openapiTS(openApiDocument(), { immutable: true })));
}
