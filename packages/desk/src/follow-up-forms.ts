import { centsIn, inEuros } from './amounts.js';
import type { DeskIdea, DeskPromise } from '@buurt/domain/desk/inbox.js';
import {
  organisationNewsProblems,
  promiseProblems,
  statusProblems,
} from '@buurt/domain/initiatives/follow-up.js';
import { promiseStates } from '@buurt/domain/initiatives/initiative.js';
import { initiativeStatuses } from '@buurt/domain/initiatives/initiative-status.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { FollowUp } from './desk-client.js';

export type FollowUpStep = FollowUp['step'];

/** What somebody filled in, by the name of the field. */
export type FollowUpDraft = Readonly<Record<string, string>>;

export interface FollowUpField {
  readonly name: 'status' | 'reason' | 'text' | 'who' | 'what' | 'dueOn' | 'state' | 'granted' | 'spent';
  readonly kind: 'line' | 'lines' | 'date' | 'amount' | 'choice';
  /** What can be chosen. */
  readonly options?: readonly string[];
  readonly isOptional?: boolean;
}

/** A form at the desk: what it asks, and what is sent of it. */
interface FollowUpForm {
  readonly start: (idea: DeskIdea, promise: DeskPromise | undefined) => FollowUpDraft;
  readonly fields: (promise: DeskPromise | undefined) => readonly FollowUpField[];
  readonly send: (draft: FollowUpDraft, promise: DeskPromise | undefined) => FollowUp;
  readonly problems: (draft: FollowUpDraft) => readonly Problem[];
}

const of = (draft: FollowUpDraft, name: FollowUpField['name']) => (draft[name] ?? '').trim();

/** Those that the organisation can say; a round and its result say the rest. */
const sayable = initiativeStatuses.filter((status) => status !== 'onBallot');

const standing: FollowUpForm = {
  start: ({ status, statusReason }) => ({ status, reason: statusReason ?? '' }),
  fields: () => [
    { name: 'status', kind: 'choice', options: sayable },
    { name: 'reason', kind: 'lines', isOptional: true },
  ],
  send: (draft) => ({
    step: 'standing',
    json: {
      status: sayable.find((each) => each === draft['status']) ?? 'new',
      reason: of(draft, 'reason') || null,
    },
  }),
  problems: (draft) =>
    statusProblems({
      status: sayable.find((each) => each === draft['status']) ?? 'new',
      reason: of(draft, 'reason'),
    }),
};

const news: FollowUpForm = {
  start: () => ({ text: '' }),
  fields: () => [{ name: 'text', kind: 'lines' }],
  send: (draft) => ({ step: 'news', json: { text: of(draft, 'text') } }),
  problems: (draft) => organisationNewsProblems({ text: of(draft, 'text') }),
};

const changeIn = (draft: FollowUpDraft) => {
  const [grantedCents, spentCents] = [centsIn(of(draft, 'granted')), centsIn(of(draft, 'spent'))];
  return {
    ...{ who: of(draft, 'who'), what: of(draft, 'what'), dueOn: of(draft, 'dueOn') },
    state: promiseStates.find((each) => each === draft['state']) ?? 'open',
    ...(grantedCents !== undefined && { grantedCents }),
    ...(spentCents !== undefined && { spentCents }),
  };
};

const promises: FollowUpForm = {
  start: (_, promise) => ({
    ...{ who: promise?.who ?? '', what: promise?.what ?? '', dueOn: promise?.dueOn ?? '' },
    state: promise?.state ?? 'open',
    granted: inEuros(promise?.grantedCents ?? null),
    spent: inEuros(promise?.spentCents ?? null),
  }),
  fields: (promise) => [
    { name: 'who', kind: 'line' },
    { name: 'what', kind: 'line' },
    { name: 'dueOn', kind: 'date' },
    ...(promise ? [{ name: 'state', kind: 'choice', options: promiseStates } as const] : []),
    { name: 'granted', kind: 'amount', isOptional: true },
    ...(promise ? [{ name: 'spent', kind: 'amount', isOptional: true } as const] : []),
  ],
  send: (draft, promise) => ({
    step: 'promises',
    json: { ...(promise && { id: promise.id }), ...changeIn(draft) },
  }),
  problems: (draft) =>
    promiseProblems(changeIn(draft)).map((problem) => ({
      ...problem,
      pointer: problem.pointer.replace(/Cents$/, ''),
    })),
};

export const followUpForms: Readonly<Record<FollowUpStep, FollowUpForm>> = { standing, news, promises };
