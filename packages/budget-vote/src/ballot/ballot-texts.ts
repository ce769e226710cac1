import type { ServerProblem } from '@buurt/core/http/api-error.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { CodeProblem } from '@buurt/domain/rounds/code.js';
import {
  cannotAddSentence,
  codeSentence,
  explainRules,
  problemSentence,
} from '@buurt/domain/rounds/sentences.js';
import { proposalOf, type ProposalsView } from '../round/round-view.js';
import type { CodeRejection } from './voter-status.js';

/** What the rules of the round ask. */
export const ruleSentences = ({ round, t }: ProposalsView): readonly string[] =>
  explainRules(round, t.sentences);

/** Why a proposal cannot be added now. */
export const cannotAddText = ({ round, t }: ProposalsView, problem: Problem): string =>
  cannotAddSentence(round, problem, t.sentences);

/** What is wrong with a ballot, with the name of the proposal where it is about one. */
export function problemText({ round, t, lines }: ProposalsView, problem: ServerProblem): string {
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
export const codeProblemText = ({ t }: Pick<ProposalsView, 't'>, why: CodeRejection): string =>
  isMisspelt(why) ? codeSentence(why, t.sentences) : t.code.problems[why.by];
