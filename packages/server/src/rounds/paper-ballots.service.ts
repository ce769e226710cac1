import { createHash, randomUUID } from 'node:crypto';
import type {
  DeskPaper,
  NewPaperEntry,
  PaperAnswer,
  PaperContent,
  PaperPass,
  PaperResult,
} from '@buurt/domain/desk/paper-ballots.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { readCode } from '@buurt/domain/rounds/code.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { rulesSentencesEn } from '@buurt/domain/rounds/sentences.en.js';
import { rulesSentencesNl, type RulesSentences } from '@buurt/domain/rounds/sentences.nl.js';
import { problemSentence } from '@buurt/domain/rounds/sentences.js';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import { dutchDay, dutchMoment } from '@buurt/domain/wire/dutch-time.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction, Store } from '../db/open.js';
import {
  castBallot,
  hasBallot,
  holdCredential,
  refuseUnlessOpen,
  type CastOutcome,
} from './ballots.queries.js';
import { inOneOrder, judgeEntry, type PaperEntry, type PaperReading } from './double-keying.js';
import { withBallotNumbers } from './find-round.queries.js';
import { hasherFor, staffIdOf, type CodeMaker } from './letters.service.js';
import { digestOf } from './log-chain.js';
import {
  addPaper,
  countPapers,
  differencesIn,
  findPaper,
  hasEnteredSince,
  keepEntry,
  paperWithoutCode,
  removeEntry,
  settlePaper,
  typedPaper,
  type PaperRow,
} from './paper-ballots.queries.js';
import type { RoundRow } from './rounds.queries.js';
import { ofRound, roundWithin } from './rounds.service.js';

/** The same ballot typed over twice is one ballot: its key follows from what it says. */
function keyOf(roundId: string, fingerprint: string): string {
  const hex = createHash('sha256').update(`paper ${roundId} ${fingerprint}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** A ballot on paper, ready to be cast. */
export interface PaperBallot {
  readonly credentialHash: string;
  readonly lines: readonly BallotLine[];
  /** Whether a vote that was cast before gives way. */
  readonly replace: boolean;
}

/**
 * Casts a ballot that came on paper, once however often.
 * @throws {HttpProblem} when it is not taken
 */
export function castPaperBallot(
  db: DatabaseTransaction,
  { id, rulesHash }: Pick<Round, 'id' | 'rulesHash'>,
  { credentialHash, lines, replace }: PaperBallot,
): Promise<CastOutcome> {
  const fingerprint = digestOf(credentialHash, lines, 'paper');
  return castBallot(db, id, {
    ...{ credentialHash, lines, channel: 'paper', rulesHash },
    ...{ key: keyOf(id, fingerprint), fingerprint, seen: replace ? undefined : 0 },
  });
}

/** What the rules have against a ballot, a sentence each, with the proposal that it is about. */
export const ruleSentences = (
  round: Round,
  lines: readonly BallotLine[],
  problems: readonly Problem[],
  texts: RulesSentences,
): string[] =>
  problems.map((problem) => {
    const line = lines[Number(/^\/lines\/(\d+)/.exec(problem.pointer)?.[1] ?? -1)];
    const about = round.proposals.find(({ id }) => id === line?.proposalId);
    const sentence = problemSentence(round, problem, texts);
    return about ? `${about.title}: ${sentence}` : sentence;
  });

const nothingAgainst: PaperAnswer['sentences'] = { nl: [], en: [] };
const answer = (outcome: PaperAnswer['outcome'], own: Partial<PaperAnswer> = {}): PaperAnswer => ({
  ...{ outcome, id: null, result: null, sentences: nothingAgainst, ...own },
});

/**
 * What somebody typed, in the words of the round, whose proposals stand as the ballot numbers them.
 * @throws {ActRefused} `invalid`, when no such ballot was printed
 */
function contentIn({ proposals, rules }: Round, { marks, voidReason }: PaperContent): PaperReading {
  if (voidReason !== null) {
    refuseInvalid(marks.length > 0 ? [{ pointer: '/marks', code: 'too-many', limit: 0 }] : []);
    return { voidReason };
  }
  const isRanked = rules.expression === 'rank';
  const lines = marks.map(({ number, points }, index): BallotLine => {
    const proposalId = proposals[number - 1]?.id ?? '';
    if (points !== null) return { proposalId, points };
    return isRanked ? { proposalId, rank: index + 1 } : { proposalId };
  });
  refuseInvalid(
    lines.flatMap(({ proposalId }, index): Problem[] =>
      proposalId === '' ? [{ pointer: `/marks/${String(index)}/number`, code: 'not-an-option' }] : [],
    ),
  );
  return { lines };
}

/** What was kept of a paper, as the ballot numbers it. */
function contentOf({ proposals }: Round, kept: PaperReading): PaperContent {
  if ('voidReason' in kept)
    return { marks: [], voidReason: kept.voidReason === 'no-code' ? null : kept.voidReason };
  const marks = kept.lines
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ proposalId, points }) => ({
      number: proposals.findIndex(({ id }) => id === proposalId) + 1,
      points: points ?? null,
    }));
  const isRanked = kept.lines.some(({ rank }) => rank !== undefined);
  return { marks: isRanked ? marks : marks.toSorted((a, b) => a.number - b.number), voidReason: null };
}

function againstRules(round: Round, content: PaperReading): PaperAnswer | undefined {
  if ('voidReason' in content) return undefined;
  const problems = ballotProblems(round, content.lines);
  if (problems.length === 0) return undefined;
  const sentences = (texts: RulesSentences) => ruleSentences(round, content.lines, problems, texts);
  return answer('refused-by-rules', {
    sentences: { nl: sentences(rulesSentencesNl), en: sentences(rulesSentencesEn) },
  });
}

/**
 * The round as its ballot on paper shows it, for who types one over.
 * @throws {ActRefused} `not-found`
 * @throws {HttpProblem} when it is not open
 */
async function openRound(
  db: DatabaseTransaction,
  id: string,
  context: ActContext,
): Promise<{ readonly row: RoundRow; readonly round: Round }> {
  const row = await roundWithin(db, id, context);
  refuseUnlessOpen(row.phase);
  return { row, round: await withBallotNumbers(db, row) };
}

/**
 * Keeps that somebody types papers over, once a day for each pass. In a transaction apart, and not for each paper: what the
 * database notes with a row would lead from the act, which has a person and a moment, to the ballot.
 */
async function recordEntering(
  db: DatabaseTransaction,
  row: RoundRow,
  pass: PaperPass,
  context: ActContext,
): Promise<void> {
  const since = dutchMoment(dutchDay(context.at));
  const entering = { roundId: row.id, staffId: staffIdOf(context), pass };
  if (since && (await hasEnteredSince(db, { ...entering, since }))) return;
  await recordAct(db, { ...ofRound(context, row), name: 'ballots.entered', detail: { pass } });
}

/** A paper by the hash of its code; it is there once somebody typed it over. */
interface PaperOfCredential {
  readonly roundId: string;
  readonly credentialHash: string;
  readonly paper: PaperRow | undefined;
}

async function settle(
  db: DatabaseTransaction,
  { roundId, credentialHash, paper }: PaperOfCredential,
  result: PaperResult,
): Promise<PaperAnswer> {
  if (paper) await settlePaper(db, paper.id, result);
  else await addPaper(db, { id: randomUUID(), roundId, credentialHash, result });
  return answer('settled', { result });
}

/** Two people found the same on a paper. */
async function settleAgreed(
  db: DatabaseTransaction,
  of: PaperOfCredential,
  round: Round,
  content: PaperReading,
): Promise<PaperAnswer> {
  if ('lines' in content) {
    const { credentialHash } = of;
    await castPaperBallot(db, round, { credentialHash, lines: content.lines, replace: false });
    return settle(db, of, 'counted');
  }
  return settle(db, of, content.voidReason);
}

/** Does with a paper what follows from what was typed of it, in one transaction. */
async function enterTyped(
  db: DatabaseTransaction,
  {
    roundId,
    credentialHash,
    typed,
  }: { readonly roundId: string; readonly credentialHash: string; readonly typed: NewPaperEntry },
  context: ActContext,
): Promise<PaperAnswer> {
  const worth = await holdCredential(db, roundId, credentialHash);
  // Again, now that it cannot close or change any more.
  const { round } = await openRound(db, roundId, context);
  if (worth === 'unknown') return answer('code-unknown');
  const paper = await findPaper(db, roundId, credentialHash);
  if (paper?.result) return answer('settled-before', { result: paper.result });
  const of = { roundId, credentialHash, paper };
  if (worth === 'voided') return settle(db, of, 'replaced');
  if (await hasBallot(db, roundId, credentialHash)) return settle(db, of, 'voted');
  const content = contentIn(round, typed);
  const refused = againstRules(round, content);
  if (refused) return refused;
  const kept = 'lines' in content ? { lines: inOneOrder(content.lines) } : content;
  const entry: PaperEntry = { staffId: staffIdOf(context), content: kept };
  const judgement = judgeEntry(typed.pass, entry, paper?.entries ?? []);
  if (judgement === 'agreed') return settleAgreed(db, of, round, content);
  const id = paper?.id ?? randomUUID();
  if (judgement === 'waits') return answer('kept', { id });
  if (judgement === 'differs') return answer('different', { id });
  if (judgement !== 'keep') return answer(judgement);
  if (!paper) await addPaper(db, { id, roundId, credentialHash });
  await keepEntry(db, id, entry);
  return answer(typed.pass === 'first' ? 'kept' : 'different', { id });
}

/**
 * Enters what one person typed of a ballot on paper. It counts once two people typed the same; until then it stands by the hash
 * of its code, as a vote does, and then only the vote stays.
 * @throws {ActRefused} `not-found`, `invalid`
 * @throws {HttpProblem} when the round is not open
 */
export async function enterPaper(
  store: Store,
  roundId: string,
  typed: NewPaperEntry,
  maker: CodeMaker,
  context: ActContext,
): Promise<PaperAnswer> {
  const { row, round } = await store.transaction((db) => openRound(db, roundId, context));
  const content = contentIn(round, typed);
  const read = readCode(typed.code);
  if ('problem' in read) return answer('code-malformed');
  const refused = againstRules(round, content);
  if (refused) return refused;
  const credentialHash = await hasherFor(row, maker).hash(read.code, row.salt);
  await store.transaction((db) => recordEntering(db, row, typed.pass, context));
  return store.transaction((db) => enterTyped(db, { roundId, credentialHash, typed }, context));
}

/**
 * Enters a paper without a code that can be read or that is of this round: it counts for nobody, and two people say so.
 * @throws {ActRefused} `not-found`
 * @throws {HttpProblem} when the round is not open
 */
export async function enterPaperWithoutCode(
  db: DatabaseTransaction,
  roundId: string,
  pass: Exclude<PaperPass, 'third'>,
  context: ActContext,
): Promise<PaperAnswer> {
  const { row } = await openRound(db, roundId, context);
  await recordEntering(db, row, pass, context);
  const staffId = staffIdOf(context);
  if (pass === 'second') {
    const paper = await paperWithoutCode(db, roundId, staffId);
    if (!paper) return answer('not-typed-yet');
    await settlePaper(db, paper.id, 'no-code');
    return answer('settled', { result: 'no-code' });
  }
  const id = randomUUID();
  await addPaper(db, { id, roundId, credentialHash: null });
  await keepEntry(db, id, { staffId, content: { voidReason: 'no-code' } });
  return answer('kept', { id });
}

/**
 * Takes away what somebody typed of a paper that is not settled.
 * @throws {ActRefused} `not-found`, also of what somebody else typed
 */
export async function removePaperEntry(
  db: DatabaseTransaction,
  { roundId, paperId }: { readonly roundId: string; readonly paperId: string },
  context: ActContext,
): Promise<void> {
  const row = await roundWithin(db, roundId, context);
  const staffId = staffIdOf(context);
  if (!(await typedPaper(db, roundId, paperId, staffId)))
    throw new ActRefused({ code: 'not-found', kind: 'ballot on paper', ids: [paperId] });
  await removeEntry(db, paperId, staffId);
  await recordAct(db, { ...ofRound(context, row), name: 'ballot.removed' });
}

/**
 * How it goes with the ballots on paper of a round; what people typed differently is shown while it can still be settled.
 * @throws {ActRefused} `not-found`
 */
export async function paperForDesk(
  db: DatabaseTransaction,
  roundId: string,
  context: ActContext,
): Promise<DeskPaper> {
  const row = await roundWithin(db, roundId, context);
  const round = await withBallotNumbers(db, row);
  const staffId = staffIdOf(context);
  return {
    expression: round.rules.expression,
    plans: round.proposals.map(({ title, withdrawn }, index) => ({ number: index + 1, title, withdrawn })),
    counts: await countPapers(db, roundId, staffId),
    differences:
      row.phase === 'open' ? await differencesIn(db, roundId, staffId, (kept) => contentOf(round, kept)) : [],
  };
}
