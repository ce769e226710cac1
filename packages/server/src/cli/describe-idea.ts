import type { DeskPhoto } from '@buurt/domain/desk/inbox.js';
import { dutchDay } from '@buurt/domain/wire/dutch-time.js';
import { settingsOf } from '../buurten/buurten.queries.js';
import type { Idea } from '../ideas/review.queries.js';
import { onMoreLines, onOneLine } from './table.js';

const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

const cost = ({ cost_min_cents: from, cost_max_cents: to }: Idea) =>
  from === null || to === null ? '' : `${euros.format(from / 100)} – ${euros.format(to / 100)}`;

const place = ({ lat, lon, address }: Idea) =>
  lat === null ? '' : [address, `(${String(lat)}, ${String(lon)})`].filter(Boolean).join(' ');

function answers({ answers: given, buurt_name: name, settings }: Idea): (readonly [string, string])[] {
  const { questions } = settingsOf({ name, settings });
  return Object.entries(given).map(([id, answer]) => [
    questions.find((each) => each.id === id)?.label.nl ?? id,
    answer,
  ]);
}

const withReason = (state: string, reason: string | null) => (reason ? `${state}: ${reason}` : state);
const day = (at: Date | null) => (at === null ? '' : dutchDay(at));

/** Everything about an idea, one line for each thing that is known; who made it only when asked for. */
export function describe(
  idea: Idea,
  { withContact, photos = [] }: { readonly withContact: boolean; readonly photos?: readonly DeskPhoto[] },
): string {
  const lines: readonly (readonly [string, string | number | null])[] = [
    ['buurt', `${idea.buurt_code} ${idea.buurt_name}`],
    ['id', idea.id],
    ['handed in', day(idea.created_at)],
    ['state', withReason(idea.review, idea.review_reason)],
    ['published', day(idea.published_at)],
    ['status', idea.review === 'published' ? withReason(idea.status, idea.status_reason) : ''],
    ['theme', idea.theme],
    ['place', place(idea)],
    ['there already', idea.assets],
    ['could join', idea.joiners],
    ['asks', idea.needs.join(', ')],
    ['brings', idea.offers.join(', ')],
    ['cost', cost(idea)],
    ['photos', idea.photos],
    ...photos.map(
      ({ id, alt, hidden }) =>
        ['photo', [id, alt, hidden ? `hidden: ${hidden.reason}` : ''].filter(Boolean).join(' ')] as const,
    ),
    ['support', idea.supports],
    ['neighbours', idea.neighbours],
    ...answers(idea),
    ...(withContact
      ? ([
          ['name', idea.name],
          ['e-mail', idea.email],
          ['telephone', idea.phone],
        ] as const)
      : []),
  ];
  const written = lines
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `  ${`${onOneLine(name)}:`.padEnd(15)} ${onOneLine(String(value))}\n`);
  const story = onMoreLines(idea.story).replaceAll(/^/gm, '  ');
  return `${idea.reference}  ${onOneLine(idea.title)}\n${written.join('')}\n${story}\n`;
}
