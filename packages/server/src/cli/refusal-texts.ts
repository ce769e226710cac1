import { ruleProblemSentence } from '@buurt/domain/rounds/rule-sentences.js';
import type { Refusal } from '../acts/act-refused.js';
import { stateOf } from '../rounds/find-round.queries.js';
import type { EditRefusal } from '../rounds/round-edits.queries.js';
import { formatMoment } from './describe-round.js';
import { onOneLine } from './table.js';

type EditedRound = Extract<Refusal, { code: 'round-edit' }>['round'];

const because: Readonly<Record<EditRefusal, (round: EditedRound) => string>> = {
  over: (round) => `${onOneLine(round.name)} is ${stateOf(round)}.`,
  begun: (round) => `${onOneLine(round.name)} is open: people vote on what it says now.`,
  voted: (round) =>
    `Somebody voted in ${onOneLine(round.name)} already. Change its closing time, withdraw a proposal, or close it.`,
  earlier: (round) =>
    `People count on ${formatMoment(round.closes_at.toISOString())}. To end voting now, see "buurt round close".`,
  reversed: () => 'It would open after it closes.',
  past: () =>
    'That moment is over. To begin or end voting now, see "buurt round open" and "buurt round close".',
  'same-name': () => 'Another round of this buurt has that name.',
  'no-proposal': (round) => `${onOneLine(round.name)} has no such proposal; "buurt round show" shows them.`,
  'nothing-new': () => 'It says that already.',
};

/** Why something was not done, in a line that an operator can act on. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-found':
      return `There is no ${refusal.kind} ${refusal.ids.join(', ')}. Nothing was changed.`;
    case 'invalid': {
      const problems = refusal.problems.map(({ pointer, code }) => `${pointer.slice(1)}: ${code}`);
      return `It cannot be so (${problems.join(', ')}). Nothing was changed.`;
    }
    case 'round-is':
      return `${onOneLine(refusal.name)} ${refusal.state === 'settled' ? 'was settled before' : `is ${refusal.state}`}. Nothing was changed.`;
    case 'own-draft':
      return 'Somebody else has to make the vote of this draft. Nothing was changed.';
    case 'own-order':
      return 'Somebody else has to have these letters made. Nothing was changed.';
    case 'order-is':
      return `The letters of this order are ${refusal.state}. Nothing was changed.`;
    case 'order-outdated':
      return 'The round was changed since: order the letters anew. Nothing was changed.';
    case 'letter-too-full':
      return 'The letter does not fit on its first page: make --help-line or --page shorter. No letter was made.';
    case 'no-good-code':
      return 'This is no good code of this round. Nothing was changed.';
    case 'same-name':
      return (
        `${refusal.buurt} has a round called ${onOneLine(refusal.name)} already: give this one another name, or cancel that one ` +
        '("buurt round cancel"). No round was made.'
      );
    case 'round-edit': {
      const { round, outcome } = refusal;
      const reason =
        typeof outcome === 'string'
          ? because[outcome](round)
          : outcome.problems.map((problem) => ruleProblemSentence(problem, round.currency)).join(' ');
      return `${reason} Nothing was changed.`;
    }
    case 'not-published':
      return `${refusal.named} is not published, so it is no initiative. Nothing was changed.`;
    case 'not-on-ballot':
      return `${refusal.reference} stands in no vote: "buurt round make" puts it on a ballot. Nothing was changed.`;
    case 'decided-by-votes': {
      const { reference, status, votes } = refusal;
      const names = votes.map(({ name }) => onOneLine(name)).join(', ');
      const firstDo = votes[0]?.closed ? 'settle' : 'withdraw';
      return `${reference} stands in ${names}, so it cannot be ${status}: "buurt round ${firstDo}" it first. Nothing was changed.`;
    }
    case 'promise-needs-day':
      return 'This promise is new: say by when, with --by 2027-05-01. Nothing was changed.';
    case 'not-a-question':
      return `${refusal.id} is no question. Nothing was changed.`;
    case 'changed-meanwhile':
      return 'It was changed meanwhile. Nothing was changed.';
    case 'answered-already':
      return 'It was answered already. Nothing was changed.';
    case 'offer-withdrawn':
      return 'The neighbour took the offer back. Nothing was changed.';
    case 'too-late':
      return 'It cannot be undone any more. Nothing was changed.';
    case 'works-here':
      return 'They can log in already. Nothing was changed.';
    case 'last-admin':
      return 'Nobody would be left who lets others in. Nothing was changed.';
    case 'outside-own-buurten':
      return 'It is about another buurt. Nothing was changed.';
    case 'too-many-mails':
      return 'Too many mails went to this address today: try again tomorrow. Nothing was changed.';
    case 'stands-in-votes': {
      const votes = refusal.votes.map(
        ({ proposalId, title, roundName, phase }) =>
          `${onOneLine(title)} stands as ${onOneLine(proposalId)} in ${onOneLine(roundName)}, which is ${phase}`,
      );
      return (
        `${votes.join('; ')}. It would be withdrawn from the vote, which cannot be undone: nobody can choose it any more, ` +
        'and votes for it do not count. Say so with --yes. Nothing was changed.'
      );
    }
  }
}
