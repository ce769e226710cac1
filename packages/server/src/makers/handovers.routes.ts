import { createRoute, z } from '@hono/zod-openapi';
import { mostCharacters } from '@buurt/domain/ideas/settings.js';
import { takeoverProblems } from '@buurt/domain/initiatives/maker-submissions.js';
import { isRunning } from '@buurt/domain/initiatives/my-initiative.js';
import type { Context, Hono } from 'hono';
import type { AppDeps } from '../http/app-deps.js';
import { readForm } from '../http/body.js';
import { okResponse, problem, tokenParams } from '../http/contract.js';
import { endpoint } from '../http/endpoint.js';
import { notFound } from '../http/problem-json.js';
import { text } from '../http/shared.schemas.js';
import { formPath, localeOfVisitor, showSmallPage } from '../http/small-page.js';
import { tellMaker } from '../followers/makers.queries.js';
import { timingSafeEqualStrings } from '../secrets/secrets.js';
import { answeredPage, askingPage } from './handover-page.js';
import { declinedText, earlierMakerText, newMakerText } from './handover-texts.js';
import {
  declineHandover,
  findHandover,
  holdHandover,
  takeOver,
  type HandoverWithSettings,
} from './handovers.queries.js';

const tags = ['Makers'];
const page = { 'text/html': { schema: z.string() } };

export const getHandover = createRoute({
  method: 'get',
  path: '/handovers/{token}',
  operationId: 'getHandover',
  tags,
  summary: 'A page on which a neighbour says whether they take over: reading it changes nothing',
  request: { params: tokenParams },
  responses: okResponse('The page', z.string(), 'text/html'),
});

const always = {
  403: problem('The site that sends this is not on the list of this server'),
  404: problem('Not there'),
  429: problem('Too many requests from this address; `Retry-After` tells when again'),
  500: problem('Our mistake'),
  503: problem('Too busy; `Retry-After` tells when again'),
};

const TakeoverForm = z.object({
  name: text(mostCharacters.name),
  consent: z.literal('yes').optional(),
});

export const acceptHandover = createRoute({
  method: 'post',
  path: '/handovers/{token}/accept',
  operationId: 'acceptHandover',
  tags,
  summary: 'Take over: the initiative is theirs from then on',
  request: {
    params: tokenParams,
    body: { required: true, content: { 'application/x-www-form-urlencoded': { schema: TakeoverForm } } },
  },
  responses: {
    200: { description: 'It is so, or there is nothing to answer any more', content: page },
    400: {
      description: 'The page again, with what is wrong; or something was asked besides',
      content: { ...page, ...problem('').content },
    },
    408: problem('The body stopped coming'),
    413: problem('Too big'),
    415: problem('Another type of content than asked'),
    ...always,
  },
});

export const declineHandoverRoute = createRoute({
  method: 'post',
  path: '/handovers/{token}/decline',
  operationId: 'declineHandover',
  tags,
  summary: 'Say no: the maker hears it',
  request: { params: tokenParams },
  responses: {
    200: { description: 'It is so, or there is nothing to answer any more', content: page },
    400: problem('Something is wrong with what was asked'),
    ...always,
  },
});

const canAnswer = ({ outcome, expires_at, email, review, status }: HandoverWithSettings, at: Date) =>
  outcome === null && expires_at > at && email !== null && isRunning({ state: review, status });

/** The page of a neighbour who is asked by mail to take over an initiative. */
export function handoverRoutes(app: Hono, { store, secrets, clock }: AppDeps): void {
  const idOf = (token: string) => {
    const [id = '', signature = ''] = token.split('.');
    if (!timingSafeEqualStrings(signature, secrets.handoverSignature(id))) throw notFound();
    return id;
  };
  const answered = (c: Context, handover: HandoverWithSettings | undefined, at: Date) => {
    const { outcome = null, title = '', expires_at } = handover ?? {};
    const isOver = expires_at === undefined || expires_at <= at || outcome === 'withdrawn';
    return showSmallPage(
      c,
      answeredPage(
        isOver || outcome === null ? 'gone' : outcome,
        title,
        handover?.locale ?? localeOfVisitor(c),
      ),
    );
  };
  const asking = (c: Context, { title, text: words, locale, settings }: HandoverWithSettings) => ({
    page: {
      ...{ title, words, locale, organisation: settings.organisation.name },
      contactKeptDays: settings.contactKeptDays,
    },
    path: formPath(c, ['accept', 'decline']),
  });

  endpoint(app, getHandover, async (c, { params: { token } }) => {
    const at = clock();
    const handover = await findHandover(store.db, idOf(token));
    if (!handover || !canAnswer(handover, at)) return answered(c, handover, at);
    const { page, path } = asking(c, handover);
    return showSmallPage(c, askingPage(page, path));
  });

  endpoint(app, acceptHandover, async (c, { params: { token } }) => {
    const id = idOf(token);
    const form = await readForm(c.req.raw);
    const takeover = { name: form.get('name') ?? '', consent: form.get('consent') === 'yes' };
    const problems = takeoverProblems(takeover);
    const at = clock();
    const handover = await store.transaction(async (db) => {
      const held = await holdHandover(db, id);
      if (problems.length > 0 || !held || held.email === null || !canAnswer(held, at)) return held;
      const { title, reference, locale, email } = held;
      const name = takeover.name.trim();
      await takeOver(db, held, email, {
        ...{ name, at, toNewMaker: newMakerText(title, reference, locale) },
        toEarlierMaker: (theirs) => earlierMakerText(title, name, theirs),
      });
      return { ...held, outcome: 'accepted' as const };
    });
    if (!handover || !canAnswer(handover, at)) return answered(c, handover, at);
    const { page, path } = asking(c, handover);
    return showSmallPage(c, askingPage({ ...page, filled: takeover, problems }, path), 400);
  });

  endpoint(app, declineHandoverRoute, async (c, { params: { token } }) => {
    const id = idOf(token);
    const at = clock();
    const handover = await store.transaction(async (db) => {
      const held = await holdHandover(db, id);
      if (!held || !canAnswer(held, at)) return held;
      await declineHandover(db, id);
      const textIn = (locale: 'nl' | 'en') => declinedText(held.title, locale);
      await tellMaker(db, held.initiative_id, { kind: 'decision' }, textIn, at);
      return { ...held, outcome: 'declined' as const };
    });
    return answered(c, handover, at);
  });
}
