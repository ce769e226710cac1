import { ownSearch, readFromHost, withSearch, type FromFrame } from './messages.js';

/** `buurt-framed.js`, in the page of `/embed/`. Who may be around it stands in the page, as the server wrote it. */
const named = document.querySelector<HTMLMetaElement>('meta[name="buurt-hosts"]')?.content.split(' ') ?? [];
const hosts = [location.origin, ...named];

/** The host, once it has spoken; nothing is told to who has not. */
let host = '';

const say = (message: FromFrame): void => {
  if (host) parent.postMessage(message, host);
};

const page = document.documentElement;

function sayHeight(): void {
  say({ buurt: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) });
}

const replaceState = history.replaceState.bind(history);

/** One history for both: the steps are the host's, so that "back" undoes one step and not two. */
function shareHistory(): void {
  for (const how of ['push', 'replace'] as const)
    history[`${how}State`] = (state: unknown, unused: string, url?: string | URL | null) => {
      replaceState(state, unused, url);
      say({ buurt: 'address', search: ownSearch(location.search), how });
    };
}

function follow(search: string): void {
  if (search === ownSearch(location.search)) return;
  replaceState(history.state, '', withSearch(location.href, search));
  dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
}

function greet(origin: string): void {
  host = origin;
  shareHistory();
  new ResizeObserver(sayHeight).observe(document.body);
  document.addEventListener('focusin', (event) => {
    let focused = event.target;
    while (focused instanceof Element && focused.shadowRoot?.activeElement)
      focused = focused.shadowRoot.activeElement;
    if (!(focused instanceof Element)) return;
    const { top, height } = focused.getBoundingClientRect();
    say({ buurt: 'focus', top: Math.max(0, top), height });
  });
}

/** Dialogs stand in the part that is on the screen: a frame as high as its content has its middle anywhere. */
function showWhereSeen(top: number, height: number): void {
  const bottom = Math.max(0, innerHeight - top - height);
  page.style.setProperty('--_frame-top', `${String(top)}px`);
  page.style.setProperty('--_frame-bottom', `${String(bottom)}px`);
}

addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || parent === window || !hosts.includes(origin) || (host && host !== origin)) return;
  const said = readFromHost(data);
  if (!said) return;
  if (!host) greet(origin);
  showWhereSeen(said.top, said.height);
  follow(said.search);
  if (said.secret) location.hash = said.secret;
});

/** Says nothing but that somebody listens here, so whoever hears it learns nothing. The host may come late. */
function call(againMs: number): void {
  if (host || againMs > 20_000) return;
  parent.postMessage({ buurt: 'ready' } satisfies FromFrame, '*');
  setTimeout(call, againMs, againMs * 2);
}
if (parent !== window) call(200);
