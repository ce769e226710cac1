import type { ActDetail } from '../acts/act.js';
import { namedPlaceFrom } from '../geo/place.js';
import { ideaStates } from '../ideas/idea-state.js';
import type { LocalText } from '../ideas/settings.js';
import { answerBys, offerKinds, promiseStates } from '../initiatives/initiative.js';
import { offerOutcomes } from '../initiatives/offer-outcome.js';
import { photoFrom, summaryFrom } from '../initiatives/initiative-json.js';
import { newsFrom } from '../initiatives/news-json.js';
import { initiativeStatuses } from '../initiatives/initiative-status.js';
import { remarkStances } from '../initiatives/offer.js';
import {
  count,
  isObject,
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
import {
  inboxKinds,
  type DeskIdea,
  type DeskPhoto,
  type DeskPromise,
  type IdeaMatch,
  type Inbox,
  type InboxEntry,
  type StaffAct,
  type StaffActs,
} from './inbox.js';
import type { DeskOffer, DeskRemark } from './message.js';

const buurt = shape<{ readonly code: string; readonly name: string }>({ code: text, name: text });

export const inboxFrom = shape<Inbox>({
  entries: list(
    shape<InboxEntry>({
      kind: oneOf(...inboxKinds),
      id: text,
      ideaId: nullable(text),
      buurt: nullable(buurt),
      title: text,
      since: moment,
      answerBy: nullable(moment),
    }),
  ),
  counts: shape<Inbox['counts']>({
    idea: count,
    remark: count,
    report: count,
    question: count,
    offer: count,
    mail: count,
    letters: count,
  }),
  next: nullable(text),
});

const detail: Reader<ActDetail> = (json, at = '') => {
  if (!isObject(json)) throw new ShapeError(at, 'an object');
  return json as ActDetail;
};

export const actFrom = shape<StaffAct>({
  id: count,
  at: moment,
  actor: oneOf('operator', 'staff'),
  staffId: nullable(text),
  staffName: nullable(text),
  // A newer server may know acts that this desk does not.
  name: text as Reader<StaffAct['name']>,
  buurt: nullable(shape<NonNullable<StaffAct['buurt']>>({ code: text, name: nullable(text) })),
  subject: shape<StaffAct['subject']>({ kind: text as Reader<StaffAct['subject']['kind']>, id: text }),
  reference: nullable(text),
  detail,
});

export const staffActsFrom = shape<StaffActs>({
  acts: list(actFrom),
  staff: list(shape<StaffActs['staff'][number]>({ id: text, name: text })),
  next: nullable(count),
});

const localText = shape<LocalText>({ nl: text, en: maybe(text) });

const hiddenFrom = nullable(shape<NonNullable<DeskPhoto['hidden']>>({ at: moment, reason: text }));
const deskPhotoFrom: Reader<DeskPhoto> = (json, at) => ({
  ...photoFrom(json, at),
  ...shape<Pick<DeskPhoto, 'hidden'>>({ hidden: hiddenFrom })(json, at),
});

export const deskIdeaFrom = shape<DeskIdea>({
  id: text,
  version: text,
  reference: text,
  buurt,
  title: text,
  story: text,
  assets: text,
  joiners: text,
  theme: nullable(shape<NonNullable<DeskIdea['theme']>>({ id: text, name: nullable(localText) })),
  place: nullable(namedPlaceFrom),
  needs: list(oneOf(...offerKinds)),
  offers: list(oneOf(...offerKinds)),
  cost: nullable(shape<NonNullable<DeskIdea['cost']>>({ minCents: count, maxCents: count })),
  photos: list(deskPhotoFrom),
  answers: list(shape<DeskIdea['answers'][number]>({ id: text, label: nullable(localText), text })),
  contact: nullable(
    shape<NonNullable<DeskIdea['contact']>>({
      name: nullable(text),
      email: nullable(text),
      phone: nullable(text),
    }),
  ),
  state: oneOf(...ideaStates),
  reason: nullable(text),
  status: oneOf(...initiativeStatuses),
  statusReason: nullable(text),
  receivedAt: moment,
  publishedAt: nullable(moment),
  answerBy: moment,
  supportCount: count,
  news: list(newsFrom),
  promises: list(
    shape<DeskPromise>({
      id: text,
      who: text,
      what: text,
      dueOn: text,
      state: oneOf(...promiseStates),
      grantedCents: nullable(count),
      spentCents: nullable(count),
    }),
  ),
  similar: list(summaryFrom),
  acts: list(actFrom),
  corrections: list(shape<DeskIdea['corrections'][number]>({ act: count, title: text, story: text })),
});

export const ideaMatchesFrom = shape<{ readonly ideas: readonly IdeaMatch[] }>({
  ideas: list(
    shape<IdeaMatch>({
      id: text,
      reference: text,
      buurt,
      title: text,
      state: oneOf(...ideaStates),
      status: oneOf(...initiativeStatuses),
      receivedAt: moment,
    }),
  ),
});

const idea = shape<DeskRemark['idea']>({ id: text, reference: text, title: text });

export const deskRemarkFrom = shape<DeskRemark>({
  id: text,
  idea,
  buurt,
  stance: oneOf(...remarkStances),
  text,
  name: nullable(text),
  at: moment,
  state: oneOf('waiting', 'published', 'hidden'),
  answer: nullable(shape<NonNullable<DeskRemark['answer']>>({ text, by: oneOf(...answerBys) })),
  reports: list(shape<DeskRemark['reports'][number]>({ at: moment, reason: text })),
});

export const deskOfferFrom = shape<DeskOffer>({
  id: text,
  idea,
  buurt,
  kinds: list(oneOf(...offerKinds)),
  message: text,
  name: nullable(text),
  contact: nullable(text),
  at: moment,
  outcome: nullable(oneOf(...offerOutcomes)),
  answer: nullable(text),
});
