import { existsSync } from 'node:fs';

/** Chromium without what a test machine lacks (sandbox, GPU), what no page needs, and calls of its own to the network. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-breakpad',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const firstOf = (paths) => paths.find((path) => path && existsSync(path));

/** Chromium without a window: the same engine, for two thirds of the work. */
const headlessShell = '/usr/bin/chromium-headless-shell';

export const hasHeadlessShell = () => existsSync(headlessShell);

/** Where the browsers are; undefined when there is none. */
export const chromiumPath = () =>
  firstOf([
    process.env.CHROME_PATH,
    headlessShell,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]);

export const firefoxPath = () =>
  firstOf([
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);
