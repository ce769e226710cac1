import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

/** No command of a step takes longer, unless the step says so; one that hangs is stopped. */
const usualLongestMs = 25 * 60_000;

/** How the runners here tell what passed: node:test, then Web Test Runner and our own scripts. */
const counts = [
  [/^ℹ pass (\d+)$/gm, /^ℹ fail (\d+)$/gm],
  [/(\d+) passed, \d+ failed/g, /\d+ passed, (\d+) failed/g],
];

/** The last count is the final one: a runner may say in between how far it is. */
const last = (text, pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);

/** What a step counts for: its tests, or one check when it only succeeds or not. */
function tally(text, succeeded) {
  for (const [pass, fail] of counts) {
    const [passed, failed] = [last(text, pass), last(text, fail)];
    if (passed + failed > 0) return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
  }
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs commands one after the other until one fails; all they say goes into the log. */
function runAll({ commands, environment, longestMs = usualLongestMs }, log) {
  return commands.reduce(
    async (before, [command, ...args]) =>
      (await before) &&
      new Promise((resolve) => {
        const child = spawn(command, args, {
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, ...environment },
          timeout: longestMs,
          killSignal: 'SIGKILL',
        });
        child.stdout.pipe(log, { end: false });
        child.stderr.pipe(log, { end: false });
        child.on('error', () => resolve(false));
        child.on('close', (code) => resolve(code === 0));
      }),
    Promise.resolve(true),
  );
}

/** What a log says of a failure: Web Test Runner marks it where it happened, the others tell it at the end. */
function failureIn(text) {
  const lines = text.trimEnd().split('\n');
  const marked = lines.findIndex((line) => line.includes('❌'));
  return (marked < 0 ? lines.slice(-60) : lines.slice(Math.max(0, marked - 2), marked + 58)).join('\n');
}

async function runOnce(step, path) {
  const log = createWriteStream(path);
  const succeeded = await runAll(step, log);
  await new Promise((resolve) => log.end(resolve));
  return { succeeded, text: stripVTControlCharacters(readFileSync(path, 'utf8')) };
}

/** A step may say of what in its log it is tried `again`, once, and not in silence. */
async function runStep(step, logs) {
  const { name, again } = step;
  const path = join(logs, `${name.replaceAll(/\W+/g, '-')}.log`);
  const start = Date.now();
  let { succeeded, text } = await runOnce(step, path);
  if (!succeeded && again?.test(text)) {
    console.log(`! ${name}: ${again.exec(text)[0]}. Once more.`);
    ({ succeeded, text } = await runOnce(step, path));
  }
  const { passed, failed } = tally(text, succeeded);
  const seconds = ((Date.now() - start) / 1000).toFixed(0).padStart(4);
  console.log(
    `${succeeded ? '✔' : '✖'} ${name.padEnd(38)} ${seconds} s   ${passed} passed, ${failed} failed`,
  );
  if (!succeeded) console.log(`${failureIn(text)}\n  (all of it: ${path})`);
  return { succeeded, passed, failed };
}

/**
 * Runs the steps, two at a time: each when those that it `needs` have succeeded, and those that measure time `alone`.
 * What needs a step that failed is not run and counts as failed.
 */
export async function runSteps(steps, logs) {
  const waiting = [...steps];
  const results = new Map();
  const running = new Map();
  const settled = ({ needs = [] }) => needs.every((name) => results.has(name));
  const fits = (step) =>
    settled(step) && (step.alone ? running.size === 0 : ![...running.keys()].some((other) => other.alone));

  while (waiting.length > 0 || running.size > 0) {
    const step = running.size < 2 ? waiting.find(fits) : undefined;
    if (!step) {
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(step), 1);
    const broken = (step.needs ?? []).find((name) => !results.get(name).succeeded);
    if (broken) {
      console.log(`✖ ${step.name.padEnd(38)}    not run, because "${broken}" did not succeed`);
      results.set(step.name, { succeeded: false, passed: 0, failed: 1 });
      continue;
    }
    const run = runStep(step, logs).then((result) => {
      results.set(step.name, result);
      running.delete(step);
    });
    running.set(step, run);
  }
  return [...results.values()];
}
