import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const php = spawnSync('php', ['--version']).status === 0;
if (!php) console.warn('!!! PHP is not here, so THE WORDPRESS PLUGIN IS NOT TESTED: install php-cli.');

export const good = {
  script: 'https://buurt.example.nl/dist/0.9.0/buurt.js',
  endpoint: 'https://buurt.example.nl/v1',
  buurt: 'BU0363AA01',
  integrity: `sha384-${'a'.repeat(64)}`,
  'styles-integrity': `sha384-${'b'.repeat(64)}`,
};

export interface Site {
  readonly options?: object;
  readonly locale?: string;
  readonly can?: readonly string[];
  readonly content?: string;
}

/** Loads the plugin in a site and calls its functions; `#hook` runs what hangs on a hook. */
export function inWordPress(calls: readonly (readonly [string, readonly unknown[]])[], site: Site = {}) {
  const plugin = at('../../packages/wordpress/buurt-widgets.php');
  const input = JSON.stringify({ options: good, locale: 'nl_NL', can: [], ...site, calls, plugin });
  const options = ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', at('wordpress.php')];
  const { stdout, stderr } = spawnSync('php', options, { input, encoding: 'utf8' });
  assert.equal(stderr, '', stderr);
  return JSON.parse(stdout);
}
