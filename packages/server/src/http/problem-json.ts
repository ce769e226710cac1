import type { Problem, ProblemCode } from '@buurt/domain/wire/problem.js';

/** Every way in which a request can fail; the end of the `type` of the answer (RFC 9457). */
export const httpProblems = {
  'invalid-input': { status: 400, title: 'Er klopt iets niet aan wat je stuurde' },
  'code-malformed': { status: 400, title: 'Deze code kan niet kloppen' },
  'login-needed': { status: 401, title: 'Log eerst in' },
  'login-refused': { status: 403, title: 'Met deze link kun je niet inloggen' },
  'login-links-off': { status: 403, title: 'Inloggen met een link kan hier niet' },
  'not-permitted': { status: 403, title: 'Dit mag je hier niet' },
  'code-unknown': { status: 403, title: 'Deze code kennen we niet' },
  'token-refused': { status: 403, title: 'De site kon niet bevestigen dat je mag stemmen' },
  'code-replaced': { status: 403, title: 'Deze brief is vervangen' },
  'origin-refused': { status: 403, title: 'Deze website mag dit niet' },
  'not-found': { status: 404, title: 'Dit is er niet' },
  'method-not-allowed': { status: 405, title: 'Dit kan hier niet' },
  'too-slow': { status: 408, title: 'Het duurde te lang' },
  ended: { status: 409, title: 'Dit initiatief is al afgelopen' },
  'stands-in-votes': { status: 409, title: 'De buurt stemt hierover' },
  'sends-no-mail': { status: 409, title: 'Van hier gaat geen mail uit' },
  'not-on-site': { status: 409, title: 'Dit staat niet op de site' },
  'votes-say-otherwise': { status: 409, title: 'De stemming zegt iets anders' },
  'round-stands': { status: 409, title: 'Dit kan nu niet met deze stemronde' },
  'second-person': { status: 409, title: 'Hier is een tweede persoon voor nodig' },
  'letter-order-stands': { status: 409, title: 'Deze brieven kunnen nu niet worden gemaakt' },
  'letter-too-full': { status: 409, title: 'De brief past niet op één bladzijde' },
  'too-late': { status: 409, title: 'Dit kan niet meer ongedaan worden gemaakt' },
  'works-here': { status: 409, title: 'Deze collega kan al inloggen' },
  'last-admin': { status: 409, title: 'Dit is de laatste beheerder' },
  'not-open-yet': { status: 409, title: 'De stemming is nog niet open' },
  closed: { status: 409, title: 'De stemming is gesloten' },
  'not-closed-yet': { status: 409, title: 'De stemming is nog niet gesloten' },
  'rules-changed': { status: 409, title: 'De regels zijn veranderd' },
  'changed-elsewhere': { status: 412, title: 'Je stem is op een ander apparaat veranderd' },
  'changed-meanwhile': { status: 412, title: 'Dit is intussen veranderd' },
  'too-big': { status: 413, title: 'Dit is te groot' },
  'unsupported-type': { status: 415, title: 'Dit soort bestand kennen we niet' },
  'key-used-before': { status: 422, title: 'Deze sleutel is al gebruikt' },
  'version-needed': { status: 428, title: 'Er ontbreekt welke versie je zag' },
  'too-many-requests': { status: 429, title: 'Het gaat even te snel' },
  'used-often': { status: 429, title: 'Met deze code is vandaag vaak gestemd' },
  'headers-too-big': { status: 431, title: 'Er staat te veel in de kop van dit verzoek' },
  internal: { status: 500, title: 'Er ging bij ons iets mis' },
  busy: { status: 503, title: 'Het is nu te druk' },
} as const;
export type HttpProblemKind = keyof typeof httpProblems;

/** A request that is not carried out, and why, in words for the one who sent it. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  constructor(
    readonly kind: HttpProblemKind,
    readonly detail: string,
    readonly more: {
      readonly problems?: readonly Problem[];
      /** Another than that of its kind. */
      readonly status?: 409;
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`${kind}: ${detail}`, { cause: more.cause });
  }
}

export const invalidInput = (problems: readonly Problem[]) =>
  new HttpProblem('invalid-input', 'Kijk het na en stuur het dan opnieuw.', { problems });
export const notFound = () =>
  new HttpProblem('not-found', 'Misschien is het weggehaald, of klopt het adres niet.');

/** Whoever hung up reads no answer, and it is no mistake of ours: nothing is logged. */
export const connectionLost = (cause?: unknown) =>
  new HttpProblem('too-slow', 'De verbinding is verbroken.', { headers: { Connection: 'close' }, cause });

const sentences: Readonly<Record<ProblemCode, (problem: Problem) => string>> = {
  required: () => 'Vul dit in.',
  'too-short': ({ limit }) => `Gebruik minstens ${String(limit)} tekens.`,
  'too-long': ({ limit, actual }) =>
    `Gebruik hoogstens ${String(limit)} tekens. Het zijn er nu ${String(actual)}.`,
  'too-many': ({ limit }) => `Stuur er hoogstens ${String(limit)}.`,
  'not-an-option': () => 'Deze keuze is er niet. Kies iets anders.',
  'not-an-email': () => 'Dit is geen e-mailadres. Zo is het goed: naam@voorbeeld.nl.',
  'not-a-phone-number': () => 'Dit is geen telefoonnummer. Zo is het goed: 06 12 34 56 78.',
  'not-a-contact': () =>
    'Hiermee kan niemand je bereiken. Zo is het goed: naam@voorbeeld.nl, of 06 12 34 56 78.',
  'outside-buurt': () => 'Deze plek ligt niet in de buurt.',
  'range-reversed': () => 'Het laagste getal is hoger dan het hoogste.',
  'out-of-range': ({ limit }) =>
    limit === undefined
      ? 'Dit getal kan hier niet.'
      : `Dit getal kan hier niet. De grens is ${String(limit)}.`,
  consent: () => 'Zeg eerst dat je het goed vindt.',
  malformed: () => 'Dit heeft niet de goede vorm.',
  'unknown-key': () => 'Dit veld hoort hier niet.',
  doubled: () => 'Dit staat er al.',
  withdrawn: () => 'Dit plan doet niet meer mee.',
  'not-mutual': () => 'Twee plannen sluiten elkaar uit, maar dat staat maar bij één van de twee.',
  unsatisfiable: () => 'Aan deze regels samen kan niemand voldoen.',
  'picks.min': ({ limit, actual }) => `Kies er minstens ${String(limit)}. Het zijn er nu ${String(actual)}.`,
  'picks.max': ({ limit, actual }) => `Kies er hoogstens ${String(limit)}. Het zijn er nu ${String(actual)}.`,
  'spend.min': () => 'Deze plannen kosten samen te weinig.',
  'spend.max': () => 'Deze plannen kosten samen te veel.',
  'points.min': ({ limit }) => `Geef minstens ${String(limit)} punten.`,
  'points.max': ({ limit }) => `Geef hoogstens ${String(limit)} punten.`,
  'total.min': ({ limit, actual }) =>
    `Verdeel minstens ${String(limit)} punten. Het zijn er nu ${String(actual)}.`,
  'total.max': ({ limit, actual }) =>
    `Verdeel hoogstens ${String(limit)} punten. Het zijn er nu ${String(actual)}.`,
};

const problemType = (kind: HttpProblemKind) => `urn:buurt:problem:${kind}`;

/** So that a small request full of mistakes does not become a big answer; no form has so many fields. */
const mostErrors = 100;

/** The answer to a request that is refused, with its first hundred problems. */
export function problemJson({ kind, detail, more }: HttpProblem) {
  const { title } = httpProblems[kind];
  const { status = httpProblems[kind].status } = more;
  const errors = (more.problems ?? []).slice(0, mostErrors).map((problem) => ({
    ...problem,
    detail: sentences[problem.code](problem),
  }));
  const body = { type: problemType(kind), title, status, detail, ...(errors.length > 0 ? { errors } : {}) };
  const headers = {
    'Content-Type': 'application/problem+json',
    'Content-Language': 'nl',
    'Cache-Control': 'no-store',
  };
  return { body: JSON.stringify(body), status, headers: { ...headers, ...more.headers } };
}
