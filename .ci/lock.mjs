// Fails when the lock file names a registry host, or lacks a platform package that it asks for: `npm ci` would refuse
// such a lock on another machine.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Node looks in each node_modules from the package up to the root; so does npm. */
function isLocked(name, from) {
  if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
  const above = from.lastIndexOf('/node_modules/');
  return from !== '' && isLocked(name, above < 0 ? '' : from.slice(0, above));
}

const problems = Object.entries(packages).flatMap(([at, { resolved, optionalDependencies = {} }]) => [
  ...(/^https?:/.test(resolved ?? '') ? [`${at} names a host: ${resolved}`] : []),
  ...Object.keys(optionalDependencies)
    .filter((name) => !isLocked(name, at))
    .map((name) => `${name}, asked for by ${at || 'the root'}, is not in the lock file`),
]);

for (const problem of problems) console.error(problem);
console.log(
  problems.length > 0 ? `${problems.length} problems in package-lock.json` : 'The lock file is whole.',
);
process.exitCode = problems.length > 0 ? 1 : 0;
