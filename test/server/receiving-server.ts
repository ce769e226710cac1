import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly source: string;
}

/** What is done at the end of a mail; `answer` says that the server has it, or why it does not take it. */
type AtEnd = (answer: (refusal?: Error) => void, mail: ReceivedMail) => void | Promise<void>;

/** What is done when somebody is named as sender or reader; `answer` says that this is fine, or why it is not. */
type AtAddress = (answer: (refusal?: Error) => void, address: string) => void;

/** An answer of a mail server by its number: 4xx may pass, 5xx will not. */
export const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

const messageIdIn = (source: string) => /^message-id: (\S+)$/im.exec(source)?.[1] ?? '';

/** A mail server that keeps what it is given, unless a test has it answer otherwise. */
export class ReceivingServer {
  /** All mails that came to their end, also those that were not answered. */
  readonly received: ReceivedMail[] = [];
  atSender: AtAddress = (answer) => answer();
  atReader: AtAddress = (answer) => answer();
  atEnd: AtEnd = (answer) => answer();
  #heard = () => {};
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1,
    onMailFrom: ({ address }, _, done) => this.atSender(done, address),
    onRcptTo: ({ address }, _, done) => this.atReader(done, address),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const source = Buffer.concat(parts).toString();
        const mail = { to: envelope.rcptTo[0]!.address, messageId: messageIdIn(source), source };
        this.received.push(mail);
        void this.atEnd(done, mail);
        this.#heard();
      });
    },
  });

  static async listen(): Promise<ReceivingServer> {
    const receiving = new ReceivingServer();
    // Whoever is killed says no goodbye.
    receiving.#server.on('error', () => {});
    receiving.#server.listen(0, '127.0.0.1');
    await once(receiving.#server.server, 'listening');
    return receiving;
  }

  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${String(port)}`;
  }

  /** Whom it got mails for, in alphabetical order. */
  get readers(): string[] {
    return this.received.map(({ to }) => to).toSorted();
  }

  /** Resolves when what came is enough. */
  async until(isEnough: (received: readonly ReceivedMail[]) => boolean): Promise<void> {
    while (!isEnough(this.received)) await new Promise<void>((heard) => (this.#heard = heard));
  }

  close(): Promise<void> {
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}
