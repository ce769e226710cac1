const told = new Set<string>();

/** Why a page does not reach an endpoint: by its own policy, because the server does not allow it, or nobody is there. */
export type Obstacle = 'policy' | 'origin' | 'nobody';

/** Whether this page's own Content-Security-Policy stops an attempt to get something from where `blocked` begins. */
export async function stoppedByPolicy(
  directive: string,
  blocked: string,
  attempt: () => Promise<unknown>,
): Promise<boolean> {
  let stopped = false;
  const onViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
    stopped ||= effectiveDirective === directive && blockedURI.startsWith(blocked);
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  await attempt();
  // The event comes as a task of its own, after the call has failed.
  await new Promise((resolve) => setTimeout(resolve, 100));
  document.removeEventListener('securitypolicyviolation', onViolation);
  return stopped;
}

/**
 * Finds out why an endpoint cannot be reached. A browser tells a page only "failed"; a call whose answer stays hidden
 * (`no-cors`) shows whether somebody is there at all.
 */
export async function obstacleBefore(endpoint: string): Promise<Obstacle> {
  const url = `${endpoint}/openapi.json`;
  let there = false;
  const knock = async () => {
    there = await fetch(url, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer' }).then(
      () => true,
      () => false,
    );
  };
  if (await stoppedByPolicy('connect-src', new URL(endpoint).origin, knock)) return 'policy';
  return there ? 'origin' : 'nobody';
}

/**
 * Whether only the webmaster can bring this page and its endpoint together: the page's own policy stops it, or somebody is
 * there who lets other pages read. Not when the network is poor, and not when it has come back meanwhile. A proxy that
 * answers for a server that is away looks the same as a refusal, so what this says may pass.
 */
export async function isRefused(endpoint: string): Promise<boolean> {
  const obstacle = navigator.onLine ? await obstacleBefore(endpoint) : 'nobody';
  if (obstacle !== 'origin') return obstacle === 'policy';
  return fetch(`${endpoint}/openapi.json`, { credentials: 'omit', referrerPolicy: 'no-referrer' }).then(
    () => false,
    () => navigator.onLine,
  );
}

const words: Readonly<Record<Obstacle, (endpoint: string) => string>> = {
  policy: (endpoint) =>
    `the Content-Security-Policy of this page stops calls to ${endpoint}. Add ${new URL(endpoint).origin} to connect-src.`,
  origin: (endpoint) =>
    `${endpoint} is there, but does not allow this page. Add ${location.origin} to ALLOWED_ORIGINS of the ` +
    `server (CORS), and look whether the address redirects.`,
  nobody: (endpoint) => `nobody answers at ${endpoint}. Look whether the server runs, and the address.`,
};

/** Tells the webmaster why an endpoint cannot be reached, once for each endpoint. */
export async function diagnose(endpoint: string): Promise<void> {
  if (told.has(endpoint)) return;
  told.add(endpoint);
  const obstacle = await obstacleBefore(endpoint);
  console.error(`buurt: ${words[obstacle](endpoint)}`);
}
