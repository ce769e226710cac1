import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createApp } from '../../packages/server/src/app.js';
import { makerPagePath } from '../../packages/server/src/embed/maker-page.js';
import { serve, type Serving } from '../../packages/server/src/http/serve.js';
import type { Mail } from '../../packages/server/src/mail/mail-texts.js';
import { sendDueMails } from '../../packages/server/src/mail/mail-sender.js';
import { openPhotos, type Photos } from '../../packages/server/src/photos/photos.js';
import { closeDueRounds } from '../../packages/server/src/rounds/rounds.queries.js';
import { deriveSecrets } from '../../packages/server/src/secrets/secrets.js';
import type { Store } from '../../packages/server/src/db/open.js';
import { OperatorOnStage } from '../server/operator-stage.js';
import { addBuurt, buurtCode, codeCost, openEmptyStore, secret } from '../server/stage.js';

const widgets = fileURLToPath(new URL('../../dist', import.meta.url));
const betweenLooksMs = 500;

/** The real server on a store of the tests, with a buurt in it, a post office that keeps every mail, and its own clock. */
export class Neighbourhood {
  readonly mails: Mail[] = [];
  #seen = 0;
  #isOpen = true;
  #work = Promise.resolve();

  private constructor(
    readonly store: Store,
    readonly photos: Photos,
    readonly serving: Serving,
    readonly operator: OperatorOnStage,
    readonly origin: string,
  ) {}

  /** @param site whose pages may use the server, and to whose pages mails may lead */
  static async open(site: string): Promise<Neighbourhood> {
    const [store, photos] = [await openEmptyStore(), openPhotos()];
    await addBuurt(store, { settings: { moderated: true, organisation: { name: 'De Wetering' } } });
    let ready: (app: ReturnType<typeof createApp>) => void = () => {};
    const serving = await serve(new Promise((resolve) => (ready = resolve)), 0, 'localhost');
    const origin = `http://localhost:${String(serving.port)}`;
    ready(
      createApp({
        ...{ store, photos, secret, codeCost, widgets, publicUrl: origin, allowedOrigins: [site] },
        requestsPerMinute: 1_000_000,
      }),
    );
    const operator = await OperatorOnStage.enter(store);
    const neighbourhood = new Neighbourhood(store, photos, serving, operator, origin);
    neighbourhood.#work = neighbourhood.#keepWorking(site);
    return neighbourhood;
  }

  get endpoint(): string {
    return `${this.origin}/v1`;
  }

  /** What a server does by itself: it closes rounds when their time has come, and sends mails. */
  async #keepWorking(site: string): Promise<void> {
    const post = {
      ...{ store: this.store, secrets: deriveSecrets(secret), publicUrl: this.origin },
      makerPage: `${this.origin}/${makerPagePath}`,
      sites: new Set([site, this.origin]),
      carry: (mail: Mail) => Promise.resolve(void this.mails.push(mail)),
    };
    while (this.#isOpen) {
      await closeDueRounds(this.store);
      await sendDueMails(post, new Date());
      await pause(betweenLooksMs);
    }
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#work;
    await this.operator.leave();
    await this.serving.stop();
    await this.photos.close();
    await this.store.close();
  }

  /** The next mail to this address that nobody looked at; it may still be on its way. */
  async mailTo(address: string): Promise<Mail> {
    for (let looks = 0; looks < 300; looks++) {
      const at = this.mails.findIndex(({ to }, index) => index >= this.#seen && to === address);
      if (at >= 0) {
        const [mail] = this.mails.splice(at, 1);
        this.mails.splice(this.#seen++, 0, mail!);
        return mail!;
      }
      await pause(100);
    }
    throw new Error(`There is no mail to ${address}.`);
  }

  /** Who got a mail at which nobody looked yet, in the order of the alphabet. */
  async unread(): Promise<string[]> {
    await pause(3 * betweenLooksMs);
    return this.mails.slice(this.#seen).map(({ to, subject }) => `${to}: ${subject}`);
  }

  /** What the operator types after `buurt`; gives what it prints. */
  async operates(...words: string[]): Promise<string> {
    const { exitCode, out, err } = await this.operator.types(...words);
    if (exitCode !== 0) throw new Error(`buurt ${words.join(' ')} ended with ${String(exitCode)}: ${err}`);
    return out;
  }

  /** The moment comes at which a round closes by itself. */
  async timeIsUp(roundId: string): Promise<void> {
    await sql`update round set closes_at = now() where id = ${roundId}::uuid`.execute(this.store.db);
    while ((await this.read(`/rounds/${roundId}`)).phase !== 'closed') await pause(100);
  }

  /** The answer to a GET, which must be JSON and 200. */
  async read(path: string): Promise<any> {
    const answer = await fetch(`${this.endpoint}${path}`);
    if (!answer.ok) throw new Error(`GET ${path} gave ${String(answer.status)}: ${await answer.text()}`);
    return answer.json();
  }

  /** Another idea with a cost, that staff placed on the site. */
  async publishIdea({ title, costCents }: { title: string; costCents: number }): Promise<void> {
    const answer = await fetch(`${this.endpoint}/buurten/${buurtCode}/ideas`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify({
        ...{ title, story: 'Het klatert, en het is fris in de zomer.', consent: true },
        cost: { minCents: costCents, maxCents: costCents },
      }),
    });
    const { id } = (await answer.json()) as { id: string };
    await this.operates('ideas', 'publish', id);
  }

  /** Somebody with a letter votes on a device of their own. */
  async cast(round: { id: string; rulesHash: string }, code: string, proposalIds: string[]): Promise<void> {
    const lines = proposalIds.map((proposalId) => ({ proposalId }));
    const answer = await fetch(`${this.endpoint}/rounds/${round.id}/ballots`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify({ code, rulesHash: round.rulesHash, lines, channel: 'online' }),
    });
    if (!answer.ok) throw new Error(`A vote gave ${String(answer.status)}: ${await answer.text()}`);
  }
}
