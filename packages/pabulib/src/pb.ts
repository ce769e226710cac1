import {
  filledMeta,
  metaFields,
  obligatoryMeta,
  projectFields,
  voteFields,
  type PbCheck,
} from './pb-fields.js';
import { PbError, pbLines, pbList, pbRow, type PbLine } from './pb-text.js';

/** The cells of one row, or of META, by the names of their columns, in the order of the file. */
export type PbRow = ReadonlyMap<string, string>;

/**
 * One election in the .pb format of pabulib.org. What the organiser stated (rules, costs, and how often he counted
 * which vote) is kept apart from what was cast: in real files the two do not always agree.
 */
export interface PbElection {
  readonly stated: { readonly meta: PbRow; readonly projects: readonly PbRow[] };
  readonly cast: readonly PbRow[];
}

interface Section {
  readonly title: PbLine;
  readonly columns: readonly string[];
  readonly rows: readonly PbLine[];
}

const titles = ['META', 'PROJECTS', 'VOTES'] as const;

/** Older files call the beneficiaries of a project its target. */
const renamed = (column: string) => (column === 'target' ? 'beneficiaries' : column);

/** Spreadsheets give every row as many cells as the longest has. */
function withoutTail(cells: readonly string[], least = 1): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, Math.max(last + 1, least));
}

/** Files also leave out the line that names the columns of META, which are always the same. */
const isMetaHead = (row: PbLine | undefined) => /^key;value;*$/i.test(row?.cells.join(';') ?? '');

function sectionsOf(text: string): [Section, Section, Section] {
  const lines = [...pbLines(text)];
  const titleOf = ({ cells: [first = '', ...others] }: PbLine) =>
    others.every((cell) => cell === '') ? titles.find((title) => title === first.toUpperCase()) : undefined;
  const starts = lines.flatMap((each, index) => (titleOf(each) ? [index] : []));
  const last = lines.at(-1)?.line ?? 1;
  const found = starts.map((start) => titleOf(lines[start] as PbLine));
  titles.forEach((title, index) => {
    if (found[index] === title) return;
    const line = lines[starts[index] ?? -1]?.line ?? last;
    throw new PbError(line, `the section ${title} must come here, after ${titles[index - 1] ?? 'nothing'}`);
  });
  if (starts.length > titles.length)
    throw new PbError(lines[starts[titles.length] ?? 0]?.line ?? last, 'a section comes twice');
  if (starts[0] !== 0) throw new PbError(lines[0]?.line ?? 1, 'the file must begin with META');
  const section = (index: number): Section => {
    const [title, ...others] = lines.slice(starts[index], starts[index + 1]);
    const isNamed = index > 0 || !title || isMetaHead(others[0]);
    const [head, ...rows] = isNamed ? others : [{ ...title, cells: ['key', 'value'] }, ...others];
    if (!title || !head) throw new PbError(title?.line ?? last, 'a section must name its columns');
    const columns = withoutTail(head.cells).map(renamed);
    const doubled = columns.find((column, place) => columns.indexOf(column) !== place);
    if (doubled !== undefined) throw new PbError(head.line, `the column “${doubled}” comes twice`);
    return { title: head, columns, rows };
  };
  return [section(0), section(1), section(2)];
}

function checkCell(line: number, column: string, cell: string, fields: ReadonlyMap<string, PbCheck>): void {
  const problem = cell === '' ? undefined : fields.get(column)?.(cell);
  if (problem !== undefined) throw new PbError(line, `${column} ${problem}`);
}

/** Rows as maps, each with as many cells as there are columns and an id of its own in the first. */
function rowsOf(
  { title, columns, rows }: Section,
  needed: readonly string[],
  fields: ReadonlyMap<string, PbCheck>,
) {
  const missing = needed.find((column) => !columns.includes(column));
  if (missing !== undefined) throw new PbError(title.line, `the column “${missing}” is missing`);
  const ids = new Set<string>();
  return rows.map(({ line, cells: all }) => {
    const cells = all.length > columns.length ? withoutTail(all, columns.length) : all;
    if (cells.length !== columns.length)
      throw new PbError(line, `${String(cells.length)} cells, and ${String(columns.length)} columns`);
    const row: PbRow = new Map(columns.map((column, index) => [column, cells[index] ?? '']));
    const [key = ''] = needed;
    const id = row.get(key) ?? '';
    if (id === '') throw new PbError(line, `${key} is empty`);
    if (ids.has(id)) throw new PbError(line, `${key} “${id}” comes twice`);
    ids.add(id);
    for (const [column, cell] of row) checkCell(line, column, cell, fields);
    return { line, row };
  });
}

interface Meta {
  readonly meta: PbRow;
  readonly lineOf: (key: string) => number;
}

function metaOf(section: Section): Meta {
  const { title } = section;
  const rows = rowsOf({ ...section, columns: ['key', 'value'] }, ['key', 'value'], new Map());
  const meta = new Map(rows.map(({ row }) => [row.get('key') ?? '', row.get('value') ?? '']));
  const lines = new Map(rows.map(({ line, row }) => [row.get('key') ?? '', line]));
  const lineOf = (key: string) => lines.get(key) ?? title.line;
  for (const key of obligatoryMeta)
    if (!meta.has(key) || (filledMeta.includes(key) && meta.get(key) === ''))
      throw new PbError(lineOf(key), `META must say ${key}`);
  for (const [key, value] of meta) checkCell(lineOf(key), key, value, metaFields);
  checkPositions(meta, lineOf);
  return { meta, lineOf };
}

/** Lists per category go by the position of the category; one value stands for all. */
function checkPositions(meta: PbRow, lineOf: Meta['lineOf']): void {
  for (const [key, value] of meta) {
    const of = /_per_(category|neighborhood)$/.exec(key)?.[1];
    if (of === undefined || value === '' || !metaFields.has(key)) continue;
    const names = of === 'category' ? 'categories' : 'neighborhoods';
    const [places, values] = [pbList(meta.get(names) ?? '').length, pbList(value).length];
    if (values !== places && (values !== 1 || places === 0))
      throw new PbError(
        lineOf(key),
        `${key} has ${String(values)} values, and ${names} has ${String(places)}`,
      );
  }
}

/** Told of what is wrong with a file and does not keep it from being read. */
export type PbWatcher = (line: number, reason: string) => void;

/** A vote as it counts: with each project once, the first time. */
function voteFrom(
  { line, row }: { readonly line: number; readonly row: PbRow },
  projects: ReadonlySet<string>,
  takesPoints: boolean,
  watcher: PbWatcher,
): PbRow {
  const picks = pbList(row.get('vote') ?? '');
  const stranger = picks.find((pick) => !projects.has(pick));
  if (stranger !== undefined) throw new PbError(line, `a vote for “${stranger}”, which is not in PROJECTS`);
  const points = pbList(row.get('points') ?? '');
  if (takesPoints && (points.length !== picks.length || points.includes('')))
    throw new PbError(line, `${String(picks.length)} projects, and ${String(points.length)} points`);
  const isFirst = (pick: string, index: number) => picks.indexOf(pick) === index;
  const doubled = picks.filter((pick, index) => !isFirst(pick, index));
  if (doubled.length === 0) return row;
  for (const each of new Set(doubled)) watcher(line, `two votes for “${each}”, counted once`);
  const kept = points.filter((_, index) => isFirst(picks[index] ?? '', index));
  return new Map([
    ...row,
    ['vote', picks.filter(isFirst).join(',')],
    ...(takesPoints ? [['points', kept.join(',')] as const] : []),
  ]);
}

/**
 * Reads a .pb file. Fields that the format does not know are kept; a second vote for the same project on one ballot is
 * told to the watcher, and does not count.
 * @throws {PbError} for the first thing that is malformed: sections, columns, quotes, numbers, money with more than two
 *   decimals, dates, ids that come twice, votes for what is not there, points without a project, or counts in META that
 *   are not those of the file
 */
export function readPbWatched(text: string, watcher: PbWatcher): PbElection {
  const [metaSection, projectSection, voteSection] = sectionsOf(text);
  const { meta, lineOf } = metaOf(metaSection);
  const projects = rowsOf(projectSection, ['project_id', 'cost'], projectFields);
  for (const { line, row } of projects) {
    if (row.get('cost') === '') throw new PbError(line, 'cost is empty');
    if (row.get('project_id')?.includes(','))
      throw new PbError(line, 'a comma in project_id parts it in votes');
  }
  const takesPoints = ['cumulative', 'scoring'].includes(meta.get('vote_type') ?? '');
  const votes = rowsOf(voteSection, ['voter_id', 'vote', ...(takesPoints ? ['points'] : [])], voteFields);
  const ids = new Set(projects.map(({ row }) => row.get('project_id') ?? ''));
  const cast = votes.map((vote) => voteFrom(vote, ids, takesPoints, watcher));
  for (const [key, { length }] of [['num_projects', projects] as const, ['num_votes', votes] as const])
    if (Number(meta.get(key)) !== length)
      throw new PbError(lineOf(key), `${key} is ${meta.get(key) ?? ''}, and the file has ${String(length)}`);
  return {
    stated: { meta, projects: projects.map(({ row }) => row) },
    cast,
  };
}

/** As `readPbWatched`, where nobody needs to be told. */
export const readPb = (text: string): PbElection => readPbWatched(text, () => {});

const table = (title: string, columns: readonly string[], rows: readonly PbRow[]): string[] => [
  title,
  pbRow(columns),
  ...rows.map((row) => pbRow(columns.map((column) => row.get(column) ?? ''))),
];

const columnsOf = (rows: readonly PbRow[], otherwise: readonly string[]): readonly string[] =>
  rows.length > 0 ? [...new Set(rows.flatMap((row) => [...row.keys()]))] : otherwise;

/** Writes an election as a .pb file (UTF-8 without a byte order mark, one line break after each row). */
export function writePb({ stated: { meta, projects }, cast }: PbElection): string {
  const rows = [
    'META',
    'key;value',
    ...[...meta].map((pair) => pbRow(pair)),
    ...table('PROJECTS', columnsOf(projects, ['project_id', 'cost']), projects),
    ...table('VOTES', columnsOf(cast, ['voter_id', 'vote', 'points']), cast),
  ];
  return `${rows.join('\n')}\n`;
}
