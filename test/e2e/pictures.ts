// Takes the pictures of the README from the running product:
//   npm run build && node --import tsx --conditions buurt-source test/e2e/pictures.ts
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { demoBuurten } from '../../packages/server/src/demo/corporation.js';
import { IdeaForm } from './form.js';
import { scenes, type Scene } from '../../packages/server/src/seed/art/scenes.js';
import { launch } from './resident.js';
import { RunningServer } from './running-server.js';
import { nl } from './words.js';

const folder = fileURLToPath(new URL('../../stories/pictures/', import.meta.url));
const mostBytes = 120_000;
const telephone = { width: 390, height: 844 };
const desk = { width: 1280, height: 860 };
const [buurt] = demoBuurten;
const { longTable, cooking } = scenes;

/** Few colours are enough for a screen; the file must stay small. */
async function keep(name: string, shot: Buffer): Promise<void> {
  for (const colours of [256, 128, 64, 32]) {
    const small = await sharp(shot)
      .png({ palette: true, colours, effort: 10, compressionLevel: 9 })
      .toBuffer();
    if (small.length > mostBytes) continue;
    await writeFile(`${folder}${name}.png`, small);
    console.log(`${name}.png  ${String(colours)} colours  ${String(Math.round(small.length / 1000))} kB`);
    return;
  }
  throw new Error(`${name}.png stays over ${String(mostBytes)} bytes.`);
}

const opened = async (browser: Browser, viewport: { width: number; height: number }) => {
  const context = await browser.newContext({ viewport, locale: 'nl-NL', reducedMotion: 'reduce' });
  return context.newPage();
};

async function site(browser: Browser, origin: string): Promise<void> {
  const page = await opened(browser, desk);
  await page.goto(origin + buurt.path, { waitUntil: 'networkidle' });
  await keep('demo-site', await page.screenshot());
  await page.context().close();
}

/** Only the form, from its first heading down. */
const formAlone = async (page: Page) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return page.locator('buurt-idea-form').screenshot();
};

/** Beside each other on a soft ground, each cut off where the tallest may end. */
async function inARow(shots: readonly Buffer[]): Promise<Buffer> {
  const [gap, tallest] = [28, 900];
  const cut = await Promise.all(
    shots.map(async (shot) => {
      const { width, height } = await sharp(shot).metadata();
      const whole = sharp(shot).extract({ left: 0, top: 0, width, height: Math.min(height, tallest) });
      const framed = whole.extend({ top: 18, bottom: 18, left: 18, right: 18, background: '#fff' });
      return framed.toBuffer({ resolveWithObject: true });
    }),
  );
  const width = cut.reduce((all, { info }) => all + info.width + gap, gap);
  const height = Math.max(...cut.map(({ info }) => info.height)) + 2 * gap;
  let left = gap;
  const tiles = cut.map(({ data, info }) => {
    const tile = { input: data, left, top: gap };
    left += info.width + gap;
    return tile;
  });
  const ground = sharp({ create: { width, height, channels: 3, background: '#dfecea' } });
  return ground.composite(tiles).png().toBuffer();
}

const photosOf = (...seen: Scene[]) =>
  Promise.all(
    seen.map(async ({ svg }, index) => ({
      name: `IMG_${String(2041 + index)}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await sharp(Buffer.from(svg())).jpeg().toBuffer(),
    })),
  );

async function form(browser: Browser, origin: string): Promise<void> {
  const page = await opened(browser, telephone);
  await page.goto(origin + buurt.path);
  const idea = new IdeaForm(page);
  await idea.field('title').fill('Een lange tafel op het plein');
  await idea.field('story').fill('Een keer per maand samen eten. Iedereen brengt iets mee.');
  await page.waitForLoadState('networkidle');
  const first = await formAlone(page);
  await idea.goOn('place');
  await idea.map.waitFor();
  await idea.map.click();
  const place = await formAlone(page);
  await idea.goOn('together');
  await idea.goOn('photos');
  await idea.choose(await photosOf(longTable, cooking), [longTable.alt, cooking.alt]);
  await idea.goOn('you');
  await idea.field('name').fill('Samira');
  await idea.consent.check();
  await idea.goOn('preview');
  const preview = await formAlone(page);
  await idea.button(nl.preview.send).click();
  await idea.heading(nl.sent.title).waitFor();
  await page.waitForLoadState('networkidle');
  await keep('idea-form', await inARow([first, place, preview, await formAlone(page)]));
  await page.context().close();
}

await mkdir(folder, { recursive: true });
const server = await (await RunningServer.at()).start();
const browser = await launch();
try {
  await site(browser, server.origin);
  await form(browser, server.origin);
} finally {
  await browser.close();
  await server.remove();
}
