import { isCalendarDay } from '../wire/calendar.js';
import {
  answerBys,
  offerKinds,
  promiseStates,
  type BuurtPromise,
  type CostRange,
  type Help,
  type Initiative,
  type ListedInitiative,
  type OfferKind,
  type Remark,
  type RemarkAnswer,
} from './initiative.js';
import { photoFrom, summaryReaders } from './initiative-json.js';
import { newsFrom } from './news-json.js';
import { readableFrom, type Readable } from '../wire/readable.js';
import { initiativeStatuses, type InitiativeStatus } from './initiative-status.js';
import type { Facets } from './initiative-list.js';
import {
  count,
  flag,
  list,
  maybe,
  moment,
  nullable,
  oneOf,
  shape,
  ShapeError,
  text,
  type Reader,
} from '../wire/json.js';
import { remarkStances } from './offer.js';

const calendarDate: Reader<string> = (json, at = '') => {
  const date = text(json, at);
  if (!isCalendarDay(date)) throw new ShapeError(at, 'a calendar date');
  return date;
};

const helpFrom = shape<Help>({ kind: oneOf(...offerKinds), asked: count, offered: count });

const listedReaders = { ...summaryReaders, help: list(helpFrom), newsAt: nullable(moment) };
const listedFrom = shape<ListedInitiative>(listedReaders);

const ofEach = <K extends string>(keys: readonly K[]) =>
  shape<Record<K, number>>(
    Object.fromEntries(keys.map((key) => [key, count])) as { [P in K]-?: Reader<Record<K, number>[P]> },
  );

const facetsFrom = shape<Facets>({
  status: ofEach<InitiativeStatus>(initiativeStatuses),
  theme: list(shape<Facets['theme'][number]>({ theme: text, count })),
});

/** A page of the list; entries of the wrong shape and repeated ids are skipped and counted. */
export interface ReadablePage extends Readable<ListedInitiative> {
  readonly total: number;
  readonly facets: Facets;
}

export function initiativePageFrom(json: unknown): ReadablePage {
  const { initiatives, ...rest } = shape<{ initiatives: unknown[]; total: number; facets: Facets }>({
    initiatives: list((each) => each),
    total: count,
    facets: facetsFrom,
  })(json);
  return { ...readableFrom(initiatives, listedFrom), ...rest };
}

const promiseFrom = shape<BuurtPromise>({
  who: text,
  what: text,
  dueOn: calendarDate,
  state: oneOf(...promiseStates),
  grantedCents: nullable(count),
  spentCents: nullable(count),
});

const remarkFrom = shape<Remark>({
  id: text,
  stance: oneOf(...remarkStances),
  text,
  name: nullable(text),
  at: moment,
  answer: maybe(shape<RemarkAnswer>({ text, by: oneOf(...answerBys), at: moment })),
});

/** Everything that anybody may see of an initiative. */
export const initiativeFrom = shape<Initiative>({
  ...listedReaders,
  story: text,
  statusReason: nullable(text),
  initiator: nullable(text),
  assets: text,
  joiners: text,
  needs: list(oneOf(...offerKinds)),
  offers: ofEach<OfferKind>(offerKinds),
  cost: nullable(shape<CostRange>({ minCents: count, maxCents: count })),
  photos: list(photoFrom),
  answers: list(shape<Initiative['answers'][number]>({ question: text, answer: text })),
  promises: list(promiseFrom),
  news: list(newsFrom),
  remarks: list(remarkFrom),
});

/** Whether this browser stands behind an initiative, and how many do. */
export interface Support {
  readonly supported: boolean;
  readonly supportCount: number;
}

export const supportFrom = shape<Support>({ supported: flag, supportCount: count });
