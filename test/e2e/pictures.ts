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
const { kitchenGarden, rainBarrels } = scenes;

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

const opened = async (
  browser: Browser,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark',
) => {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'nl-NL',
    reducedMotion: 'reduce',
  });
  return context.newPage();
};

async function site(browser: Browser, origin: string): Promise<void> {
  const views = [
    ['home', '/', desk, 'light'],
    ['home-dark', '/', telephone, 'dark'],
    ['buurt', buurt.path, desk, 'light'],
    ['initiatives', `${buurt.path}/initiatieven`, desk, 'light'],
  ] as const;
  for (const [name, path, viewport, colorScheme] of views) {
    const page = await opened(browser, viewport, colorScheme);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await keep(name, await page.screenshot());
    await page.context().close();
  }
}

/** Only the form, from its first heading down. */
const formAlone = async (page: Page) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return page.locator('buurt-idea-form').screenshot();
};

const photosOf = (...seen: Scene[]) =>
  Promise.all(
    seen.map(async ({ svg }, index) => ({
      name: `IMG_${String(2041 + index)}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await sharp(Buffer.from(svg())).jpeg().toBuffer(),
    })),
  );

async function form(browser: Browser, origin: string): Promise<void> {
  const page = await opened(browser, telephone, 'light');
  await page.goto(origin + buurt.path);
  const idea = new IdeaForm(page);
  await idea.field('title').fill('Een pluktuin bij de sluis');
  await idea.field('story').fill('Samen kruiden en bessen telen. Wie plukt, geeft ook een keer water.');
  await page.waitForLoadState('networkidle');
  await keep('form-1-idea', await formAlone(page));
  await idea.goOn('place');
  await idea.map.waitFor();
  await idea.map.click();
  await keep('form-2-place', await formAlone(page));
  await idea.goOn('together');
  await idea.field('assets').fill('Een zonnig grasveld, en een waterpunt.');
  await idea.kind('needs', 'time').check();
  await idea.kind('needs', 'tools').check();
  await keep('form-3-together', await formAlone(page));
  await idea.goOn('photos');
  await idea.choose(await photosOf(kitchenGarden, rainBarrels), [kitchenGarden.alt, rainBarrels.alt]);
  await keep('form-4-photos', await formAlone(page));
  await idea.goOn('you');
  await idea.field('name').fill('Samira');
  await idea.consent.check();
  await keep('form-5-you', await formAlone(page));
  await idea.goOn('preview');
  await keep('form-6-preview', await formAlone(page));
  await idea.button(nl.preview.send).click();
  await idea.heading(nl.sent.title).waitFor();
  await page.waitForLoadState('networkidle');
  await keep('form-7-sent', await formAlone(page));
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
