import { profiles as allProfiles, type Profile } from '@buurt/domain/wire/profiles.js';
import { list, shape, ShapeError, text } from '@buurt/domain/wire/json.js';
import { Absent, Shortfall, Untried, type AnswerRule, type Check, type Level, type Need } from './check.js';
import { answerRules } from './checks/answer-rules.js';
import { ideaChecks } from './checks/ideas.js';
import { readChecks } from './checks/read.js';
import { Contract, type Operation } from './contract.js';
import { EndpointClient, NoAnswer, type ClientOptions } from './endpoint-client.js';
import { curlOf, type Exchange, type SentRequest } from './exchange.js';
import { Subject, type LeftBehind } from './subject.js';

export const allChecks: readonly Check[] = [...readChecks, ...ideaChecks];

export interface ConformOptions {
  /** The address of the endpoint, as `https://buurt.example/v1`. */
  readonly url: string;
  /** The OpenAPI document of the contract. */
  readonly document: object;
  /** What is checked; what the endpoint declares unless told. */
  readonly profiles?: readonly Profile[] | undefined;
  /** The buurt that is asked about; the first of the endpoint unless told. */
  readonly buurt?: string | undefined;
  /** The site on which the widgets will be; without it nothing is said of CORS. */
  readonly origin?: string | undefined;
  readonly fetch?: typeof fetch;
  readonly pause?: (ms: number) => Promise<void>;
}

type Outcome =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly reason: string; readonly curl: string | undefined }
  | { readonly outcome: 'untried' | 'absent'; readonly reason: string };

/** What came of one check. */
export type Result = Outcome & {
  readonly id: string;
  /** What it belongs to; `answers` when it holds for whatever is asked. */
  readonly part: Profile | 'answers' | 'shapes';
  readonly level: Level;
  readonly sentence: string;
};

export interface Report {
  readonly url: string;
  readonly profiles: readonly Profile[];
  readonly results: readonly Result[];
  /** What could not be checked without being told more. */
  readonly missing: readonly Need[];
  readonly leftBehind: readonly LeftBehind[];
  /** Whether all that must be so is so. */
  readonly conforms: boolean;
}

/** The endpoint does not say which profiles it has. */
export class NotDeclared extends Error {
  override readonly name = 'NotDeclared';
}

const passed: Outcome = { outcome: 'passed' };
const failed = (reason: string, request: SentRequest | undefined): Outcome => ({
  outcome: 'failed',
  reason,
  curl: request && curlOf(request),
});

async function outcomeOf(check: Check, client: EndpointClient, subject: Subject): Promise<Outcome> {
  try {
    await check.run(client, subject);
    return passed;
  } catch (error) {
    if (error instanceof Shortfall) return failed(error.message, error.exchange.request);
    if (error instanceof NoAnswer) return failed(error.message, error.request);
    if (error instanceof Untried) return { outcome: 'untried', reason: error.message };
    if (error instanceof Absent && check.level === 'may') return { outcome: 'absent', reason: error.message };
    throw error;
  }
}

/** The first answer that breaks a rule; undefined when the rule was not about any. */
function ruleOutcome({ about, problemOf }: AnswerRule, exchanges: readonly Exchange[]): Outcome | undefined {
  const concerned = about ? exchanges.filter(about) : exchanges;
  for (const exchange of concerned) {
    const reason = problemOf(exchange);
    if (reason !== undefined) return failed(reason, exchange.request);
  }
  return concerned.length > 0 ? passed : undefined;
}

/** What the contract says of the answers of an operation, held against those that were given. */
function shapeRule(contract: Contract, operation: Operation, level: Level): AnswerRule {
  const { operationId, method, path } = operation;
  return {
    ...{ id: `shapes.${operationId}`, level },
    sentence: `What ${method.toUpperCase()} ${path} answers has the shape that the contract says`,
    about: (exchange) => exchange.operation === operation && exchange.request.method === method.toUpperCase(),
    problemOf: (exchange) => contract.problemOf(operation, exchange),
  };
}

const declaredFrom = shape<{ profiles: string[] }>({ profiles: list(text) });

/** @throws {NotDeclared} when the endpoint does not say */
async function declaredProfiles(client: EndpointClient): Promise<readonly Profile[]> {
  const { json, status } = await client.ask('getEndpoint');
  try {
    const { profiles } = declaredFrom(json);
    return allProfiles.filter((profile) => profiles.includes(profile));
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    throw new NotDeclared(`GET answers ${String(status)}, and no list of profiles`, { cause });
  }
}

/**
 * Asks an endpoint everything that its profiles promise.
 * @throws {NotDeclared} when it is not told which, and the endpoint does not say
 * @throws {NoAnswer} when nothing answers there
 */
export async function conform({ document, profiles, buurt, ...options }: ConformOptions): Promise<Report> {
  const contract = new Contract(document);
  const clientOptions: ClientOptions = {
    ...{ contract, origin: options.origin, url: options.url.replace(/\/$/, '') },
    fetch: options.fetch ?? fetch,
    pause: options.pause ?? ((ms) => new Promise((resume) => setTimeout(resume, ms))),
  };
  const own = new EndpointClient(clientOptions);
  const tried = profiles ?? (await declaredProfiles(own));
  const subject = new Subject(own, buurt);
  const isGiven = ({ needs }: { readonly needs?: Need }) =>
    needs === undefined || options[needs] !== undefined;

  const chosen = allChecks.filter(({ profile }) => tried.includes(profile));
  const exchanges: { readonly level: Level; readonly exchange: Exchange }[] = [];
  const results: Result[] = [];
  for (const check of chosen.filter(isGiven)) {
    const { id, profile, level, sentence } = check;
    const client = new EndpointClient(clientOptions);
    const outcome = await outcomeOf(check, client, subject);
    results.push({ id, part: profile, level, sentence, ...outcome });
    // What is not offered has no shape.
    if (outcome.outcome !== 'absent')
      exchanges.push(...client.exchanges.map((exchange) => ({ level, exchange })));
  }
  exchanges.push(...own.exchanges.map((exchange) => ({ level: 'must' as const, exchange })));

  const hold = (rule: AnswerRule, part: Result['part']): void => {
    const { id, level, sentence } = rule;
    const outcome = ruleOutcome(
      rule,
      exchanges.map(({ exchange }) => exchange),
    );
    if (outcome) results.push({ id, part, level, sentence, ...outcome });
  };
  for (const rule of answerRules.filter(isGiven)) hold(rule, 'answers');
  for (const operation of contract.operations) {
    const isNeeded = exchanges.some(
      ({ level, exchange }) => level === 'must' && exchange.operation === operation,
    );
    hold(shapeRule(contract, operation, isNeeded ? 'must' : 'may'), 'shapes');
  }

  const needed = [...chosen, ...answerRules].filter((each) => !isGiven(each));
  return {
    ...{ url: clientOptions.url, profiles: tried, results, leftBehind: subject.leftBehind },
    missing: [...new Set(needed.flatMap(({ needs }) => needs ?? []))],
    conforms: results.every(({ level, outcome }) => level === 'may' || outcome === 'passed'),
  };
}
