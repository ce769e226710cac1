import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Border } from '@buurt/domain/geo/border.js';
import { costProblems, ideaProblems, type NewIdea } from '@buurt/domain/ideas/idea.js';
import { formProblemCodes, type Problem } from '@buurt/domain/wire/problem.js';
import {
  defaultIdeaSettings,
  ideaFields,
  type FieldSettings,
  type IdeaSettings,
} from '@buurt/domain/ideas/settings.js';

const complete: NewIdea = {
  title: 'Een lange tafel op het plein',
  story: 'Een keer per maand eten we met de hele straat.',
  consent: true,
};
const under = (change: Partial<IdeaSettings>): IdeaSettings => ({ ...defaultIdeaSettings, ...change });
const asking = (...fields: FieldSettings[]): IdeaSettings => under({ fields });
const question = {
  id: 'when',
  step: 'together',
  kind: 'line',
  label: { nl: 'Wanneer?' },
  required: false,
  options: [],
  shown: true,
} as const;

const around: Border = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [4, 52],
        [5, 52],
        [5, 53],
        [4, 53],
        [4, 52],
      ],
    ],
  ],
};

const cases: readonly [
  what: string,
  settings: IdeaSettings,
  change: Partial<NewIdea>,
  expected: Problem[],
][] = [
  ['no title', defaultIdeaSettings, { title: '  ' }, [{ pointer: '/title', code: 'required' }]],
  [
    'a title in which nothing can be read',
    defaultIdeaSettings,
    { title: '\u200b\u00ad\u2060\u3164\u200b' },
    [{ pointer: '/title', code: 'required' }],
  ],
  [
    'a title of three letters',
    defaultIdeaSettings,
    { title: ' bos ' },
    [{ pointer: '/title', code: 'too-short', limit: 4, actual: 3 }],
  ],
  [
    'a title of 81 emoji',
    defaultIdeaSettings,
    { title: '🌳'.repeat(81) },
    [{ pointer: '/title', code: 'too-long', limit: 80, actual: 81 }],
  ],
  [
    'a story longer than the server takes, where the organiser set no limit',
    asking({ name: 'story', required: true }, { name: 'title', required: true }),
    { story: 'x'.repeat(5001) },
    [{ pointer: '/story', code: 'too-long', limit: 5000, actual: 5001 }],
  ],
  [
    'a character that a database cannot keep',
    defaultIdeaSettings,
    { story: 'Een lange tafel\0 op het plein' },
    [{ pointer: '/story', code: 'malformed' }],
  ],
  [
    'an unknown theme',
    defaultIdeaSettings,
    { theme: 'money' },
    [{ pointer: '/theme', code: 'not-an-option' }],
  ],
  [
    'a place in another buurt',
    defaultIdeaSettings,
    { place: { lat: 51, lon: 4.5 } },
    [{ pointer: '/place', code: 'outside-buurt' }],
  ],
  [
    'a place that is nowhere',
    defaultIdeaSettings,
    { place: { lat: 252, lon: 4.5 } },
    [{ pointer: '/place', code: 'malformed' }],
  ],
  [
    'an address of a page long',
    defaultIdeaSettings,
    { place: { lat: 52.5, lon: 4.5, address: 'a'.repeat(201) } },
    [{ pointer: '/place/address', code: 'too-long', limit: 200, actual: 201 }],
  ],
  [
    'a kind of help that does not exist, and one twice',
    defaultIdeaSettings,
    { needs: ['time', 'money' as never, 'time'] },
    [
      { pointer: '/needs/1', code: 'not-an-option' },
      { pointer: '/needs/2', code: 'not-an-option' },
    ],
  ],
  [
    'a cost from high to low',
    defaultIdeaSettings,
    { cost: { minCents: 2, maxCents: 1 } },
    [{ pointer: '/cost', code: 'range-reversed' }],
  ],
  [
    'two amounts that cannot be',
    defaultIdeaSettings,
    { cost: { minCents: -1, maxCents: 100_000_001 } },
    [
      { pointer: '/cost/minCents', code: 'out-of-range', limit: 100_000_000 },
      { pointer: '/cost/maxCents', code: 'out-of-range', limit: 100_000_000 },
    ],
  ],
  [
    'six photos',
    defaultIdeaSettings,
    { photos: Array.from({ length: 6 }, (_, index) => ({ id: String(index), alt: '' })) },
    [{ pointer: '/photos', code: 'too-many', limit: 5, actual: 6 }],
  ],
  [
    'a description of a photo of a page long',
    defaultIdeaSettings,
    { photos: [{ id: 'a', alt: 'x'.repeat(301) }] },
    [{ pointer: '/photos/0/alt', code: 'too-long', limit: 300, actual: 301 }],
  ],
  [
    'half an e-mail address',
    defaultIdeaSettings,
    { email: 'noor@voorbeeld' },
    [{ pointer: '/email', code: 'not-an-email' }],
  ],
  [
    'a telephone number in words',
    under({ fields: [...defaultIdeaSettings.fields, { name: 'phone', required: false }] }),
    { phone: 'bel de buurvrouw' },
    [{ pointer: '/phone', code: 'not-a-phone-number' }],
  ],
  ['no consent', defaultIdeaSettings, { consent: false }, [{ pointer: '/consent', code: 'consent' }]],
  [
    'an answer that was not offered',
    under({ questions: [{ ...question, kind: 'choice', options: [{ nl: 'Zomer' }] }] }),
    { answers: { when: 'Winter' } },
    [{ pointer: '/answers/when', code: 'not-an-option' }],
  ],
  [
    'no answer to a question that must be answered',
    under({ questions: [{ ...question, id: 'a/b~c', required: true }] }),
    {},
    [{ pointer: '/answers/a~1b~0c', code: 'required' }],
  ],
  [
    'an answer to a question that nobody asked',
    under({ questions: [{ ...question, onlyForTheme: 'play' }] }),
    { theme: 'green', answers: { when: 'morgen', toString: 'x' } },
    [
      { pointer: '/answers/when', code: 'unknown-key' },
      { pointer: '/answers/toString', code: 'unknown-key' },
    ],
  ],
  [
    'a field that the organiser does not ask',
    asking({ name: 'title', required: true }, { name: 'story', required: true }),
    { phone: '06 12345678', place: null },
    [
      { pointer: '/place', code: 'unknown-key' },
      { pointer: '/phone', code: 'unknown-key' },
    ],
  ],
];

describe('an idea that is handed in', () => {
  it('may be a title and a story', () => {
    assert.deepEqual(ideaProblems(defaultIdeaSettings, complete, around), []);
  });

  it('may be filled in wholly', () => {
    const settings = under({
      fields: ideaFields.map((name) => ({ name, required: true })),
      questions: [{ ...question, kind: 'choice', options: [{ nl: 'Zomer', en: 'Summer' }], required: true }],
    });
    const whole: Required<NewIdea> = {
      ...complete,
      theme: 'meet',
      place: { lat: 52.5, lon: 4.5, address: 'Rozenplein 1' },
      assets: 'Er staan al banken.',
      joiners: 'De ouders van school.',
      needs: ['time', 'tools'],
      offers: ['network'],
      cost: { minCents: 0, maxCents: 100_00 },
      photos: [{ id: 'photo-1', alt: 'Een leeg plein' }],
      name: 'Noor',
      email: 'noor.van-dam+buurt@voorbeeld.nl',
      phone: '+31 (0)6 1234 5678',
      answers: { when: 'Zomer' },
      locale: 'en',
    };
    assert.deepEqual(ideaProblems(settings, whole, around), []);
  });

  for (const [what, settings, change, expected] of cases)
    it(`is not taken with ${what}`, () => {
      assert.deepEqual(ideaProblems(settings, { ...complete, ...change }, around), expected);
    });

  it('has a test above for every problem that there can be', () => {
    const tested = new Set(cases.flatMap(([, , , problems]) => problems.map(({ code }) => code)));
    const ofIdeas = formProblemCodes.filter((code) => code !== 'not-a-contact');
    assert.deepEqual([...tested].sort(), ofIdeas.sort());
  });

  it('needs each field that the organiser requires, and only those', () => {
    for (const name of ideaFields) {
      const ask = (required: boolean) =>
        ideaProblems(asking({ name, required }), { ...complete, title: '', story: '' });
      assert.deepEqual(ask(true), [{ pointer: `/${name}`, code: 'required' }]);
      assert.deepEqual(ask(false), []);
    }
  });

  it('may say that it has no place and that the cost is unknown, also where an answer is required', () => {
    const settings = asking(
      ...(['title', 'story', 'place', 'cost'] as const).map((name) => ({ name, required: true })),
    );
    assert.deepEqual(ideaProblems(settings, { ...complete, place: null, cost: null }, around), []);
  });

  it('is not held to a border that is not known', () => {
    assert.deepEqual(ideaProblems(defaultIdeaSettings, { ...complete, place: { lat: 0, lon: 0 } }), []);
  });

  it('knows addresses and numbers as people have them', () => {
    const settings = asking(
      ...(['title', 'story', 'email', 'phone'] as const).map((name) => ({ name, required: false })),
    );
    const codes = (change: Partial<NewIdea>) =>
      ideaProblems(settings, { ...complete, ...change }).map(({ code }) => code);
    for (const email of ['a@b.nl', ' noor@post.voorbeeld.nl ', "o'hara@voorbeeld.ie", 'jan@bücher.example'])
      assert.deepEqual(codes({ email }), [], email);
    for (const email of ['a@b', '@b.nl', 'a b@c.nl', 'a@b..nl', 'a@b.nl, c@d.nl', 'a@.nl', '<a@b.nl>'])
      assert.deepEqual(codes({ email }), ['not-an-email'], email);
    for (const phone of ['0612345678', '06-12345678', '+31 20 123 45 67', '(020) 123.4567'])
      assert.deepEqual(codes({ phone }), [], phone);
    for (const phone of ['........', '1234567', '06 1234567a', '06+12345678'])
      assert.deepEqual(codes({ phone }), ['not-a-phone-number'], phone);
  });

  it('is checked in no time, whatever is in it', () => {
    const hostile = `${'a'.repeat(60)}@${'b.'.repeat(90)}@`;
    const settings = asking({ name: 'email', required: true }, { name: 'phone', required: true });
    const started = performance.now();
    ideaProblems(settings, { ...complete, email: hostile, phone: '1 '.repeat(9) });
    assert.ok(performance.now() - started < 100);
  });
});

describe('a range of costs', () => {
  it('is right for whole cents from low to high, up to a million euros', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 0, max: 100_000_000 }),
        (a, b) => {
          const [minCents, maxCents] = [Math.min(a, b), Math.max(a, b)];
          assert.deepEqual(costProblems('/cost', { minCents, maxCents }), []);
        },
      ),
    );
  });

  it('is wrong for every fraction, infinity and what is no number', () => {
    for (const amount of [0.5, NaN, Infinity, -1, -0.01, 100_000_001])
      assert.deepEqual(
        costProblems('/c', { minCents: 0, maxCents: amount }).map(({ pointer }) => pointer),
        ['/c/maxCents'],
      );
  });
});
