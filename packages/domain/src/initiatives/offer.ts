import { contactProblems } from '../ideas/contact.js';
import { offerKinds, type OfferKind } from './initiative.js';
import type { Locale } from '../wire/locale.js';
import { textProblems, type Problem } from '../wire/problem.js';
import { longest, mostCharacters } from '../ideas/settings.js';

/** "Ik doe mee": what a neighbour brings, in his own words, and how to reach him (seen by the initiator only). */
export interface NewOffer {
  readonly kinds: readonly OfferKind[];
  readonly message: string;
  readonly name: string;
  /** An e-mail address or a telephone number. */
  readonly contact: string;
  /** In which the mails about it are written; Dutch where it is not said. */
  readonly locale?: Locale | undefined;
}

/** A remark on an initiative; read by somebody before it is shown. */
export interface NewRemark {
  readonly stance: 'for' | 'against' | 'question';
  readonly text: string;
  readonly name: string;
}

/** Why a remark should not be shown. */
export interface NewReport {
  readonly reason: string;
}

export const remarkStances = ['for', 'against', 'question'] as const;

/** Everything that is wrong with an offer; empty when it can be sent. */
export const offerProblems = ({ kinds, message, name, contact }: NewOffer): Problem[] => [
  ...(kinds.length === 0 ? [{ pointer: '/kinds', code: 'required' as const }] : []),
  ...kinds.flatMap((kind, index) =>
    offerKinds.includes(kind) && kinds.indexOf(kind) === index
      ? []
      : [{ pointer: `/kinds/${String(index)}`, code: 'not-an-option' as const }],
  ),
  ...textProblems('/message', message, { max: longest.message }),
  ...textProblems('/name', name, { required: true, max: mostCharacters.name }),
  ...contactProblems('/contact', contact, { required: true }),
];

/** Everything that is wrong with a remark; empty when it can be sent. */
export const remarkProblems = ({ stance, text, name }: NewRemark): Problem[] => [
  ...(remarkStances.includes(stance) ? [] : [{ pointer: '/stance', code: 'not-an-option' as const }]),
  ...textProblems('/text', text, { required: true, min: 4, max: longest.remark }),
  ...textProblems('/name', name, { max: mostCharacters.name }),
];

/** Everything that is wrong with a report; empty when it can be sent. */
export const reportProblems = ({ reason }: NewReport): Problem[] =>
  textProblems('/reason', reason, { required: true, min: 4, max: longest.message });
