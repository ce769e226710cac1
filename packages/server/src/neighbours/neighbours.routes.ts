import { createRoute } from '@hono/zod-openapi';
import { hasEnded } from '@buurt/domain/initiatives/initiative-status.js';
import {
  offerProblems,
  remarkProblems,
  reportProblems,
  type NewOffer,
  type NewRemark,
  type NewReport,
} from '@buurt/domain/initiatives/offer.js';
import type { Hono } from 'hono';
import { checkedBody } from '../http/checked-body.js';
import { endpoint } from '../http/endpoint.js';
import { handleIdempotently } from '../http/idempotent-route.js';
import type { AppDeps } from '../http/app-deps.js';
import { notFound, HttpProblem } from '../http/problem-json.js';
import { Made, MadeOffer, NewOfferShape, NewRemarkShape, NewReportShape } from '../http/shared.schemas.js';
import { countedAddress } from '../http/rate-limit.js';
import { tellStaffOfReport } from '../staff/staff-mails.queries.js';
import { offerReceiptText } from '../ideas/maker-texts.js';
import { mailOfferReceipt } from '../makers/my-initiative.queries.js';
import { forwardOffer, newOffer } from './offers.queries.js';
import { addOffer, addRemark, statusOf } from './neighbours.queries.js';
import { remarkIsShown, reportRemark as keepReport } from './remarks.queries.js';
import { countSource } from './sources.queries.js';
import { conflict, idempotent, idParams, createdResponse } from '../http/contract.js';

const tags = ['Neighbours'];

export const makeOffer = createRoute({
  method: 'post',
  path: '/initiatives/{id}/offers',
  operationId: 'makeOffer',
  tags,
  summary: '"Ik doe mee": offer something to an initiative',
  description: 'Name and contact are for the initiator only; they are never shown.',
  request: {
    params: idParams,
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: NewOfferShape } } },
  },
  responses: { ...createdResponse('The offer is kept', MadeOffer), ...conflict },
});

export const makeRemark = createRoute({
  method: 'post',
  path: '/initiatives/{id}/remarks',
  operationId: 'makeRemark',
  tags,
  summary: 'A remark on an initiative; read by somebody before it is shown',
  request: {
    params: idParams,
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: NewRemarkShape } } },
  },
  responses: createdResponse('The remark is kept', Made),
});

export const reportRemark = createRoute({
  method: 'post',
  path: '/remarks/{id}/reports',
  operationId: 'reportRemark',
  tags,
  summary: 'Tell the organiser that a remark should not be shown',
  request: {
    params: idParams,
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: NewReportShape } } },
  },
  responses: createdResponse('The report is kept', Made),
});

export function neighbourRoutes(app: Hono, { store, secrets, clock, callerOf, sendsMails }: AppDeps): void {
  const standing = async (id: string) => {
    const status = await statusOf(store.db, id);
    if (!status) throw notFound();
    return status;
  };

  endpoint(app, makeOffer, async (c, { params: { id }, headers }) => {
    const at = clock();
    const { answer, replayed } = await handleIdempotently(c, store, 'offer', headers['idempotency-key'], at, {
      prepare: async (json) => {
        if (hasEnded(await standing(id)))
          throw new HttpProblem(
            'ended',
            'Meedoen kan niet meer. Misschien past een ander initiatief bij je.',
          );
        return checkedBody<NewOffer>(NewOfferShape, json, offerProblems);
      },
      work: async (db, offer) => {
        const address = countedAddress(callerOf(c));
        await countSource(db, 'offer', id, (day) => secrets.source(day, address), at);
        const made = await newOffer(db, await addOffer(db, id, offer, at));
        await forwardOffer(db, made, at);
        const receipt = offerReceiptText(made.title, made.kinds, made.locale);
        if (sendsMails) await mailOfferReceipt(db, made, id, receipt, at);
        return { id: made.id };
      },
    });
    // Made anew for each answer: of what was answered, a copy is kept for a week.
    const token = `${answer.id}.${secrets.offerSignature(answer.id)}`;
    return c.json({ ...answer, token }, 201, replayed);
  });

  endpoint(app, makeRemark, async (c, { params: { id }, headers }) => {
    const at = clock();
    const { answer, replayed } = await handleIdempotently(
      c,
      store,
      'remark',
      headers['idempotency-key'],
      at,
      {
        prepare: async (json) => {
          await standing(id);
          return checkedBody<NewRemark>(NewRemarkShape, json, remarkProblems);
        },
        work: async (db, remark) => {
          const address = countedAddress(callerOf(c));
          await countSource(db, 'remark', id, (day) => secrets.source(day, address), at);
          return { id: await addRemark(db, id, remark, at) };
        },
      },
    );
    return c.json(answer, 201, replayed);
  });

  endpoint(app, reportRemark, async (c, { params: { id }, headers }) => {
    const at = clock();
    const { answer, replayed } = await handleIdempotently(
      c,
      store,
      'report',
      headers['idempotency-key'],
      at,
      {
        prepare: async (json) => {
          if (!(await remarkIsShown(store.db, id))) throw notFound();
          return checkedBody<NewReport>(NewReportShape, json, reportProblems);
        },
        work: async (db, { reason }) => {
          const report = await keepReport(db, id, reason, at);
          await tellStaffOfReport(db, id, at);
          return { id: report };
        },
      },
    );
    return c.json(answer, 201, replayed);
  });
}
