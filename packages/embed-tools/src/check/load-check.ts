import { messages } from './load-check.messages.js';

/**
 * `buurt-load-check.js`, a classic script above the line of the loader. Where the self-test is asked for and the loader that
 * fetches it does not run, this says why; the self-test says the rest. It needs no other file, so that a site whose policy
 * stops the host of the widgets can serve a copy of its own.
 */
const stopped: SecurityPolicyViolationEvent[] = [];
let thrown = '';
let report: HTMLElement | undefined;

const hasRun = (part: 'loader' | 'check') => Symbol.for(`buurt:${part}`) in window;

function textOfViolation({ blockedURI, originalPolicy }: SecurityPolicyViolationEvent): string {
  if (originalPolicy.includes('strict-dynamic')) return messages.policy(blockedURI, 'nonce="…"', '<script>');
  // A narrower directive than the policy has would take the place of the wider one.
  const directives = ['script-src-elem', 'script-src ', 'default-src'];
  const directive = String(directives.find((name) => originalPolicy.includes(name)));
  return messages.policy(blockedURI, new URL(blockedURI).origin, directive.trim());
}

/** Asks for the file as the page did: the `error` event of a script says only that it failed. */
const ask = ({ src, integrity }: HTMLScriptElement): Promise<string> =>
  fetch(src).then(
    ({ ok, status, headers }) => {
      const type = String(headers.get('content-type'));
      if (!ok || !type.includes('script')) return messages.noScript(src, ok ? type : String(status));
      return fetch(src, { integrity }).then(
        () => thrown || messages.unknown(src),
        () => messages.integrity(src),
      );
    },
    () =>
      fetch(src, { mode: 'no-cors' }).then(
        () => messages.unreadable(src),
        () => messages.unknown(src),
      ),
  );

function findFault(): string | Promise<string> {
  const script = document.querySelector<HTMLScriptElement>('script[src*="buurt.js"]');
  if (!script) return messages.absent;
  const { src, type } = script;
  const host = new URL('/', src).href;
  const violation = stopped.find(({ blockedURI }) => blockedURI.startsWith(host));
  if (violation) return textOfViolation(violation);
  if (hasRun('loader')) return messages.noChunks(new URL('chunks', src).href);
  if (type !== 'module') return messages.noModule;
  if (location.protocol === 'https:' && src.startsWith('http:')) return messages.insecure(src);
  return ask(script);
}

function show(fault: string): void {
  if (report) return;
  report = document.createElement('div');
  report.dataset['buurtLoadReport'] = '';
  report.role = 'alert';
  // Through the object model, which a strict policy allows.
  report.style.cssText =
    'all:initial;position:fixed;inset:auto 0 0;z-index:99999;padding:1em;border-top:6px solid red;background:#fff;font:1em sans-serif';
  report.textContent = `?buurt-check: ${fault}`;
  document.body.append(report);
}

/** Looks until the self-test runs: a loader may come late, by a tag manager for instance. */
function look(): void {
  if (hasRun('check')) {
    if (report) report.remove();
    return;
  }
  if (!hasRun('loader') || document.querySelector('[data-buurt-check][data-not-loaded]'))
    void Promise.resolve(findFault()).then(show);
  setTimeout(look, 2000);
}

addEventListener('securitypolicyviolation', (event) => {
  if (event.disposition === 'enforce' && event.effectiveDirective.startsWith('script')) stopped.push(event);
});
addEventListener('error', ({ filename, message }) => {
  if (String(filename).includes('buurt.js')) thrown = message;
});
addEventListener('load', () => {
  if (location.search.includes('buurt-check') || document.querySelector('[data-buurt-check]')) look();
});
