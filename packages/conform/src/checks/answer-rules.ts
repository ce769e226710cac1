import type { AnswerRule } from '../check.js';
import type { Exchange } from '../exchange.js';

const isPreflight = ({ request }: Exchange) => request.method === 'OPTIONS';
const isRefusal = ({ status }: Exchange) => status >= 400;

const isPointer = (value: unknown) => typeof value === 'string' && /^(?:\/(?:[^~/]|~[01])*)*$/.test(value);

interface ProblemBody {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly status?: unknown;
  readonly errors?: readonly { readonly pointer?: unknown }[];
}

/** What is wrong with the body of a refusal, as RFC 9457 and the contract want it. */
function problemJsonProblem({ status, type, json }: Exchange): string | undefined {
  if (type !== 'application/problem+json') return `a refusal comes as ${type || 'nothing'}`;
  if (typeof json !== 'object' || json === null) return 'the body is no JSON object';
  const body = json as ProblemBody;
  if (typeof body.type !== 'string' || typeof body.title !== 'string') return '`type` or `title` is missing';
  if (body.status !== status)
    return `\`status\` is ${JSON.stringify(body.status)}, of an answer with ${String(status)}`;
  const wrong = (body.errors ?? []).find(({ pointer }) => !isPointer(pointer));
  return wrong && `${JSON.stringify(wrong.pointer)} is no JSON Pointer`;
}

/** What a script needs besides the body. */
const neededHeaders = ['Link', 'Retry-After'];

const namesIn = (header: string | null) => (header ?? '').split(',').map((name) => name.trim().toLowerCase());

/** Why a page of the site could not read this; undefined when it can. */
function corsProblem({ request, headers }: Exchange): string | undefined {
  const allowed = headers.get('access-control-allow-origin');
  const { origin } = request.headers;
  if (allowed !== '*' && allowed !== origin)
    return `Access-Control-Allow-Origin is ${allowed ?? 'missing'}, so a page of ${String(origin)} cannot read this`;
  return undefined;
}

function exposedProblem({ headers }: Exchange): string | undefined {
  const exposed = namesIn(headers.get('access-control-expose-headers'));
  const hidden = neededHeaders.filter(
    (name) => headers.has(name) && !exposed.includes(name.toLowerCase()) && !exposed.includes('*'),
  );
  return hidden.length > 0
    ? `Access-Control-Expose-Headers does not name ${hidden.join(', ')}, so a script cannot read it`
    : undefined;
}

export const answerRules: readonly AnswerRule[] = [
  {
    id: 'answers.no-failure',
    level: 'must',
    sentence: 'Nothing that is asked makes the endpoint fail (5xx)',
    problemOf: ({ status }) => (status >= 500 ? `answered ${String(status)}` : undefined),
  },
  {
    id: 'answers.problem-json',
    level: 'must',
    sentence: 'Every refusal is application/problem+json with its own status, and JSON Pointers in `errors`',
    about: (exchange) => isRefusal(exchange) && !isPreflight(exchange),
    problemOf: problemJsonProblem,
  },
  {
    id: 'answers.retry-after',
    level: 'must',
    sentence: 'Whoever is asked to come back (429, 503) hears after how many seconds, in Retry-After',
    about: ({ status }) => status === 429 || status === 503,
    problemOf: ({ headers }) =>
      /^\d+$/.test(headers.get('retry-after') ?? '')
        ? undefined
        : `Retry-After is ${headers.get('retry-after') ?? 'missing'}`,
  },
  {
    id: 'answers.cors',
    level: 'must',
    needs: 'origin',
    sentence: 'Pages of the site may read every answer, refusals too (CORS)',
    about: ({ request }) => request.headers['origin'] !== undefined,
    problemOf: corsProblem,
  },
  {
    id: 'answers.exposed',
    level: 'must',
    needs: 'origin',
    sentence: 'Scripts of the site may read Link and Retry-After',
    about: (exchange) => exchange.request.headers['origin'] !== undefined && !isPreflight(exchange),
    problemOf: exposedProblem,
  },
];
