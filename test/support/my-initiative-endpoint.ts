import type {
  Handover,
  MyInitiative,
  ReceivedOffer,
  ReceivedQuestion,
} from '@buurt/domain/initiatives/my-initiative.js';
import { answeringBy, json, storyEndpoint, type Answer } from './endpoint.js';

export const ownerId = '6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11';
export const ownerKey = 'k'.repeat(43);

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

export const anOffer = (id: string, own: Partial<ReceivedOffer> = {}): ReceivedOffer => ({
  id,
  kinds: ['time'],
  message: '',
  name: 'Samira',
  contact: '06 12345678',
  isMailed: false,
  at: daysAgo(2),
  outcome: null,
  answer: null,
  ...own,
});

export const aQuestion = (id: string, own: Partial<ReceivedQuestion> = {}): ReceivedQuestion => ({
  id,
  text: 'Komt er ook verlichting bij de tafel?',
  name: 'Noor',
  at: daysAgo(1),
  answer: null,
  ...own,
});

/** A neighbour who was asked to take over and has not answered yet. */
export const asked: Handover = {
  email: 'bo@voorbeeld.nl',
  at: daysAgo(1),
  until: daysAgo(-13),
  state: 'asked',
};

export const running: MyInitiative = {
  id: ownerId,
  reference: 'K4T-9PX',
  title: 'Lange tafel op het Rozenplein',
  state: 'published',
  supportCount: 34,
  buurtCode: 'BU0363AA01',
  receivedAt: daysAgo(20),
  answerBy: daysAgo(6),
  story: 'Een keer per maand eten we met de hele straat. Iedereen neemt iets mee.',
  isEditable: false,
  correctedAt: null,
  hiddenPhotos: [],
  status: 'new',
  statusReason: null,
  round: null,
  followerCount: 8,
  needs: [
    { kind: 'time', asked: 4, offered: 1 },
    { kind: 'tools', asked: 1, offered: 0 },
  ],
  offers: [
    anOffer('o-samira', {
      kinds: ['time', 'skill'],
      message: 'Ik kook graag, en ik kan op zaterdag.',
      contact: 'samira@voorbeeld.nl',
      isMailed: true,
    }),
    anOffer('o-bo', { name: 'Bo', kinds: ['tools'], message: 'Ik heb twee lange tafels.' }),
    anOffer('o-jan', { name: 'Jan', outcome: 'joined', answer: 'Fijn! Zaterdag om tien uur?' }),
  ],
  questions: [
    aQuestion('q-licht'),
    aQuestion('q-mag', {
      text: 'Mag dit van de gemeente?',
      name: null,
      answer: { text: 'Ja, dat mag.', by: 'organisation' },
    }),
  ],
  news: [{ at: daysAgo(5), text: 'De eerste tafel is gemaakt.', photo: null }],
  promises: [],
  mails: 'on',
  canHandOver: true,
  handover: null,
};

export const waiting: MyInitiative = {
  ...running,
  state: 'waiting',
  receivedAt: daysAgo(1),
  answerBy: new Date(Date.now() + 13 * 86_400_000).toISOString(),
  isEditable: true,
  correctedAt: null,
  hiddenPhotos: [],
  supportCount: 0,
  followerCount: 0,
  needs: [],
  offers: [],
  questions: [],
  news: [],
  mails: 'unconfirmed',
  canHandOver: false,
};

let opened = 0;

/** A server for the makers of initiatives; each on an endpoint of its own, so that no story finds what another kept. */
export function makerConnection(
  mine: MyInitiative | Answer = running,
  acting: Answer = () => json({ id: ownerId }, 201),
) {
  opened += 1;
  const reading: Answer = typeof mine === 'function' ? mine : () => json(mine);
  return answeringBy(
    [
      [/\/ideas\/[^/]+$/, reading],
      [/\/ideas\/[^/]+\/.+$/, acting],
      [/\/owner-links$/, acting],
    ],
    `${storyEndpoint}/mine-${String(opened)}-${String(Date.now())}`,
  );
}

/** Opens the page with the link of the mail, as a browser does that follows it. */
export const openLink = (key = `${ownerId}.${ownerKey}`) => {
  const address = new URL(location.href);
  address.hash = `mijn=${key}`;
  history.replaceState(history.state, '', address);
};
