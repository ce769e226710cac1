import { findInPage } from './browser.js';
import { wrong, type Finding } from './finding.js';
import { findInPolicy } from './policy.js';
import { Report, textOf } from './report.js';
import { divsToCome, everywhere, findInTags, widgetsOnPage } from './tags.js';
import { messagesFor, type CheckMessages } from './check.messages.js';

/**
 * The self-test: the loader fetches this file when `?buurt-check` stands in the address of the page, or
 * `data-buurt-check` on one of its elements. It needs nothing that the widgets need, to be able to say why they stay
 * away.
 */
const widgetsMs = 6000;

async function untilLoaded(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  // A widget in a div comes with code of its own; until then it is no tag that can be waited for.
  const until = Date.now() + widgetsMs;
  while (divsToCome().length > 0 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const tags = new Set(widgetsOnPage().map(({ localName }) => localName));
  const defined = Promise.all([...tags].map((tag) => customElements.whenDefined(tag)));
  await Promise.race([defined, new Promise((resolve) => setTimeout(resolve, widgetsMs))]);
}

async function findInServers(words: CheckMessages): Promise<readonly Finding[]> {
  try {
    const servers = await import('./servers.js');
    const widgets = widgetsOnPage().filter(({ localName }) => localName !== 'buurt-provider');
    return await servers.findInServers(widgets, words);
  } catch (error) {
    const { message } = error as Error;
    return [wrong(/policy/i.test(message) ? words.noTrustedTypes : words.noFiles(message))];
  }
}

/** The hosts that widgets come from and talk to. */
function hosts(): readonly string[] {
  const named = everywhere('[endpoint]').map((each) => each.getAttribute('endpoint') ?? '');
  return [import.meta.url, ...named].flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []));
}

async function check(): Promise<void> {
  const words = messagesFor(document.documentElement);
  const report = new Report(words);
  await untilLoaded();
  const found = [
    ...findInTags(words),
    ...(await findInServers(words)),
    ...(await findInPolicy(hosts(), words)),
    ...findInPage(words),
  ];
  const order = ['wrong', 'hint', 'good'];
  const findings = found.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  report.show(findings);
  console.info(textOf(findings, words));
}

// Says to buurt-load-check.js that this report is the one to read.
Object.assign(globalThis, { [Symbol.for('buurt:check')]: true });
void check();
