import { ownSearch, partHash, readFromFrame, withSearch, type FromHost } from './messages.js';

/**
 * `buurt-frame.js`, for the page around an iframe of `/embed/`: gives it its height and its part of the address. It
 * serves the frames of the server that it comes from, and believes nobody else.
 */
const { origin } = new URL(import.meta.url);

const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(`${origin}/embed/`));

const frameOf = ({ source, origin: from }: MessageEvent): HTMLIFrameElement | undefined =>
  from === origin
    ? frames().find(({ contentWindow }) => contentWindow && contentWindow === source)
    : undefined;

/** Takes the code of a letter out of the address, so that nobody copies it; only the vote hears it. */
function secretFor({ src }: HTMLIFrameElement): string {
  if (!src.startsWith(`${origin}/embed/budget-vote`)) return '';
  const { secret, rest } = partHash(location.hash);
  if (secret) {
    const address = new URL(location.href);
    address.hash = rest;
    history.replaceState(history.state, '', address);
  }
  return secret;
}

/** Frames in which somebody listens; to the others nothing is said. */
const listening = new Set<HTMLIFrameElement>();

function tell(frame: HTMLIFrameElement): void {
  const { top, height } = frame.getBoundingClientRect();
  const from = Math.max(0, -top);
  const message: FromHost = {
    buurt: 'host',
    search: ownSearch(location.search),
    secret: secretFor(frame),
    top: from,
    height: Math.max(0, Math.min(height, innerHeight - top) - from),
  };
  frame.contentWindow?.postMessage(message, origin);
}

function write(search: string, how: 'push' | 'replace'): void {
  if (ownSearch(location.search) !== search)
    history[`${how}State`](history.state, '', withSearch(location.href, search));
}

function showFocus(frame: HTMLIFrameElement, top: number, height: number): void {
  const from = frame.getBoundingClientRect().top + top;
  if (from < 0 || from + height > innerHeight) scrollBy({ top: from - innerHeight / 3 });
}

function fit(frame: HTMLIFrameElement, height: number): void {
  const edges =
    getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${String(Math.ceil(height) + edges)}px`;
}

addEventListener('message', (event) => {
  const frame = frameOf(event);
  const said = frame && readFromFrame(event.data);
  if (!said) return;
  listening.add(frame);
  if (said.buurt === 'height') fit(frame, said.height);
  else if (said.buurt === 'address') write(said.search, said.how);
  // Only who is busy in the frame may move the page.
  else if (said.buurt === 'focus' && document.activeElement === frame)
    showFocus(frame, said.top, said.height);
  if (said.buurt !== 'focus') tell(frame);
});

let waiting = false;
function tellAll(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    for (const frame of frames()) if (listening.has(frame)) tell(frame);
  });
}
addEventListener('popstate', tellAll);
addEventListener('hashchange', tellAll);
addEventListener('resize', tellAll);
addEventListener('scroll', tellAll, { passive: true, capture: true });
