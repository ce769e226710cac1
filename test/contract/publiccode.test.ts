// What a catalogue of public code asks of publiccode.yml 0.4 (yml.publiccode.tools), as far as this project fills it in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { parse } from 'yaml';

const at = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

it('publiccode.yml is one that a catalogue takes, and says what the packages say', () => {
  const code = parse(at('publiccode.yml'));
  const { version, license, repository } = JSON.parse(at('package.json'));
  assert.equal(code.publiccodeYmlVersion, '0.4');
  for (const key of ['name', 'url', 'platforms', 'categories', 'developmentStatus', 'softwareType'])
    assert.ok(code[key]?.length > 0, key);
  assert.ok(['concept', 'development', 'beta', 'stable', 'obsolete'].includes(code.developmentStatus));
  const types = ['standalone/web', 'standalone/backend', 'library', 'addon'];
  assert.ok(types.includes(code.softwareType));
  assert.equal(code.softwareVersion, version);
  assert.match(String(code.releaseDate), /^\d{4}-\d{2}-\d{2}$/);
  assert.equal(`git+${code.url}`, repository.url);
  assert.equal(code.legal.license, license);
  for (const language of ['nl', 'en']) {
    const { shortDescription, longDescription, features } = code.description[language];
    assert.ok(shortDescription.length <= 150, language);
    assert.ok(longDescription.length >= 150 && longDescription.length <= 10_000, language);
    for (const feature of features) assert.ok(feature.length <= 100, feature);
  }
  assert.equal(code.maintenance.type, 'community');
  for (const { name, email } of code.maintenance.contacts) assert.ok(name && email);
  assert.deepEqual(code.localisation.availableLanguages, ['nl', 'en']);
  assert.equal(typeof code.localisation.localisationReady, 'boolean');
  for (const country of code.intendedAudience.countries) assert.match(country, /^[a-z]{2}$/);
});

it('the same address stands wherever somebody looks for whom to ask', () => {
  const [{ email }] = parse(at('publiccode.yml')).maintenance.contacts;
  for (const name of ['SECURITY.md', 'packages/server/src/http/openapi.ts'])
    assert.ok(at(name).includes(email), name);
});
