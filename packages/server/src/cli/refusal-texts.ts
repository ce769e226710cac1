import type { Refusal } from '../acts/act-refused.js';
import { onOneLine } from './table.js';

/** Why something was not done, in a line that an operator can act on. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-found':
      return `There is no ${refusal.kind} ${refusal.ids.join(', ')}. Nothing was changed.`;
    case 'invalid': {
      const problems = refusal.problems.map(({ pointer, code }) => `${pointer.slice(1)}: ${code}`);
      return `It cannot be so (${problems.join(', ')}). Nothing was changed.`;
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
