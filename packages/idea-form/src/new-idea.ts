import { isFilledIn, type NewIdea } from '@buurt/domain/ideas/idea.js';
import { offerKinds, type CostRange, type OfferKind } from '@buurt/domain/initiatives/initiative.js';
import {
  defaultIdeaSettings,
  ideaFields,
  isAsked,
  type IdeaFieldName,
  type IdeaSettings,
} from '@buurt/domain/ideas/settings.js';
import type { CostBand, Draft } from './draft.js';

/** What is typed and sent as it is, without white space around it. */
export const draftTexts = [
  'title',
  'story',
  'theme',
  'assets',
  'joiners',
  'name',
  'email',
  'phone',
] as const satisfies readonly IdeaFieldName[];

/** What can be chosen without typing an amount. */
export const costBands = {
  free: { minCents: 0, maxCents: 0 },
  small: { minCents: 0, maxCents: 100_00 },
  some: { minCents: 100_00, maxCents: 500_00 },
  medium: { minCents: 500_00, maxCents: 2_500_00 },
  large: { minCents: 2_500_00, maxCents: 10_000_00 },
} as const satisfies Readonly<Record<CostBand, CostRange>>;

/** Chosen or not, the other way round; in the order in which the kinds are shown. */
export const toggled = (kinds: readonly OfferKind[], kind: OfferKind): OfferKind[] =>
  offerKinds.filter((each) => kinds.includes(each) !== (each === kind));

/** "1.250,50" as the Dutch write it, "1,250.50" as the English do; both also without thousands or cents. */
const amount = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$|^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/;

/** Euros as people write them ("1.250", "€ 12,50") in cents; NaN when it is not an amount. */
export function centsOf(typed: string): number {
  const bare = typed.replace(/[\s€]/g, '').replace(/,-+$/, '');
  const [, dutch, cents, english = dutch, pence = cents ?? ''] = amount.exec(bare) ?? [];
  return english === undefined
    ? NaN
    : Number(english.replace(/\D/g, '')) * 100 + Number(pence.padEnd(2, '0'));
}

function costOf({ cost, costFrom, costTo }: Draft): Pick<NewIdea, 'cost'> {
  if (cost === '') return {};
  if (cost === 'unknown') return { cost: null };
  if (cost !== 'own') return { cost: costBands[cost] };
  const from = centsOf(costFrom);
  const to = centsOf(costTo);
  return {
    cost: {
      minCents: costFrom.trim() === '' && !Number.isNaN(to) ? 0 : from,
      maxCents: costTo.trim() === '' ? from : to,
    },
  };
}

/** The answers to the questions that are asked of this idea; an empty answer is none. */
const answersOf = ({ answers, theme }: Draft, { questions }: IdeaSettings): Record<string, string> =>
  Object.fromEntries(
    questions
      .filter((question) => isAsked(question, { theme }) && Object.hasOwn(answers, question.id))
      .map(({ id }) => [id, (answers[id] ?? '').trim()] as const)
      .filter(([, answer]) => answer !== ''),
  );

/**
 * The idea as it goes to the server: what these settings ask for, and only what was answered. A photo that is not
 * uploaded yet stands in it under its own id.
 */
export function toNewIdea(draft: Draft, settings: IdeaSettings): NewIdea {
  const { photos, place, needs, offers } = draft;
  const texts = draftTexts.map((name) => [name, draft[name].trim()] as const);
  const all: Partial<NewIdea> = {
    ...Object.fromEntries(texts),
    ...(place === undefined ? {} : { place }),
    needs,
    offers,
    ...costOf(draft),
    photos: photos.map(({ id, uploaded, alt }) => ({ id: uploaded?.id ?? id, alt: alt.trim() })),
  };
  const asked = settings.fields.map(({ name }) => [name, all[name]] as const);
  const answers = answersOf(draft, settings);
  return {
    title: '',
    story: '',
    ...Object.fromEntries(asked.filter(([, value]) => isFilledIn(value))),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    consent: draft.consent,
  };
}

/** The idea with every answer that the draft holds, whoever asked for it. */
export const withAllAnswers = (draft: Draft): NewIdea =>
  toNewIdea(draft, {
    ...defaultIdeaSettings,
    fields: ideaFields.map((name) => ({ name, required: false })),
    questions: Object.keys(draft.answers).map((id) => ({
      id,
      step: 'idea',
      kind: 'text',
      label: { nl: '' },
      required: false,
      options: [],
      shown: false,
    })),
  });

/** Two 24-bit sums over the text (FNV-1a from both ends); not secret, only different for different texts. */
function fingerprint(text: string): string {
  let [there, back] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    there = Math.imul(there ^ text.charCodeAt(i), 0x01000193);
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - i), 0x85ebca6b);
  }
  return [there, back].map((sum) => ((sum ^ (sum >>> 15)) & 0xffffff).toString(16).padStart(6, '0')).join('');
}

/**
 * The Idempotency-Key: the same idea gives the same key, also after a reload, and any edit gives another. So an idea
 * whose answer was lost is not taken twice. Photos count by their own keys, uploaded or not.
 */
export const keyOf = ({ id }: Draft, idea: NewIdea): string =>
  id.slice(0, 24) + fingerprint(JSON.stringify(idea));
