import type { Clock } from '../clock.js';
import { logError, logLine } from '../log.js';
import { defaultMailsPerHour } from './limits.js';
import { countSent, putOff, sentThisHour, takeDueMail, type TakenMail } from './mailer.queries.js';
import { prepareMail, type MailContext, type PreparedMail } from './prepare-mail.js';
import { nextAllowed } from './quiet-hours.js';
import { cannotBeMade, classifyMailFailure, type MailFailure, type MailTransport } from './transports.js';

/** What sending needs. */
export interface Mailer extends MailContext {
  readonly carry: MailTransport;
  /** So many mails go out in an hour at most, those to confirm first. */
  readonly mailsPerHour?: number;
  /** Whether what is not urgent waits for the morning: see {@link nextAllowed}. */
  readonly keepsQuietHours?: boolean;
}

/** So many mails are on their way at the same time. */
export const mailsAtOnce = 5;
const restMs = 60_000;

/** What came of a mail; `kept`: it was not offered to a mail server. */
type Outcome = 'sent' | 'refused' | 'unreachable' | 'kept';

const unmade: MailFailure = { unreachable: false, final: false, reason: cannotBeMade };

/**
 * Sends mails, some at the same time, so that a mail server that hangs over one does not hold up the others. A mail goes out once, or
 * twice when this server stops before it kept that the mail server took it; one that is not taken comes again later and later,
 * for two days.
 */
export class MailSender {
  readonly #mailer: Mailer;
  /** One mail is taken after the other, so that those on their way keep to the number of an hour. */
  #taking: Promise<unknown> = Promise.resolve();
  #onTheirWay = 0;
  /** So many mails in a row got no answer. */
  #unanswered = 0;
  #restsUntil = -Infinity;
  /** What a mail server took, while the database did not take that it did: not sent again by this process. */
  readonly #unnoted = new Map<string, () => Promise<void>>();

  constructor(mailer: Mailer) {
    this.#mailer = mailer;
  }

  /**
   * Sends what is due, one mail after the other, until nothing is or no mail server answers. It is called as often as mails may be
   * on their way at once.
   * @param stopping ends it after the mail that is on its way
   * @returns how many were sent
   */
  async sendDue(clock: Clock, stopping?: AbortSignal): Promise<number> {
    let sent = 0;
    while (!stopping?.aborted) {
      const at = clock();
      const row = await this.#takeInTurn(at);
      if (!row) break;
      try {
        const outcome = await this.#send(row, at);
        this.#heard(outcome, at);
        if (outcome === 'unreachable') break;
        if (outcome === 'sent') sent += 1;
      } finally {
        this.#onTheirWay -= 1;
      }
    }
    return sent;
  }

  #takeInTurn(at: Date): Promise<TakenMail | undefined> {
    const taken = this.#taking.then(() => this.#take(at));
    this.#taking = taken.catch(() => undefined);
    return taken;
  }

  async #take(at: Date): Promise<TakenMail | undefined> {
    const { store, mailsPerHour = defaultMailsPerHour, keepsQuietHours = false } = this.#mailer;
    if (at.getTime() < this.#restsUntil) return undefined;
    if ((await sentThisHour(store, at)) + this.#onTheirWay >= mailsPerHour) return undefined;
    const row = await takeDueMail(store, at, keepsQuietHours && nextAllowed(at) > at);
    if (row) this.#onTheirWay += 1;
    return row;
  }

  /** When none of as many mails as go at once got an answer, the mail server is away: all wait a minute. */
  #heard(outcome: Outcome, at: Date): void {
    if (outcome === 'kept') return;
    this.#unanswered = outcome === 'unreachable' ? this.#unanswered + 1 : 0;
    if (this.#unanswered >= mailsAtOnce) this.#restsUntil = at.getTime() + restMs;
  }

  async #send(row: TakenMail, at: Date): Promise<Outcome> {
    const { store, carry } = this.#mailer;
    const unnoted = this.#unnoted.get(row.id);
    if (unnoted) {
      await this.#note(row.id, unnoted);
      return 'kept';
    }
    let prepared: PreparedMail | undefined;
    try {
      prepared = await prepareMail(this.#mailer, row, at);
    } catch (error) {
      logError(`Mail ${row.id} could not be made`, error);
      await putOff(store, row, unmade, at);
      return 'kept';
    }
    if (!prepared) return 'kept';
    try {
      await carry(prepared.mail);
    } catch (error) {
      const failure = classifyMailFailure(error);
      logLine(`Mail ${row.id} was not taken: ${failure.reason}`);
      await prepared.undo?.();
      await putOff(store, row, failure, at);
      return failure.unreachable ? 'unreachable' : 'refused';
    }
    await this.#note(row.id, () => prepared.noteSent());
    await countSent(store, at);
    return 'sent';
  }

  async #note(id: string, noteSent: () => Promise<void>): Promise<void> {
    this.#unnoted.set(id, noteSent);
    await noteSent();
    this.#unnoted.delete(id);
  }
}

/** Sends what is due at a moment; resolves to how many were sent. */
export async function sendDueMails(mailer: Mailer, at: Date): Promise<number> {
  const sender = new MailSender(mailer);
  const sent = await Promise.all(Array.from({ length: mailsAtOnce }, () => sender.sendDue(() => at)));
  return sent.reduce((sum, each) => sum + each, 0);
}
