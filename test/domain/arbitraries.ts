import fc from 'fast-check';
import type { Border, Position } from '@buurt/domain/geo/border.js';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import { offerKinds } from '@buurt/domain/initiatives/initiative.js';
import type { Place } from '@buurt/domain/geo/place.js';
import {
  defaultIdeaSettings,
  ideaFields,
  ideaSteps,
  type FieldSettings,
  type IdeaSettings,
  type LocalText,
  type Question,
} from '@buurt/domain/ideas/settings.js';

/** Texts as people, machines and attackers write them. */
export const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '   ',
    '\u200b\u200b',
    '\u202Eerutan',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '👨‍👩‍👧‍👦'.repeat(5),
    'a\0b',
    '__proto__',
    'x'.repeat(10_000),
  ),
);

/** What a server could send instead of what the contract says. */
export const anyJson = fc.jsonValue({ maxDepth: 5 });

/** In and around the Netherlands. */
export const dutchPlace: fc.Arbitrary<Place> = fc.record({
  lat: fc.double({ min: 50.7, max: 53.6, noNaN: true }),
  lon: fc.double({ min: 3.3, max: 7.3, noNaN: true }),
});

const closed = (ring: readonly Position[]): Position[] => [...ring, ring[0] as Position];

/** A ring around a centre: corners at rising angles, each at its own distance; never crosses itself. */
const star = (centre: Place, least: number, most: number): fc.Arbitrary<Position[]> =>
  fc.array(fc.double({ min: least, max: most, noNaN: true }), { minLength: 3, maxLength: 12 }).map((radii) =>
    closed(
      radii.map((radius, index): Position => {
        const angle = (index / radii.length) * 2 * Math.PI;
        return [centre.lon + radius * Math.cos(angle) * 1.6, centre.lat + radius * Math.sin(angle)];
      }),
    ),
  );

/** One or two islands, each perhaps with a pond. */
export const border: fc.Arbitrary<Border> = fc
  .array(dutchPlace, { minLength: 1, maxLength: 2 })
  .chain((centres) =>
    fc.tuple(
      ...centres.map((centre) =>
        fc
          .tuple(star(centre, 0.004, 0.01), fc.option(star(centre, 0.0005, 0.0015), { nil: undefined }))
          .map(([outer, hole]) => (hole ? [outer, hole] : [outer])),
      ),
    ),
  )
  .map((coordinates) => ({ type: 'MultiPolygon', coordinates }));

const localText: fc.Arbitrary<LocalText> = fc.record({ nl: anyText, en: anyText }, { requiredKeys: ['nl'] });

const field = fc.constantFrom(...ideaFields).chain((name) =>
  fc.record(
    {
      name: fc.constant(name),
      required: fc.boolean(),
      min: fc.nat(20),
      max: fc.integer({ min: 1, max: 80 }),
    },
    { requiredKeys: ['name', 'required'] },
  ),
) as fc.Arbitrary<FieldSettings>;

const question = fc.record(
  {
    id: fc.constantFrom('q-1', 'q-2', 'a/b~c', 'constructor'),
    step: fc.constantFrom(...ideaSteps),
    kind: fc.constantFrom('line', 'text', 'choice'),
    label: localText,
    required: fc.boolean(),
    max: fc.integer({ min: 1, max: 60 }),
    options: fc.array(fc.constantFrom({ nl: 'Ja' }, { nl: 'Nee', en: 'No' }), { maxLength: 2 }),
    shown: fc.boolean(),
    onlyForTheme: fc.constantFrom('green', 'play'),
  },
  { requiredKeys: ['id', 'step', 'kind', 'label', 'required', 'options', 'shown'] },
) as fc.Arbitrary<Question>;

/** Settings as an organiser could make them: any fields in any order, and questions of his own. */
export const settings: fc.Arbitrary<IdeaSettings> = fc
  .record({
    fields: fc.uniqueArray(field, { selector: ({ name }) => name }),
    questions: fc.uniqueArray(question, { selector: ({ id }) => id }),
  })
  .map((own) => ({ ...defaultIdeaSettings, ...own }));

const place = fc.record(
  { lat: fc.double(), lon: fc.double(), address: anyText },
  { requiredKeys: ['lat', 'lon'] },
);
const kinds = fc.array(fc.constantFrom(...offerKinds, 'money' as never), { maxLength: 6 });
const cents = fc.oneof(fc.integer({ min: -5, max: 200_000_000 }), fc.double());

/** Ideas of the right shape, with anything in them. */
export const idea: fc.Arbitrary<NewIdea> = fc.record(
  {
    title: anyText,
    story: anyText,
    theme: fc.constantFrom('green', 'play', 'unknown', ''),
    place: fc.oneof(fc.constant(null), place, dutchPlace),
    assets: anyText,
    joiners: anyText,
    needs: kinds,
    offers: kinds,
    cost: fc.oneof(fc.constant(null), fc.record({ minCents: cents, maxCents: cents })),
    photos: fc.array(fc.record({ id: anyText, alt: anyText }), { maxLength: 7 }),
    name: anyText,
    email: fc.oneof(anyText, fc.constant('noor@voorbeeld.nl')),
    phone: fc.oneof(anyText, fc.constant('06 12345678')),
    consent: fc.boolean(),
    answers: fc.dictionary(fc.constantFrom('q-1', 'q-2', 'a/b~c', 'constructor', 'other'), anyText),
  },
  { requiredKeys: ['title', 'story', 'consent'] },
);
