import { randomUUID } from 'node:crypto';
import { boundsOf } from '@buurt/domain/geo/border.js';
import type { NewIdea } from '@buurt/domain/ideas/idea.js';
import type { IdeaReceipt } from '@buurt/domain/ideas/receipt.js';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { demoBuurten } from '../../packages/demo-site/src/site/corporation.js';
import { HostPage } from './host-page.js';
import { launch, Resident } from './resident.js';
import { RunningServer } from './running-server.js';

/** The buurt of these tests: one of the demo, so that its site shows what is handed in. */
export const [buurt] = demoBuurten;

const { west, south, east, north } = boundsOf(buurt.border);
export const buurtMiddle = { lat: (south + north) / 2, lon: (west + east) / 2 };

/** Hands in an idea as a widget does, without a widget. */
export async function handInAt({ endpoint }: RunningServer, idea: Partial<NewIdea>): Promise<IdeaReceipt> {
  const answer = await fetch(`${endpoint}/buurten/${buurt.code}/ideas`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ title: 'Een idee', story: 'Een verhaal van een buur.', consent: true, ...idea }),
  });
  if (answer.status !== 201) throw new Error(`The idea was not taken: ${await answer.text()}`);
  return (await answer.json()) as IdeaReceipt;
}

/** What a journey needs: the real server, a browser, and the page of a webmaster on another origin. */
export class Stage {
  private constructor(
    readonly server: RunningServer,
    readonly browser: Browser,
    readonly host: HostPage,
  ) {}

  static async open(): Promise<Stage> {
    const host = await new HostPage().open();
    const server = await RunningServer.at({ ALLOWED_ORIGINS: host.origin });
    try {
      await server.start();
      host.serve(server.origin, buurt.code);
      return new Stage(server, await launch(), host);
    } catch (error) {
      await server.remove();
      host.close();
      throw error;
    }
  }

  /** A resident who comes to the page for the first time. */
  async resident(options: BrowserContextOptions = {}): Promise<Resident> {
    this.host.violations.length = 0;
    return Resident.with(this.browser, options);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.host.close();
    await this.server.remove();
  }

  handIn(idea: Partial<NewIdea>): Promise<IdeaReceipt> {
    return handInAt(this.server, idea);
  }

  publish(idea: IdeaReceipt): Promise<string> {
    return this.server.operator('ideas', 'publish', idea.reference);
  }
}
