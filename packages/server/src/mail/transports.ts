import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import type { Clock } from '../clock.js';
import type { Mail } from './mail-texts.js';

/** Hands a mail over; rejects when it was not taken, with what {@link classifyMailFailure} reads. */
export type MailTransport = (mail: Mail) => Promise<void>;

/** What a mail server says with an error; see the errors of nodemailer. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  /** The number of the answer (RFC 5321 §4.2): 4xx may pass, 5xx will not. */
  readonly responseCode?: number;
  readonly response?: string;
  /** Which time was over. */
  readonly timeoutType?: string;
}

/** Why a mail was not taken. */
export interface MailFailure {
  /** No server answered, so others need not be tried now; one that stops in the middle of a mail may take the next. */
  readonly unreachable: boolean;
  /** The server does not want this mail at this address, now or later. */
  readonly final: boolean;
  /** In words for an operator, without addresses. */
  readonly reason: string;
}

const withoutAddresses = (text: string) => text.replaceAll(/[^\s<>@]{1,64}@[^\s<>@]{1,255}/g, '(address)');

/** Kept as the reason why a mail waits: its server stopped in the middle. */
export const heldUp = 'The mail server began to answer and then took too long.';
/** Kept as that reason when it never came to a mail server. */
export const cannotBeMade = 'This mail could not be made: see the log of the server.';

/** Sorts what went wrong. A login or sender that is refused is for the operator to mend: the mail waits. */
export function classifyMailFailure(error: unknown): MailFailure {
  const { code = '', command = '', responseCode = 0, response, timeoutType } = error as SmtpError;
  const isRefused = responseCode >= 500 && responseCode < 600;
  const isHeldUp = code === 'EABORT' || timeoutType === 'SOCKET_TIMEOUT';
  return {
    unreachable: responseCode === 0 && !isHeldUp && code !== 'EENVELOPE' && code !== 'EMESSAGE',
    final: isRefused && (command === 'RCPT TO' || command === 'DATA'),
    reason: isHeldUp ? heldUp : withoutAddresses(response ?? (code || 'no answer')).slice(0, 300),
  };
}

/** A mail with its sender and reader as objects: a text would be read as a list of addresses. */
function messageFrom({ to, fromName, ...mail }: Mail, from: string): SendMailOptions {
  const [own] = addressparser(from, { flatten: true });
  return {
    ...mail,
    to: { name: '', address: to },
    from: own ? { name: fromName || own.name, address: own.address } : from,
  };
}

/** How long a mail server may take. */
export interface SmtpLimits {
  /** Until it greets. */
  readonly greetingMs: number;
  /** Between its answers: some look for viruses before they take a mail, and one that we leave then comes twice. */
  readonly silenceMs: number;
  /** For a whole mail, whatever it says meanwhile; less than the time after which another server takes the mail. */
  readonly mailMs: number;
}

const usualLimits: SmtpLimits = { greetingMs: 10_000, silenceMs: 60_000, mailMs: 120_000 };

const connectTo = (url: string, { greetingMs, silenceMs }: SmtpLimits = usualLimits) =>
  createTransport({
    url,
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    dnsTimeout: greetingMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** Connects to a mail server and logs in, without a mail; rejects with what {@link classifyMailFailure} reads. */
export async function checkSmtp(url: string): Promise<void> {
  const { greetingMs } = usualLimits;
  await connectTo(url, { ...usualLimits, silenceMs: greetingMs }).verify();
}

/** A mail server. */
export function smtpTransport(url: string, from: string, limits: SmtpLimits = usualLimits): MailTransport {
  const transport = connectTo(url, limits);
  return async (mail) => {
    await transport.sendMail({ ...messageFrom(mail, from), signal: AbortSignal.timeout(limits.mailMs) });
  };
}

const keptMs = 7 * 24 * 60 * 60 * 1000;

/** Erases mails in a folder that are older than a week, as the mails themselves say. */
export async function eraseOldMails(folder: string, at: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith('.eml') || each.endsWith('.part'))) {
    const { mtimeMs } = await stat(join(folder, name));
    if (at.getTime() - mtimeMs > keptMs) await rm(join(folder, name), { force: true });
  }
}

/** A folder in which each mail becomes a file, for who has no mail server. */
export function folderTransport(folder: string, from: string, clock: Clock): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (mail) => {
    const { message } = await transport.sendMail(messageFrom(mail, from));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const moment = clock().toISOString().replaceAll(':', '-');
    const name = join(folder, `${moment}-${randomUUID().slice(0, 8)}`);
    await writeFile(`${name}.part`, message as Buffer, { mode: 0o600 });
    await rename(`${name}.part`, `${name}.eml`);
  };
}
