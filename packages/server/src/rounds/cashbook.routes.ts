import { createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { findBuurtRow } from '../buurten/buurten.queries.js';
import type { AppDeps } from '../http/app-deps.js';
import { buurtParams, okResponse } from '../http/contract.js';
import { endpoint } from '../http/endpoint.js';
import { notFound } from '../http/problem-json.js';
import { cashbookCsv, cashbookReader } from './cashbook.js';
import { CashbookShape } from './cashbook.schemas.js';

const tags = ['Rounds'];

export const getCashbook = createRoute({
  method: 'get',
  path: '/buurten/{code}/cashbook',
  operationId: 'getCashbook',
  tags,
  summary: 'Where the money of a buurt went: of each budget round what won, was granted, spent and is left',
  description: 'Every amount stands in one place: in its round, or outside all rounds.',
  request: { params: buurtParams },
  responses: okResponse('The cashbook', CashbookShape),
});

export const getCashbookCsv = createRoute({
  method: 'get',
  path: '/buurten/{code}/cashbook.csv',
  operationId: 'getCashbookCsv',
  tags,
  summary: 'The cashbook for a spreadsheet, in Dutch: semicolons, and commas in amounts',
  request: { params: buurtParams },
  responses: okResponse('The cashbook', z.string(), 'text/csv'),
});

export function cashbookRoutes(app: Hono, { store }: AppDeps): void {
  const read = cashbookReader(store);
  const cashbook = async (code: string) => {
    if (!(await findBuurtRow(store.db, code))) throw notFound();
    return read(code);
  };

  endpoint(app, getCashbook, async (c, { params: { code } }) => c.json(await cashbook(code)));

  endpoint(app, getCashbookCsv, async (c, { params: { code } }) =>
    c.body(cashbookCsv(await cashbook(code)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="kasboek-${code}.csv"`,
    }),
  );
}
