/** A request, before it is one. */
export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
}

/** One thing that an endpoint does wrong. */
export interface Spoiler {
  /** In words, as a sentence about the endpoint. */
  readonly what: string;
  /** The checks that must notice. */
  readonly noticedBy: readonly string[];
  /** Which requests it is about; all unless told. */
  readonly when?: (asked: Asked) => boolean;
  /** Another answer than the right one. */
  readonly answer: (right: Response, asked: Asked) => Response | Promise<Response>;
}

/** The right answer, with other headers, another status or another body. */
export function changed(
  right: Response,
  body: BodyInit | null,
  {
    status = right.status,
    headers = {},
  }: { status?: number; headers?: Record<string, string | undefined> } = {},
): Response {
  const all = new Headers(right.headers);
  for (const [name, value] of Object.entries(headers))
    if (value === undefined) all.delete(name);
    else all.set(name, value);
  return new Response(body, { status, headers: all });
}

export const withHeaders = async (right: Response, headers: Record<string, string | undefined>) =>
  changed(right, right.status === 304 || right.status === 204 ? null : await right.text(), { headers });

/** The right answer, with its JSON changed; one without a body stays as it is. */
export const withJson = async (right: Response, change: (json: any) => unknown): Promise<Response> => {
  if (right.status === 304) return right;
  const json = await right.json();
  return changed(right, JSON.stringify(change(json) ?? json));
};

/** A refusal as the contract wants it. */
export const refused = (right: Response, status: number, headers: Record<string, string> = {}): Response =>
  changed(right, JSON.stringify({ type: 'about:blank', title: 'No', status, detail: 'No.' }), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });

/** A `fetch` of an endpoint that does one thing wrong. */
export const spoilt =
  (
    endpoint: (asked: Asked) => Promise<Response>,
    { when = () => true, answer }: Pick<Spoiler, 'when' | 'answer'>,
  ) =>
  async (
    url: string | URL | Request,
    { method = 'GET', headers, body }: RequestInit = {},
  ): Promise<Response> => {
    const asked: Asked = {
      url: typeof url === 'string' ? url : 'href' in url ? url.href : url.url,
      method,
      headers: new Headers(headers),
      body: typeof body === 'string' ? body : null,
    };
    return when(asked) ? answer(await endpoint(asked), asked) : endpoint(asked);
  };
