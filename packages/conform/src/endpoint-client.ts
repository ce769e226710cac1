import type { Contract } from './contract.js';
import type { Exchange, SentRequest } from './exchange.js';

/** What a check asks of an operation. */
export interface Question {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Undefined takes a usual header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
  /** Another than that of the operation. */
  readonly method?: string;
  /** Where another answer said that it goes on: relative to the address of the operation. */
  readonly reference?: string;
}

export interface ClientOptions {
  /** The address of the endpoint, as `https://buurt.example/v1`. */
  readonly url: string;
  readonly contract: Contract;
  /** The site from which a browser would ask. */
  readonly origin: string | undefined;
  readonly fetch: typeof fetch;
  readonly pause: (ms: number) => Promise<void>;
}

/** The endpoint did not answer at all. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    readonly request: SentRequest,
    cause: unknown,
  ) {
    const { message, cause: deeper } = cause as Error;
    super(`no answer: ${deeper instanceof Error ? deeper.message : message}`, { cause });
  }
}

const longestMs = 30_000;
const longestPauseSeconds = 90;
const mostTries = 3;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Seconds that an endpoint which is asked too much wants us to wait. */
function pauseOf({ status, headers }: Exchange): number | undefined {
  const after = headers.get('retry-after') ?? '';
  return status === 429 && /^\d+$/.test(after) && Number(after) <= longestPauseSeconds
    ? Number(after)
    : undefined;
}

/** Asks an endpoint things as a browser does, and keeps what was asked and answered. */
export class EndpointClient {
  readonly exchanges: Exchange[] = [];

  constructor(private readonly options: ClientOptions) {}

  get origin(): string | undefined {
    return this.options.origin;
  }

  /** Asks an operation of the contract; what is asked too fast is asked again when the endpoint says. */
  async ask(operationId: string, question: Question = {}): Promise<Exchange> {
    const operation = this.options.contract.operation(operationId);
    const request = this.#requestFor(operation, question);
    for (let tries = 1; ; tries++) {
      const exchange = { operation, request, ...(await this.#send(request)) };
      this.exchanges.push(exchange);
      const seconds = pauseOf(exchange);
      if (seconds === undefined || tries === mostTries) return exchange;
      await this.options.pause(seconds * 1000);
    }
  }

  #requestFor(
    operation: { readonly method: string; readonly path: string },
    question: Question,
  ): SentRequest {
    const { params = {}, query = {}, headers = {}, body, method, reference = '' } = question;
    const path = operation.path
      .replace(/^\/$/, '')
      .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const url = new URL(reference, `${this.options.url}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.append(name, String(value));
    const usual = {
      ...(this.options.origin === undefined ? {} : { origin: this.options.origin }),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
    };
    const sent = Object.entries<string | undefined>({ ...usual, ...headers });
    return {
      method: method ?? operation.method.toUpperCase(),
      url: url.href,
      headers: Object.fromEntries(
        sent.filter((header): header is [string, string] => header[1] !== undefined),
      ),
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    };
  }

  /** Asks once more when the connection was lost: one that had been idle may be closed just when it is used again. */
  async #send(request: SentRequest) {
    try {
      return await this.#sendOnce(request).catch(() => this.#sendOnce(request));
    } catch (cause) {
      throw new NoAnswer(request, cause);
    }
  }

  async #sendOnce({ url, ...request }: SentRequest) {
    const answer = await this.options.fetch(url, {
      ...request,
      body: request.body ?? null,
      redirect: 'manual',
      signal: AbortSignal.timeout(longestMs),
    });
    const text = await answer.text();
    const type = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    return { status: answer.status, headers: answer.headers, type, text, json: jsonOf(text) };
  }
}
