import { settlementProblems, roundEditProblems, type DeskRound } from '@buurt/domain/desk/round.js';
import { dutchDay, dutchMoment } from '@buurt/domain/wire/dutch-time.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { RoundAct, RoundStep } from './rounds-client.js';

/** The fields that a form about a round can have. */
export type RoundField = 'name' | 'intro' | 'opensAt' | 'closesAt' | 'who' | 'dueOn';
/** What somebody filled in, as it stands in the fields. */
export type RoundDraft = Readonly<Partial<Record<RoundField, string>>>;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });

/** A moment as a field for a day and a time has it, by the clocks in the Netherlands. */
export const fieldFor = (iso: string): string => `${dutchDay(iso)}T${clock.format(new Date(iso))}`;

/** The moment that stands in such a field; undefined when the clocks never show it. */
export function momentIn(text = ''): string | undefined {
  const [day = '', time = ''] = text.split('T');
  return dutchMoment(day, time.slice(0, 5))?.toISOString();
}

interface RoundForm {
  readonly fields: (round: DeskRound) => readonly RoundField[];
  readonly start: (round: DeskRound) => RoundDraft;
  readonly problems: (draft: RoundDraft, round: DeskRound) => readonly Problem[];
  readonly send: (draft: RoundDraft, round: DeskRound) => RoundAct;
}

const press = (step: 'opening' | 'closing' | 'cancellation'): RoundForm => ({
  fields: () => [],
  start: () => ({}),
  problems: () => [],
  send: () => ({ step, json: {} }),
});

/** What is another than it was. */
function changesIn(draft: RoundDraft, round: DeskRound): Extract<RoundAct, { step: 'changes' }>['json'] {
  const name = draft.name?.trim();
  const [opensAt, closesAt] = [momentIn(draft.opensAt), momentIn(draft.closesAt)];
  const isNew = (moment: string | undefined, was: string): moment is string =>
    moment !== undefined && fieldFor(moment) !== fieldFor(was);
  return {
    ...(name !== undefined && name !== round.name && { name }),
    ...(draft.intro !== undefined && draft.intro !== round.intro && { intro: draft.intro }),
    ...(round.state === 'announced' && isNew(opensAt, round.opensAt) && { opensAt }),
    ...(isNew(closesAt, round.closesAt) && { closesAt }),
  };
}

/** The forms with which staff do something to a round. */
export const roundForms: Readonly<Record<RoundStep, RoundForm>> = {
  opening: press('opening'),
  closing: press('closing'),
  cancellation: press('cancellation'),
  changes: {
    fields: ({ state }) =>
      state === 'announced' ? ['name', 'intro', 'opensAt', 'closesAt'] : ['name', 'intro', 'closesAt'],
    start: ({ name, intro, opensAt, closesAt }) => ({
      ...{ name, intro, opensAt: fieldFor(opensAt), closesAt: fieldFor(closesAt) },
    }),
    problems: (draft, round) => {
      const times =
        round.state === 'announced' ? (['opensAt', 'closesAt'] as const) : (['closesAt'] as const);
      return [
        ...roundEditProblems({ name: draft.name, intro: draft.intro }),
        ...times.flatMap((each): Problem[] =>
          momentIn(draft[each]) === undefined ? [{ pointer: `/${each}`, code: 'malformed' }] : [],
        ),
      ];
    },
    send: (draft, round) => ({ step: 'changes', json: changesIn(draft, round) }),
  },
  settlement: {
    fields: () => ['who', 'dueOn'],
    start: ({ promisedBy }) => ({ who: promisedBy, dueOn: '' }),
    problems: ({ who = '', dueOn = '' }) => settlementProblems({ who, dueOn }),
    send: ({ who = '', dueOn = '' }) => ({ step: 'settlement', json: { who: who.trim(), dueOn } }),
  },
};

/** What can be done with a round where it stands. */
export function stepsOf({ state }: DeskRound): readonly RoundStep[] {
  if (state === 'announced') return ['opening', 'changes', 'cancellation'];
  if (state === 'open') return ['changes', 'closing', 'cancellation'];
  return state === 'closed' ? ['settlement'] : [];
}

/** What is needed for each. */
export const permissionFor: Readonly<Record<RoundStep, string>> = {
  opening: 'round.release',
  closing: 'round.release',
  cancellation: 'round.release',
  changes: 'round.write',
  settlement: 'round.release',
};
