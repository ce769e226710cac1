// Takes the pictures of the README from the running product:
//   npm run build && node --import tsx --conditions buurt-source test/e2e/pictures.ts
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { corporation, demoBuurten } from '../../packages/demo-site/src/site/corporation.js';
import { demoCodes } from '../../packages/demo-site/src/seed/rounds.js';
import { IdeaForm } from './form.js';
import { pictureFile, readPicture } from '../../packages/demo-site/src/seed/pictures.js';
import { launch } from './resident.js';
import { RunningServer } from './running-server.js';
import { nl } from './words.js';

const folder = fileURLToPath(new URL('../../stories/pictures/', import.meta.url));
const mostBytes = 120_000;
const telephone = { width: 390, height: 844 };
const desk = { width: 1280, height: 860 };
const [buurt] = demoBuurten;

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

const photosOf = (names: readonly string[]) =>
  Promise.all(
    names.map(async (name, index) => ({
      name: `IMG_${String(2041 + index)}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await sharp(pictureFile(name)).jpeg().toBuffer(),
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
  const chosen = ['longTable', 'cooking'];
  const pictures = await Promise.all(chosen.map(readPicture));
  await idea.choose(
    await photosOf(chosen),
    pictures.map(({ alt }) => alt),
  );
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

const voteAlone = async (page: Page) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return page.locator('buurt-budget-vote').screenshot();
};

/** Choosing, the receipt, and how the money of another buurt went. */
async function vote(browser: Browser, origin: string): Promise<void> {
  const page = await opened(browser, telephone);
  await page.goto(`${origin}${buurt.path}/buurtbudget#code=${demoCodes[0] ?? ''}`);
  const household = page.locator('buurt-budget-vote');
  const add = household.locator('[part~="add"]');
  await add.first().click();
  await add.first().click();
  await page.waitForLoadState('networkidle');
  const choosing = await voteAlone(page);
  await household.locator('[part~="next"]').click();
  const checking = await voteAlone(page);
  await household.locator('[part~="send"]').click();
  await household.locator('.state.cast').waitFor();
  const cast = await voteAlone(page);
  await page.goto(`${origin}${demoBuurten[1]?.path ?? ''}/buurtbudget`);
  await household.locator('[part~="results"]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await keep('budget-vote', await inARow([choosing, checking, cast, await voteAlone(page)]));
  await page.context().close();
}

/** The card on a telephone, a pin that is open, and the map with streets on a wide screen. */
async function map(browser: Browser, origin: string): Promise<void> {
  const small = await opened(browser, telephone);
  await small.goto(`${origin}${buurt.path}/kaart`);
  const card = small.locator('buurt-map-card');
  await card.locator('.pin').first().waitFor();
  const whole = await card.screenshot();
  await card.locator('.pin').nth(2).click();
  await card.locator('.pin-card').waitFor();
  await small.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const open = await card.screenshot();
  await small.context().close();
  const wide = await opened(browser, desk);
  await wide.goto(`${origin}${demoBuurten[1]?.path ?? ''}/kaart`);
  const explored = wide.locator('buurt-map-card');
  await explored.locator('[part~="explore"]').click();
  await wide.waitForLoadState('networkidle');
  await keep('map-card', await inARow([whole, open, await explored.screenshot()]));
  await wide.context().close();
}

/** The list, and one of its initiatives with what was promised. */
async function list(browser: Browser, origin: string): Promise<void> {
  const page = await opened(browser, telephone);
  await page.goto(`${origin}${buurt.path}/initiatieven`);
  const shown = page.locator('buurt-initiative-list');
  await shown.locator('.card').first().waitFor();
  await page.waitForLoadState('networkidle');
  const all = await shown.screenshot();
  await shown.locator('.card').nth(7).getByRole('link').first().click();
  const detail = page.getByRole('dialog');
  await detail.waitFor();
  await page.waitForLoadState('networkidle');
  const top = await page.screenshot();
  await detail.locator('.promise').first().scrollIntoViewIfNeeded();
  await keep('initiative-list', await inARow([all, top, await page.screenshot()]));
  await page.context().close();
}

/** The four, each as a telephone shows it first. */
async function four(browser: Browser, origin: string): Promise<void> {
  const places = {
    'buurt-idea-form': buurt.path,
    'buurt-budget-vote': `${buurt.path}/buurtbudget`,
    'buurt-initiative-list': `${buurt.path}/initiatieven`,
    'buurt-map-card': `${buurt.path}/kaart`,
  };
  const shots: Buffer[] = [];
  for (const [tag, path] of Object.entries(places)) {
    // So high that the bar of the vote stands at its end, and not over its plans.
    const page = await opened(browser, { ...telephone, height: 4000 });
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    shots.push(await page.locator(tag).screenshot());
    await page.context().close();
  }
  await keep('four-widgets', await inARow(shots));
}

/** A letter and its back, as an operator prints them. */
async function letter(browser: Browser, server: RunningServer): Promise<void> {
  const round = `Buurtbudget ${buurt.name}`;
  const at = (file: string) => join(server.folder, file);
  await server.operator('codes', 'make', round, '--count', '1', '--out', at('codes.csv'));
  const files = ['--codes', at('codes.csv'), '--out', at('letters.html'), '--paper'];
  const words = ['--sender', corporation.name, '--page', 'https://www.example.nl/stem'];
  words.push('--help-line', 'Hulp nodig? Bel 012 345 67 89.');
  await server.operator('codes', 'letters', round, ...files, ...words);
  const page = await opened(browser, { width: 840, height: 1200 });
  await page.goto(pathToFileURL(at('letters.html')).href);
  const [front, back] = await page.locator('.page').all();
  if (!front || !back) throw new Error('There is no letter.');
  await keep('letter', await inARow([await front.screenshot(), await back.screenshot()]));
  await page.context().close();
}

/** The desk with an idea open, and the same on a telephone. */
async function atTheDesk(browser: Browser, origin: string): Promise<void> {
  const shots: Buffer[] = [];
  for (const viewport of [desk, telephone]) {
    const page = await opened(browser, viewport);
    await page.goto(`${origin}/werkplek`);
    await page.getByRole('button', { name: 'Log in als Noor Jansen' }).click();
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.locator('.entry', { hasText: 'Ruilkast voor stekjes' }).click();
    await page.locator('.act').waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    shots.push(await page.screenshot());
    await page.context().close();
  }
  await keep('desk', await inARow(shots));
}

const loggedInAs = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('button', { name: 'Log uit' }).waitFor();
};

/** What the guide of the desk shows: an idea that is declined, a round that is open, and who works there. */
async function deskScreens(browser: Browser, server: RunningServer): Promise<void> {
  const link = async (email: string, ...invitation: string[]) => {
    if (invitation.length > 0) await server.operator('staff', 'invite', email, ...invitation);
    return (await server.operator('staff', 'link', email)).trim();
  };
  const page = await opened(browser, { width: 1180, height: 800 });
  const taken = async (name: string) => {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await keep(name, await page.screenshot());
  };
  await loggedInAs(page, await link('noor.jansen@weterdam.example'));
  await page.locator('.entry', { hasText: 'Ruilkast voor stekjes' }).click();
  await page.locator('.act').waitFor();
  await taken('desk-inbox');
  await page.getByRole('button', { name: 'Plaats niet' }).click();
  await page.getByRole('button', { name: 'Dit is al gepland.' }).click();
  await page.locator('.why').scrollIntoViewIfNeeded();
  await taken('desk-declining');
  await page.context().clearCookies();

  await loggedInAs(
    page,
    await link('els.visser@weterdam.example', '--name', 'Els Visser', '--role', 'admin'),
  );
  await page.getByRole('link', { name: 'Stemrondes' }).click();
  await page.getByRole('link', { name: `Buurtbudget ${buurt.name}` }).click();
  await page.locator('.facts').waitFor();
  await taken('desk-round');
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await page.getByText('Bewonersgroep Molenbuurt', { exact: true }).waitFor();
  await taken('desk-people');
  await page.context().close();
}

/** What came of the money, and the page of whoever handed in an idea. */
async function cashbook(browser: Browser, origin: string): Promise<void> {
  const page = await opened(browser, telephone);
  await page.goto(`${origin}${demoBuurten[1]?.path ?? ''}/kasboek`);
  await page.locator('buurt-cashbook .round').first().waitFor();
  await page.waitForLoadState('networkidle');
  await keep('cashbook', await inARow([await page.locator('buurt-cashbook').screenshot()]));
  await page.context().close();
}

await mkdir(folder, { recursive: true });
const server = await (await RunningServer.at()).start();
const browser = await launch();
try {
  await four(browser, server.origin);
  await site(browser, server.origin);
  await form(browser, server.origin);
  await vote(browser, server.origin);
  await list(browser, server.origin);
  await map(browser, server.origin);
  await letter(browser, server);
  await atTheDesk(browser, server.origin);
  await deskScreens(browser, server);
  await cashbook(browser, server.origin);
} finally {
  await browser.close();
  await server.remove();
}
