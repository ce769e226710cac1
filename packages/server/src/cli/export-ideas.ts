import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import { settingsOf } from '../buurten/buurten.queries.js';
import type { Database } from '../db/open.js';
import { csvOf, type Columns } from './csv.js';
import { ideas, type Idea, type IdeaFilter } from '../ideas/review.queries.js';

const reviews: Readonly<Record<Idea['review'], string>> = {
  waiting: 'wacht op een lezer',
  published: 'staat op de site',
  declined: 'afgewezen',
  hidden: 'verborgen',
};
const statuses: Readonly<Record<Idea['status'], string>> = {
  new: 'nieuw',
  onBallot: 'op het stembiljet',
  granted: 'krijgt budget',
  underway: 'bezig',
  done: 'gelukt',
  declined: 'gaat niet door',
};
const kinds: Readonly<Record<OfferKind, string>> = {
  time: 'tijd',
  skill: 'talent',
  tools: 'spullen',
  space: 'ruimte',
  network: 'contacten',
};

const clock = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});

/** As Excel takes it for a date and time: `2026-11-23 10:05`, on the clock of the office. */
export const moment = (at: Date | null): string => (at === null ? '' : clock.format(at));
const euros = (cents: number | null) => (cents === null ? null : cents / 100);
export const kindNames = (chosen: readonly OfferKind[]): string =>
  chosen.map((kind) => kinds[kind]).join(', ');

function themeOf(idea: Idea): string {
  const { themes } = settingsOf({ name: idea.buurt_name, settings: idea.settings });
  return themes.find(({ id }) => id === idea.theme)?.name.nl ?? idea.theme ?? '';
}

/** What was asked and answered, one on each line; the question as it is asked now, else its key. */
function answersOf(idea: Idea): string {
  const { questions } = settingsOf({ name: idea.buurt_name, settings: idea.settings });
  const asked = (key: string) => questions.find(({ id }) => id === key)?.label.nl ?? key;
  return Object.entries(idea.answers)
    .map(([key, answer]) => `${asked(key)}: ${answer}`)
    .join('\n');
}

const columns: Columns<Idea> = [
  ['kenmerk', ({ reference }) => reference],
  ['buurtcode', ({ buurt_code }) => buurt_code],
  ['buurt', ({ buurt_name }) => buurt_name],
  ['ingediend', ({ created_at }) => moment(created_at)],
  ['beoordeling', ({ review }) => reviews[review]],
  ['reden beoordeling', ({ review_reason }) => review_reason],
  ['gepubliceerd', ({ published_at }) => moment(published_at)],
  ['status', ({ status }) => statuses[status]],
  ['toelichting status', ({ status_reason }) => status_reason],
  ['thema', themeOf],
  ['titel', ({ title }) => title],
  ['verhaal', ({ story }) => story],
  ['wat is er al', ({ assets }) => assets],
  ['wie kan meedoen', ({ joiners }) => joiners],
  ['gevraagd aan buren', ({ needs }) => kindNames(needs)],
  ['brengt zelf in', ({ offers }) => kindNames(offers)],
  ['kosten van (euro)', ({ cost_min_cents }) => euros(cost_min_cents)],
  ['kosten tot (euro)', ({ cost_max_cents }) => euros(cost_max_cents)],
  ['adres', ({ address }) => address],
  ['breedtegraad', ({ lat }) => lat],
  ['lengtegraad', ({ lon }) => lon],
  ['antwoorden', answersOf],
  ["foto's", ({ photos }) => photos],
  ['steun', ({ supports }) => supports],
  ['buren die meedoen', ({ neighbours }) => neighbours],
  ['id', ({ id }) => id],
];

const contactColumns: typeof columns = [
  ['naam', ({ name }) => name],
  ['e-mail', ({ email }) => email],
  ['telefoon', ({ phone }) => phone],
];

/** The ideas as CSV for Dutch Excel, in parts, oldest first. Names and contact data only when asked for. */
export const ideasAsCsv = (
  db: Database,
  filter: IdeaFilter,
  { withContact }: { readonly withContact: boolean },
) =>
  csvOf(withContact ? [...columns, ...contactColumns] : columns, (from, limit) =>
    ideas(db, filter)
      .orderBy('initiative.created_at')
      .orderBy('initiative.id')
      .offset(from)
      .limit(limit)
      .execute(),
  );
