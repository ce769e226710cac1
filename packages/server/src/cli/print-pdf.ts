import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { OperatorIo } from './operator-socket.js';
import { withNewFile } from './files.js';
import { CommandError } from './command-error.js';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const tenMinutes = 10 * 60_000;

/** Resolves to whether the browser ended well. */
function ended(browser: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(browser, args, { stdio: 'ignore', timeout: tenMinutes });
  return new Promise((answer) => {
    child.once('error', () => answer(false));
    child.once('close', (code) => answer(code === 0));
  });
}

/**
 * Prints a page of our own to a new PDF, with the Chromium of this machine.
 * @throws {CommandError} when there is no Chromium, or it did not print
 */
export async function printPdf(io: OperatorIo, htmlPath: string, file: string): Promise<void> {
  const browser = [process.env['CHROME_PATH'], ...places].find((path) => path && existsSync(path));
  if (browser === undefined)
    throw new CommandError(
      'There is no Chromium for --pdf: install it, set CHROME_PATH, or leave --pdf out and print from a browser.',
    );
  const profile = await mkdtemp(join(tmpdir(), 'buurt-print-'));
  try {
    await withNewFile(io, file, '', async (path) => {
      const isRoot = process.getuid?.() === 0;
      const args = [
        '--headless',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        ...(isRoot ? ['--no-sandbox'] : []),
        `--user-data-dir=${profile}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${resolve(path)}`,
        pathToFileURL(htmlPath).href,
      ];
      const isPrinted = (await ended(browser, args)) && (await stat(path)).size > 0;
      if (!isPrinted)
        throw new CommandError(`${browser} made no PDF. Leave --pdf out, and print from a browser.`);
      await chmod(path, 0o600);
    });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
