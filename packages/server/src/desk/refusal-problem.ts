import type { LetterOrderState } from '@buurt/domain/desk/letters.js';
import type { RoundState } from '@buurt/domain/desk/round.js';
import { ActRefused, type Refusal } from '../acts/act-refused.js';
import { InvalidSettings } from '../buurten/settings-rules.js';
import { HttpProblem, invalidInput, notFound } from '../http/problem-json.js';

const roundStates: Readonly<Record<RoundState, string>> = {
  announced: 'De stemronde is nog niet begonnen.',
  open: 'De stemronde is open.',
  closed: 'De stemronde is gesloten.',
  cancelled: 'De stemronde gaat niet door.',
  settled: 'De uitslag is al verwerkt.',
};

const orderStates: Readonly<Record<LetterOrderState, string>> = {
  waiting: 'Deze brieven zijn nog niet gemaakt.',
  made: 'Deze brieven zijn al gemaakt. De codes zijn één keer te zien.',
  replaced: 'Deze brieven zijn al vervangen.',
  cancelled: 'Deze bestelling is geannuleerd.',
};

function editProblem(outcome: Extract<Refusal, { code: 'round-edit' }>['outcome']): HttpProblem {
  if (typeof outcome !== 'string') return invalidInput(outcome.problems);
  switch (outcome) {
    case 'same-name':
      return invalidInput([{ pointer: '/name', code: 'doubled' }]);
    case 'reversed':
      return invalidInput([{ pointer: '/closesAt', code: 'range-reversed' }]);
    case 'past':
    case 'earlier':
      return invalidInput([{ pointer: '/closesAt', code: 'out-of-range' }]);
    case 'over':
      return new HttpProblem('round-stands', 'De stemronde is voorbij.');
    case 'begun':
      return new HttpProblem('round-stands', 'De stemronde is open: mensen stemmen over wat er nu staat.');
    case 'voted':
      return new HttpProblem('round-stands', 'Er heeft al iemand gestemd.');
    case 'no-proposal':
      return notFound();
    case 'nothing-new':
      return new HttpProblem('round-stands', 'Dat staat er al.');
  }
}

/** What the desk answers when something is not done; undefined for what cannot come about there. */
function problemOf(refusal: Refusal): HttpProblem | undefined {
  switch (refusal.code) {
    case 'not-found':
    case 'not-a-question':
    case 'no-good-code':
      return notFound();
    case 'round-is':
      return new HttpProblem('round-stands', roundStates[refusal.state]);
    case 'own-draft':
      return new HttpProblem('second-person', 'Laat een collega dit nakijken en de stemronde maken.');
    case 'own-order':
      return new HttpProblem('second-person', 'Jij hebt deze brieven besteld. Laat een collega ze maken.');
    case 'order-is':
      return new HttpProblem('letter-order-stands', orderStates[refusal.state]);
    case 'order-outdated':
      return new HttpProblem(
        'letter-order-stands',
        'De stemronde is veranderd na de bestelling. Annuleer de bestelling en maak een nieuwe.',
      );
    case 'letter-too-full':
      return new HttpProblem('letter-too-full', 'Maak de regel over hulp of het adres van de pagina korter.');
    case 'same-name':
      return invalidInput([{ pointer: '/name', code: 'doubled' }]);
    case 'round-edit':
      return editProblem(refusal.outcome);
    case 'invalid':
      return invalidInput(refusal.problems);
    case 'changed-meanwhile':
      return new HttpProblem('changed-meanwhile', 'Kijk eerst wat er veranderd is.');
    case 'answered-already':
      return new HttpProblem('changed-meanwhile', 'Er is al een antwoord gegeven.', { status: 409 });
    case 'offer-withdrawn':
      return new HttpProblem('changed-meanwhile', 'Deze buur heeft het aanbod ingetrokken.', { status: 409 });
    case 'too-late':
      return new HttpProblem('too-late', 'Neem een nieuw besluit. De indiener hoort dat dan ook.');
    case 'works-here':
      return new HttpProblem('works-here', 'Zoek de collega op in de lijst, en verander daar de rollen.');
    case 'last-admin':
      return new HttpProblem('last-admin', 'Maak eerst iemand anders beheerder.');
    case 'outside-own-buurten':
      return new HttpProblem(
        'not-permitted',
        'Je gaat alleen over je eigen buurten. Vraag een beheerder van alle buurten.',
      );
    case 'too-many-mails':
      return new HttpProblem(
        'too-many-requests',
        'Er gingen vandaag al veel mails naar dit adres. Probeer het morgen nog eens.',
      );
    case 'not-published':
      return new HttpProblem('not-on-site', 'Zet het eerst op de site.');
    case 'not-on-ballot':
      return new HttpProblem('votes-say-otherwise', 'Het staat op geen stembiljet.');
    case 'decided-by-votes': {
      const names = refusal.votes.map(({ name }) => name).join(', ');
      return new HttpProblem('votes-say-otherwise', `Het doet mee in ${names}. De uitslag beslist.`);
    }
    case 'stands-in-votes': {
      const names = [...new Set(refusal.votes.map(({ roundName }) => roundName))].join(', ');
      return new HttpProblem(
        'stands-in-votes',
        `Het doet mee in ${names}. Haal je het eruit, dan kan dat niet terug.`,
      );
    }
    default:
      return undefined;
  }
}

/** What is wrong with settings, by its place in them; of many buurten, the one that it is about is named. */
function settingsProblem({ problems, buurt }: InvalidSettings): HttpProblem {
  const shown = problems.map(({ reason: _, ...problem }) => problem);
  return buurt
    ? new HttpProblem('invalid-input', `In ${buurt.name} kan dit niet. Er is niets veranderd.`, {
        problems: shown,
      })
    : invalidInput(shown);
}

/** Gives what is done, or throws why it is not in the words of the desk. */
export async function orProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof InvalidSettings) throw settingsProblem(error);
    throw (error instanceof ActRefused ? problemOf(error.refusal) : undefined) ?? error;
  }
}
