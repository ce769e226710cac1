/** Where the map with streets has its background from, after a click. */
const tileHost = 'https://service.pdok.nl';

interface PagePolicy {
  /** Whether the map can be on the page. */
  readonly hasMap: boolean;
  /** Who may show the page in a frame, as CSP writes it. */
  readonly framedBy: string;
  /** Whether it sends a form to this server, which answers with a page. */
  readonly hasForms?: boolean;
}

/** The Content-Security-Policy of a page with widgets: nothing inline, nothing but this server, Trusted Types with Lit's policy alone. */
export const pagePolicy = ({ hasMap, framedBy, hasForms = false }: PagePolicy): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' blob: data:${hasMap ? ` ${tileHost}` : ''}`,
    "connect-src 'self'",
    `form-action ${hasForms ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
