import { longestFromOperator } from '../ideas/settings.js';
import { uploadedPhotoProblems, type UploadedPhoto } from '../ideas/uploaded-photo.js';
import { isCalendarDay } from '../wire/calendar.js';
import { textProblems, type Problem } from '../wire/problem.js';
import type { InitiativeStatus } from './initiative-status.js';
import type { BuurtPromise } from './initiative.js';

/** Everything that is wrong with what the organisation answers to a question. */
export const organisationAnswerProblems = (answer: { readonly text: string }): Problem[] =>
  textProblems('/text', answer.text, { required: true, max: longestFromOperator.answer });

/** Where an initiative stands, and why. */
export interface InitiativeStanding {
  readonly status: InitiativeStatus;
  readonly reason: string | null;
}

/** Everything that is wrong with where an initiative stands: one that does not go on needs a reason. */
export const statusProblems = ({ status, reason }: InitiativeStanding): Problem[] =>
  textProblems('/reason', reason ?? '', {
    required: status === 'declined',
    max: longestFromOperator.reason,
  });

/** Everything that is wrong with news that the organisation tells, with a photo or without; it says what a photo shows. */
export const organisationNewsProblems = (news: {
  readonly text: string;
  readonly photo?: Pick<UploadedPhoto, 'alt'> | undefined;
}): Problem[] => [
  ...textProblems('/text', news.text, { required: true, max: longestFromOperator.news }),
  ...uploadedPhotoProblems(news.photo, { required: true }),
];

/** What of a promise can be said anew; what is left out stays as it was. */
export interface PromiseChange extends Pick<BuurtPromise, 'who' | 'what'> {
  /** By when, as `2027-05-01`; a new promise needs it. */
  readonly dueOn?: string | undefined;
  readonly state?: BuurtPromise['state'] | undefined;
  readonly grantedCents?: number | undefined;
  readonly spentCents?: number | undefined;
}

/** As much as the database holds of one amount. */
const mostPromisedCents = 2_147_483_647;

/** Everything that is wrong with a promise. */
export const promiseProblems = ({ who, what, dueOn, ...money }: PromiseChange): Problem[] => [
  ...textProblems('/who', who, { required: true, max: longestFromOperator.promisedBy }),
  ...textProblems('/what', what, { required: true, max: longestFromOperator.promise }),
  ...(dueOn === undefined || isCalendarDay(dueOn) ? [] : [{ pointer: '/dueOn', code: 'malformed' as const }]),
  ...(['grantedCents', 'spentCents'] as const).flatMap((field) => {
    const cents = money[field];
    return cents === undefined || (Number.isSafeInteger(cents) && cents >= 0 && cents <= mostPromisedCents)
      ? []
      : [{ pointer: `/${field}`, code: 'out-of-range' as const, limit: mostPromisedCents, actual: cents }];
  }),
];
