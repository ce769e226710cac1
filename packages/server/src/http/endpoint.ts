import { z, type RouteConfig } from '@hono/zod-openapi';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { Context, Hono } from 'hono';
import { invalidInput, notFound } from './problem-json.js';
import { zodIssuesToProblems } from './zod-problems.js';

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

const isList = (shape: z.ZodType | undefined): boolean =>
  shape instanceof z.ZodOptional ? isList(shape.unwrap() as z.ZodType) : shape instanceof z.ZodArray;

/** A key that is given twice is a list; one of which the route wants a list is one also when given once. */
function queryOf(c: Context, shape: z.ZodType): Record<string, unknown> {
  const keys = shape instanceof z.ZodObject ? (shape.shape as Record<string, z.ZodType>) : {};
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([key, values]) => [
      key,
      values.length > 1 || isList(Object.hasOwn(keys, key) ? keys[key] : undefined) ? values : values[0],
    ]),
  );
}

/** A pointer into the query is the key alone: which of its values it is, does not matter to a form. */
const atKey = (problem: Problem): Problem => ({
  ...problem,
  pointer: problem.pointer.split('/', 2).join('/'),
});

function read(shape: z.ZodType, value: unknown): { readonly data: unknown; readonly problems: Problem[] } {
  const { success, data, error } = shape.safeParse(value);
  return success
    ? { data, problems: [] }
    : { data: undefined, problems: zodIssuesToProblems(error.issues, value) };
}

/** Everything wrong with query and headers at once; a path that cannot be one is simply not there. */
function inputOf<R extends RouteConfig>(c: Context, { request = {} }: R): Input<R> {
  const shapes = request as InputShapes;
  const params = read(shapes.params ?? nothing, c.req.param());
  if (params.problems.length > 0) throw notFound();
  const asked = shapes.query ?? nothing;
  const query = read(asked, queryOf(c, asked));
  const headers = read(shapes.headers ?? z.object({}), c.req.header());
  const problems = [...query.problems.map(atKey), ...headers.problems];
  if (problems.length > 0) throw invalidInput(problems);
  return { params: params.data, query: query.data, headers: headers.data } as Input<R>;
}

/** The path of the contract as Hono writes it: `/buurten/{code}` is `/buurten/:code`. */
const routingPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Serves a route of the contract. */
export function endpoint<R extends RouteConfig>(
  app: Hono,
  route: R,
  answer: (c: Context, input: Input<R>) => Promise<Response> | Response,
): void {
  app.on(route.method.toUpperCase(), routingPath(route.path), (c) => answer(c, inputOf(c, route)));
}
