import type { ServerProblem } from '@buurt/core/http/api-error.js';
import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { CodeProblem } from '@buurt/domain/rounds/code.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import {
  cannotAddSentence,
  codeSentence,
  problemSentence,
  remainingSentence,
} from '@buurt/domain/rounds/sentences.js';
import { reasonsCannotAdd, remaining } from '@buurt/domain/voting/remaining.js';
import type { BudgetVoteMessages } from '../budget-vote.messages.js';
import { proposalOf } from '../round/round-texts.js';
import type { BallotSession, CodeRejection } from './ballot-session.js';

interface Texts {
  readonly t: BudgetVoteMessages;
}

interface BallotTexts extends Texts {
  readonly round: Round;
  readonly lines: readonly BallotLine[];
}

/** Why a proposal cannot be added now, one sentence each; empty when it can. */
export const cannotAddTexts = ({ round, t, lines }: BallotTexts, proposalId: string): readonly string[] =>
  reasonsCannotAdd(round, lines, proposalId).map((reason) => cannotAddSentence(round, reason, t.sentences));

/** What is wrong with a ballot, with the name of the proposal where it is about one. */
export function problemText({ round, t, lines }: BallotTexts, problem: ServerProblem): string {
  if (!problem.pointer.startsWith('/lines'))
    return problem.detail ? t.choose.serverSays({ detail: problem.detail }) : t.choose.unknownProblem;
  const [, , index] = /^\/lines(\/(\d+))?/.exec(problem.pointer) ?? [];
  const line = index === undefined ? undefined : lines[Number(index)];
  const title = line && proposalOf(round, line.proposalId)?.title;
  const sentence = problemSentence(round, problem, t.sentences);
  return title ? `${title}: ${sentence}` : sentence;
}

/** A receipt in two groups, wherever it is shown, so that it can be read out and copied by hand. */
export const receiptText = (receipt: string): string => `${receipt.slice(0, 4)}\u00a0${receipt.slice(4)}`;

const isMisspelt = (why: CodeRejection): why is CodeProblem => !('by' in why);

/** What is wrong with a code: how it is written, or what the server says of it. */
export const codeProblemText = ({ t }: Texts, why: CodeRejection): string =>
  isMisspelt(why) ? codeSentence(why, t.sentences) : t.code.problems[why.by];

/** What is left of what the rules limit, to be said with what was just done, in one go. */
function remainingText({ round, t, lines }: BallotTexts): string {
  const { spend, total, picks } = remaining(round, lines);
  const limited = [spend, total].find(({ range }) => range.max !== undefined) ?? picks;
  return remainingSentence(round, limited, t.sentences);
}

/** What was done with a proposal, for a screen reader; empty when there is nothing to say. */
export function announcementText(texts: BallotTexts, { of }: BallotSession['announcement']): string {
  const { t, round, lines } = texts;
  if (!of) return '';
  const { act, proposalId } = of;
  const title = proposalOf(round, proposalId)?.title ?? proposalId;
  switch (act) {
    case 'added':
    case 'removed':
      return `${t.choose[act]({ title })} ${remainingText(texts)}`;
    case 'notAdded':
      return t.choose.notAdded({ title, why: cannotAddTexts(texts, proposalId).join(' ') });
    case 'points': {
      const count = lines.find((line) => line.proposalId === proposalId)?.points ?? 0;
      return `${title}: ${t.points({ count })}. ${remainingText(texts)}`;
    }
    case 'moved': {
      const place = lines.findIndex((line) => line.proposalId === proposalId) + 1;
      return t.choose.moved({ title, place, of: lines.length });
    }
  }
}
