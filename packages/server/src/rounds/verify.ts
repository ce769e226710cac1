import type { Selectable } from 'kysely';
import { madeDigest, proposalLine, rulesHashOf } from './round-changes.queries.js';
import type {
  BallotKeyTable,
  BallotTable,
  ProposalTable,
  RoundLogTable,
  RoundTable,
  CredentialTable,
} from '../db/tables.js';
import { castDigest, chainStart, digestOf, linkHash, credentialsDigest, type LogEvent } from './log-chain.js';

/** All rows of one round, as the tables have them at one moment. */
export interface RoundRows {
  readonly round: Selectable<RoundTable>;
  readonly proposals: readonly Selectable<ProposalTable>[];
  readonly credentials: readonly Selectable<CredentialTable>[];
  readonly ballots: readonly Selectable<BallotTable>[];
  readonly keys: readonly Selectable<BallotKeyTable>[];
  /** By position. */
  readonly log: readonly Selectable<RoundLogTable>[];
}

/** Something that is not as the log tells it. */
export interface Finding {
  /** The table, or `log`. */
  readonly table: 'log' | 'round' | 'proposal' | 'credential' | 'ballot' | 'ballot_key';
  /** Which row: a line of the log, the id of a proposal, a receipt, the hash of a code. */
  readonly row: string;
  readonly what: string;
}

type Line = Selectable<RoundLogTable>;

const told = (log: readonly Line[], event: LogEvent) => log.filter((line) => line.event === event);

/** Every line must follow from the one before. */
function* chainFindings({ round, log }: RoundRows): Iterable<Finding> {
  let before = chainStart(round.id);
  for (const [index, line] of log.entries()) {
    const position = index + 1;
    if (line.position !== position) {
      yield { table: 'log', row: String(position), what: 'this line is missing' };
      return;
    }
    if (linkHash(before, position, line) !== line.hash)
      yield { table: 'log', row: String(position), what: 'this line, or the hash before it, was changed' };
    before = line.hash;
  }
}

/** When a round opens and closes by its log, and when it was to close before an operator ended it. */
interface Moments {
  readonly opens: string;
  readonly closes: string;
  readonly planned: string;
}

function momentsOf(log: readonly Line[]): Moments {
  let moments: Moments = { opens: '', closes: '', planned: '' };
  for (const { event, subject } of log)
    if (event === 'made' || event === 'changed') {
      const [opens = '', closes = ''] = subject.split('/');
      moments = { opens, closes, planned: closes };
    } else if (event === 'opened') moments = { ...moments, opens: subject };
    else if (event === 'closed') moments = { ...moments, closes: subject };
  return moments;
}

function hashAtOpening({ round, proposals }: RoundRows, opensAt: string, closesAt: string): string {
  const votable = proposals.map((each) => ({
    ...{ id: each.id, title: each.title, story: each.story, costCents: each.cost_cents },
    ...{ categories: each.categories, neighborhoods: each.neighborhoods, excludes: each.excludes },
    ...{ initiativeId: each.initiative_id, remark: each.remark, withdrawn: each.withdrawn },
    ...{ photo: null, place: null },
  }));
  const [first, ...more] = round.tallies;
  if (!first) return '';
  return rulesHashOf({
    ...{ id: round.id, buurtCode: round.buurt_code, name: round.name, intro: round.intro },
    ...{ budgetCents: round.budget_cents, currency: round.currency, opensAt, closesAt },
    ...{ rules: round.rules, tallies: [first, ...more], groupNames: round.group_names, proposals: votable },
  });
}

function* roundFindings(rows: RoundRows): Iterable<Finding> {
  const { round, log } = rows;
  const finding = (what: string): Finding => ({ table: 'round', row: round.id, what });
  const [made] = told(log, 'made');
  const standing = told(log, 'changed').at(-1) ?? made;
  if (!made || !standing) {
    yield finding('the log does not say how it was made');
    return;
  }
  if (madeDigest(round) !== standing.digest)
    yield finding(
      'its texts, money, rules or ways of counting are not those with which it was made or last changed',
    );
  const { opens, closes, planned } = momentsOf(log);
  if (round.opens_at.toISOString() !== opens) yield finding(`it should open at ${opens}`);
  if (round.closes_at.toISOString() !== closes) yield finding(`it should close at ${closes}`);
  if (round.closed !== told(log, 'closed').length > 0)
    yield finding(round.closed ? 'nobody closed it' : 'it was closed');
  if (round.cancelled !== told(log, 'cancelled').length > 0)
    yield finding(round.cancelled ? 'nobody cancelled it' : 'it was cancelled');
  const readable = [opens, planned].every((each) => !Number.isNaN(Date.parse(each)));
  if (readable && hashAtOpening(rows, opens, planned) !== round.rules_hash)
    yield finding('the hash of its rules is not that of its rules');
}

function* proposalFindings({ proposals, log }: RoundRows): Iterable<Finding> {
  const made = new Map(told(log, 'proposal').map((line) => [line.subject, line.digest]));
  for (const { subject, digest } of told(log, 'proposal-changed'))
    if (made.has(subject)) made.set(subject, digest);
  const withdrawn = new Set(told(log, 'withdrawn').map(({ subject }) => subject));
  for (const row of proposals) {
    const finding = (what: string): Finding => ({ table: 'proposal', row: row.id, what });
    if (!made.has(row.id)) yield finding('it was not in the round when that was made');
    else if (made.get(row.id) !== proposalLine(row).digest)
      yield finding('it does not say what it said when the round was made, or when it was last changed');
    if (row.withdrawn !== withdrawn.has(row.id))
      yield finding(row.withdrawn ? 'nobody withdrew it' : 'it was withdrawn');
    made.delete(row.id);
  }
  for (const id of made.keys()) yield { table: 'proposal', row: id, what: 'it is gone' };
}

function* credentialFindings({ credentials, log }: RoundRows): Iterable<Finding> {
  const voided = new Set(told(log, 'voided').map(({ subject }) => subject));
  const batches = new Map(
    told(log, 'codes').map((line) => [line.position, { line, hashes: [] as string[] }] as const),
  );
  for (const { credential_hash: credentialHash, batch, voided: isVoided } of credentials) {
    const finding = (what: string): Finding => ({ table: 'credential', row: credentialHash, what });
    const of = batches.get(batch);
    if (of) of.hashes.push(credentialHash);
    else yield finding('it was added without the log');
    if (isVoided !== voided.has(credentialHash))
      yield finding(isVoided ? 'its letter was not replaced' : 'its letter was replaced');
  }
  for (const [position, { line, hashes: found }] of batches)
    if (credentialsDigest(found) !== line.digest)
      yield {
        table: 'credential',
        row: `codes of line ${String(position)} of the log`,
        what: `${line.subject} were made, ${String(found.length)} are there, and they are not the same`,
      };
}

/** The last line of the log about each ballot, by its receipt. */
const lastCasts = (log: readonly Line[]) =>
  new Map(told(log, 'cast').map((line) => [line.subject, line] as const));

const keyName = (credentialHash: string, version: number) => `${credentialHash} ${String(version)}`;

function* ballotFindings({ ballots, keys, log }: RoundRows): Iterable<Finding> {
  const casts = lastCasts(log);
  const keyOf = new Map(keys.map((each) => [keyName(each.credential_hash, each.version), each.key]));
  for (const { credential_hash: credentialHash, receipt, version, lines, channel } of ballots) {
    const finding = (what: string): Finding => ({ table: 'ballot', row: receipt, what });
    const last = casts.get(receipt);
    casts.delete(receipt);
    const key = keyOf.get(keyName(credentialHash, version)) ?? '';
    if (!last) yield finding('nobody cast it');
    else if (last.version !== version) yield finding(`it was cast ${String(last.version)} times`);
    else if (castDigest(digestOf(credentialHash, lines, channel), key) !== last.digest)
      yield finding('it does not say what was cast, or not with this code or key');
  }
  for (const receipt of casts.keys())
    yield { table: 'ballot', row: receipt, what: 'it was cast, and is gone' };
}

/** Each time that a ballot was cast there is one key, and for each key there was a time. */
function* keyFindings({ ballots, keys, log }: RoundRows): Iterable<Finding> {
  const receiptOf = new Map(
    ballots.map(({ credential_hash: credentialHash, receipt }) => [credentialHash, receipt]),
  );
  const casts = new Map(
    told(log, 'cast').map((line) => [keyName(line.subject, line.version), line.digest] as const),
  );
  for (const { credential_hash: credentialHash, key, fingerprint, version } of keys) {
    const name = keyName(receiptOf.get(credentialHash) ?? '', version);
    if (casts.get(name) !== castDigest(fingerprint, key))
      yield { table: 'ballot_key', row: key, what: 'no ballot was cast with it, or another' };
    else casts.delete(name);
  }
  for (const name of casts.keys())
    yield { table: 'ballot_key', row: name, what: 'the key of this receipt and version is gone' };
}

/**
 * Holds the tables of a round against its log, and the log against itself. Whoever changes one thing in the database
 * is found, and where; whoever can write all of it can write a new log too, which only the head of the log shows, to
 * those who have seen the old one.
 */
export const findingsIn = (rows: RoundRows): Finding[] => [
  ...chainFindings(rows),
  ...roundFindings(rows),
  ...proposalFindings(rows),
  ...credentialFindings(rows),
  ...ballotFindings(rows),
  ...keyFindings(rows),
];
