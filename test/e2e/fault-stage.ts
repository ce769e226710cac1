import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { FaultProxy } from '../faults/proxy.js';
import { IdeaForm } from './form.js';
import { HostPage } from './host-page.js';
import { launch, Resident } from './resident.js';
import { RunningServer } from './running-server.js';
import { buurt } from './stage.js';
import { nl } from './words.js';

export const settingsPath = /\/settings$/;
export const ideasPath = /\/ideas$/;
export const photosPath = /\/photos$/;

/** A resident at the form of a page, with something in hand to tell his idea from all others. */
export interface Visitor {
  readonly resident: Resident;
  readonly form: IdeaForm;
  readonly title: string;
}

/** The real server behind a proxy that breaks things, a webmaster's page, and a browser. */
export class FaultStage {
  private constructor(
    readonly server: RunningServer,
    readonly proxy: FaultProxy,
    readonly host: HostPage,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<FaultStage> {
    const host = await new HostPage().open();
    const proxy = await new FaultProxy().open();
    const server = await RunningServer.at({ ALLOWED_ORIGINS: host.origin, REQUESTS_PER_MINUTE: '6000' });
    await server.start();
    proxy.before(server.port);
    host.serve(proxy.origin, buurt.code);
    return new FaultStage(server, proxy, host, await launch());
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.host.close();
    this.proxy.close();
    await this.server.remove();
  }

  /** Somebody comes to the page; all is well until the test says otherwise. */
  async visitor(options: BrowserContextOptions = {}, attributes = ''): Promise<Visitor> {
    this.proxy.calm();
    this.host.show(attributes);
    const resident = await Resident.with(this.browser, { viewport: { width: 390, height: 844 }, ...options });
    return { resident, form: new IdeaForm(resident.page), title: `Bankje ${randomUUID().slice(0, 8)}` };
  }

  /** Somebody who filled in an idea and stands before the button that sends it. */
  async visitorAtPreview(options: BrowserContextOptions = {}, attributes = ''): Promise<Visitor> {
    const visitor = await this.visitor(options, attributes);
    await visitor.resident.visit(this.host);
    await visitor.form.fill({ title: visitor.title });
    return visitor;
  }

  /** How many ideas with this title the server has. */
  async taken({ title }: Visitor): Promise<number> {
    const list = await this.server.ask('ideas', 'list', '--limit', '1000');
    return list.split('\n').filter((line) => line.includes(title)).length;
  }
}

export const send = ({ form }: Visitor): Promise<void> => form.button(nl.preview.send).click();

async function hasFocus({ form }: Visitor, selector: string): Promise<void> {
  const focused = (element: Element, wanted: string) =>
    element.shadowRoot?.activeElement?.matches(wanted) ?? false;
  for (let looks = 0; looks < 100; looks++) if (await form.element.evaluate(focused, selector)) return;
  throw new Error(`The focus is not on ${selector}.`);
}

/** The end page, within so long; it has the focus, so that a screen reader reads it. */
export async function isSent(visitor: Visitor, withinMs = 15_000): Promise<void> {
  await visitor.form.heading(nl.sent.title).waitFor({ timeout: withinMs });
  await hasFocus(visitor, '.screen-title');
}

/** What the resident is told when it did not work, once it is there; it has the focus. */
export async function told(visitor: Visitor, withinMs = 15_000): Promise<string> {
  const message = visitor.form.element.locator('.failure, .error-summary').first();
  await message.waitFor({ timeout: withinMs });
  await hasFocus(visitor, '.failure, .error-summary');
  return message.innerText();
}

/** What was filled in stands on the screen. */
export const isKept = ({ form, title }: Visitor): Promise<boolean> =>
  form.element.getByText(title).isVisible();

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Photos from the device, not from its camera. */
export const chooseFiles = ({ form }: Visitor, ...files: ChosenFile[]): Promise<void> =>
  form.element.locator('input[type=file]:not([capture])').setInputFiles(files);
