import type { Need } from './check.js';
import type { Report, Result } from './conform.js';

const marks = { passed: '✔', failed: '✖', untried: '?', absent: '-' } as const;

/** What somebody can give so that more is checked. */
const advice: Readonly<Record<Need, string>> = {
  origin:
    'Nothing is said of CORS. Give --origin, the site on which the widgets will be, as https://www.example.nl.',
};

/** Control characters of an endpoint do not steer a terminal. */
const plain = (text: string) => text.replaceAll(/\p{Cc}+/gu, ' ');

function linesOf(result: Result): string[] {
  const { outcome, level, sentence } = result;
  const [first, curl] =
    outcome === 'passed'
      ? []
      : [result.reason, outcome === 'failed' && result.curl !== undefined ? [result.curl] : []];
  return [
    `  ${marks[outcome]} ${level === 'may' ? '(may) ' : ''}${sentence}`,
    ...(first === undefined ? [] : [`      ${plain(first)}`]),
    ...(curl ?? []).map((line) => `      ${plain(line)}`),
  ];
}

const heads: Readonly<Record<string, string>> = {
  answers: 'whatever is asked',
  shapes: 'the shapes of the answers',
};

/** The report for a terminal. */
export function textReport({ url, profiles, results, missing, leftBehind, conforms }: Report): string {
  const parts = [...new Set(results.map(({ part }) => part))];
  const count = (outcome: Result['outcome'], level: Result['level']) =>
    results.filter((each) => each.outcome === outcome && each.level === level).length;
  const sum = [
    `${String(count('passed', 'must'))} passed`,
    `${String(count('failed', 'must'))} failed`,
    `${String(count('untried', 'must'))} could not be tried`,
  ].join(', ');
  return [
    ...parts.flatMap((part) => [
      heads[part] ?? part,
      ...results.filter((each) => each.part === part).flatMap(linesOf),
      '',
    ]),
    ...missing.map((need) => advice[need]),
    ...leftBehind.map(
      ({ title, reference, id }) =>
        `Left behind: the idea “${plain(title)}”, ${plain(reference)} (${plain(id)})`,
    ),
    `Of what must be: ${sum}. Of what may be: ${String(count('passed', 'may'))} passed.`,
    `${url} ${conforms ? 'conforms' : 'does not conform'} to ${profiles.join(', ')}.`,
    '',
  ].join('\n');
}

/** The report for another program. */
export const jsonReport = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** XML 1.0 cannot hold control characters at all. */
const xml = (text: string) => plain(text).replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function testCase(result: Result): string {
  const name = `<testcase classname="${xml(result.part)}" name="${xml(`${result.id}: ${result.sentence}`)}"`;
  if (result.outcome === 'passed') return `    ${name}/>`;
  const message = xml(result.reason);
  const isLet = result.level === 'may' || result.outcome === 'absent';
  if (isLet) return `    ${name}><skipped message="${message}"/></testcase>`;
  const curl = result.outcome === 'failed' ? xml(result.curl ?? '') : '';
  return `    ${name}><failure message="${message}">${curl}</failure></testcase>`;
}

/** The report for what builds and tests by itself, in the format of JUnit. What may be and is not counts as skipped. */
export function junitReport({ url, results }: Report): string {
  const isFailure = ({ level, outcome }: Result) => level === 'must' && outcome !== 'passed';
  const failures = results.filter(isFailure).length;
  const skipped = results.filter(({ outcome }) => outcome !== 'passed').length - failures;
  const counts = `tests="${String(results.length)}" failures="${String(failures)}" skipped="${String(skipped)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="buurt conform" ${counts}>`,
    `  <testsuite name="${xml(url)}" ${counts}>`,
    ...results.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
