import { emailProblems } from '../ideas/contact.js';
import { longest, longestFromOperator, mostCharacters } from '../ideas/settings.js';
import { uploadedPhotoProblems, type UploadedPhoto } from '../ideas/uploaded-photo.js';
import type { Locale } from '../wire/locale.js';
import { textProblems, type Problem } from '../wire/problem.js';
import { offerKinds, type OfferKind } from './initiative.js';

/** How many neighbours a maker can ask to bring one kind of help. */
export const mostAsked = 99;

/** News that a maker or the organisation tells. */
export interface NewNews {
  readonly text: string;
  /** One that was uploaded just before. */
  readonly photo?: UploadedPhoto | undefined;
}

/** Everything that is wrong with news that a maker tells. */
export const newsProblems = (news: NewNews): Problem[] => [
  ...textProblems('/text', news.text, { required: true, min: 4, max: longestFromOperator.reason }),
  ...uploadedPhotoProblems(news.photo),
];

/** How a maker ends an initiative: it is done, or it stops; with thanks, or why. */
export interface Ending {
  readonly status: 'done' | 'declined';
  readonly text: string;
}

export const endingProblems = (ending: Ending): Problem[] =>
  textProblems('/text', ending.text, {
    required: ending.status === 'declined',
    min: 4,
    max: longest.remark,
  });

/** Asks a neighbour by mail to take over, with words of the maker. */
export interface NewHandover {
  readonly email: string;
  readonly text: string;
  /** In which the mail is written; Dutch where it is not said. */
  readonly locale?: Locale | undefined;
}

export const newHandoverProblems = ({ email, text }: NewHandover): Problem[] => [
  ...emailProblems('/email', email, { required: true }),
  ...textProblems('/text', text, { max: longest.message }),
];

/** Who takes over: with the name that neighbours see, and leave to keep it with their address. */
export interface Takeover {
  readonly name: string;
  readonly consent: boolean;
}

export const takeoverProblems = ({ name, consent }: Takeover): Problem[] => [
  ...textProblems('/name', name, { required: true, max: mostCharacters.name }),
  ...(consent ? [] : [{ pointer: '/consent', code: 'consent' as const }]),
];

/** How many neighbours are asked to bring each kind; 0 asks for none. */
export type AskedHelp = { readonly [Kind in OfferKind]?: number | undefined };

export const askedHelpProblems = (asked: AskedHelp): Problem[] =>
  offerKinds.flatMap((kind) => {
    const number = asked[kind];
    return number === undefined || (Number.isSafeInteger(number) && number >= 0 && number <= mostAsked)
      ? []
      : [{ pointer: `/${kind}`, code: 'out-of-range' as const, limit: mostAsked, actual: number }];
  });
