import { wrong, type Finding } from './finding.js';
import type { CheckMessages } from './check.messages.js';

interface Violation extends ReportBody {
  readonly blockedURL?: string;
  readonly effectiveDirective?: string;
  readonly disposition?: string;
}

/** What the page's policy stopped since it began, of these hosts. Not every browser remembers that. */
export async function findInPolicy(
  origins: readonly string[],
  words: CheckMessages,
): Promise<readonly Finding[]> {
  if (!('ReportingObserver' in globalThis)) return [];
  const reports: Report[] = [];
  const observer = new ReportingObserver((each) => reports.push(...each), {
    types: ['csp-violation'],
    buffered: true,
  });
  observer.observe();
  await new Promise((resolve) => setTimeout(resolve));
  reports.push(...observer.takeRecords());
  observer.disconnect();
  const stopped = reports
    .map(({ body }) => body as Violation)
    .filter(({ disposition }) => disposition === 'enforce')
    .flatMap(({ blockedURL = '', effectiveDirective = '' }) => {
      const origin = URL.canParse(blockedURL) ? new URL(blockedURL).origin : '';
      return origins.includes(origin) ? [words.stopped(effectiveDirective.replace('-elem', ''), origin)] : [];
    });
  return [...new Set(stopped)].map(wrong);
}
