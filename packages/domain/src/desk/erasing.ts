import { count, flag, list, nullable, oneOf, shape, text } from '../wire/json.js';

/** Where a text with words of or about somebody can stand. */
export const textPlaces = [
  'idea',
  'correction',
  'contact',
  'photo',
  'offer',
  'remark',
  'report',
  'news',
  'promise',
  'follower',
  'confirmation',
  'handover',
  'staff',
  'mail',
  'round',
  'proposal',
  'settings',
  'answer',
  'act',
] as const;
export type TextPlace = (typeof textPlaces)[number];

/**
 * What erases a text: erasing the idea, the remark or the offer; forgetting the address, of a colleague once they are removed;
 * changing the vote or the settings; time alone; or nothing.
 */
export const eraserKinds = [
  'idea',
  'remark',
  'offer',
  'address',
  'removal',
  'round',
  'settings',
  'time',
  'nothing',
] as const;
type EraserKind = (typeof eraserKinds)[number];

export interface Eraser {
  readonly by: EraserKind;
  /** Of what is erased or changed: an id, an address, the code of a buurt; null where there is nothing to do. */
  readonly id: string | null;
}

/** A text in which words were found. */
export interface TextMatch {
  readonly place: TextPlace;
  readonly id: string;
  readonly field: string;
  readonly text: string;
  /** The number of the idea that it belongs to. */
  readonly idea: string | null;
  readonly eraser: Eraser;
}

export interface TextMatches {
  readonly texts: readonly TextMatch[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** What is erased when somebody is forgotten, and where their address stands after that. */
export interface Forgetting {
  readonly contacts: number;
  readonly offers: number;
  readonly followers: number;
  readonly handovers: number;
  readonly formerStaff: number;
  readonly left: readonly TextMatch[];
}

/** What goes with an idea that is erased for good, and what stays. */
export interface IdeaErasure {
  readonly reference: string;
  readonly title: string;
  /** As in `ETag`. */
  readonly version: string;
  readonly contacts: number;
  readonly photos: number;
  readonly remarks: number;
  readonly offers: number;
  readonly supports: number;
  readonly news: number;
  readonly promises: number;
  readonly followers: number;
  /** In which votes its words stay, because people could vote on them. */
  readonly keptInRounds: readonly { readonly id: string; readonly name: string }[];
  /** Votes that are not closed, of which it is taken out. */
  readonly leftRounds: readonly { readonly id: string; readonly name: string }[];
  /** Whether amounts stay in the cashbook, without words. */
  readonly keepsAmounts: boolean;
}

const textMatchFrom = shape<TextMatch>({
  place: oneOf(...textPlaces),
  id: text,
  field: text,
  text,
  idea: nullable(text),
  eraser: shape<Eraser>({ by: oneOf(...eraserKinds), id: nullable(text) }),
});

export const textMatchesFrom = shape<TextMatches>({ texts: list(textMatchFrom), isCut: flag });

export const forgettingFrom = shape<Forgetting>({
  ...{ contacts: count, offers: count, followers: count, handovers: count, formerStaff: count },
  left: list(textMatchFrom),
});

const namedRoundFrom = shape<IdeaErasure['leftRounds'][number]>({ id: text, name: text });

export const ideaErasureFrom = shape<IdeaErasure>({
  ...{ reference: text, title: text, version: text },
  ...{ contacts: count, photos: count, remarks: count, offers: count },
  ...{ supports: count, news: count, promises: count, followers: count },
  keptInRounds: list(namedRoundFrom),
  leftRounds: list(namedRoundFrom),
  keepsAmounts: flag,
});
