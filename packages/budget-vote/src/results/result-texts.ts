import type {
  NotGranted,
  ProposalOutcome,
  Tie,
  TallyResult,
  TallyStep,
} from '@buurt/domain/voting/tally-result.js';
import { amount, groupName, proposalOf } from '../round/round-texts.js';
import type { RoundView } from '../view.js';
import type { ResultsMessages } from './results.messages.js';

/** What sentences about a result are made from. */
export interface ResultView extends Pick<RoundView, 'round' | 'locale' | 'headingLevel'> {
  readonly words: ResultsMessages;
}

export const titleOf = ({ round }: ResultView, id: string): string => proposalOf(round, id)?.title ?? id;

/** "210 stemmen", or "34 punten, van 12 stemmers" where ballots give more than votes. */
export const scoreText = (
  { words }: ResultView,
  { score, votes }: Pick<ProposalOutcome, 'score' | 'votes'>,
): string => (score === votes ? words.votes({ count: votes }) : words.points({ score, count: votes }));

/** Why a proposal did not get money. */
function notGrantedText(view: ResultView, why: NotGranted): string {
  const { words, round } = view;
  const texts = words.why;
  const money = (cents: number) => amount(view, cents);
  switch (why.code) {
    case 'withdrawn':
    case 'no-votes':
      return texts[why.code];
    case 'below-threshold':
      return texts['below-threshold'](why);
    case 'excluded':
      return texts.excluded({ title: titleOf(view, why.by) });
    case 'group-full':
      return texts['group-full']({ group: groupName(round, why.group.key), left: money(why.leftCents) });
    case 'does-not-fit':
      return texts['does-not-fit']({ left: money(why.leftCents) });
    case 'after-stop':
      return texts['after-stop']({ title: titleOf(view, why.stoppedBy) });
    case 'supporters-short':
      return texts['supporters-short']({ have: money(why.haveCents) });
  }
}

/** Why a proposal got money: what there was when its turn came, or who paid for it. */
function grantedText(view: ResultView, { kind, leftBeforeCents, payment }: TallyStep): string {
  const { why } = view.words;
  if (payment) {
    const share = amount(view, payment.perPointCents);
    const paid = why.shares({
      voters: payment.voters,
      share,
      perPoint: view.round.rules.expression !== 'approve',
    });
    return payment.emptied > 0 ? `${paid} ${why.emptied({ count: payment.emptied })}` : paid;
  }
  const left = amount(view, leftBeforeCents);
  return kind === 'fill' ? why.fill({ left }) : why.votes({ left });
}

function tieWords(view: ResultView, { between, by }: Tie, id: string): string {
  const others = between.filter((each) => each !== id).map((each) => `“${titleOf(view, each)}”`);
  const titles = new Intl.ListFormat(view.locale).format(others);
  return view.words.ties[by]({ titles });
}

/** Why, whatever it was, of one step. */
function stepWhy(view: ResultView, step: TallyStep): string {
  const why = step.granted || !step.why ? grantedText(view, step) : notGrantedText(view, step.why);
  return step.tie ? `${why} ${tieWords(view, step.tie, step.proposalId)}` : why;
}

/** Why a proposal got money or not, by the step that decided it. */
export function outcomeWhy(
  view: ResultView,
  { steps }: TallyResult,
  { proposalId, granted, why }: ProposalOutcome,
): string {
  const decided = steps.find((step) => step.proposalId === proposalId && step.granted === granted);
  if (granted) return decided ? stepWhy(view, decided) : '';
  return why ? notGrantedText(view, why) : '';
}

/** One step of the count as a sentence that can be followed with pen and paper. */
export function stepText(view: ResultView, { outcomes }: TallyResult, step: TallyStep): string {
  const { steps } = view.words;
  const votes = outcomes.find(({ proposalId }) => proposalId === step.proposalId)?.votes ?? step.score;
  const about = {
    title: titleOf(view, step.proposalId),
    score: scoreText(view, { score: step.score, votes }),
    cost: amount(view, step.costCents),
  };
  const done = step.granted
    ? steps.granted({ ...about, left: amount(view, step.leftAfterCents) })
    : steps.skipped(about);
  return `${done} ${stepWhy(view, step)}`;
}
