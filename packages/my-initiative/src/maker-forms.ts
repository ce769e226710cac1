import { mostCharacters } from '@buurt/domain/ideas/settings.js';
import { offerKinds } from '@buurt/domain/initiatives/initiative.js';
import { offerAnswerProblems, questionAnswerProblems } from '@buurt/domain/initiatives/answers.js';
import {
  askedHelpProblems,
  endingProblems,
  newHandoverProblems,
  newsProblems,
} from '@buurt/domain/initiatives/maker-submissions.js';
import type {
  MyInitiative,
  ReceivedOffer,
  ReceivedQuestion,
} from '@buurt/domain/initiatives/my-initiative.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { textProblems, type Problem } from '@buurt/domain/wire/problem.js';
import type { MakerStep } from './my-initiative-api.js';

/** What a form is about: the initiative, and the neighbour whose offer or question is answered. */
export interface MakerSubject {
  readonly initiative: MyInitiative;
  readonly offer?: ReceivedOffer;
  readonly question?: ReceivedQuestion;
}

/** What somebody filled in, by the name of the field. */
export type MakerDraft = Readonly<Record<string, string>>;

export type MakerFieldName = 'text' | 'email' | 'title' | 'story' | (typeof offerKinds)[number];

interface MakerField {
  readonly name: MakerFieldName;
  readonly rows?: number;
  readonly isNumber?: boolean;
  readonly isOptional?: boolean;
}

export type MakerSubmit = 'joined' | 'declined' | 'send' | 'save' | 'done' | 'stop' | 'handover' | 'withdraw';

/** One of the things that a maker can fill in and send. */
interface MakerForm {
  readonly start: (subject: MakerSubject) => MakerDraft;
  readonly fields: (subject: MakerSubject) => readonly MakerField[];
  /** The buttons; the first is the primary one. */
  readonly submits: readonly MakerSubmit[];
  readonly step: (subject: MakerSubject) => MakerStep;
  readonly body: (draft: MakerDraft, submit: MakerSubmit, locale: Locale) => object;
  readonly problems: (draft: MakerDraft) => readonly Problem[];
}

const textOf = ({ text = '' }: MakerDraft) => text;

const endingForm = (status: 'done' | 'declined', submit: 'done' | 'stop'): MakerForm => ({
  start: () => ({ text: '' }),
  fields: () => [{ name: 'text', rows: 3, isOptional: status === 'done' }],
  submits: [submit],
  step: () => 'ending',
  body: (draft) => ({ status, text: textOf(draft) }),
  problems: (draft) => endingProblems({ status, text: textOf(draft) }),
});

/** The number in a field; an empty one asks for nothing, and what is no number is `NaN`. */
const numberIn = (text: string | undefined) => (text?.trim() ? Number(text) : 0);
const askedIn = (draft: MakerDraft) =>
  Object.fromEntries(offerKinds.map((kind) => [kind, numberIn(draft[kind])]));

const makerForms = {
  offer: {
    start: ({ offer }) => ({ text: offer?.answer ?? '' }),
    fields: ({ offer }) => (offer?.isMailed ? [{ name: 'text', rows: 3, isOptional: true }] : []),
    submits: ['joined', 'declined'],
    step: ({ offer }) => `offers/${encodeURIComponent(offer?.id ?? '')}/answer`,
    body: (draft, outcome) => ({ outcome, text: textOf(draft) }),
    problems: (draft) => offerAnswerProblems({ outcome: 'joined', text: textOf(draft) }),
  },
  question: {
    start: ({ question }) => ({ text: question?.answer?.text ?? '' }),
    fields: () => [{ name: 'text', rows: 3 }],
    submits: ['send'],
    step: ({ question }) => `questions/${encodeURIComponent(question?.id ?? '')}/answer`,
    body: (draft) => ({ text: textOf(draft) }),
    problems: (draft) => questionAnswerProblems({ text: textOf(draft) }),
  },
  news: {
    start: () => ({ text: '' }),
    fields: () => [{ name: 'text', rows: 4 }],
    submits: ['send'],
    step: () => 'news',
    body: (draft) => ({ text: textOf(draft) }),
    problems: (draft) => newsProblems({ text: textOf(draft) }),
  },
  texts: {
    start: ({ initiative: { title, story } }) => ({ title, story }),
    fields: () => [{ name: 'title' }, { name: 'story', rows: 8 }],
    submits: ['save'],
    step: () => 'texts',
    body: ({ title = '', story = '' }) => ({ title, story }),
    // How short they may be, the organisation decides; the server says it.
    problems: ({ title = '', story = '' }) => [
      ...textProblems('/title', title, { required: true, max: mostCharacters.title }),
      ...textProblems('/story', story, { required: true, max: mostCharacters.story }),
    ],
  },
  needs: {
    start: ({ initiative: { needs } }) =>
      Object.fromEntries(needs.map(({ kind, asked }) => [kind, String(asked)])),
    fields: () => offerKinds.map((name) => ({ name, isNumber: true, isOptional: true })),
    submits: ['save'],
    step: () => 'needs',
    body: askedIn,
    problems: (draft) => askedHelpProblems(askedIn(draft)),
  },
  done: endingForm('done', 'done'),
  stop: endingForm('declined', 'stop'),
  handover: {
    start: () => ({ email: '', text: '' }),
    fields: () => [{ name: 'email' }, { name: 'text', rows: 3, isOptional: true }],
    submits: ['handover'],
    step: () => 'handover',
    body: ({ email = '', text = '' }, _, locale) => ({ email, text, locale }),
    problems: ({ email = '', text = '' }) => newHandoverProblems({ email, text }),
  },
  withdraw: {
    start: () => ({}),
    fields: () => [],
    submits: ['withdraw'],
    step: () => 'handover/withdrawal',
    body: () => ({}),
    problems: () => [],
  },
} as const satisfies Readonly<Record<string, MakerForm>>;

export type MakerFormKind = keyof typeof makerForms;

export const makerForm = (kind: MakerFormKind): MakerForm => makerForms[kind];
