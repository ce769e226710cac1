import type { Border } from '../geo/border.js';
import { emailProblems, phoneProblems } from './contact.js';
import { offerKinds, type CostRange, type OfferKind } from '../initiatives/initiative.js';
import { isPlace, type NamedPlace } from '../geo/place.js';
import type { Locale } from '../wire/locale.js';
import { textProblems, type Problem } from '../wire/problem.js';
import {
  fieldSteps,
  ideaFields,
  ideaSteps,
  isAsked,
  longest,
  mostCharacters,
  type FieldSettings,
  type IdeaFieldName,
  type IdeaSettings,
  type IdeaStep,
  type Question,
} from './settings.js';
import { admits } from '../geo/relative-location.js';
import type { UploadedPhoto } from './uploaded-photo.js';

/** An idea as it is handed in. `null` is an answer ("not bound to one place", "I don't know"); absent is none. */
export interface NewIdea {
  readonly title: string;
  readonly story: string;
  readonly theme?: string;
  /** Where it would be; `null`: not bound to one place. */
  readonly place?: NamedPlace | null;
  /** What is there already. */
  readonly assets?: string;
  /** Who could join. */
  readonly joiners?: string;
  /** What is asked of neighbours. */
  readonly needs?: readonly OfferKind[];
  /** What the initiator brings. */
  readonly offers?: readonly OfferKind[];
  /** `null`: does not know. */
  readonly cost?: CostRange | null;
  readonly photos?: readonly UploadedPhoto[];
  /** Shown with the idea. */
  readonly name?: string;
  /** Never shown. */
  readonly email?: string;
  /** Never shown. */
  readonly phone?: string;
  readonly consent: boolean;
  /** By the id of the organiser's question. */
  readonly answers?: Readonly<Record<string, string>>;
  /** In which its maker wants to read mails; Dutch where it is not said. */
  readonly locale?: Locale;
}

export const mostPhotos = 5;
/** A million euros: more is a slip of the finger. */
const mostCents = 100_000_000;

type FieldRule = (idea: NewIdea, field: FieldSettings, settings: IdeaSettings, border?: Border) => Problem[];

const asText =
  (name: 'title' | 'story' | 'assets' | 'joiners' | 'name'): FieldRule =>
  (idea, { required, min, max = Infinity }) =>
    textProblems(`/${name}`, idea[name] ?? '', {
      required,
      ...(min === undefined ? {} : { min }),
      max: Math.min(max, mostCharacters[name]),
    });

const kinds =
  (name: 'needs' | 'offers'): FieldRule =>
  (idea, { required }) => {
    const chosen = idea[name] ?? [];
    if (chosen.length === 0) return required ? [{ pointer: `/${name}`, code: 'required' }] : [];
    return chosen.flatMap((kind, index) =>
      offerKinds.includes(kind) && chosen.indexOf(kind) === index
        ? []
        : [{ pointer: `/${name}/${String(index)}`, code: 'not-an-option' as const }],
    );
  };

function themeProblems(idea: NewIdea, { required }: FieldSettings, { themes }: IdeaSettings): Problem[] {
  if (!idea.theme) return required ? [{ pointer: '/theme', code: 'required' }] : [];
  return themes.some(({ id }) => id === idea.theme) ? [] : [{ pointer: '/theme', code: 'not-an-option' }];
}

function placeProblems(
  { place }: NewIdea,
  { required }: FieldSettings,
  _: IdeaSettings,
  border?: Border,
): Problem[] {
  if (place === undefined) return required ? [{ pointer: '/place', code: 'required' }] : [];
  if (place === null) return [];
  if (!isPlace(place)) return [{ pointer: '/place', code: 'malformed' }];
  if (border && !admits(border, place)) return [{ pointer: '/place', code: 'outside-buurt' }];
  return textProblems('/place/address', place.address ?? '', { max: longest.address });
}

/** A cost range: whole cents, from low to high, at most a million euros. */
export function costProblems(pointer: string, range: CostRange): Problem[] {
  const fits = (cents: number) => Number.isSafeInteger(cents) && cents >= 0 && cents <= mostCents;
  const wrong = (['minCents', 'maxCents'] as const)
    .filter((end) => !fits(range[end]))
    .map((end): Problem => ({ pointer: `${pointer}/${end}`, code: 'out-of-range', limit: mostCents }));
  return wrong.length > 0 || range.minCents <= range.maxCents ? wrong : [{ pointer, code: 'range-reversed' }];
}

function ideaCostProblems({ cost }: NewIdea, { required }: FieldSettings): Problem[] {
  if (cost === undefined) return required ? [{ pointer: '/cost', code: 'required' }] : [];
  return cost === null ? [] : costProblems('/cost', cost);
}

function photoProblems({ photos = [] }: NewIdea, { required, max = mostPhotos }: FieldSettings): Problem[] {
  if (photos.length === 0) return required ? [{ pointer: '/photos', code: 'required' }] : [];
  const limit = Math.min(max, mostPhotos);
  if (photos.length > limit) return [{ pointer: '/photos', code: 'too-many', limit, actual: photos.length }];
  return photos.flatMap(({ alt }, index) =>
    textProblems(`/photos/${String(index)}/alt`, alt, { max: mostCharacters.alt }),
  );
}

const fieldRules: Readonly<Record<IdeaFieldName, FieldRule>> = {
  title: asText('title'),
  story: asText('story'),
  theme: themeProblems,
  place: placeProblems,
  assets: asText('assets'),
  joiners: asText('joiners'),
  needs: kinds('needs'),
  offers: kinds('offers'),
  cost: ideaCostProblems,
  photos: photoProblems,
  name: asText('name'),
  email: ({ email = '' }, field) => emailProblems('/email', email, field),
  phone: ({ phone = '' }, field) => phoneProblems('/phone', phone, field),
};

/** A key as a token of a JSON Pointer (RFC 6901 §3). */
const token = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

function answerProblems(question: Question, { answers = {} }: NewIdea): Problem[] {
  const { id, kind, required, options, max = Infinity } = question;
  const pointer = `/answers/${token(id)}`;
  const answer = Object.hasOwn(answers, id) ? (answers[id] ?? '') : '';
  const problems = textProblems(pointer, answer, { required, max: Math.min(max, mostCharacters.answer) });
  const offered = kind !== 'choice' || answer === '' || options.some(({ nl }) => nl.trim() === answer.trim());
  return problems.length > 0 || offered ? problems : [{ pointer, code: 'not-an-option' }];
}

/** What is wrong on one step: its fields in the organiser's order, then his own questions. */
const stepProblems = (step: IdeaStep, settings: IdeaSettings, idea: NewIdea, border?: Border): Problem[] => [
  ...settings.fields
    .filter(({ name }) => fieldSteps[name] === step)
    .flatMap((field) => fieldRules[field.name](idea, field, settings, border)),
  ...settings.questions
    .filter((question) => question.step === step && isAsked(question, idea))
    .flatMap((question) => answerProblems(question, idea)),
];

/** A field or a question that the organiser does not ask must not be filled in. */
function unaskedProblems({ fields, questions }: IdeaSettings, idea: NewIdea): Problem[] {
  const strangeFields = ideaFields.filter(
    (name) => !fields.some((field) => field.name === name) && isFilledIn(idea[name]),
  );
  const strangeAnswers = Object.keys(idea.answers ?? {}).filter(
    (id) => !questions.some((question) => question.id === id && isAsked(question, idea)),
  );
  return [...strangeFields, ...strangeAnswers.map((id) => `answers/${token(id)}`)].map((key) => ({
    pointer: `/${key}`,
    code: 'unknown-key',
  }));
}

/** Whether somebody said something there. */
export const isFilledIn = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/**
 * Everything that is wrong with an idea under these settings, in the order of the form; empty when it can be handed
 * in. The widget and the server call the same function; without a border the place is not held against it.
 */
export const ideaProblems = (settings: IdeaSettings, idea: NewIdea, border?: Border): Problem[] => [
  ...ideaSteps.flatMap((step) => stepProblems(step, settings, idea, border)),
  ...unaskedProblems(settings, idea),
  ...(idea.consent ? [] : [{ pointer: '/consent', code: 'consent' as const }]),
];
