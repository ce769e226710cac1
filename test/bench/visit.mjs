/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const telephone = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** Runs in the page before anything else: keeps what the browser reports, and when the form can be used, the list or the map is there. */
function watch() {
  const seen = { layoutShift: 0, blockingMs: 0, longTasks: 0, usableMs: undefined };
  globalThis.seen = seen;
  // All of it: nobody touches the page, and the browser also takes the size of the window for an input.
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longTasks += 1;
      seen.blockingMs += duration - 50;
    }
  }).observe({ type: 'longtask', buffered: true });

  const field = () => document.querySelector('buurt-idea-form')?.shadowRoot?.querySelector('input, textarea');
  const list = document.getElementsByTagName('buurt-initiative-list');
  const map = document.getElementsByTagName('buurt-map-card');
  const isUsable = (input) => {
    input.focus({ preventScroll: true });
    return input.getRootNode().activeElement === input;
  };
  const look = () => {
    const done = document.querySelector('[data-blank]')
      ? document.readyState === 'complete'
      : list[0]?.shadowRoot?.querySelector('.card') ||
        map[0]?.shadowRoot?.querySelector('.pin') ||
        (field() && isUsable(field()));
    if (done) seen.usableMs = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

/** Opens the page and gives what it cost until the network is quiet. */
async function open(page, devtools, url) {
  const cost = { bytes: 0, requests: 0 };
  const finished = ({ encodedDataLength }) => (cost.bytes += encodedDataLength);
  const sent = ({ request }) => (cost.requests += request.url.startsWith('data:') ? 0 : 1);
  devtools.on('Network.loadingFinished', finished);
  devtools.on('Network.requestWillBeSent', sent);
  await page.goto(url, { waitUntil: 'networkidle0' });
  await page.waitForFunction(() => globalThis.seen.usableMs !== undefined);
  devtools.off('Network.loadingFinished', finished);
  devtools.off('Network.requestWillBeSent', sent);
  const seen = await page.evaluate(() => globalThis.seen);
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return { ...cost, ...seen, heapBytes: metric('JSHeapUsedSize'), nodes: metric('Nodes') };
}

/** Somebody who was never here, on a slow telephone. */
async function newcomer(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const devtools = await page.createCDPSession();
  await devtools.send('Network.enable');
  await devtools.send('Performance.enable');
  await devtools.send('Network.emulateNetworkConditions', slowNetwork);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.setViewport(telephone);
  await page.evaluateOnNewDocument(watch);
  return { context, page, devtools };
}

/** A first and a second visit; `deed` is what is done and measured at the end of the first. */
export async function visit(browser, url, deed) {
  const { context, page, devtools } = await newcomer(browser);
  const first = { ...(await open(page, devtools, url)), ...(await deed?.(page)) };
  const second = await open(page, devtools, url);
  await context.close();
  return { first, second };
}
