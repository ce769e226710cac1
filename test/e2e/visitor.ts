import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type BrowserContext, type ElementHandle, type Page } from 'puppeteer-core';
import { chromiumArgs, chromiumPath, firefoxPath } from '../../.ci/browsers.mjs';

export type Engine = 'Chromium' | 'Firefox';

export const launchEngine = (engine: Engine): Promise<Browser> =>
  engine === 'Chromium'
    ? puppeteer.launch({
        executablePath: chromiumPath() as string,
        args: [...chromiumArgs, '--lang=nl', '--force-prefers-reduced-motion'],
        env: { ...process.env, LANGUAGE: 'nl' },
      })
    : puppeteer.launch({
        browser: 'firefox',
        executablePath: firefoxPath() as string,
        extraPrefsFirefox: { 'intl.accept_languages': 'nl', 'ui.prefersReducedMotion': 1 },
      });

/** With PICTURES=folder every screen that a visitor looks at is kept there. */
const pictures = process.env['PICTURES'];

/** All that can be read on a page, also inside widgets; runs in the browser. */
function readable(): string {
  const texts: string[] = [];
  const ahead: Node[] = [document.body];
  for (let node = ahead.shift(); node; node = ahead.shift())
    if (node instanceof Text) texts.push(node.data);
    else if (
      !(node instanceof Element) ||
      node.checkVisibility({ visibilityProperty: true }) ||
      // Without a box of its own it can still hold what is seen.
      getComputedStyle(node).display === 'contents'
    )
      ahead.unshift(...((node as Element).shadowRoot ?? node).childNodes);
  return texts.join('').replaceAll(/\s+/g, ' ');
}

/** Resolves when an element is in sight and no longer moves; runs in the browser. */
async function standsStill(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (let before = ''; before !== JSON.stringify(element.getBoundingClientRect());) {
    before = JSON.stringify(element.getBoundingClientRect());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const asSeen = (text: string) => text.replaceAll(/\s+/g, ' ');
/** Both in the page itself and in widgets: the deep combinator looks in the latter alone. */
const anywhere = (selector: string) => `${selector}, body >>> ${selector}`;
/** A text in a selector: what its grammar would read otherwise is left to the end of the word. */
const textSelector = (text: string) => `::-p-text(${text.replaceAll(/[()]/g, '\\$&')})`;

/** Somebody with a browser of their own, in either engine. */
export class Visitor {
  readonly errors: string[] = [];
  readonly violations: string[] = [];
  #pictured = 0;

  private constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async with(
    browser: Browser,
    name: string,
    viewport = { width: 390, height: 844 },
  ): Promise<Visitor> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(viewport);
    page.setDefaultTimeout(15_000);
    const visitor = new Visitor(name, context, page);
    await page.exposeFunction('holdAgainst', (violation: string) => visitor.violations.push(violation));
    await page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        (globalThis as any).holdAgainst([violatedDirective, blockedURI, sample].join(' '));
      });
    });
    return visitor;
  }

  async goes(address: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.goto(address);
  }

  /** Waits until this can be read, and keeps a picture of the screen where that was asked for. */
  async reads(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      const until = Date.now() + 15_000;
      let seen = await this.#words();
      while (!seen.includes(asSeen(text)) && Date.now() < until) {
        await pause(50);
        seen = await this.#words();
      }
      assert.ok(seen.includes(asSeen(text)), `${this.name} does not read “${text}”, but: ${seen}`);
    }
    await this.#picture();
  }

  #words(): Promise<string> {
    // Between two pages there is nothing to read.
    return this.page.evaluate(readable).catch(() => '');
  }

  async #picture(): Promise<void> {
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    const number = String((this.#pictured += 1)).padStart(2, '0');
    await this.page.screenshot({
      path: join(pictures, `${this.name}-${number}.png`) as `${string}.png`,
      fullPage: true,
    });
  }

  /** Presses what matches, once it stands still. */
  async clicks(selector: string): Promise<void> {
    const until = Date.now() + 15_000;
    for (;;) {
      const found = await this.#finds(selector);
      try {
        await found.evaluate(standsStill);
        return await found.click();
      } catch (error) {
        // It was drawn anew meanwhile, so somebody presses what stands there now.
        if (Date.now() > until) throw error;
      }
    }
  }

  presses(button: string): Promise<void> {
    return this.clicks(`button${textSelector(button)}`);
  }

  /** Types over what a field holds; a moment is picked, not typed. */
  async fills(selector: string, text: string): Promise<void> {
    const field = await this.#finds(selector);
    const isTyped = await field.evaluate((element, moment) => {
      const input = element as HTMLInputElement;
      input.focus();
      if (input.type !== 'datetime-local' && input.type !== 'date') {
        input.select();
        return true;
      }
      input.value = moment;
      input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      return false;
    }, text);
    if (isTyped) await this.page.keyboard.type(text);
  }

  async picks(selector: string, value: string): Promise<void> {
    await (await this.#finds(selector)).select(value);
  }

  /** What matches, once it can be seen; nothing is drawn in a tab behind another. */
  async #finds(selector: string): Promise<ElementHandle<Element>> {
    await this.page.bringToFront();
    try {
      const found = await this.page.waitForSelector(anywhere(selector), { visible: true });
      return found as ElementHandle<Element>;
    } catch (cause) {
      await this.#picture();
      throw new Error(`${this.name} does not find ${selector}, and reads: ${await this.#words()}`, { cause });
    }
  }

  /** Nothing went wrong on any page, and the policy of each was kept. */
  async leaves(): Promise<void> {
    assert.deepEqual([this.errors, this.violations], [[], []], this.name);
    await this.context.close();
  }
}
