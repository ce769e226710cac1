import { createRoute, z } from '@hono/zod-openapi';
import { usualHandIn, type DeskLetters } from '@buurt/domain/desk/letters.js';
import type { Context, Hono } from 'hono';
import type { ActContext } from '../acts/acts.queries.js';
import { isWithin } from '../acts/within.js';
import { findBuurtRow, settingsOf } from '../buurten/buurten.queries.js';
import type { Database } from '../db/open.js';
import type { AppDeps } from '../http/app-deps.js';
import { readForm } from '../http/body.js';
import { checkedBody } from '../http/checked-body.js';
import { Id, idParams, jsonBody, problem } from '../http/contract.js';
import { notFound } from '../http/problem-json.js';
import { Made } from '../http/shared.schemas.js';
import { lastOrderIn, letterOrdersOf, textsOf } from '../rounds/letter-orders.queries.js';
import {
  cancelOrder,
  makeOrder,
  orderLetters,
  previewLetter,
  replaceLetter,
  type CodeMaker,
} from '../rounds/letters.service.js';
import { currentRound, letterCount, type RoundRow } from '../rounds/rounds.queries.js';
import { timingSafeEqualStrings } from '../secrets/secrets.js';
import { deskEndpoint, deskResponses, deskSecurity, type DeskCaller } from '../staff/desk-endpoint.js';
import { refusedToOtherPages } from '../staff/own-pages.js';
import { actEndpoint, actHeaders, actResponses, deskAct } from './act-endpoint.js';
import { adviceFor, problemsAsPages, showLetters } from './letters-page.js';
import {
  DeskLettersShape,
  MakingForm,
  NewLetterOrderShape,
  PreviewQuery,
  ReplacementForm,
} from './letters.schemas.js';
import { orProblem } from './refusal-problem.js';

const tags = ['Desk'];
const orderParams = z.strictObject({ id: Id, orderId: Id });
const letters = deskResponses('The letters to print', z.string(), 200, 'text/html');
const formOf = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/x-www-form-urlencoded': { schema } },
});
const asForm =
  'A form of the desk sends it, and opens the answer: a page to print, that is shown once. What is in no header is in `formKey`. Problems are a page too for who accepts `text/html`.';

export const getDeskLetters = createRoute({
  method: 'get',
  path: '/desk/rounds/{id}/letters',
  operationId: 'getDeskLetters',
  tags,
  summary: 'The letters of a budget vote that were ordered at the desk',
  security: deskSecurity,
  request: { params: idParams },
  responses: deskResponses('The letters', DeskLettersShape),
});

export const previewDeskLetter = createRoute({
  method: 'get',
  path: '/desk/rounds/{id}/letter-preview',
  operationId: 'previewLetter',
  tags,
  summary: 'What a letter with these texts looks like, with a code that opens nothing',
  security: deskSecurity,
  request: { params: idParams, query: PreviewQuery },
  responses: letters,
});

export const orderDeskLetters = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/letter-orders',
  operationId: 'orderLetters',
  summary: 'Order letters with codes; nothing is made until somebody else does',
  request: { params: idParams, headers: actHeaders, body: jsonBody(NewLetterOrderShape) },
  responses: actResponses(
    Made,
    'The round is over, the letter is too full, or what it replaces was replaced',
  ),
});

export const cancelDeskLetters = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/letter-orders/{orderId}/cancellation',
  operationId: 'cancelLetterOrder',
  summary: 'Cancel an order of letters that were not made',
  request: { params: orderParams, headers: actHeaders, body: jsonBody(z.strictObject({})) },
  responses: actResponses(Made, 'They were made, or it was cancelled'),
});

export const makeDeskLetters = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/letter-orders/{orderId}/release',
  operationId: 'makeLetters',
  summary: 'Make the letters that somebody else ordered, and show them once',
  description: asForm,
  request: { params: orderParams, body: formOf(MakingForm) },
  responses: { ...letters, 409: problem('Whoever asks ordered them, they were made, or the round is over') },
});

export const replaceDeskLetter = createRoute({
  ...deskAct,
  path: '/desk/rounds/{id}/letter-replacements',
  operationId: 'replaceLetter',
  summary: 'Make a lost letter anew, and its old code void',
  description: `${asForm} The number stands in no address, where a log could keep beside when it was replaced.`,
  request: { params: idParams, body: formOf(ReplacementForm) },
  responses: { ...letters, 409: problem('The round is over') },
});

/** What a new order of a round begins with: as the last one in its buurt, with a letter for each home when there are none. */
async function suggestedFor(db: Database, row: RoundRow): Promise<DeskLetters['suggested']> {
  const [last, buurt] = [await lastOrderIn(db, row.buurt_code), await findBuurtRow(db, row.buurt_code)];
  const { good } = await letterCount(db, row.id);
  const sender = buurt ? settingsOf(buurt).organisation.name.trim() : '';
  const { opens_at, closes_at } = row;
  const period = { opensAt: opens_at.toISOString(), closesAt: closes_at.toISOString() };
  return {
    ...(last ? textsOf(last) : { sender, page: '', helpLine: '' }),
    handInUntil: usualHandIn(period) ?? null,
    count: good === 0 ? (buurt?.households ?? null) : null,
  };
}

/** Letters with codes at the desk: one person orders them, and another has them made. */
export function letterRoutes(app: Hono, deps: AppDeps): void {
  const { store, clock, hasher, secrets } = deps;
  const { db } = store;
  const formKeyOf = ({ hash }: DeskCaller, roundId: string) =>
    secrets.deskFormKey(hash, `letters:${roundId}`);

  /** The fields of a form of the desk, when it is one of a page of this session. */
  async function formFrom<T extends { readonly formKey: string }>(
    c: Context,
    caller: DeskCaller,
    roundId: string,
    shape: z.ZodType<T>,
  ): Promise<T> {
    const form = checkedBody(shape, Object.fromEntries(await readForm(c.req.raw)), () => []);
    if (!timingSafeEqualStrings(form.formKey, formKeyOf(caller, roundId))) throw refusedToOtherPages();
    return form;
  }
  const contextOf = ({ actor, buurten }: DeskCaller): ActContext => ({ by: actor, at: clock(), buurten });
  const makerFor = (c: Context, { staff }: DeskCaller): CodeMaker => ({
    hasher,
    asker: { group: `letters:${staff.id}`, signal: c.req.raw.signal },
  });

  for (const { path } of [previewDeskLetter, makeDeskLetters, replaceDeskLetter])
    app.use(path.replace(/\{(\w+)\}/g, ':$1'), problemsAsPages);

  deskEndpoint(app, deps, getDeskLetters, 'round.write', async (c, { params: { id } }, caller) => {
    const row = await currentRound(store, id);
    if (!row || !isWithin(caller.buurten, row.buurt_code)) throw notFound();
    return c.json({
      orders: await letterOrdersOf(db, id, caller.staff.id),
      suggested: await suggestedFor(db, row),
      formKey: formKeyOf(caller, id),
    });
  });

  deskEndpoint(app, deps, previewDeskLetter, 'round.write', async (c, { params, query }, caller) => {
    const texts = { ...query, handInUntil: query.handInUntil ?? null };
    const shown = store.transaction((each) =>
      previewLetter(each, params.id, texts, contextOf(caller), (fits) =>
        adviceFor(c, fits ? 'sample' : 'sample past its page'),
      ),
    );
    return showLetters(c, await orProblem(shown));
  });

  actEndpoint(
    app,
    deps,
    orderDeskLetters,
    'round.write',
    NewLetterOrderShape,
    async (each, { params }, order, context) => ({
      id: await orderLetters(each, params.id, order, context),
    }),
  );

  actEndpoint(
    app,
    deps,
    cancelDeskLetters,
    'round.write',
    z.strictObject({}),
    async (each, { params: { id: roundId, orderId } }, _, context) => {
      await cancelOrder(each, { roundId, orderId }, context);
      return { id: orderId };
    },
  );

  deskEndpoint(app, deps, makeDeskLetters, 'round.release', async (c, { params }, caller) => {
    const { id: roundId, orderId } = params;
    await formFrom(c, caller, roundId, MakingForm);
    const made = makeOrder(
      store,
      { roundId, orderId },
      makerFor(c, caller),
      contextOf(caller),
      adviceFor(c, 'order'),
    );
    return showLetters(c, await orProblem(made));
  });

  deskEndpoint(app, deps, replaceDeskLetter, 'round.release', async (c, { params: { id } }, caller) => {
    const { number, replacementKey } = await formFrom(c, caller, id, ReplacementForm);
    const lost = { number: Number(number), key: replacementKey };
    const made = replaceLetter(
      store,
      id,
      lost,
      makerFor(c, caller),
      contextOf(caller),
      adviceFor(c, 'replacement'),
    );
    return showLetters(c, await orProblem(made));
  });
}
