const told = new Set<string>();

/** Whether this page's own Content-Security-Policy stops calls to that address. */
async function stoppedByPolicy(url: string, attempt: () => Promise<unknown>): Promise<boolean> {
  const { origin } = new URL(url);
  let stopped = false;
  const onViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
    stopped ||= effectiveDirective === 'connect-src' && blockedURI.startsWith(origin);
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  await attempt();
  // The event comes as a task of its own, after the call has failed.
  await new Promise((resolve) => setTimeout(resolve, 100));
  document.removeEventListener('securitypolicyviolation', onViolation);
  return stopped;
}

/**
 * Finds out why an endpoint cannot be reached and tells the webmaster, once for each endpoint. A browser tells a page
 * only "failed"; a call whose answer stays hidden (`no-cors`) shows whether somebody is there at all.
 */
export async function diagnose(endpoint: string): Promise<void> {
  if (told.has(endpoint)) return;
  told.add(endpoint);
  const url = `${endpoint}/openapi.json`;
  let there = false;
  const knock = async () => {
    there = await fetch(url, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer' }).then(
      () => true,
      () => false,
    );
  };
  const { origin } = new URL(endpoint);
  if (await stoppedByPolicy(url, knock))
    console.error(
      `buurt: the Content-Security-Policy of this page stops calls to ${endpoint}. Add ${origin} to connect-src.`,
    );
  else if (there)
    console.error(
      `buurt: ${endpoint} is there, but does not allow this page. Add ${location.origin} to ALLOWED_ORIGINS of the ` +
        `server (CORS), and look whether the address redirects.`,
    );
  else console.error(`buurt: nobody answers at ${endpoint}. Look whether the server runs, and the address.`);
}
