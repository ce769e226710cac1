import { createRoute } from '@hono/zod-openapi';
import { ideaProblems, type NewIdea } from '@buurt/domain/ideas/idea.js';
import type { IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { Hono } from 'hono';
import { endpoint } from '../http/endpoint.js';
import { handleIdempotently } from '../http/idempotent-route.js';
import type { AppDeps } from '../http/app-deps.js';
import { invalidInput, notFound } from '../http/problem-json.js';
import { countedAddress } from '../http/rate-limit.js';
import { NewIdeaShape, Receipt } from '../http/shared.schemas.js';
import { findBuurtRow, settingsOf } from '../buurten/buurten.queries.js';
import { greetMaker } from '../followers/makers.queries.js';
import { addIdea } from './ideas.queries.js';
import { receiptText } from './maker-texts.js';
import { attachPhotos } from '../photos/photos.queries.js';
import { countIdeaSource } from '../neighbours/sources.queries.js';
import { zodIssuesToProblems } from '../http/zod-problems.js';
import { buurtParams, idempotent, createdResponse } from '../http/contract.js';

const tags = ['Ideas'];

export const handInIdea = createRoute({
  method: 'post',
  path: '/buurten/{code}/ideas',
  operationId: 'handInIdea',
  tags,
  summary: 'Hand in an idea',
  description: 'It is shown at once, or after somebody read it: see `moderated` in the settings.',
  request: {
    params: buurtParams,
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: NewIdeaShape } } },
  },
  responses: createdResponse('The idea is kept, safely on disk', Receipt),
});

const dayMs = 24 * 60 * 60 * 1000;
const nothing: NewIdea = { title: '', story: '', consent: false };

const field = (pointer: string) => pointer.split('/')[1] ?? '';

/**
 * Everything wrong at once: with the shape, and by the rules with the fields that have the right shape.
 * @throws {HttpProblem} when there is anything
 */
function ideaFrom(json: unknown, problemsOf: (idea: NewIdea) => Problem[]): NewIdea {
  const { success, data, error } = NewIdeaShape.safeParse(json);
  if (success) {
    const problems = problemsOf(data as NewIdea);
    if (problems.length > 0) throw invalidInput(problems);
    return data as NewIdea;
  }
  const misshapen = zodIssuesToProblems(error.issues, json);
  if (misshapen.some(({ pointer }) => pointer === '')) throw invalidInput(misshapen);
  // A text that is too long is a text: the organiser's own limit, which is lower, says more than the server's.
  const spoilt = new Set(
    misshapen.filter(({ code }) => code !== 'too-long').map(({ pointer }) => field(pointer)),
  );
  const sound = Object.fromEntries(Object.entries(json as object).filter(([key]) => !spoilt.has(key)));
  const rest = problemsOf({ ...nothing, ...sound }).filter(({ pointer }) => !spoilt.has(field(pointer)));
  const known = new Set(rest.map(({ pointer }) => pointer));
  throw invalidInput([...misshapen.filter(({ pointer }) => !known.has(pointer)), ...rest]);
}

export function ideaRoutes(
  app: Hono,
  { store, secrets, clock, callerOf, sendsMails, makerPage }: AppDeps,
): void {
  const prepare = async (code: string, json: unknown) => {
    const buurt = await findBuurtRow(store.db, code);
    if (!buurt) throw notFound();
    const settings = settingsOf(buurt);
    return { settings, idea: ideaFrom(json, (idea) => ideaProblems(settings, idea, buurt.border)) };
  };

  endpoint(app, handInIdea, async (c, { params: { code }, headers }) => {
    const at = clock();
    const { answer, replayed } = await handleIdempotently(c, store, 'idea', headers['idempotency-key'], at, {
      prepare: (json) => prepare(code, json),
      work: async (db, { settings, idea }) => {
        const address = countedAddress(callerOf(c));
        await countIdeaSource(db, code, (day) => secrets.source(day, address), at);
        const handedIn = await addIdea(db, code, settings, idea, at);
        const problems = await attachPhotos(db, handedIn.id, idea.photos ?? []);
        if (problems.length > 0) throw invalidInput(problems);
        const answerBy = new Date(at.getTime() + settings.answerDays * dayMs);
        const email = idea.email?.trim() ?? '';
        const { locale = 'nl' } = idea;
        const receipt = receiptText(handedIn, settings, answerBy, locale);
        const waits = email !== '' && (await greetMaker(db, { id: handedIn.id, email, locale }, receipt, at));
        return {
          ...handedIn,
          receivedAt: at.toISOString(),
          answerBy: answerBy.toISOString(),
          reachable: email !== '',
          mailed: waits && sendsMails,
        };
      },
    });
    const receipt: IdeaReceipt = {
      ...answer,
      ownerKey: secrets.ownerKey(answer.id, 0),
      ...(makerPage === undefined ? {} : { page: makerPage }),
    };
    return c.json(receipt, 201, replayed);
  });
}
