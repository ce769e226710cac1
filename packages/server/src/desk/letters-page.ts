import { createHash } from 'node:crypto';
import type { Locale } from '@buurt/domain/wire/locale.js';
import type { Context, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HttpProblem } from '../http/problem-json.js';
import { localeOfVisitor, showSmallPage } from '../http/small-page.js';
import type { AroundLetters, PrintedLetters } from '../rounds/letters.js';
import { en, nl } from './letters-page.messages.js';

const texts: Readonly<Record<Locale, typeof nl>> = { nl, en };

/** What the screen says above letters: those of an order, the one that replaces another, or an example. */
export function adviceFor(
  c: Context,
  what: 'order' | 'replacement' | 'sample' | 'sample past its page',
): AroundLetters {
  const locale = localeOfVisitor(c);
  const t = texts[locale];
  const lines = {
    order: [...t.advice, t.keySheet],
    replacement: t.replacementAdvice,
    sample: t.sampleAdvice,
    'sample past its page': [...t.sampleAdvice, t.samplePastPage],
  };
  return { advice: { locale, lines: lines[what] } };
}

/** What the page may do: be seen and printed, with its own styles. */
const policyFor = (styles: string): string => {
  const hash = createHash('sha256').update(styles).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-modals`;
};

/** Answers with letters to print: a page without scripts, of which nothing is kept on the way. */
export const showLetters = (c: Context, { html: page, styles }: PrintedLetters): Response =>
  c.html(page, 200, {
    'Content-Security-Policy': policyFor(styles),
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  });

/** Says in words what went wrong to whoever looks at a page, where a script would get a problem. */
export const problemsAsPages: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.error || !(c.req.header('accept') ?? '').includes('text/html')) return;
  const { error } = c;
  const locale = localeOfVisitor(c);
  const t = texts[locale];
  const because = error instanceof HttpProblem ? t.because[error.kind] : undefined;
  const body = html`<p>${because ?? t.otherReason}</p>
    <p>${t.back}</p>`;
  const status = c.res.status as ContentfulStatusCode;
  c.res = undefined;
  c.res = await showSmallPage(c, { title: t.notMade, body, locale }, status);
};
