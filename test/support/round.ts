import type { BallotRules } from '@buurt/domain/rounds/ballot.js';
import type { Proposal, Round } from '@buurt/domain/rounds/round.js';
import { storyBuurt } from './endpoint.js';

const drawing = (name: string) => new URL(`../../stories/pictures/${name}.svg`, import.meta.url).href;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const photo = (name: string, alt: string): Proposal['photo'] => ({
  id: `photo-${name}`,
  alt,
  sources: [{ url: drawing(name), width: 640, height: 360 }],
});

export const proposal = (id: string, rest: Partial<Proposal>): Proposal => ({
  id,
  title: id,
  story: '',
  costCents: 100_000,
  categories: [],
  neighborhoods: [],
  initiativeId: null,
  photo: null,
  place: null,
  remark: null,
  excludes: [],
  withdrawn: false,
  ...rest,
});

export const proposals: readonly Proposal[] = [
  proposal('bank', {
    title: 'Bankje op het plein',
    story:
      'Op het Rozenplein kun je nergens zitten. Met twee banken in de zon blijft iedereen even hangen. De ouders van school helpen met plaatsen.',
    costCents: 240_000,
    categories: ['meet'],
    neighborhoods: ['noord'],
    place: { lat: 52.37, lon: 4.89, address: 'Rozenplein' },
    photo: photo('bench', 'Twee buren op een bank onder een boom'),
  }),
  proposal('bomen', {
    title: 'Bomen in de Tulpstraat',
    story: 'In de zomer is het hier veertig graden. Zes bomen geven schaduw, en vogels een plek.',
    costCents: 780_000,
    categories: ['green'],
    neighborhoods: ['zuid'],
    place: { lat: 52.371, lon: 4.891, address: 'Tulpstraat' },
    photo: photo('trees', 'Een straat met drie jonge bomen'),
    remark: 'De gemeente plant alleen tussen november en maart.',
  }),
  proposal('speeltuin', {
    title: 'Schommels voor grote kinderen',
    story: 'De speeltuin is leuk tot je zes bent. Wij willen schommels en een klimrek voor later.',
    costCents: 1_250_000,
    categories: ['play'],
    neighborhoods: ['noord'],
    photo: photo('playground', 'Een kind op een schommel, naast een klimrek'),
  }),
  proposal('tafel', {
    title: 'Lange tafel op straat',
    story:
      'Eén keer per maand eten we samen buiten. Iedereen neemt iets mee. Het geld is voor tafels en een kast.',
    costCents: 90_000,
    categories: ['meet'],
    neighborhoods: ['zuid'],
    photo: photo('long-table', 'Buren aan een lange tafel, met vlaggetjes boven de straat'),
  }),
  proposal('licht', {
    title: 'Licht op het Kerkpad',
    story:
      'Na zes uur durft bijna niemand meer over het pad. Met vier lampen loop je weer veilig naar de bus.',
    costCents: 460_000,
    categories: ['safe'],
    neighborhoods: ['noord'],
    place: { lat: 52.372, lon: 4.888, address: 'Kerkpad' },
    photo: photo('lamps', 'Een donker pad met twee lantaarns'),
  }),
  proposal('geveltuin', {
    title: 'Geveltuintjes voor wie wil',
    story: 'We halen samen tegels eruit en planten er bloemen in. De buurtvereniging leent scheppen uit.',
    costCents: 150_000,
    categories: ['green'],
    neighborhoods: ['zuid'],
  }),
  proposal('werkplaats', {
    title: 'Gereedschap om te lenen',
    story: 'Een kast met boor, zaag en ladder in het buurthuis. Kees beheert de sleutel.',
    costCents: 310_000,
    categories: ['meet'],
    neighborhoods: ['noord'],
    remark: 'Het buurthuis heeft hiervoor een afgesloten kamer.',
  }),
  proposal('fontein', {
    title: 'Fontein bij de ingang',
    story: 'Een kleine fontein waar kinderen in kunnen spelen.',
    costCents: 1_900_000,
    categories: ['play'],
    neighborhoods: ['zuid'],
    withdrawn: true,
  }),
];

export const openRound: Round = {
  id: 'ronde-1',
  buurtCode: storyBuurt,
  name: 'Buurtbudget Rozenbuurt 2026',
  budgetCents: 2_000_000,
  currency: 'EUR',
  phase: 'open',
  opensAt: inDays(-4),
  closesAt: inDays(3.2),
  proposalCount: proposals.length,
  intro: 'Wij verdelen samen het geld van dit jaar. Elk huishouden heeft één stem.',
  rules: { expression: 'approve', spendCents: { max: 2_000_000 } },
  rulesHash: 'a'.repeat(64),
  tallies: [{ method: 'greedy', tieBreak: ['cheaper'], leftover: 'none' }],
  groupNames: {
    meet: 'Ontmoeten',
    green: 'Groen',
    play: 'Spelen',
    safe: 'Veilig',
    noord: 'Rozenbuurt-Noord',
    zuid: 'Rozenbuurt-Zuid',
  },
  proposals,
  serverTime: new Date().toISOString(),
};

export const roundWith = (rules: BallotRules, rest: Partial<Round> = {}): Round => ({
  ...openRound,
  ...rest,
  rules,
});

export const announcedRound: Round = {
  ...openRound,
  phase: 'announced',
  opensAt: inDays(9),
  closesAt: inDays(30),
};

export const closedRound: Round = {
  ...openRound,
  phase: 'closed',
  opensAt: inDays(-30),
  closesAt: inDays(-2),
};
