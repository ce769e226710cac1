import type { ApiError, ServerProblem } from '@buurt/core/http/api-error.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import { readCode, type CodeProblem } from '@buurt/domain/rounds/code.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import { movedProposal, withoutProposal, withPoints, withProposal } from '@buurt/domain/voting/choice.js';
import { reasonsCannotAdd } from '@buurt/domain/voting/remaining.js';

type Lines = readonly BallotLine[];

/** What proves that a household may vote: the code of its letter, or what the page's own site vouches for. */
export type Credential = { readonly code: string } | { readonly token: string };

/** Why a code cannot be used: how it is written, or what the server says of it. */
export type CodeRejection = CodeProblem | { readonly by: 'unknown' | 'replaced' | 'token' };

/** What is known of who votes. */
export type VoterStatus =
  | { readonly name: 'unknown' }
  | { readonly name: 'wrong'; readonly why: CodeRejection }
  /** The server is asked whether they voted before. */
  | { readonly name: 'asking'; readonly credential: Credential }
  /** That answer did not come. They can vote all the same: the server looks again. */
  | { readonly name: 'unsure'; readonly credential: Credential; readonly error: ApiError }
  | { readonly name: 'known'; readonly credential: Credential; readonly earlier: CastBallot | null };

/**
 * Where a ballot is on its way to the server. Whether the round is open is not said here: the server says that, with the
 * round.
 */
export type BallotStep =
  | {
      /** `code` asks for the code before anything else; `checking` shows what will be sent. */
      readonly name: 'code' | 'checking';
      /** The voter wants to go on, and does so as soon as the server has said who they are. */
      readonly isWaiting: boolean;
    }
  | { readonly name: 'choosing' }
  | { readonly name: 'sending'; readonly credential: Credential }
  /** The server has it; `changed` when it took the place of an earlier ballot. */
  | { readonly name: 'cast' | 'changed'; readonly cast: CastBallot };

/** Why a ballot did not go. */
type SubmitError = 'prevented' | 'stopped' | 'elsewhere' | 'rules-changed' | ApiError;

/** How a page wants its residents to vote. */
export interface VotingOptions {
  /** When the code is asked for: before the proposals, or when the ballot is sent. */
  readonly codeStep: 'first' | 'last';
  /** Somebody helps one voter after another on this device. */
  readonly isHelper: boolean;
  /** What the page's own site vouches with; takes the place of the code. Empty when it does not. */
  readonly token: string;
}

/** What was done with a proposal, to be said without moving the focus; `turn` tells the same act apart when repeated. */
interface Announcement {
  readonly turn: number;
  readonly of?: {
    readonly act: 'added' | 'removed' | 'notAdded' | 'moved' | 'points';
    readonly proposalId: string;
  };
}

/** Where the focus goes with a state. Every request is an object of its own, so that it can be repeated. */
export interface FocusRequest {
  readonly on: 'title' | 'code' | 'problems' | 'submitError' | 'earlier' | 'choice';
}

/** One household at the vote: what it chose, who it is, and what became of its ballot. */
export interface BallotSession {
  readonly round: Round;
  readonly options: VotingOptions;
  readonly step: BallotStep;
  readonly lines: Lines;
  /** The code as far as it is typed. */
  readonly typedCode: string;
  readonly voter: VoterStatus;
  /** What is wrong with the ballot, by our own rules or by what the server says. */
  readonly problems: readonly ServerProblem[];
  readonly submitError: SubmitError | undefined;
  /** How often somebody wanted to go on with a wrong code: each time that is said again. */
  readonly codeAttempts: number;
  /** How many voters were here before, on a device that is wiped after each. */
  readonly voterNumber: number;
  /** Another number for everything that is meant anew, which the server then takes as something new. */
  readonly intent: number;
  readonly announcement: Announcement;
  readonly focus: FocusRequest | undefined;
}

export type BallotAction =
  | { readonly type: 'round-read'; readonly round: Round }
  | { readonly type: 'toggle'; readonly proposalId: string }
  /** As `toggle`, from the list of what was chosen: the button goes with its line. */
  | { readonly type: 'remove'; readonly proposalId: string }
  | { readonly type: 'give-points'; readonly proposalId: string; readonly points: number }
  | { readonly type: 'move'; readonly proposalId: string; readonly places: number }
  | { readonly type: 'clear-announcement' }
  | { readonly type: 'type-code'; readonly text: string }
  /** Takes the lines of the earlier ballot in the place of what was chosen just now. */
  | { readonly type: 'take-earlier' }
  /** The ways from one step to the next. */
  | { readonly type: 'begin' | 'choose' | 'check' | 'submit' | 'wipe' }
  /** What the server, or the page, answers. */
  | { readonly type: 'voter-known'; readonly earlier: CastBallot | null }
  | { readonly type: 'voter-failed'; readonly error: ApiError }
  | { readonly type: 'cast'; readonly cast: CastBallot }
  | { readonly type: 'submit-failed'; readonly error: ApiError }
  | { readonly type: 'prevented' };

const unknownVoter: VoterStatus = { name: 'unknown' };
const choosing: BallotStep = { name: 'choosing' };
const checking: BallotStep = { name: 'checking', isWaiting: false };
const codeFirst: BallotStep = { name: 'code', isWaiting: false };

export const credentialOf = (voter: VoterStatus): Credential | undefined =>
  'credential' in voter ? voter.credential : undefined;

export const earlierBallotOf = ({ voter }: Pick<BallotSession, 'voter'>): CastBallot | null =>
  voter.name === 'known' ? voter.earlier : null;

/** Whether two ballots ask for the same, in whatever order they were filled in. */
export const isSameBallot = (a: Lines, b: Lines): boolean => {
  const normalized = (lines: Lines) =>
    lines
      .map(({ proposalId, rank, points }) => JSON.stringify([proposalId, rank, points]))
      .sort()
      .join();
  return normalized(a) === normalized(b);
};

/** What was chosen and is not with the server. */
export function unsentLines({ step, lines, voter }: BallotSession): Lines {
  const earlier = earlierBallotOf({ voter });
  const isSent =
    step.name === 'cast' || step.name === 'changed' || (earlier && isSameBallot(lines, earlier.lines));
  return isSent ? [] : lines;
}

/** Whether there is anything that the next voter on this device should not see. */
export const hasStarted = ({ step, options, voter, typedCode, lines }: BallotSession): boolean =>
  step.name !== firstStep(options).name || voter.name !== 'unknown' || typedCode !== '' || lines.length > 0;

const rejectionsByType: Readonly<Record<string, CodeRejection>> = {
  'code-malformed': { code: 'wrong-check' },
  'code-unknown': { by: 'unknown' },
  'code-replaced': { by: 'replaced' },
};

/** What the server has against the code; `undefined` when it was something else. */
function codeRejectionOf({ type, status }: ApiError): CodeRejection | undefined {
  if (Object.hasOwn(rejectionsByType, type)) return rejectionsByType[type];
  const isRefused = status === 401 || status === 403;
  // A page that may not call the server at all is no fault of the code.
  return isRefused && type !== 'origin-refused' ? { by: 'unknown' } : undefined;
}

interface BallotStart extends Pick<BallotSession, 'round' | 'options' | 'lines'> {
  /** A code that came with the address of the page; what is wrong with it is said at once. */
  readonly code?: string | undefined;
}

export function startBallot({ round, options, lines, code }: BallotStart): BallotSession {
  const empty: BallotSession = {
    round,
    options,
    lines,
    step: choosing,
    typedCode: '',
    voter: unknownVoter,
    problems: [],
    submitError: undefined,
    codeAttempts: 0,
    voterNumber: 0,
    intent: 0,
    announcement: { turn: 0 },
    focus: undefined,
  };
  if (options.token) return withVoterAsked(empty, { token: options.token });
  const session = code ? withCodeJudged(withCode(empty, code)) : empty;
  return credentialOf(session.voter) ? session : { ...session, step: firstStep(options) };
}

export function reduceBallot(session: BallotSession, action: BallotAction): BallotSession {
  const { round, lines } = session;
  switch (action.type) {
    case 'round-read':
      return { ...session, round: action.round };
    case 'toggle':
      return toggled(session, action.proposalId);
    case 'remove':
      return { ...toggled(session, action.proposalId), focus: { on: 'choice' } };
    case 'give-points': {
      const { proposalId, points } = action;
      const given = withLines(session, withPoints(round.rules, lines, proposalId, points));
      return announcing(given, { act: 'points', proposalId });
    }
    case 'move': {
      const { proposalId, places } = action;
      const moved = withLines(session, movedProposal(round.rules, lines, proposalId, places));
      return announcing(moved, { act: 'moved', proposalId });
    }
    case 'clear-announcement':
      return { ...session, announcement: { turn: session.announcement.turn } };
    case 'type-code':
      return withCode(session, action.text);
    case 'take-earlier':
      return goTo(withLines(session, earlierBallotOf(session)?.lines ?? []), choosing);
    case 'begin':
      return begun(session);
    case 'choose':
      return goTo({ ...session, problems: [], submitError: undefined }, choosing);
    case 'check': {
      const checked = withProblems({ ...session, submitError: undefined });
      return checked.problems.length > 0 ? checked : goTo(checked, checking);
    }
    case 'submit':
      return submitted(session);
    case 'wipe':
      return goTo(
        { ...forgotten(session), voterNumber: session.voterNumber + 1 },
        firstStep(session.options),
      );
    case 'voter-known':
      return voterKnown(session, action.earlier);
    case 'voter-failed':
      return voterFailed(session, action.error);
    case 'cast':
      return ballotCast(session, action.cast);
    case 'submit-failed':
      return submitFailed(session, action.error);
    case 'prevented':
      return withSubmitError(session, 'prevented');
  }
}

/** A site that vouches for its resident needs no code. */
const firstStep = ({ codeStep, token }: VotingOptions): BallotStep =>
  codeStep === 'first' && token === '' ? codeFirst : choosing;

/** What was said of one step is not said on the next. */
const goTo = (session: BallotSession, step: BallotStep, on: FocusRequest['on'] = 'title'): BallotSession => ({
  ...session,
  step,
  focus: { on },
  announcement: { turn: session.announcement.turn },
});

const announcing = (session: BallotSession, of: Announcement['of']): BallotSession => ({
  ...session,
  announcement: { turn: session.announcement.turn + 1, ...(of ? { of } : {}) },
});

const withNewIntent = (session: BallotSession): BallotSession => ({ ...session, intent: session.intent + 1 });

/** Whatever was wrong with the lines before says nothing of these. */
const withLines = (session: BallotSession, lines: Lines): BallotSession =>
  withNewIntent({ ...session, lines, problems: [] });

function toggled(session: BallotSession, proposalId: string): BallotSession {
  const { round, lines } = session;
  if (lines.some((line) => line.proposalId === proposalId))
    return announcing(withLines(session, withoutProposal(round.rules, lines, proposalId)), {
      act: 'removed',
      proposalId,
    });
  if (reasonsCannotAdd(round, lines, proposalId).length > 0)
    return announcing(session, { act: 'notAdded', proposalId });
  return announcing(withLines(session, withProposal(round.rules, lines, proposalId)), {
    act: 'added',
    proposalId,
  });
}

function withProblems(session: BallotSession): BallotSession {
  const problems = ballotProblems(session.round, session.lines);
  return { ...session, problems, ...(problems.length > 0 ? { focus: { on: 'problems' } } : {}) };
}

/** The server is asked; what is sent from now on is another voter's. */
const withVoterAsked = (session: BallotSession, credential: Credential): BallotSession =>
  withNewIntent({ ...session, voter: { name: 'asking', credential } });

const withWaiting = (session: BallotSession, isWaiting: boolean): BallotSession => {
  const { step } = session;
  return 'isWaiting' in step && step.isWaiting !== isWaiting
    ? { ...session, step: { ...step, isWaiting } }
    : session;
};

/** Reads a code while it is typed; the server hears of it only when it is whole. */
function withCode(session: BallotSession, text: string): BallotSession {
  const typed = withWaiting({ ...session, typedCode: text }, false);
  const read = readCode(text);
  if ('code' in read) return withVoterAsked(typed, { code: read.code });
  // Too short is no mistake as long as somebody types.
  const isUnfinished = read.problem.code === 'too-short';
  return { ...typed, voter: isUnfinished ? unknownVoter : { name: 'wrong', why: read.problem } };
}

/** Says what is wrong with the code as it stands; a code that the server refused stays refused. */
function withCodeJudged(session: BallotSession): BallotSession {
  const read = readCode(session.typedCode);
  if ('code' in read || session.voter.name === 'wrong') return session;
  return { ...session, voter: { name: 'wrong', why: read.problem } };
}

/** Somebody wants to go on without a code that could be sent. */
const withCodeMissed = (session: BallotSession): BallotSession => ({
  ...withCodeJudged(session),
  codeAttempts: session.codeAttempts + 1,
  focus: { on: 'code' },
});

/** From the code to the proposals. */
function begun(session: BallotSession): BallotSession {
  const { voter } = session;
  if (voter.name === 'known') return goTo(session, choosing);
  if (voter.name === 'asking') return withWaiting(session, true);
  if (voter.name === 'unsure') return withWaiting(withVoterAsked(session, voter.credential), true);
  return withCodeMissed(session);
}

/** Off to the server, once: a second press while it goes does nothing. */
function submitted(session: BallotSession): BallotSession {
  const { step, voter, options } = session;
  if (step.name !== 'checking') return session;
  const checked = withProblems(session);
  if (checked.problems.length > 0) return checked;
  if (voter.name === 'asking') return withWaiting(checked, true);
  const credential = credentialOf(voter);
  if (credential) return sending(checked, credential);
  return options.token
    ? withWaiting(withVoterAsked(checked, { token: options.token }), true)
    : withCodeMissed(checked);
}

const sending = (session: BallotSession, credential: Credential): BallotSession =>
  goTo({ ...session, submitError: undefined }, { name: 'sending', credential });

function voterKnown(session: BallotSession, earlier: CastBallot | null): BallotSession {
  const { voter, step, lines } = session;
  if (voter.name !== 'asking') return session;
  const { credential } = voter;
  const known: BallotSession = { ...session, voter: { name: 'known', credential, earlier } };
  const filled = earlier && lines.length === 0 ? withLines(known, earlier.lines) : known;
  if (!('isWaiting' in step) || !step.isWaiting) return filled;
  if (step.name === 'code') return goTo(filled, choosing);
  // Whoever voted before sees that before anything takes its place.
  return earlier ? { ...withWaiting(filled, false), focus: { on: 'earlier' } } : sending(filled, credential);
}

function voterFailed(session: BallotSession, error: ApiError): BallotSession {
  const { voter, step } = session;
  if (voter.name !== 'asking') return session;
  const { credential } = voter;
  const why = codeRejectionOf(error);
  if (why) return codeRejected(session, why);
  const unsure: BallotSession = { ...session, voter: { name: 'unsure', credential, error } };
  return step.name === 'checking' && step.isWaiting
    ? sending(unsure, credential)
    : withWaiting(unsure, false);
}

/** The code is cleared; whoever votes types it again. */
function codeRejected(session: BallotSession, why: CodeRejection): BallotSession {
  const { step, options } = session;
  const isVouched = options.token !== '';
  const on = isVouched ? 'title' : 'code';
  const rejected = withWaiting(
    { ...session, typedCode: '', voter: { name: 'wrong', why: isVouched ? { by: 'token' } : why } },
    false,
  );
  if (step.name === 'sending') return goTo(rejected, checking, on);
  if (firstStep(options).name === 'code') return goTo(rejected, codeFirst, on);
  return step.name === 'checking' ? { ...rejected, focus: { on } } : rejected;
}

function ballotCast(session: BallotSession, cast: CastBallot): BallotSession {
  const { step, options } = session;
  if (step.name !== 'sending') return session;
  const { credential } = step;
  const after: BallotSession = options.isHelper
    ? forgotten(session)
    : withNewIntent({ ...session, voter: { name: 'known', credential, earlier: cast } });
  return goTo(after, { name: cast.changed ? 'changed' : 'cast', cast });
}

function submitFailed(session: BallotSession, error: ApiError): BallotSession {
  const { step } = session;
  if (step.name !== 'sending') return session;
  if (error.kind === 'aborted') return withSubmitError(session, 'stopped');
  const why = codeRejectionOf(error);
  if (why) return codeRejected(session, why);
  if (error.problems.length > 0) return goTo({ ...session, problems: error.problems }, checking, 'problems');
  const anew = error.status === 422 ? withNewIntent(session) : session;
  if (error.type === 'rules-changed') return withSubmitError(anew, 'rules-changed');
  if (error.status !== 412) return withSubmitError(anew, error);
  return withSubmitError(withVoterAsked(anew, step.credential), 'elsewhere');
}

const withSubmitError = (session: BallotSession, submitError: SubmitError): BallotSession =>
  goTo({ ...session, submitError }, checking, 'submitError');

/** Nothing of this voter stays. */
const forgotten = (session: BallotSession): BallotSession => ({
  ...withLines(session, []),
  typedCode: '',
  voter: unknownVoter,
  submitError: undefined,
});
