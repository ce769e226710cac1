import {
  organisationNewsProblems,
  promiseProblems,
  statusProblems,
  type InitiativeStanding,
  type PromiseChange,
} from '@buurt/domain/initiatives/follow-up.js';
import { offerKinds, type OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { AskedHelp } from '@buurt/domain/initiatives/maker-submissions.js';
import type { Locale } from '@buurt/domain/wire/locale.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import { ideasCalled, type Idea } from '../ideas/review.queries.js';
import {
  addPromise,
  changePromise,
  changeStatus,
  findPromise,
  holdForStatus,
  setAskedHelp,
  tellNews,
  type NewsText,
} from './follow-up.queries.js';
import { newsMessages } from './news.messages.js';

/** The one published idea with this number. */
async function initiativeCalled(
  db: DatabaseTransaction,
  named: string,
  { buurten }: ActContext,
): Promise<Idea> {
  const [idea] = await ideasCalled(db, [named], buurten);
  if (idea?.review === 'published') return idea;
  throw new ActRefused({ code: 'not-published', named });
}

const ofIdea = ({ by, at }: ActContext, { id, buurt_code }: Idea) => ({
  ...{ by, at, buurt: buurt_code },
  subject: { kind: 'idea' as const, id },
});

/**
 * Says where an initiative stands, and why; resolves to the initiative as it was.
 * @throws {ActRefused} `not-found`, `not-published`, `invalid`; `not-on-ballot`, `decided-by-votes` when it says another
 * thing than the votes do
 */
export async function setStatus(
  db: DatabaseTransaction,
  named: string,
  { status, reason }: InitiativeStanding,
  context: ActContext,
): Promise<Idea> {
  refuseInvalid(statusProblems({ status, reason }));
  const found = await initiativeCalled(db, named, context);
  const idea = { ...found, ...(await holdForStatus(db, found, status)) };
  const wordsIn = (locale: Locale) =>
    [newsMessages[locale].statuses[status], reason].filter(Boolean).join('\n\n');
  await changeStatus(db, idea, { status, reason, wordsIn, at: context.at });
  if (status !== idea.status || reason !== idea.status_reason)
    await recordAct(db, {
      ...ofIdea(context, idea),
      ...{ name: 'idea.statusChanged', detail: { was: idea.status, status } },
    });
  return idea;
}

/**
 * Says how many neighbours are asked to bring each kind; nothing else is asked any more.
 * @throws {ActRefused} `not-found`, `not-published`
 */
export async function askFor(
  db: DatabaseTransaction,
  named: string,
  asked: AskedHelp,
  context: ActContext,
): Promise<Idea> {
  const idea = await initiativeCalled(db, named, context);
  const some: Partial<Record<OfferKind, number>> = {};
  for (const kind of offerKinds) if (asked[kind]) some[kind] = asked[kind];
  await setAskedHelp(db, idea.id, some);
  await recordAct(db, { ...ofIdea(context, idea), name: 'idea.helpAsked', detail: some });
  return idea;
}

/**
 * Tells news: on the site, and to who follows.
 * @throws {ActRefused} `not-found`, `not-published`, `invalid`
 */
export async function addNews(
  db: DatabaseTransaction,
  named: string,
  news: NewsText,
  context: ActContext,
): Promise<Idea> {
  refuseInvalid(organisationNewsProblems(news));
  const idea = await initiativeCalled(db, named, context);
  refuseInvalid(await tellNews(db, idea, news, context.at));
  const detail = { photo: news.photo !== undefined };
  await recordAct(db, { ...ofIdea(context, idea), name: 'news.told', detail });
  return idea;
}

/** A promise that was made or changed. */
export interface SavedPromise {
  readonly idea: Idea;
  readonly id: string;
  /** Whether it was there before. */
  readonly changed: boolean;
}

/**
 * Makes a promise, or changes what was said of it: with its id, or who promises the same again.
 * @throws {ActRefused} `not-found`, `not-published`, `invalid`; `promise-needs-day` when it is new
 */
export async function savePromise(
  db: DatabaseTransaction,
  named: string,
  { id: knownId, ...change }: PromiseChange & { readonly id?: string | undefined },
  context: ActContext,
): Promise<SavedPromise> {
  refuseInvalid(promiseProblems(change));
  const idea = await initiativeCalled(db, named, context);
  const before = await findPromise(db, idea.id, knownId === undefined ? change : { id: knownId });
  if (!before && knownId !== undefined)
    throw new ActRefused({ code: 'not-found', kind: 'promise', ids: [knownId] });
  const { dueOn, state, grantedCents = null, spentCents = null } = change;
  const act = { by: context.by, at: context.at, buurt: idea.buurt_code };
  const money = {
    ...(grantedCents !== null && { grantedCents }),
    ...(spentCents !== null && { spentCents }),
  };
  if (before) {
    const { who, what, ...more } = change;
    const isSame = who === before.who && what === before.what;
    if (isSame && Object.values(more).every((value) => value === undefined))
      return { idea, id: before.id, changed: true };
    await changePromise(db, before.id, change, context.at);
    await recordAct(db, {
      ...{ ...act, name: 'promise.changed', subject: { kind: 'promise', id: before.id } },
      detail: { idea: idea.id, was: before.state, state: state ?? before.state, ...money },
    });
    return { idea, id: before.id, changed: true };
  }
  if (dueOn === undefined) throw new ActRefused({ code: 'promise-needs-day' });
  const id = await addPromise(db, idea.id, { ...change, dueOn }, context.at);
  await recordAct(db, {
    ...{ ...act, name: 'promise.made', subject: { kind: 'promise', id } },
    detail: { idea: idea.id, state: state ?? 'open', ...money },
  });
  return { idea, id, changed: false };
}
