import type { Initiative, Photo } from '@buurt/domain/initiatives/initiative.js';
import { storyBuurt } from './endpoint.js';

const drawing = (name: string) => new URL(`../../stories/pictures/${name}.svg`, import.meta.url).href;

export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const dutchDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });
const dateIn = (days: number) => dutchDay.format(new Date(daysAgo(-days)));

const photo = (name: string, alt: string): Photo => ({
  id: `photo-${name}`,
  alt,
  sources: [{ url: drawing(name), width: 640, height: 360 }],
});

const beginning = (story: string) => (story.length > 140 ? `${story.slice(0, 139)}…` : story);

export function initiative(id: string, rest: Partial<Initiative>): Initiative {
  const story = rest.story ?? '';
  const help = rest.help ?? [];
  return {
    id,
    buurtCode: storyBuurt,
    title: id,
    excerpt: beginning(story),
    theme: 'meet',
    status: 'new',
    place: null,
    photo: null,
    supportCount: 0,
    offerCount: help.reduce((sum, { offered }) => sum + offered, 0),
    publishedAt: daysAgo(10),
    newsAt: null,
    help,
    story,
    statusReason: null,
    initiator: null,
    assets: '',
    joiners: '',
    needs: help.map(({ kind }) => kind),
    offers: { time: 0, skill: 0, tools: 0, space: 0, network: 0 },
    cost: null,
    photos: rest.photo ? [rest.photo] : [],
    answers: [],
    promises: [],
    news: [],
    remarks: [],
    ...rest,
  };
}

export const tableInSquare = initiative('i-tafel', {
  title: 'Lange tafel op het Rozenplein',
  story:
    'Eén keer per maand eten we met de hele straat. Iedereen neemt iets mee, en wie niets heeft schuift ook aan.\nVorig jaar zaten we met veertig mensen. Dit jaar willen we banken die blijven staan.',
  theme: 'meet',
  status: 'underway',
  place: { lat: 52.3702, lon: 4.8905, address: 'Rozenplein' },
  photo: photo('long-table', 'Buren aan een lange tafel, met vlaggetjes boven de straat'),
  photos: [
    photo('long-table', 'Buren aan een lange tafel, met vlaggetjes boven de straat'),
    photo('bench', 'Twee buren op een bank onder een boom'),
  ],
  supportCount: 34,
  offerCount: 8,
  initiator: 'Samira',
  assets: 'Het plein is groot en er staat al een kraan. De kookclub heeft pannen voor vijftig mensen.',
  joiners: 'De ouders van de Rozenschool, de kookclub en de bewoners van de Linde.',
  help: [
    { kind: 'time', asked: 6, offered: 4 },
    { kind: 'tools', asked: 2, offered: 0 },
  ],
  offers: { time: 4, skill: 1, tools: 0, space: 0, network: 3 },
  cost: { minCents: 150_000, maxCents: 300_000 },
  publishedAt: daysAgo(210),
  newsAt: daysAgo(12),
  promises: [
    {
      who: 'Woonstichting De Linde',
      what: 'Twee banken en een vaste tafel plaatsen',
      dueOn: dateIn(12),
      state: 'open',
      grantedCents: 240_000,
      spentCents: 86_000,
    },
    {
      who: 'Gemeente',
      what: 'Vergunning voor vier avonden',
      dueOn: dateIn(-60),
      state: 'kept',
      grantedCents: null,
      spentCents: null,
    },
    {
      who: 'Kookclub Rozenplein',
      what: 'Een rooster voor wie kookt',
      dueOn: dateIn(-9),
      state: 'late',
      grantedCents: null,
      spentCents: null,
    },
  ],
  news: [
    { at: daysAgo(12), text: 'De banken zijn besteld. Ze komen eind deze maand.', photo: null },
    {
      at: daysAgo(61),
      text: 'De vergunning is er! We mogen vier avonden op het plein.',
      photo: photo('bench', 'De plek waar de banken komen'),
    },
    { at: daysAgo(150), text: 'De buurt stemde: dit plan kreeg € 2.400.', photo: null },
  ],
  remarks: [
    {
      id: 'r1',
      stance: 'for',
      text: 'Wat een fijne avonden zijn dit. Ik neem weer soep mee.',
      name: 'Joke',
      at: daysAgo(20),
    },
    { id: 'r2', stance: 'for', text: 'Mijn kinderen kennen nu alle buren.', name: null, at: daysAgo(33) },
    {
      id: 'r3',
      stance: 'against',
      text: 'Graag om tien uur stil. Ik moet vroeg op.',
      name: 'Ahmed',
      at: daysAgo(40),
    },
    {
      id: 'r4',
      stance: 'question',
      text: 'Kan ik met mijn rolstoel bij de tafel?',
      name: 'Wil',
      at: daysAgo(8),
      answer: { text: 'Ja. We zetten hem op het vlakke deel van het plein.', by: 'maker', at: daysAgo(7) },
    },
    { id: 'r5', stance: 'question', text: 'Mag mijn hond mee?', name: null, at: daysAgo(2) },
  ],
});

export const initiatives: readonly Initiative[] = [
  tableInSquare,
  initiative('i-thee', {
    title: 'Theetuin achter het buurthuis',
    story:
      'Een rustige plek met een tafel, een kruidentuin en altijd thee. De grond ligt er al; nu nog handen.',
    theme: 'green',
    place: { lat: 52.3712, lon: 4.8921, address: 'Rozenstraat 12' },
    photo: photo('trees', 'Een straat met drie jonge bomen'),
    supportCount: 12,
    help: [
      { kind: 'time', asked: 5, offered: 1 },
      { kind: 'skill', asked: 1, offered: 0 },
    ],
    publishedAt: daysAgo(2),
  }),
  initiative('i-licht', {
    title: 'Licht op het Kerkpad',
    story:
      'In de winter durft niemand meer over het Kerkpad. Zes lage lampen maken het pad weer van iedereen.',
    theme: 'safe',
    status: 'onBallot',
    place: { lat: 52.3695, lon: 4.8935, address: 'Kerkpad' },
    photo: photo('lamps', 'Een pad met lage lampen in de schemer'),
    supportCount: 57,
    publishedAt: daysAgo(34),
    newsAt: daysAgo(5),
  }),
  initiative('i-schommel', {
    title: 'Schommels voor grote kinderen',
    story: 'De speeltuin is leuk tot je zes bent. Wij willen schommels en een klimrek voor later.',
    theme: 'play',
    status: 'granted',
    place: { lat: 52.3721, lon: 4.8889, address: 'Speeltuin De Roos' },
    photo: photo('playground', 'Een kind op een schommel, naast een klimrek'),
    supportCount: 88,
    help: [{ kind: 'network', asked: 1, offered: 0 }],
    publishedAt: daysAgo(190),
    newsAt: daysAgo(94),
  }),
  initiative('i-repair', {
    title: 'Repareren op zaterdag',
    story: 'Broodrooster kapot? Kom langs. Wij hebben gereedschap en koffie, jij leert hoe het moet.',
    theme: 'meet',
    status: 'done',
    place: { lat: 52.3705, lon: 4.8947, address: 'Buurthuis De Roos' },
    supportCount: 41,
    publishedAt: daysAgo(400),
    newsAt: daysAgo(45),
  }),
  initiative('i-dak', {
    title: 'Zonnepanelen op het dak van de school',
    story: 'Het dak ligt vol in de zon. Samen kopen we panelen en delen we de stroom.',
    theme: 'energy',
    status: 'declined',
    statusReason: 'Het dak kan het gewicht niet dragen. Wij zoeken met de school een ander dak.',
    supportCount: 19,
    publishedAt: daysAgo(120),
    newsAt: daysAgo(30),
  }),
  initiative('i-bankje', {
    title: 'Een bankje bij de bushalte',
    story: 'Wie slecht ter been is, staat nu een kwartier. Eén bankje is genoeg.',
    theme: 'care',
    supportCount: 1,
    publishedAt: daysAgo(1),
    help: [{ kind: 'space', asked: 1, offered: 0 }],
  }),
  initiative('i-duif', {
    title: 'أشجار في شارع التوليب',
    story: 'في الصيف ترتفع الحرارة هنا إلى أربعين درجة. ست أشجار تعطي الظل.',
    theme: 'green',
    supportCount: 7,
    place: { lat: 52.3688, lon: 4.8911, address: 'Tulpstraat' },
    publishedAt: daysAgo(6),
  }),
];

/** As many as a story needs, one like another. */
export const manyInitiatives = (count: number): readonly Initiative[] =>
  Array.from({ length: count }, (_, at) => {
    const like = initiatives[at % initiatives.length] as Initiative;
    return {
      ...like,
      id: `i-${String(at)}`,
      title: `${like.title} ${String(at + 1)}`,
      publishedAt: daysAgo(at),
    };
  });
