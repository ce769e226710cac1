import { z, type RouteConfig } from '@hono/zod-openapi';
import type { Problem } from '@buurt/domain';
import type { Context, Hono } from 'hono';
import { invalid, notFound } from './problem-json.js';
import { shapeProblems } from './zod-problems.js';

type Shapes<R> = R extends { readonly request?: infer S } ? NonNullable<S> : never;
type Read<R, Part extends string> =
  Shapes<R> extends Readonly<Record<Part, infer T extends z.ZodType>> ? z.infer<T> : Record<never, never>;

/** What a route takes besides a body, read and checked. */
export interface Input<R> {
  readonly params: Read<R, 'params'>;
  readonly query: Read<R, 'query'>;
  readonly headers: Read<R, 'headers'>;
}

interface InputShapes {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodType;
}

const nothing = z.strictObject({});

/** A key that is given twice is a list, and so not what any route asks. */
const queryOf = (c: Context) =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([key, values]) => [key, values.length > 1 ? values : values[0]]),
  );

function read(shape: z.ZodType, value: unknown): { readonly data: unknown; readonly problems: Problem[] } {
  const { success, data, error } = shape.safeParse(value);
  return success ? { data, problems: [] } : { data: undefined, problems: shapeProblems(error.issues, value) };
}

/** Everything wrong with query and headers at once; a path that cannot be one is simply not there. */
function inputOf<R extends RouteConfig>(c: Context, { request = {} }: R): Input<R> {
  const shapes = request as InputShapes;
  const params = read(shapes.params ?? nothing, c.req.param());
  if (params.problems.length > 0) throw notFound();
  const query = read(shapes.query ?? nothing, queryOf(c));
  const headers = read(shapes.headers ?? z.object({}), c.req.header());
  const problems = [...query.problems, ...headers.problems];
  if (problems.length > 0) throw invalid(problems);
  return { params: params.data, query: query.data, headers: headers.data } as Input<R>;
}

/** The path of the contract as Hono writes it: `/buurten/{code}` is `/buurten/:code`. */
export const routingPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Serves a route of the contract. */
export function endpoint<R extends RouteConfig>(
  app: Hono,
  route: R,
  answer: (c: Context, input: Input<R>) => Promise<Response> | Response,
): void {
  app.on(route.method.toUpperCase(), routingPath(route.path), (c) => answer(c, inputOf(c, route)));
}
