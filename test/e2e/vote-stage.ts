import type { BallotLine } from '@buurt/domain/rounds/ballot.js';
import type { CastBallot } from '@buurt/domain/voting/cast.js';
import { printCode } from '@buurt/domain/rounds/code.js';
import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { nl } from '../../packages/budget-vote/src/budget-vote.messages.js';
import { FaultProxy } from '../faults/proxy.js';
import { HostPage } from './host-page.js';
import { launch, Resident, shown, shows } from './resident.js';
import { VotingServer, type OpenRound } from './voting-server.js';

export { nl };

export const roundPath = /\/rounds\/[\da-f-]{36}$/;
export const minePath = /\/ballots\/mine$/;
export const ballotsPath = /\/ballots$/;

/** A household at the vote of a page, with its letter in hand. */
export class Household {
  readonly vote: Locator;

  constructor(
    readonly resident: Resident,
    readonly code: string,
    page = resident.page,
  ) {
    this.vote = page.locator('buurt-budget-vote');
  }

  /** By what it is called; a browser may put a space before what only a screen reader hears. */
  button(name: string): Locator {
    const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(':', '\\s*:');
    return this.vote.getByRole('button', { name: new RegExp(`^${words}`) });
  }

  get state(): Locator {
    return this.vote.locator('.state');
  }

  heading(name: string): Locator {
    return this.vote.getByRole('heading', { name, exact: true });
  }

  get codeField(): Locator {
    return this.vote.locator('#code');
  }

  add(title: string): Promise<void> {
    return this.button(`${nl.add}: ${title}`).click();
  }

  shows(text: string): Promise<void> {
    return shows(this.vote, text);
  }

  words(): Promise<string> {
    return shown(this.vote);
  }

  /** Chooses a bench and stands before the button that sends it, with the code filled in. */
  async toCheck(...titles: readonly string[]): Promise<void> {
    for (const title of titles.length > 0 ? titles : ['Bankje']) await this.add(title);
    await this.button(nl.choose.check).click();
    await this.codeField.fill(printCode(this.code).toLowerCase());
    await this.vote.getByText(nl.code.good).waitFor();
  }

  send(): Promise<void> {
    return this.vote.locator('[part~="send"]').click();
  }

  /** The vote counts, and the screen that says so has the focus. */
  async counts(withinMs = 15_000): Promise<void> {
    await this.vote.locator('.state.cast, .state.changed').waitFor({ timeout: withinMs });
    for (let looks = 0; looks < 100; looks++) if (await this.hasFocus('.screen-title')) return;
    throw new Error('The focus is not on the title of the last screen.');
  }

  hasFocus(selector: string): Promise<boolean> {
    const focused = (element: Element, wanted: string) =>
      element.shadowRoot?.activeElement?.matches(wanted) ?? false;
    return this.vote.evaluate(focused, selector);
  }
}

/** The real server behind a proxy that breaks things, a webmaster's page, and a browser. */
export class VoteStage {
  /** The round of the household that came last. */
  round: OpenRound = { id: '', buurtCode: '' };

  private constructor(
    readonly server: VotingServer,
    readonly proxy: FaultProxy,
    readonly host: HostPage,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<VoteStage> {
    const host = await new HostPage().open();
    const server = await VotingServer.open(host.origin);
    const proxy = await new FaultProxy().open();
    proxy.before(server.port);
    host.serve(proxy.origin, '');
    return new VoteStage(server, proxy, host, await launch());
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.host.close();
    this.proxy.close();
    await this.server.close();
  }

  /** Somebody with a letter of a new round; all is well until the test says otherwise. */
  async household(options: BrowserContextOptions = {}, attributes = ''): Promise<Household> {
    this.proxy.calm();
    this.round = await this.server.makeRound();
    const { id, buurtCode } = this.round;
    const body = `<h1>Onze buurt</h1>
      <buurt-budget-vote endpoint="${this.proxy.origin}/v1" buurt="${buurtCode}" round="${id}" ${attributes}></buurt-budget-vote>`;
    this.host.content = { body };
    const resident = await Resident.with(this.browser, { viewport: { width: 390, height: 844 }, ...options });
    resident.page.setDefaultTimeout(10_000);
    return new Household(resident, await this.letter());
  }

  letter(): Promise<string> {
    return this.server.letter(this.round.id);
  }

  /** What counts for a household. */
  counted({ code }: Household): Promise<CastBallot | undefined> {
    return this.server.countedFor(this.round.id, code);
  }

  /** The same household votes on another device. */
  castElsewhere({ code }: Household, lines: readonly BallotLine[]): Promise<CastBallot> {
    return this.server.castElsewhere(this.round.id, code, lines);
  }

  endRound(): Promise<void> {
    return this.server.end(this.round.id);
  }

  async visit({ resident }: Household, path = '/'): Promise<void> {
    await resident.page.goto(this.host.origin + path);
  }

  /** Somebody who chose, and stands before the button that sends it. */
  async householdAtCheck(options: BrowserContextOptions = {}, attributes = ''): Promise<Household> {
    const household = await this.household(options, attributes);
    await this.visit(household);
    await household.toCheck();
    return household;
  }
}
