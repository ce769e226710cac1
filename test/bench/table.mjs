const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Of each number in the results, the median. */
export const medians = (results) =>
  Object.fromEntries(Object.keys(results[0]).map((key) => [key, median(results.map((each) => each[key]))]));

/** What every visit costs: a title and the way to show it. */
export const costs = [
  ['usable ms', (r) => r.usableMs.toFixed(0)],
  ['kB', (r) => (r.bytes / 1000).toFixed(1)],
  ['requests', (r) => String(r.requests)],
  ['layout shift', (r) => r.layoutShift.toFixed(3)],
  ['blocking ms', (r) => r.blockingMs.toFixed(0)],
  ['long tasks', (r) => String(r.longTasks)],
  ['heap MB', (r) => (r.heapBytes / 1e6).toFixed(2)],
];

/** Prints rows of `{ name, result }`. */
export function print(columns, rows) {
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  console.log(`\n${''.padEnd(width)}${columns.map(([title]) => title.padStart(14)).join('')}`);
  for (const { name, result } of rows)
    console.log(`${name.padEnd(width)}${columns.map(([, show]) => show(result).padStart(14)).join('')}`);
}
