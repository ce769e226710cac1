import type { RoundResults } from '@buurt/domain/rounds/results.js';
import type { Round, TallyRules } from '@buurt/domain/rounds/round.js';
import { rulesSentencesEn } from '@buurt/domain/rounds/sentences.en.js';
import { explainRules } from '@buurt/domain/rounds/sentences.js';
import type { TallyResult } from '@buurt/domain/voting/tally-result.js';
import { counted, onOneLine, table } from './table.js';

export const euro = (cents: number, currency: string): string =>
  new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'full',
  timeStyle: 'short',
});

/** A moment by the clocks in the Netherlands. */
export const formatMoment = (iso: string): string => clock.format(new Date(iso));

const methods: Readonly<Record<TallyRules['method'], string>> = {
  greedy: 'by votes, whatever still fits',
  'greedy-no-skip': 'by votes, until one does not fit',
  'greedy-threshold': 'by votes from a threshold, whatever still fits',
  equalshares: 'Equal Shares',
  'equalshares/add1': 'Equal Shares, with shares raised until the money is used',
};

const tallyWords = ({ method, threshold, tieBreak, leftover }: TallyRules): string =>
  `${methods[method]}${threshold === undefined ? '' : `, from a score of ${String(threshold)}`}; ties: ${[...tieBreak, 'lot'].filter((each, at, all) => all.indexOf(each) === at).join(', ')}; ` +
  (leftover === 'none' ? 'what is left is kept' : 'what is left is filled up by votes');

/** What anybody may know of a round, and how many letters went out; nothing about votes. */
export function describeRound(
  round: Round,
  state: string,
  letters: { good: number; voided: number },
): string {
  const { currency, proposals } = round;
  const rows = proposals.map(({ id, title, costCents, withdrawn }) => [
    ...[id, title, euro(costCents, currency), withdrawn ? 'withdrawn' : ''],
  ]);
  const lines = [
    `${onOneLine(round.name)} (${state})`,
    `id       ${round.id}`,
    `buurt    ${round.buurtCode}`,
    `opens    ${formatMoment(round.opensAt)}`,
    `closes   ${formatMoment(round.closesAt)}`,
    `budget   ${euro(round.budgetCents, currency)}`,
    `letters  ${String(letters.good)}${letters.voided > 0 ? `, and ${String(letters.voided)} replaced or void` : ''}`,
    ...explainRules(round, rulesSentencesEn).map(
      (each, at) => `${at === 0 ? 'rules   ' : '        '} ${each}`,
    ),
    ...round.tallies.map((each, at) => `${at === 0 ? 'decides ' : 'beside  '} ${tallyWords(each)}`),
  ];
  return `${lines.join('\n')}\n\n${table(['proposal', 'title', 'cost', ''], rows)}`;
}

/** What came of a round. */
export function describeResult(
  { proposals, currency }: Round,
  { ballotCount, channelCounts, tallies, chainHead }: RoundResults<TallyResult>,
): string {
  const titleOf = new Map(proposals.map(({ id, title }) => [id, title]));
  const came = Object.entries(channelCounts).map(([channel, count]) => `${channel} ${String(count)}`);
  const parts = tallies.map(({ rules, outcomes, spentCents, leftoverCents }) => {
    const rows = outcomes.map(({ proposalId, votes, score, granted, why }) => [
      ...[titleOf.get(proposalId) ?? proposalId, String(votes), String(score)],
      granted ? 'granted' : (why?.code ?? ''),
    ]);
    const money = `${euro(spentCents, currency)} granted, ${euro(leftoverCents, currency)} left`;
    return `${tallyWords(rules)}\n${money}\n${table(['title', 'votes', 'score', 'result'], rows)}`;
  });
  return `\n${counted(ballotCount, 'ballot')} counted (${came.join(', ')}). Head of the log: ${chainHead}\n\n${parts.join('\n')}`;
}
