import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { ideaReceiptFrom, type IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../.ci/browsers.mjs';
import type { HostPage } from './host-page.js';

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath() as string, args: chromiumArgs });

/** The text that can be seen in a place, also inside widgets, with the white space that HTML may change made equal. */
export async function shown(place: Locator): Promise<string> {
  const pieces = await place.evaluate((element) => {
    const texts: string[] = [];
    const ahead: Node[] = [element];
    for (let node = ahead.shift(); node; node = ahead.shift())
      if (node instanceof Text) texts.push(node.data);
      else if (!(node instanceof Element) || node.checkVisibility({ visibilityProperty: true }))
        ahead.unshift(...((node as Element).shadowRoot ?? node).childNodes);
    return texts;
  });
  return withEqualSpace(pieces.join(''));
}

/** Waits until this text can be seen there; what is drawn by a part that is still being loaded comes a moment later. */
export async function shows(place: Locator, text: string, withinMs = 5_000): Promise<void> {
  const until = Date.now() + withinMs;
  let seen = await shown(place);
  while (!seen.includes(withEqualSpace(text)) && Date.now() < until) {
    await pause(50);
    seen = await shown(place);
  }
  assert.ok(seen.includes(withEqualSpace(text)), `“${text}” is not in: ${seen}`);
}

export const withEqualSpace = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** A resident's browser with one page open, and everything that it asked for, said and held against the page. */
export class Resident {
  /** The origins of all requests so far. */
  readonly requests: URL[] = [];
  readonly errors: string[] = [];
  readonly violations: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(30_000);
    page.on('request', (request) => this.requests.push(new URL(request.url())));
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async with(browser: Browser, options: BrowserContextOptions = {}): Promise<Resident> {
    const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...options });
    const resident = new Resident(context, await context.newPage());
    await context.exposeBinding('holdAgainst', (_, violation: string) => resident.violations.push(violation));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        (globalThis as any).holdAgainst([violatedDirective, blockedURI, sample].join(' '));
      });
    });
    return resident;
  }

  async visit(host: HostPage, path = '/'): Promise<void> {
    await this.page.goto(host.origin + path);
    await this.ready();
  }

  async ready(): Promise<void> {
    try {
      await this.page.locator('buurt-idea-form').getByRole('button').first().waitFor();
    } catch (cause) {
      const known = [...this.errors, ...this.violations].join('\n') || 'nothing was reported';
      throw new Error(`The form does not appear: ${known}`, { cause });
    }
  }

  /** All that the page keeps on the device, as one text. */
  stored(): Promise<string> {
    return this.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  }

  /** What the device remembers of the idea that was sent last. */
  async lastReceipt(): Promise<IdeaReceipt> {
    const kept = await this.page.evaluate(() => Object.values({ ...localStorage }));
    const [receipt] = kept.flatMap((text) => {
      const found = /"receipt":(\{[^}]*\})/.exec(text);
      return found ? [ideaReceiptFrom(JSON.parse(found[1]!))] : [];
    });
    if (!receipt) throw new Error('The device remembers no receipt.');
    return receipt;
  }

  /** How many pixels the page is wider than the screen. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /**
   * Visible texts and controls, also inside widgets, that end outside the screen. A picture cuts off its own lines:
   * a street that leads out of it is seen by nobody, so only the picture counts, and the words in it.
   */
  cutOff(): Promise<string[]> {
    return this.page.evaluate(() => {
      const all: Element[] = [];
      const ahead: Element[] = [document.body];
      for (let element = ahead.shift(); element; element = ahead.shift()) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        all.push(element);
        ahead.push(...(element.shadowRoot ?? element).children);
      }
      return all
        .filter((element) => {
          const picture = element instanceof SVGElement ? element.ownerSVGElement : null;
          if (!picture || element instanceof SVGTextContentElement) return true;
          return getComputedStyle(picture).overflowX === 'visible';
        })
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map(
          (element) =>
            `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`,
        );
    });
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  /** Presses Tab until this has the focus, as somebody without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    const there = () =>
      target.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);
    for (let presses = 0; presses < 80; presses++) {
      if (await there()) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(target)}`);
  }

  async typeIn(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.insertText(text);
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }
}
