import type { ActName } from '@buurt/domain/acts/act.js';
import { statusesNl } from '@buurt/core/messages/statuses.nl.js';

/** What an act tells, in the words of the screen; an empty text where it does not tell that. */
export interface ActValues {
  /** A state, a status, an outcome or settings by their name, as `was`. */
  readonly words: (key: string) => string;
  /** 0 where it does not say. */
  readonly count: (key: string) => number;
  readonly money: (key: string) => string;
  /** A day with the hour. */
  readonly moment: (key: string) => string;
  /** The role that was given or taken. */
  readonly role: string;
  /** Whether the status is as before, and only what is said with it changed. */
  readonly isSameStatus: boolean;
  readonly is: (key: string, value: boolean | string) => boolean;
}

const given = (text: string, sentence: (text: string) => string): string =>
  text === '' ? '' : sentence(text);
const was = ({ words }: ActValues): string => given(words('was'), (before) => ` Eerst: ${before}.`);

/** What somebody did, behind their name. */
const acts: Readonly<Record<ActName, (values: ActValues) => string>> = {
  'idea.published': (values) => `plaatste een idee.${was(values)}`,
  'idea.declined': (values) => `plaatste een idee niet.${was(values)}`,
  'idea.hidden': (values) =>
    `haalde een idee van de site.${was(values)}${values.count('withdrawn') > 0 ? ' Het ging ook uit de stemronde.' : ''}`,
  'idea.decisionUndone': (values) => `maakte een besluit over een idee ongedaan.${was(values)}`,
  'idea.corrected': ({ is }) =>
    is('title', true)
      ? is('story', true)
        ? 'verbeterde de titel en de tekst van een idee.'
        : 'verbeterde de titel van een idee.'
      : is('story', true)
        ? 'verbeterde de tekst van een idee.'
        : 'verbeterde een tikfout in een idee.',
  'idea.imported': () => 'haalde een idee uit een ander systeem binnen.',
  'idea.erased': (values) => `wiste een idee voorgoed.${was(values)}`,
  'idea.statusChanged': ({ words, isSameStatus }) =>
    words('status') === ''
      ? 'veranderde de status van een idee.'
      : isSameStatus
        ? `veranderde de uitleg bij de status “${words('status')}” van een idee.`
        : `zette de status van een idee op “${words('status')}”.${given(words('was'), (before) => ` Dat was “${before}”.`)}`,
  'photo.hidden': () => 'haalde een foto van een idee van de site.',
  'photo.shown': () => 'zette een foto van een idee terug op de site.',
  'idea.helpAsked': () => 'veranderde welke hulp een idee zoekt.',
  'news.told': ({ is }) => (is('photo', true) ? 'vertelde nieuws met een foto.' : 'vertelde nieuws.'),
  'promise.made': ({ money }) =>
    `deed een belofte.${given(money('grantedCents'), (amount) => ` Toegezegd: ${amount}.`)}`,
  'promise.changed': ({ words, money }) =>
    `veranderde een belofte.${given(words('state'), (state) => ` Die is nu: ${state}.`)}${given(money('grantedCents'), (amount) => ` Toegezegd: ${amount}.`)}${given(money('spentCents'), (amount) => ` Uitgegeven: ${amount}.`)}`,
  'remark.published': (values) => `plaatste een reactie.${was(values)}`,
  'remark.hidden': (values) => `haalde een reactie van de site.${was(values)}`,
  'remark.erased': () => 'wiste een reactie voorgoed.',
  'report.resolved': ({ count }) =>
    count('reports') > 1
      ? `handelde ${String(count('reports'))} meldingen over een reactie af.`
      : 'handelde een melding over een reactie af.',
  'question.answered': ({ is }) =>
    is('replaced', true)
      ? 'verving het antwoord op een vraag.'
      : is('answeredAs', 'maker')
        ? 'beantwoordde een vraag namens de bedenker.'
        : 'beantwoordde een vraag.',
  'offer.forwarded': () => 'stuurde een aanbod van een buur door naar de bedenker.',
  'offer.answered': ({ words }) =>
    `beantwoordde het aanbod van een buur.${given(words('outcome'), (outcome) => ` De buur ${outcome}.`)}`,
  'offer.removed': () => 'haalde het aanbod van een buur weg.',
  'draft.made': () => 'begon een stemronde uit te denken.',
  'draft.changed': () => 'veranderde een stemronde in voorbereiding.',
  'draft.removed': () => 'gooide een stemronde in voorbereiding weg.',
  'round.made': ({ count, money }) =>
    `maakte een stemronde.${count('proposals') > 0 ? ` Er staan ${String(count('proposals'))} ideeën in.` : ''}${given(money('budgetCents'), (amount) => ` Het budget is ${amount}.`)}`,
  'round.changed': ({ moment }) =>
    `veranderde een stemronde.${given(moment('opensAt'), (at) => ` Die begint op ${at}.`)}${given(moment('closesAt'), (at) => ` Die eindigt op ${at}.`)}`,
  'round.opened': () => 'opende een stemronde.',
  'round.closed': () => 'sloot een stemronde.',
  'round.cancelled': () => 'annuleerde een stemronde.',
  'round.settled': ({ count }) =>
    `maakte beloften van de uitslag van een stemronde.${count('granted') > 0 ? ` Zoveel ideeën krijgen geld: ${String(count('granted'))}.` : ''}`,
  'proposal.changed': ({ money }) =>
    `veranderde een idee in een stemronde.${given(money('costCents'), (amount) => ` Het kost nu ${amount}.`)}`,
  'proposal.withdrawn': () => 'haalde een idee uit een stemronde.',
  'letters.ordered': ({ count, is }) =>
    `bestelde ${String(count('count'))} brieven met codes.${is('again', true) ? ' Die komen in de plaats van eerdere brieven.' : ''}`,
  'letters.cancelled': () => 'annuleerde een bestelling van brieven.',
  'codes.made': ({ count }) =>
    count('count') > 0
      ? `maakte ${String(count('count'))} codes om te stemmen.`
      : 'maakte codes om te stemmen.',
  'codes.replaced': () => 'verving codes om te stemmen.',
  'ballots.entered': ({ is }) =>
    is('pass', 'second')
      ? 'typte stembiljetten van papier voor de tweede keer in.'
      : is('pass', 'third')
        ? 'keek stembiljetten van papier na.'
        : 'voerde stembiljetten van papier in.',
  'ballot.removed': () => 'haalde een getypt stembiljet van papier weg, dat nog niet telde.',
  'staff.invited': ({ role }) =>
    `nodigde een collega uit.${given(role, (name) => ` Die kreeg de rol “${name}”.`)}`,
  'staff.removed': () => 'haalde een collega weg.',
  'staff.rolesChanged': ({ role, is }) =>
    role === ''
      ? 'veranderde de rollen van een collega.'
      : is('change', 'taken')
        ? `nam de rol “${role}” van een collega weg.`
        : `gaf een collega de rol “${role}”.`,
  'staff.linkMade': () => 'maakte een link waarmee een collega inlogt.',
  'session.ended': () => 'logde overal uit.',
  'settings.changed': ({ words, count }) =>
    `veranderde de instellingen van ${count('buurten') > 1 ? `${String(count('buurten'))} buurten tegelijk` : 'een buurt'}.${given(words('changed'), (names) => ` Veranderd: ${names}.`)}${given(words('reset'), (names) => ` Weer standaard: ${names}.`)}`,
  'person.searched': ({ count }) =>
    `zocht op wat er van iemand bewaard is. Gevonden: ${String(count('places'))}.`,
  'person.forgotten': ({ count }) =>
    `wiste hoe iemand te bereiken is. Bij ideeën: ${String(count('contacts'))}, bij aanbod: ${String(count('offers'))}, bij volgers: ${String(count('followers'))}.`,
  'mail.retried': () => 'liet een mail opnieuw versturen.',
  'mail.dropped': () => 'gaf een mail op die niet aankwam.',
};

/** The Dutch texts of who did what. */
export const nl = {
  title: 'Wie deed wat',
  lead: 'Wat collega’s en de beheerder van de server deden, het nieuwste bovenaan. Niemand kan dit veranderen.',
  notPermitted: 'Je mag niet zien wie wat deed. Vraag een beheerder als je dat nodig hebt.',
  loading: 'Even wachten …',
  retry: 'Probeer opnieuw',
  failed: 'Dit laadt nu niet.',
  moreFailed: 'De rest laadt nu niet.',
  empty: 'Hier deed nog niemand iets.',
  emptyOfPerson: 'Van deze collega staat hier niets.',
  filter: 'Van wie?',
  everybody: 'Iedereen',
  more: 'Toon meer',
  file: 'Download als bestand voor Excel',
  operator: 'De beheerder van de server',
  formerColleague: 'Een oud-collega',
  ideaLink: ({ reference }: { reference: string }) => `Idee ${reference}`,
  roundLink: 'Bekijk de stemronde',
  at: ({ day, time }: { day: string; time: string }) => `${day} om ${time}`,

  words: {
    ...statusesNl,
    waiting: 'wacht op antwoord',
    published: 'staat op de site',
    hidden: 'van de site gehaald',
    open: 'moet nog',
    kept: 'gedaan',
    late: 'te laat',
    broken: 'niet gelukt',
    joined: 'doet mee',
    intro: 'inleiding',
    organisation: 'organisatie',
    themes: 'thema’s',
    fields: 'wat het formulier vraagt',
    questions: 'eigen vragen',
    moderated: 'eerst nakijken of niet',
    answerDays: 'termijn voor het antwoord',
    contactKeptDays: 'bewaartermijn',
  } as Readonly<Record<string, string>>,
  /** What `declined` is: of an idea, of an offer, else a status. */
  declinedIdea: 'niet geplaatst',
  declinedOffer: 'doet niet mee',
  roles: {
    reader: 'Meelezen',
    moderator: 'Ideeën en reacties',
    rounds: 'Stemmingen',
    residents: 'Bewoners',
    admin: 'Beheerder',
  } as Readonly<Record<string, string>>,

  acts,
  /** An act of a newer server. */
  unknownAct: ({ name }: { name: string }) => `deed iets dat deze pagina nog niet kent (${name}).`,
};

export type ActsMessages = typeof nl;
