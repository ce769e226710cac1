import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { ChromeLauncher, chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, chromiumPath, firefoxPath } from './.ci/browsers.mjs';
import { misbehavingServer } from './test/faults/wtr-plugin.mjs';

/**
 * `npx wtr` runs the widget tests in Chromium, `ENGINE=firefox npx wtr` those in Firefox of which the engine decides how
 * they end. `FILES=test/widgets/place.test.ts` runs one file, `COVERAGE=yes` tells what was run of the sources.
 */
const engine = process.env.ENGINE ?? 'chromium';

/** Firefox slows the clock of a page that it takes to be in the background. */
const unslowed = {
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
};

/**
 * Gives each file a page and a storage of its own. The standard launcher hands on the page of the file before, with its
 * history: once that holds 50 steps, Chromium drops some of the file that runs, and going back leaves the page.
 */
class PagePerFile extends ChromeLauncher {
  async stopSession(id) {
    const page = this.activePages.get(id);
    const result = await page.stopSession();
    this.activePages.delete(id);
    await page.puppeteerPage.browserContext().close();
    return result;
  }
}

const browsers = {
  chromium: () =>
    new PagePerFile(
      { executablePath: chromiumPath(), args: chromiumArgs },
      ({ browser }) => browser.defaultBrowserContext(),
      async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    ),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: firefoxPath(), extraPrefsFirefox: unslowed },
    }),
};
/**
 * What these look at, is decided by our own code: the same in every engine. The desk is a screen of forms and lists;
 * `test/e2e/desk-firefox.test.ts` walks through it there.
 */
const ofOurRules = [
  ...['budget-vote-helper', 'budget-vote-parts', 'budget-vote-results', 'cashbook-faults'],
  ...['core-resource', 'core-words', 'desk*', 'frame-address', 'help', 'idea-form-rules'],
  ...[
    'initiative-list-address',
    'initiative-list-detail',
    'initiative-list-faults',
    'initiative-list-follow',
  ],
  ...['map-card-faults', 'my-initiative-faults', 'playground', 'smallest-endpoint', 'street-names'],
  ...['studio-choice', 'studio-design-tokens', 'studio-presets'],
];
const files = {
  chromium: ['test/widgets/**/*.test.ts'],
  firefox: ['test/widgets/*.test.ts', ...ofOurRules.map((name) => `!test/widgets/${name}.test.ts`)],
};

/**
 * What the standard commands cannot do in Chromium: `executeServerCommand('media-features', [{ name, value }])`
 * sets forced colours and the like, `executeServerCommand('ax-tree')` gives what a screen reader gets.
 */
const chromiumCommands = () => ({
  name: 'chromium-commands',
  async executeCommand({ command, payload, session }) {
    if (command !== 'media-features' && command !== 'ax-tree') return undefined;
    const devtools = await session.browser.getPage(session.id).createCDPSession();
    if (command === 'media-features') {
      await devtools.send('Emulation.setEmulatedMedia', { features: payload });
      return true;
    }
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    return nodes.filter((n) => !n.ignored).map((n) => ({ role: n.role?.value, name: n.name?.value }));
  },
});

export default {
  rootDir: '.',
  files: process.env.FILES?.split(',') ?? files[engine],
  // Only the page in front has the focus in Firefox, and without it Enter presses no button.
  concurrency: engine === 'firefox' ? 1 : 2,
  nodeResolve: { exportConditions: ['buurt-source'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    a11ySnapshotPlugin(),
    chromiumCommands(),
    misbehavingServer(),
  ],
  browsers: [browsers[engine]()],
  testFramework: { config: { timeout: 10_000 } },
  coverage: process.env.COVERAGE === 'yes',
  coverageConfig: {
    include: ['packages/*/src/**/*.ts'],
    report: true,
    reportDir: 'coverage',
    reporters: ['text-summary', 'lcovonly'],
  },
};
