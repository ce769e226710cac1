import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ballotProblems } from '@buurt/domain/voting/ballot-problems.js';
import type { BallotLine, BallotRules, GroupRules, Range } from '@buurt/domain/rounds/ballot.js';
import { withProposal } from '@buurt/domain/voting/choice.js';
import { readCode } from '@buurt/domain/rounds/code.js';
import { reasonsCannotAdd } from '@buurt/domain/voting/remaining.js';
import { rulesSentencesEn } from '@buurt/domain/rounds/sentences.en.js';
import {
  cannotAddSentence,
  codeSentence,
  explainRules,
  problemSentence,
  remainingSentences,
  type ExplainedForm,
} from '@buurt/domain/rounds/sentences.js';
import { rulesSentencesNl } from '@buurt/domain/rounds/sentences.nl.js';
import { aProposal, aRound } from './voting-arbitraries.js';

const green = { dimension: 'category', key: 'green' } as const;
const play = { dimension: 'category', key: 'play' } as const;
const noord = { dimension: 'neighborhood', key: 'noord' } as const;
const proposals = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) =>
  aProposal({
    id,
    costCents: (index + 1) * 350_050,
    categories: [index % 2 ? 'green' : 'play'],
    neighborhoods: index < 4 ? ['noord'] : [],
  }),
);
const explained = (rules: BallotRules): ExplainedForm => aRound({ rules, proposals });
/** With plain spaces, so that it can be read here. */
const plain = (sentences: readonly string[]) => sentences.join(' ').replaceAll('\u00a0', ' ');
const explain = (rules: BallotRules, texts = rulesSentencesNl) =>
  plain(explainRules(explained(rules), texts));
const chosen = (rules: BallotRules, ...ids: readonly string[]) =>
  ids.reduce<BallotLine[]>((lines, id) => withProposal(rules, lines, id), []);
const live = (rules: BallotRules, lines: readonly BallotLine[], texts = rulesSentencesNl) =>
  plain(remainingSentences(explained(rules), lines, texts));
const refused = (rules: BallotRules, lines: readonly BallotLine[], texts = rulesSentencesNl) => {
  const form = explained(rules);
  return plain(ballotProblems(form, lines).map((problem) => problemSentence(form, problem, texts)));
};
const keptOff = (rules: BallotRules, lines: readonly BallotLine[], id: string, texts = rulesSentencesNl) => {
  const form = explained(rules);
  return plain(reasonsCannotAdd(form, lines, id).map((problem) => cannotAddSentence(form, problem, texts)));
};

describe('what a resident reads about the rules', () => {
  const both: BallotRules = {
    expression: 'approve',
    picks: { min: 3, max: 5 },
    spendCents: { max: 2_000_000 },
  };

  it('explains them before voting', () => {
    assert.equal(
      explain(both),
      'Kies 3 tot 5 plannen. Samen mogen ze hoogstens € 20.000 kosten. Je hoeft niet alles uit te geven.',
    );
    assert.equal(
      explain(both, rulesSentencesEn),
      'Choose 3 to 5 plans. Together they may cost at most €20,000. You need not spend everything.',
    );
    assert.equal(explain({ expression: 'approve', picks: { min: 1, max: 1 } }), 'Kies 1 plan.');
    assert.equal(explain({ expression: 'approve' }), 'Kies zoveel plannen als je wilt.');
    assert.equal(
      explain({ expression: 'rank', picks: { min: 3, max: 3 } }),
      'Kies precies 3 plannen en zet ze op volgorde. Wat je het liefst wilt, komt bovenaan.',
    );
    assert.equal(
      explain({ expression: 'allocate', total: { min: 1, max: 3 } }),
      'Verdeel 1 tot 3 punten over de plannen.',
    );
    assert.equal(
      explain({ expression: 'score', perProject: { min: 0, max: 10 } }),
      'Geef elk plan dat je kiest 0 tot 10 punten. Een plan dat je overslaat, krijgt 0 punten.',
    );
  });

  it('says a rule that is the same for all themes once', () => {
    const same = (...of: readonly Pick<GroupRules, 'dimension' | 'key'>[]): BallotRules => ({
      expression: 'approve',
      picks: { min: 3, max: 15 },
      groups: of.map((group) => ({ ...group, picks: { max: 3 } })),
    });
    assert.equal(
      explain(same(green, play)),
      'Kies 3 tot 15 plannen. Kies uit elk thema hoogstens 3 plannen.',
    );
    assert.equal(explain(same(green)), 'Kies 3 tot 15 plannen. Kies uit “Groen” hoogstens 3 plannen.');
  });

  it('tells while choosing what is left, what is needed and what fits', () => {
    assert.equal(
      live(both, []),
      'Kies nog minstens 3 plannen. Er is nog € 20.000 over. Er passen nog 5 plannen bij.',
    );
    assert.equal(
      live({ ...both, picks: { max: 5 } }, chosen(both, 'a', 'b')),
      'Je kunt nog 3 plannen kiezen. Er is nog € 9.498,50 over. Er past geen plan meer bij.',
    );
    assert.equal(
      live({ expression: 'allocate', total: { max: 10 } }, [{ proposalId: 'a', points: 9 }]),
      'Je koos 1 plan. Je hebt nog 1 punt over.',
    );
    assert.equal(
      live({ expression: 'approve', picks: { max: 1 } }, chosen(both, 'a')),
      'Je koos 1 plan. Meer kan niet.',
    );
  });

  it('says of a ballot that is refused what is wrong and what to do', () => {
    assert.equal(
      refused({ expression: 'approve', picks: { max: 5 } }, chosen(both, 'a', 'b', 'c', 'd', 'e', 'f')),
      'Je koos 6 plannen. Het mogen er 5 zijn. Haal er 1 weg.',
    );
    assert.equal(
      refused({ expression: 'rank', picks: { min: 3, max: 3 } }, [{ proposalId: 'a', rank: 1 }]),
      'Je koos 1 plan. Het moeten er 3 zijn. Kies er 2 bij.',
    );
    assert.equal(
      refused({ expression: 'approve', spendCents: { max: 1_000_000 } }, chosen(both, 'a', 'b')),
      'Je keuze kost € 10.501,50. Het mag hoogstens € 10.000 zijn. Dat is € 501,50 te veel. Haal een plan weg.',
    );
    assert.equal(
      refused({ expression: 'approve', groups: [{ ...green, picks: { max: 1 } }] }, chosen(both, 'b', 'd')),
      'Je koos 2 plannen uit “Groen”. Het mag er 1 zijn. Haal er 1 weg.',
    );
    assert.equal(refused(both, []), 'Kies eerst een plan.');
  });

  it('says beside a plan why it cannot be added', () => {
    assert.equal(
      keptOff({ expression: 'approve', picks: { max: 2 } }, chosen(both, 'a', 'b'), 'c'),
      'Je hebt al 2 plannen. Haal er eerst 1 weg.',
    );
    assert.equal(
      keptOff({ expression: 'approve', spendCents: { max: 1_000_000 } }, chosen(both, 'a'), 'c'),
      'Dit plan past er niet bij. Je komt € 4.002 te kort.',
    );
    assert.equal(
      keptOff({ expression: 'allocate', total: { max: 3 } }, [{ proposalId: 'a', points: 3 }], 'c'),
      'Je hebt te weinig punten over. Haal eerst 1 punt weg bij een ander plan.',
    );
    assert.equal(keptOff(both, chosen(both, 'a'), 'a'), 'Dit plan heb je al gekozen.');
  });

  it('uses the currency of the round, and the key of a group that has no name', () => {
    const form = {
      ...aRound({
        currency: 'PLN',
        groupNames: {},
        rules: {
          expression: 'approve',
          spendCents: { max: 100 },
          groups: [{ dimension: 'category', key: '__proto__', picks: { max: 1 } }],
        },
        proposals,
      }),
    };
    assert.match(plain(explainRules(form, rulesSentencesNl)), /PLN 1 kosten.*“__proto__” hoogstens 1 plan/);
  });

  it('says what is wrong with a code', () => {
    const said = (text: string, texts = rulesSentencesNl) => {
      const read = readCode(text);
      return 'problem' in read ? codeSentence(read.problem, texts) : '';
    };
    assert.equal(said(''), 'Vul de code uit je brief in.');
    assert.equal(said('K7QF-M2XA-9TR'), 'Er ontbreekt nog 1 teken. Een code heeft er 12.');
    assert.equal(said('K7QF-M2XA-9TRCAA'), 'Er staan 2 tekens te veel. Een code heeft er 12.');
    assert.equal(
      said('K7QF-M2X?'),
      'Teken 8, “?”, komt in geen enkele code voor. Vergelijk het met je brief.',
    );
    assert.match(said('0000-0000-0001'), /tikfout/);
    assert.equal(said('K7QF-M2XA-9TR', rulesSentencesEn), '1 character is missing. A code has 12.');
  });
});

const ranges = (...ends: readonly Range[]): readonly (Range | undefined)[] => [undefined, ...ends];
const picks = ranges({ min: 1, max: 1 }, { min: 3, max: 3 }, { min: 2, max: 5 }, { min: 2 }, { max: 4 });
const money = ranges({ max: 2_000_000 }, { min: 100_050 }, { min: 700_100, max: 700_100 });
const points = ranges({ max: 10 }, { min: 2 }, { min: 1200, max: 1200 });
const marks: readonly Range[] = [
  { min: -2, max: 2 },
  { min: 1, max: 1 },
];
const groups: readonly (readonly GroupRules[] | undefined)[] = [
  undefined,
  [{ ...green, picks: { min: 1, max: 2 } }],
  [
    { ...green, picks: { max: 0 } },
    { ...play, picks: { max: 0 } },
  ],
  [
    { ...green, picks: { max: 1 }, spendCents: { max: 900_000 } },
    { ...play, picks: { max: 1 }, spendCents: { max: 900_000 } },
  ],
  [
    { ...noord, spendCents: { min: 100_000 } },
    { ...play, picks: { min: 2 }, spendCents: { min: 5, max: 800_000 } },
  ],
];

/** Every combination of rules of every kind. */
function* everyRules(): Generator<BallotRules> {
  const without = (some: object) =>
    Object.fromEntries(
      Object.entries(some).filter(([, value]) => value !== undefined),
    ) as unknown as BallotRules;
  for (const own of picks)
    for (const spendCents of money)
      for (const some of groups) {
        const shared = { picks: own, spendCents, groups: some };
        yield without({ ...shared, expression: 'approve' });
        yield without({ ...shared, expression: 'rank' });
        for (const total of points) {
          for (const perProject of [undefined, { min: 2, max: 3 }])
            yield without({ ...shared, expression: 'allocate', total, perProject });
          for (const perProject of marks)
            yield without({ ...shared, expression: 'score', total, perProject, defaultScore: total && 1 });
        }
      }
}

/** Nothing, a little, too much, and what a broken screen could send. */
function choices(rules: BallotRules): readonly (readonly BallotLine[])[] {
  const all = chosen(rules, 'a', 'b', 'c', 'd', 'e', 'f');
  const many = all.map((line) => (line.points === undefined ? line : { ...line, points: 1234 }));
  const strange = [
    { proposalId: 'a', rank: 1, points: 1 },
    { proposalId: 'a', rank: 1, points: -9 },
    { proposalId: 'x', rank: 9, points: 0.5 },
    { proposalId: 'b' },
  ];
  const exactly = all.slice(1, 2).map((line) => (line.points === undefined ? line : { ...line, points: 10 }));
  return [[], chosen(rules, 'a', 'c'), exactly, many, strange];
}

function everySentence(rules: BallotRules, texts: typeof rulesSentencesNl): string[] {
  const form = explained(rules);
  return [
    ...explainRules(form, texts),
    ...choices(rules).flatMap((lines) => [
      ...remainingSentences(form, lines, texts),
      ...ballotProblems(form, lines).map((problem) => problemSentence(form, problem, texts)),
      ...['b', 'f'].flatMap((id) =>
        reasonsCannotAdd(form, lines, id).map((problem) => cannotAddSentence(form, problem, texts)),
      ),
    ]),
  ];
}

/** The same texts, keeping the name of each that is asked for. */
const watched = (texts: typeof rulesSentencesNl, asked: Set<string>): typeof rulesSentencesNl =>
  Object.fromEntries(
    Object.entries(texts).map(([part, some]) => [
      part,
      new Proxy<object>(some, {
        get: (target, key) => (asked.add(`${part}.${String(key)}`), Reflect.get(target, key) as unknown),
      }),
    ]),
  ) as typeof rulesSentencesNl;

/** About a plan that does not take part, one that there is not, and codes. */
function sentencesWithoutRules(texts: typeof rulesSentencesNl): string[] {
  const form = aRound({
    rules: { expression: 'approve' },
    proposals: [aProposal({ id: 'w', withdrawn: true })],
  });
  return [
    ...ballotProblems(form, [{ proposalId: 'w' }]).map((problem) => problemSentence(form, problem, texts)),
    ...['w', 'x'].flatMap((id) =>
      reasonsCannotAdd(form, [], id).map((problem) => cannotAddSentence(form, problem, texts)),
    ),
    ...['', 'A', 'A'.repeat(13), 'A'.repeat(1500), '?', '000000000001'].flatMap((text) => {
      const read = readCode(text);
      return 'problem' in read ? [codeSentence(read.problem, texts)] : [];
    }),
  ];
}

describe('every sentence that any combination of rules can give', () => {
  for (const [language, texts] of [
    ['Dutch', rulesSentencesNl],
    ['English', rulesSentencesEn],
  ] as const)
    it(`is short, whole and ends as a sentence in ${language}, and no text is left unused`, () => {
      const asked = new Set<string>();
      const asking = watched(texts, asked);
      const said = new Set(sentencesWithoutRules(asking));
      let combinations = 0;
      for (const rules of everyRules()) {
        combinations++;
        for (const text of everySentence(rules, asking)) said.add(text);
      }
      assert.equal(combinations, 6 * 4 * 5 * (2 + 4 * 4));
      for (const text of said) {
        assert.doesNotMatch(text, /undefined|NaN|null|Infinity|object|function|=>|\s{2}| [.,]/, text);
        for (const sentence of text.split(/(?<=[.?!])\s/)) {
          assert.match(sentence, /^[\p{Lu}\d].*[.?!]$/u, text);
          assert.ok(sentence.split(/\s+/).length <= 15, sentence);
        }
      }
      const all = Object.entries(texts).flatMap(([part, some]) =>
        Object.keys(some).map((key) => `${part}.${key}`),
      );
      assert.deepEqual(
        all.filter((key) => !asked.has(key)),
        [],
      );
    });
});
