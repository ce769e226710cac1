import type { BuurtSettings } from '@buurt/domain/desk/buurt-settings.js';
import type { Colleagues } from '@buurt/domain/desk/colleague.js';
import type { Forgetting, IdeaErasure, TextMatch, TextMatches } from '@buurt/domain/desk/erasing.js';
import type {
  DeskIdea,
  Inbox,
  InboxEntry,
  InboxKind,
  StaffAct,
  StaffActs,
} from '@buurt/domain/desk/inbox.js';
import type { DeskMail, DeskMails } from '@buurt/domain/desk/mails.js';
import type { DeskOffer, DeskRemark } from '@buurt/domain/desk/message.js';
import type { Drafts } from '@buurt/domain/desk/round-draft-json.js';
import type { PlanCheck, RoundDraft } from '@buurt/domain/desk/round-draft.js';
import type { DeskLetters, LetterOrder } from '@buurt/domain/desk/letters.js';
import {
  paperResults,
  type DeskPaper,
  type PaperAnswer,
  type PaperResult,
} from '@buurt/domain/desk/paper-ballots.js';
import type { DeskRound, DeskRoundSummary } from '@buurt/domain/desk/round.js';
import { defaultIdeaSettings } from '@buurt/domain/ideas/settings.js';
import type { StaffSession } from '@buurt/domain/desk/staff-session.js';
import { answeringBy, json, problem, storyEndpoint, tableInSquare, type Answer } from './endpoint.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const rozenbuurt = { code: 'BU0363AA01', name: 'Rozenbuurt' };
const molenbuurt = { code: 'BU0363AA02', name: 'Molenbuurt' };

/** An id as the server makes them, that differs by a number. */
export const deskId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const everything = [
  ...['inbox.read', 'idea.decide', 'contact.read', 'question.answer', 'offer.answer'],
  ...['report.resolve', 'promise.write', 'acts.read'],
];

export const moderator: StaffSession = {
  name: 'Noor Jansen',
  email: 'noor@corporatie.example',
  roles: [{ role: 'moderator', buurt: null }],
  permissions: everything.map((permission) => ({ permission, buurten: null })),
  endsAt: new Date(Date.now() + 8 * 3_600_000).toISOString(),
};

/** Somebody who decides about everything, also who works here. */
export const admin: StaffSession = {
  ...moderator,
  roles: [{ role: 'admin', buurt: null }],
  permissions: [...everything, 'staff.write', 'settings.write', 'person.erase'].map((permission) => ({
    permission,
    buurten: null,
  })),
};

/** An admin of one buurt. */
export const adminOfBuurt: StaffSession = {
  ...admin,
  roles: [{ role: 'admin', buurt: rozenbuurt }],
  permissions: admin.permissions.map((each) => ({ ...each, buurten: [rozenbuurt.code] })),
};

export const reader: StaffSession = {
  ...moderator,
  name: 'Sam de Vries',
  roles: [{ role: 'reader', buurt: null }],
  permissions: [{ permission: 'inbox.read', buurten: null }],
};

const anEntry = (kind: InboxKind, number: number, own: Partial<InboxEntry>): InboxEntry => ({
  ...{ kind, id: deskId(number), ideaId: deskId(1), buurt: rozenbuurt, title: '' },
  ...{ since: daysAgo(3), answerBy: null },
  ...own,
});

export const entries: readonly InboxEntry[] = [
  anEntry('idea', 1, {
    title: 'Bankjes langs het water',
    since: daysAgo(16),
    answerBy: daysAgo(2),
  }),
  anEntry('report', 2, { title: 'Die man van nummer 12 is hier niet welkom', since: daysAgo(1) }),
  anEntry('idea', 3, {
    ideaId: deskId(3),
    title: 'Een moestuin achter de flat',
    buurt: molenbuurt,
    since: daysAgo(4),
    answerBy: daysAgo(-10),
  }),
  anEntry('question', 4, { title: 'Komt er ook verlichting bij de tafel?', since: daysAgo(9) }),
  anEntry('offer', 5, { title: 'Lange tafel op het Rozenplein', since: daysAgo(8) }),
  anEntry('remark', 6, { title: 'Goed plan, maar denk aan de rolstoelen', since: daysAgo(1) }),
  anEntry('mail', 7, { title: 'Je idee staat op de site', ideaId: deskId(1), since: daysAgo(1) }),
];

export const inboxWith = (all: readonly InboxEntry[], next: string | null = null): Inbox => {
  const count = (kind: InboxKind) => all.filter((each) => each.kind === kind).length;
  return {
    entries: all,
    counts: {
      ...{ idea: count('idea'), remark: count('remark'), report: count('report') },
      ...{ question: count('question'), offer: count('offer'), mail: count('mail') },
      letters: count('letters'),
    },
    next,
  };
};

export const anIdeaAtTheDesk = (own: Partial<DeskIdea> = {}): DeskIdea => ({
  ...{ id: deskId(1), version: '2026-11-14T09:30:00.000Z', reference: 'K4T-9PX', buurt: rozenbuurt },
  title: 'Bankjes langs het water',
  story:
    'Mijn moeder loopt elke dag een rondje langs het water. Halverwege moet ze even zitten, en dat kan nergens.\n\nTwee bankjes zouden al helpen, ook voor de buren van het verzorgingshuis.',
  assets: 'Er ligt al een stuk stoep waar een bankje kan staan.',
  joiners: 'Mijn buurman kan timmeren.',
  theme: { id: 'green', name: { nl: 'Groen en buiten', en: 'Green and outdoors' } },
  place: { lat: 52.37, lon: 4.89, address: 'Waterpad, bij de brug' },
  ...{ needs: ['time', 'tools'], offers: ['time'], cost: { minCents: 80_000, maxCents: 150_000 } },
  photos: tableInSquare.photo ? [{ ...tableInSquare.photo, hidden: null }] : [],
  answers: [{ id: 'years', label: { nl: 'Hoe lang woon je hier?' }, text: '12 jaar' }],
  contact: { name: 'Fatima', email: 'fatima@voorbeeld.nl', phone: '06 12345678' },
  ...{ state: 'waiting', reason: null, status: 'new', statusReason: null },
  ...{ receivedAt: daysAgo(16), publishedAt: null, answerBy: daysAgo(2), supportCount: 0 },
  ...{ news: [], promises: [], similar: [tableInSquare] },
  ...{ acts: [], corrections: [] },
  ...own,
});

/** An idea with a photo that is hidden. */
export const anIdeaWithHiddenPhoto = (own: Partial<DeskIdea> = {}): DeskIdea => {
  const idea = anIdeaAtTheDesk(own);
  const hidden = { at: '2026-11-20T10:00:00.000Z', reason: 'Er staat een kind op de foto.' };
  return { ...idea, photos: idea.photos.map((photo) => ({ ...photo, hidden })) };
};

/** An idea on the site, with something promised and told. */
export const anInitiativeAtTheDesk = (own: Partial<DeskIdea> = {}): DeskIdea =>
  anIdeaAtTheDesk({
    ...{ state: 'published', publishedAt: daysAgo(12), supportCount: 34, status: 'granted' },
    statusReason: 'De buurt koos dit plan.',
    promises: [
      {
        ...{ id: deskId(31), who: 'Woonstichting De Linde', what: 'Twee bankjes langs het water' },
        ...{ dueOn: '2027-05-01', state: 'open', grantedCents: 125_000, spentCents: null },
      },
      {
        ...{ id: deskId(32), who: 'De gemeente', what: 'Een verlaagde stoep' },
        ...{ dueOn: '2026-10-01', state: 'kept', grantedCents: 50_000, spentCents: 48_250 },
      },
    ],
    news: [{ at: daysAgo(3), text: 'De stoep is klaar.', photo: null }],
    ...own,
  });

export const aRemarkAtTheDesk = (own: Partial<DeskRemark> = {}): DeskRemark => ({
  id: deskId(2),
  idea: { id: deskId(1), reference: 'K4T-9PX', title: 'Lange tafel op het Rozenplein' },
  buurt: rozenbuurt,
  stance: 'against',
  text: 'Die man van nummer 12 is hier niet welkom. Als hij komt, kom ik niet.',
  name: 'Anoniem',
  at: daysAgo(2),
  state: 'published',
  answer: null,
  reports: [
    { at: daysAgo(1), reason: 'Dit gaat over mijn vader, en het is gemeen.' },
    { at: daysAgo(1), reason: 'Hier word ik verdrietig van.' },
  ],
  ...own,
});

export const aQuestionAtTheDesk = (own: Partial<DeskRemark> = {}): DeskRemark =>
  aRemarkAtTheDesk({
    ...{ id: deskId(4), stance: 'question', text: 'Komt er ook verlichting bij de tafel?', name: 'Samira' },
    ...{ at: daysAgo(9), reports: [] },
    ...own,
  });

export const anOfferAtTheDesk = (own: Partial<DeskOffer> = {}): DeskOffer => ({
  id: deskId(5),
  idea: { id: deskId(1), reference: 'K4T-9PX', title: 'Lange tafel op het Rozenplein' },
  buurt: rozenbuurt,
  kinds: ['time', 'skill'],
  message: 'Ik kook graag, en ik kan op zaterdag.',
  name: 'Bo',
  contact: 'bo@voorbeeld.nl',
  at: daysAgo(8),
  outcome: null,
  answer: null,
  ...own,
});

export const colleagues: Colleagues = {
  colleagues: [
    {
      ...{ id: deskId(51), name: 'Bram de Wit', email: 'bram@corporatie.example' },
      roles: [{ role: 'moderator', buurt: rozenbuurt }],
      ...{ invitedAt: daysAgo(40), lastLoginAt: daysAgo(2) },
    },
    {
      ...{ id: deskId(52), name: 'Fatima el Amrani', email: 'fatima@corporatie.example' },
      roles: [
        { role: 'reader', buurt: null },
        { role: 'rounds', buurt: rozenbuurt },
      ],
      ...{ invitedAt: daysAgo(3), lastLoginAt: null },
    },
    {
      ...{ id: deskId(53), name: admin.name, email: admin.email },
      roles: [{ role: 'admin', buurt: null }],
      ...{ invitedAt: daysAgo(90), lastLoginAt: daysAgo(0) },
    },
  ],
  ...{ firstLogin: 'mail', account: null },
};

const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Somebody who runs the budget votes of all buurten. */
export const roundRunner: StaffSession = {
  ...moderator,
  name: 'Fatima el Amrani',
  email: 'fatima@corporatie.example',
  roles: [{ role: 'rounds', buurt: null }],
  permissions: ['inbox.read', 'promise.write', 'round.write', 'round.release', 'acts.read'].map(
    (permission) => ({ permission, buurten: null }),
  ),
};

const aDeskProposal = (number: number, title: string, costCents: number) => ({
  ...{ id: `K4T-${String(number)}PX`, title, costCents, withdrawn: false },
  ...{ story: 'Samen met de buren, twee keer per jaar.', initiativeId: deskId(number), result: null },
});

/** A round that is open, with letters. */
export const aRoundAtTheDesk = (own: Partial<DeskRound> = {}): DeskRound => {
  const proposals = [
    aDeskProposal(1, 'Bankjes langs het water', 4_500_00),
    aDeskProposal(2, 'Lange tafel op het Rozenplein', 1_200_00),
    { ...aDeskProposal(3, 'Speeltuin voor de kleintjes', 9_800_00), withdrawn: true },
    { ...aDeskProposal(4, 'Verlichting op het pad', 3_750_50), initiativeId: null },
  ];
  return {
    ...{ id: deskId(61), buurt: rozenbuurt, name: 'Buurtbudget 2027', intro: 'Kies mee wat er komt.' },
    ...{ budgetCents: 10_000_00, currency: 'EUR', state: 'open' },
    ...{ opensAt: daysAgo(4), closesAt: hoursAhead(240), proposalCount: proposals.length },
    rules: {
      nl: ['Kies hoogstens 3 plannen.', 'Samen mogen ze hoogstens € 10.000 kosten.'],
      en: ['Choose at most 3 plans.', 'Together they may cost at most €10,000.'],
    },
    letters: { good: 248, voided: 2 },
    proposals,
    result: null,
    promisedBy: 'Wonen Wetering',
    acts: [
      {
        ...{ id: 7, at: daysAgo(30), actor: 'staff', staffId: deskId(52), name: 'round.made' },
        ...{ staffName: 'Fatima el Amrani', buurt: rozenbuurt, reference: null },
        subject: { kind: 'round', id: deskId(61) },
        detail: { proposals: 4 },
      },
    ],
    ...own,
  };
};

/** The same after closing, with what came of it. */
export const aClosedRoundAtTheDesk = (own: Partial<DeskRound> = {}): DeskRound => {
  const round = aRoundAtTheDesk();
  const votes = [148, 96, 0, 31];
  return {
    ...round,
    ...{ state: 'closed', opensAt: daysAgo(30), closesAt: daysAgo(1) },
    proposals: round.proposals.map((each, index) => ({
      ...each,
      result: { votes: votes[index] ?? 0, granted: index < 2 },
    })),
    result: { ballotCount: 173, spentCents: 5_700_00, leftoverCents: 4_300_00 },
    ...own,
  };
};

const roundsAtTheDesk: readonly DeskRoundSummary[] = [
  aRoundAtTheDesk({
    ...{ id: deskId(62), name: 'Buurtbudget 2028', state: 'announced' },
    ...{ opensAt: hoursAhead(9_000), closesAt: hoursAhead(9_500) },
  }),
  aRoundAtTheDesk(),
  aClosedRoundAtTheDesk({ id: deskId(63), name: 'Buurtbudget 2026', buurt: molenbuurt, state: 'settled' }),
].map(({ id, buurt, name, budgetCents, currency, state, opensAt, closesAt, proposalCount }) => ({
  ...{ id, buurt, name, budgetCents, currency, state, opensAt, closesAt, proposalCount },
}));

const noor = { id: deskId(53), name: admin.name };
const bram = { id: deskId(51), name: 'Bram de Wit' };

/** Something that was done with an idea an hour before what has the number above it. */
export const anAct = (id: number, own: Partial<StaffAct> = {}): StaffAct => ({
  ...{ id, at: new Date(Date.UTC(2026, 10, 20, 8) + id * 3_600_000).toISOString() },
  ...{ actor: 'staff', staffId: noor.id, staffName: noor.name, name: 'idea.published', buurt: rozenbuurt },
  ...{ subject: { kind: 'idea', id: deskId(1) }, reference: 'K4T-9PX', detail: { was: 'waiting' } },
  ...own,
});

const byBram = { staffId: bram.id, staffName: bram.name };
const byOperator = { actor: 'operator', staffId: null, staffName: null } as const;

export const actsAtTheDesk: StaffActs = {
  acts: [
    anAct(46),
    anAct(45, { ...byBram, name: 'idea.statusChanged', detail: { was: 'granted', status: 'underway' } }),
    anAct(44, {
      ...byBram,
      ...{ name: 'round.changed', subject: { kind: 'round', id: deskId(8) }, reference: null },
      detail: { closesAt: '2026-12-03T16:00:00.000Z' },
    }),
    anAct(43, {
      ...byOperator,
      ...{ name: 'staff.invited', subject: { kind: 'staff', id: bram.id }, reference: null, buurt: null },
      detail: { role: 'moderator' },
    }),
    anAct(42, { staffId: null, staffName: null, name: 'idea.erased', reference: null }),
  ],
  staff: [bram, noor],
  next: null,
};

/** Letters that a colleague ordered, and that wait for whoever looks. */
export const aLetterOrder = (own: Partial<LetterOrder> = {}): LetterOrder => ({
  ...{ id: deskId(81), state: 'waiting', count: 250, replaces: null, firstNumber: null },
  ...{ sender: 'Wonen Wetering', page: 'https://www.example.nl/buurtbudget' },
  ...{ helpLine: 'Hulp nodig? Bel 012 345 67 89.', handInUntil: hoursAhead(200) },
  ...{ orderedAt: daysAgo(1), orderedBy: 'Els Visser', madeAt: null, madeBy: null, isOfColleague: true },
  ...own,
});

/** Letters that were made. */
export const madeLetters = (own: Partial<LetterOrder> = {}): LetterOrder =>
  aLetterOrder({
    ...{ id: deskId(82), state: 'made', firstNumber: 1, count: 248, isOfColleague: false },
    ...{ orderedBy: roundRunner.name, madeAt: daysAgo(5), madeBy: 'Els Visser', orderedAt: daysAgo(6) },
    ...own,
  });

/** The letters of a round with these orders. */
export const lettersWith = (orders: readonly LetterOrder[], own: Partial<DeskLetters> = {}): DeskLetters => ({
  orders,
  suggested: {
    ...{ sender: 'Wonen Wetering', page: '', helpLine: '', handInUntil: hoursAhead(216), count: 250 },
  },
  formKey: 'sleutel-van-de-sessie',
  ...own,
});

const lettersAtTheDesk: DeskLetters = lettersWith([aLetterOrder({ count: 20 }), madeLetters()]);

/** The ballots on paper of a round, of which so many became this. */
export const paperWith = (
  own: Omit<Partial<DeskPaper>, 'counts'> & {
    readonly counts?: Partial<DeskPaper['counts']>;
    readonly became?: Partial<Record<PaperResult, number>>;
  } = {},
): DeskPaper => {
  const { became = {}, counts, ...rest } = own;
  const results = Object.fromEntries(paperResults.map((result) => [result, became[result] ?? 0]));
  return {
    expression: 'approve',
    plans: aRoundAtTheDesk().proposals.map(({ title, withdrawn }, index) => ({
      ...{ number: index + 1, title, withdrawn },
    })),
    counts: {
      ...{ waiting: 0, forYou: 0, different: 0, ...counts },
      results: results as Record<PaperResult, number>,
    },
    differences: [],
    ...rest,
  };
};

/** Papers that wait for a second person, and two of which people typed different things. */
export const paperAtTheDesk: DeskPaper = paperWith({
  became: { counted: 38, voted: 2, blank: 1, 'against-rules': 2 },
  counts: { waiting: 5, forYou: 3, different: 2 },
  differences: [
    {
      id: deskId(91),
      entries: [
        {
          ...{ by: 'Els Visser', isYours: false, voidReason: null },
          marks: [
            { number: 1, points: null },
            { number: 2, points: null },
          ],
        },
        {
          ...{ by: roundRunner.name, isYours: true, voidReason: null },
          marks: [
            { number: 1, points: null },
            { number: 4, points: null },
          ],
        },
      ],
    },
    {
      id: deskId(92),
      entries: [
        { by: null, isYours: false, voidReason: 'unclear', marks: [] },
        { by: 'Els Visser', isYours: false, voidReason: null, marks: [{ number: 4, points: null }] },
      ],
    },
  ],
});

/** What the server says of a paper that somebody typed over. */
export const paperAnswer = (own: Partial<PaperAnswer> = {}): PaperAnswer => ({
  ...{ outcome: 'kept', id: deskId(93), result: null, sentences: { nl: [], en: [] } },
  ...own,
});

/** A budget vote that is thought out, whole, saved last by a colleague. */
export const aDraftAtTheDesk = (own: Partial<RoundDraft> = {}): RoundDraft => ({
  ...{ id: deskId(71), buurt: rozenbuurt, name: 'Buurtbudget Rozenbuurt' },
  ...{ savedAt: daysAgo(2), savedBy: 'Bram de Wit', version: 3 },
  plan: {
    ...{ name: 'Buurtbudget Rozenbuurt', intro: 'Kies mee wat er komt.', budgetCents: 10_000_00 },
    ...{ opensAt: '2031-01-10T08:00:00.000Z', closesAt: '2031-01-31T19:00:00.000Z' },
    ...{ ballot: 'approve', most: 3, isWithinBudget: true, counting: 'equalshares' },
    proposals: [
      { initiativeId: deskId(1), costCents: 4_500_00 },
      { initiativeId: deskId(2), costCents: 1_200_00 },
    ],
  },
  check: { problems: [], rules: aRoundAtTheDesk().rules },
  candidates: [
    { initiativeId: deskId(1), reference: 'K4T-1PX', title: 'Bankjes langs het water', costCents: 4_500_00 },
    {
      initiativeId: deskId(2),
      reference: 'K4T-2PX',
      title: 'Lange tafel op het Rozenplein',
      costCents: 900_00,
    },
    {
      initiativeId: deskId(3),
      reference: 'K4T-3PX',
      title: 'Speeltuin voor de kleintjes',
      costCents: 9_800_50,
    },
  ],
  isOfColleague: true,
  ...own,
});

/** As a draft begins: without money and times. */
export const aNewDraftAtTheDesk = (): RoundDraft => {
  const draft = aDraftAtTheDesk({ savedBy: roundRunner.name, isOfColleague: false, version: 1 });
  return {
    ...draft,
    plan: { ...draft.plan, intro: '', budgetCents: null, opensAt: null, closesAt: null, most: null },
    check: {
      problems: (['budgetCents', 'opensAt', 'closesAt'] as const).map((each) => ({
        pointer: `/${each}`,
        code: 'required',
      })),
      rules: { nl: [], en: [] },
    },
  };
};

const draftsAtTheDesk: Drafts = {
  drafts: [aDraftAtTheDesk()].map(({ id, buurt, name, savedAt, savedBy }) => ({
    ...{ id, buurt, name, savedAt, savedBy },
  })),
  buurten: [
    { ...molenbuurt, candidateCount: 1 },
    { ...rozenbuurt, candidateCount: 3 },
  ],
};

/** The settings of a buurt of which some are its own, for whoever may change those of all. */
export const settingsOfBuurt = (own: Partial<BuurtSettings> = {}): BuurtSettings => ({
  version: 'een',
  buurt: { ...rozenbuurt, municipality: 'Voorbeeldstad' },
  idea: {
    ...defaultIdeaSettings,
    buurtName: rozenbuurt.name,
    organisation: { name: 'Wonen Wetering', privacyUrl: 'https://www.wetering.example/privacy' },
    questions: [
      {
        ...{ id: 'years', step: 'you', kind: 'choice', label: { nl: 'Hoe lang woon je hier?' } },
        options: [{ nl: 'Kort', en: 'Shortly' }, { nl: 'Lang' }],
        ...{ required: false, shown: false },
      },
    ],
    answerDays: 10,
  },
  own: ['organisation', 'questions', 'answerDays'],
  defaults: { ...defaultIdeaSettings, buurtName: rozenbuurt.name },
  changed: { at: '2026-11-20T09:00:00.000Z', actor: 'staff', name: 'Bram de Wit' },
  all: {
    count: 12,
    different: {
      ...{ intro: 0, organisation: 1, themes: 3, fields: 0 },
      ...{ questions: 11, moderated: 0, answerDays: 11, contactKeptDays: 0 },
    },
  },
  ...own,
});

/** Where something stands of somebody. */
export const aTextMatch = (own: Partial<TextMatch> = {}): TextMatch => ({
  ...{ place: 'contact', id: deskId(1), field: 'email', text: 'fatima@voorbeeld.nl', idea: 'K4T-9PX' },
  eraser: { by: 'address', id: 'fatima@voorbeeld.nl' },
  ...own,
});

const textMatches: TextMatches = {
  texts: [
    aTextMatch({
      ...{ place: 'idea', field: 'story', eraser: { by: 'idea', id: deskId(1) } },
      text: `Vraag het aan Fatima. ${'Twee bankjes zouden al helpen, ook voor de buren. '.repeat(4)}`,
    }),
    aTextMatch(),
    aTextMatch({
      ...{ place: 'remark', id: deskId(2), field: 'name', text: 'Fatima' },
      eraser: { by: 'remark', id: deskId(2) },
    }),
    aTextMatch({
      ...{ place: 'offer', id: deskId(5), field: 'name', text: 'Fatima' },
      eraser: { by: 'offer', id: deskId(5) },
    }),
    aTextMatch({
      ...{ place: 'staff', id: deskId(52), field: 'name', text: 'Fatima el Amrani', idea: null },
      eraser: { by: 'removal', id: 'fatima@corporatie.example' },
    }),
    aTextMatch({
      ...{ place: 'round', id: deskId(61), field: 'intro', text: 'Vragen? Bel Fatima.', idea: null },
      eraser: { by: 'round', id: deskId(61) },
    }),
    aTextMatch({
      ...{ place: 'settings', id: 'BU0363AA01', field: 'settings', text: 'Fatima leest mee.', idea: null },
      eraser: { by: 'settings', id: 'BU0363AA01' },
    }),
    aTextMatch({
      ...{ place: 'answer', id: 'idea', field: 'answer', text: 'Fatima', idea: null },
      eraser: { by: 'time', id: null },
    }),
  ],
  isCut: false,
};

/** What goes and stays when an idea is erased that takes part in a vote. */
export const ideaErasure = (own: Partial<IdeaErasure> = {}): IdeaErasure => ({
  ...{ reference: 'K4T-9PX', title: 'Bankjes langs het water', version: '2026-11-14T09:30:00.000Z' },
  ...{ contacts: 1, photos: 1, remarks: 3, offers: 2, supports: 34, news: 1, promises: 2, followers: 5 },
  keptInRounds: [{ id: deskId(61), name: 'Buurtbudget 2026' }],
  leftRounds: [{ id: deskId(61), name: 'Buurtbudget 2026' }],
  keepsAmounts: true,
  ...own,
});

/** What forgetting an address comes to, which somebody wrote in a remark too. */
export const forgetting = (own: Partial<Forgetting> = {}): Forgetting => ({
  ...{ contacts: 1, offers: 2, followers: 3, handovers: 0, formerStaff: 0 },
  left: [aTextMatch({ place: 'remark', eraser: { by: 'remark', id: deskId(2) } })],
  ...own,
});

/** A mail that was refused for good; it stands in the inbox too. */
export const aMailAtTheDesk = (own: Partial<DeskMail> = {}): DeskMail => ({
  ...{ id: deskId(7), kind: 'decision', buurt: rozenbuurt, address: 'fatima@voorbeeld.nl' },
  idea: { id: deskId(1), title: 'Bankjes langs het water' },
  ...{ since: '2026-11-20T09:00:00.000Z', tries: 1, nextAt: null },
  ...{ cause: 'address', reason: '550 5.1.1 <(address)>: Recipient address rejected: User unknown' },
  ...own,
});

/** One for good, one that is tried again, and one to a colleague. */
export const mailsAtTheDesk: DeskMails = {
  mails: [
    aMailAtTheDesk(),
    aMailAtTheDesk({
      ...{ id: deskId(8), kind: 'login', buurt: null, idea: null, address: 'sam@corporatie.example' },
      ...{ tries: 14, cause: 'away', reason: 'ECONNREFUSED' },
    }),
    aMailAtTheDesk({
      ...{ id: deskId(9), kind: 'offer', tries: 4, nextAt: '2026-11-20T10:15:00.000Z', cause: 'later' },
      reason: '450 4.7.1 Greylisted, please try again later',
    }),
  ],
  ...{ count: 3, waiting: 12 },
};

/** What a story wants the server of the desk to do; everything has a sensible answer. */
export interface DeskAnswers {
  readonly session?: StaffSession | Answer;
  readonly inbox?: Inbox | Answer;
  readonly idea?: DeskIdea | Answer;
  readonly remark?: DeskRemark | Answer;
  readonly offer?: DeskOffer | Answer;
  readonly matches?: Answer;
  readonly decision?: Answer;
  readonly acting?: Answer;
  readonly logIn?: Answer;
  readonly requestLink?: Answer;
  readonly loginOptions?: Answer;
  readonly logOut?: Answer;
  readonly colleagues?: Colleagues | Answer;
  /** To inviting, changing roles and removing. */
  readonly changingPeople?: Answer;
  readonly buurten?: Answer;
  readonly mailSettings?: Answer;
  readonly acts?: StaffActs | Answer;
  readonly rounds?: readonly DeskRoundSummary[] | Answer;
  readonly round?: DeskRound | Answer;
  readonly actingOnRound?: Answer;
  /** To changing and withdrawing a plan. */
  readonly actingOnPlan?: Answer;
  readonly letters?: DeskLetters | Answer;
  /** To ordering letters and cancelling an order. */
  readonly actingOnLetters?: Answer;
  readonly paper?: DeskPaper | Answer;
  /** To typing a ballot on paper over. */
  readonly enteringPaper?: PaperAnswer | Answer;
  readonly removingPaper?: Answer;
  readonly drafts?: Drafts | Answer;
  readonly draft?: RoundDraft | Answer;
  readonly check?: PlanCheck | Answer;
  readonly actingOnDraft?: Answer;
  readonly mails?: DeskMails | Answer;
  /** To sending a mail again, and giving one up. */
  readonly actingOnMail?: Answer;
  readonly feedTokens?: Answer;
  readonly buurtSettings?: BuurtSettings | Answer;
  readonly changingSettings?: Answer;
  readonly textMatches?: TextMatches | Answer;
  readonly ideaErasure?: IdeaErasure | Answer;
  readonly forgettingPreview?: Forgetting | Answer;
  /** To erasing something, and forgetting somebody. */
  readonly erasing?: Answer;
}

export const loggedOut = problem(401, 'Log eerst in', {
  type: 'https://buurt.example/problems/login-needed',
});

/** Staff have an account of the organisation there; `links` are mailed too, or not. */
export const withAccounts =
  (links: boolean): Answer =>
  () =>
    json({ links, oidc: { name: 'login.corporatie.example' } });

const ten = 10_000;

/** What the server says to a decision that can be undone. */
const decided: Answer = () => json({ act: 41, undoUntil: new Date(Date.now() + ten).toISOString() }, 201);

const buurtenCalled: Answer = ({ url }) => {
  const q = new URL(url).searchParams.get('q')?.toLowerCase() ?? '';
  return json({
    buurten: [rozenbuurt, molenbuurt]
      .filter(({ name }) => name.toLowerCase().startsWith(q))
      .map((each) => ({ ...each, municipality: 'Voorbeeldstad' })),
  });
};

/** The feed address of one person, who made one or did not. */
export function feedTokens(hasOne = false): Answer {
  let tokens = hasOne ? [{ createdAt: '2026-11-20T09:00:00.000Z' }] : [];
  let made = 0;
  return ({ method }) => {
    if (method === 'GET') return json({ tokens });
    if (method === 'DELETE') {
      tokens = [];
      return json({ revoked: 1 });
    }
    made += 1;
    tokens = [{ createdAt: '2026-11-23T10:00:00.000Z' }];
    return json({ ...tokens[0], url: `desk/inbox.atom?token=geheim-${String(made)}` }, 201);
  };
}

let opened = 0;

/** A server of the desk, each on an endpoint of its own. */
export function deskConnection(answers: DeskAnswers = {}) {
  opened += 1;
  const { session = moderator, inbox, idea, remark, offer } = answers;
  const answer = (given: unknown): Answer =>
    typeof given === 'function' ? (given as Answer) : () => json(given);
  const filtered: Answer = ({ url }) => {
    const kind = new URL(url).searchParams.get('kind');
    const whole = inboxWith(entries);
    return json({ ...whole, entries: kind ? entries.filter((each) => each.kind === kind) : entries });
  };
  const matching: Answer = ({ url }) => {
    const q = new URL(url).searchParams.get('q')?.toLowerCase() ?? '';
    const all = [
      anIdeaAtTheDesk(),
      anInitiativeAtTheDesk({ id: deskId(9), title: 'Lange tafel op het plein' }),
    ];
    return json({ ideas: all.filter(({ title }) => title.toLowerCase().includes(q)) });
  };
  const remarkOf: Answer = ({ url }) =>
    json(url.endsWith(deskId(4)) ? aQuestionAtTheDesk() : aRemarkAtTheDesk({ id: url.slice(-36) }));
  return answeringBy(
    [
      [/\/desk\/login-options$/, answers.loginOptions ?? (() => json({ links: true, oidc: null }))],
      [/\/desk\/login-links$/, answers.requestLink ?? (() => json({ asked: true }, 202))],
      [
        /\/desk\/session$/,
        (request) => {
          if (request.method === 'POST') return (answers.logIn ?? (() => json(moderator, 201)))(request);
          if (request.method !== 'DELETE') return answer(session)(request);
          return (answers.logOut ?? (() => json({ ended: 1, logoutUrl: null })))(request);
        },
      ],
      [
        /\/desk\/people(\/[^/]+\/(roles|removal))?$/,
        (request) =>
          request.method === 'GET'
            ? answer(answers.colleagues ?? colleagues)(request)
            : (answers.changingPeople ?? (() => json({ id: deskId(59) }, 201)))(request),
      ],
      [/\/desk\/person\/texts$/, answer(answers.textMatches ?? textMatches)],
      [/\/desk\/person\/forgetting-preview$/, answer(answers.forgettingPreview ?? forgetting())],
      [/\/desk\/person\/forgetting$/, answers.erasing ?? (() => json(forgetting()))],
      [
        /\/(ideas|remarks|offers)\/[^/]+\/(erasure|removal)$/,
        (request) =>
          request.method === 'GET'
            ? answer(answers.ideaErasure ?? ideaErasure())(request)
            : (answers.erasing ?? (() => json({ id: deskId(1) }, 201)))(request),
      ],
      [/\/desk\/acts$/, answer(answers.acts ?? actsAtTheDesk)],
      [
        /\/desk\/buurten\/[^/]+\/settings$/,
        (request) =>
          request.method === 'GET'
            ? answer(answers.buurtSettings ?? settingsOfBuurt())(request)
            : (answers.changingSettings ?? (() => json({ buurten: 1 })))(request),
      ],
      [/\/buurten$/, answers.buurten ?? buurtenCalled],
      [
        /\/desk\/mail-settings$/,
        answers.mailSettings ??
          (async (request) =>
            json(request.method === 'PUT' ? await request.clone().json() : { digest: true, reports: false })),
      ],
      [
        /\/desk\/rounds$/,
        Array.isArray(answers.rounds)
          ? () => json({ rounds: answers.rounds })
          : answer(answers.rounds ?? { rounds: roundsAtTheDesk }),
      ],
      [
        /\/desk\/rounds\/[^/]+$/,
        answers.round ? answer(answers.round) : ({ url }) => json(aRoundAtTheDesk({ id: url.slice(-36) })),
      ],
      [
        /\/desk\/round-drafts$/,
        (request) =>
          request.method === 'GET'
            ? answer(answers.drafts ?? draftsAtTheDesk)(request)
            : (answers.actingOnDraft ?? (() => json({ id: deskId(71) }, 201)))(request),
      ],
      [/\/desk\/round-drafts\/[^/]+$/, answer(answers.draft ?? aDraftAtTheDesk())],
      [/\/round-check$/, answer(answers.check ?? aDraftAtTheDesk().check)],
      [/\/desk\/round-drafts\/[^/]+\/\w+$/, answers.actingOnDraft ?? (() => json({ id: deskId(71) }, 201))],
      [/\/desk\/rounds\/[^/]+\/letters$/, answer(answers.letters ?? lettersAtTheDesk)],
      [/\/proposals\/[^/]+\/\w+$/, answers.actingOnPlan ?? (() => json({ id: deskId(61) }, 201))],
      [/\/desk\/rounds\/[^/]+\/paper$/, answer(answers.paper ?? paperWith())],
      [/\/paper-(ballots|without-code)$/, answer(answers.enteringPaper ?? paperAnswer())],
      [/\/paper-ballots\/[^/]+\/removal$/, answers.removingPaper ?? (() => json({ id: deskId(93) }, 201))],
      [/\/letter-orders(\/|$)/, answers.actingOnLetters ?? (() => json({ id: deskId(81) }, 201))],
      [/\/desk\/rounds\/[^/]+\/\w+$/, answers.actingOnRound ?? (() => json({ id: deskId(61) }, 201))],
      [/\/desk\/mails$/, answer(answers.mails ?? mailsAtTheDesk)],
      [/\/desk\/mails\/[^/]+\/\w+$/, answers.actingOnMail ?? (() => json({ id: deskId(7) }, 201))],
      [/\/desk\/feed-tokens$/, answers.feedTokens ?? feedTokens()],
      [/\/desk\/inbox$/, inbox ? answer(inbox) : filtered],
      [/\/desk\/ideas$/, answers.matches ?? matching],
      [
        /\/desk\/ideas\/[^/]+$/,
        idea ? answer(idea) : ({ url }) => json(anIdeaAtTheDesk({ id: url.slice(-36) })),
      ],
      [/\/desk\/remarks\/[^/]+$/, remark ? answer(remark) : remarkOf],
      [/\/desk\/offers\/[^/]+$/, answer(offer ?? anOfferAtTheDesk())],
      [
        /\/decision$/,
        (request) =>
          /\/ideas\//.test(request.url)
            ? (answers.decision ?? decided)(request)
            : (answers.acting ?? (() => json({ id: deskId(2) }, 201)))(request),
      ],
      [
        /\/(undo|answer|standing|news|promises|correction)$/,
        answers.acting ?? (() => json({ id: deskId(2) }, 201)),
      ],
    ],
    `${storyEndpoint}/desk-${String(opened)}-${String(Date.now())}`,
  );
}

/** Opens the desk at something, as a browser does that follows a link to it. */
export function openAt(hash: string): void {
  const address = new URL(globalThis.location.href);
  address.hash = hash;
  history.replaceState(history.state, '', address);
}
