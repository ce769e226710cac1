import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail } from './words.js';

/** Hands a mail over; rejects when it was not taken. */
export type Carrier = (mail: Mail) => Promise<void>;

/** A mail server. */
export function overSmtp(url: string, from: string): Carrier {
  const transport = createTransport(url);
  return async (mail) => {
    await transport.sendMail({ ...mail, from, disableFileAccess: true, disableUrlAccess: true });
  };
}

/** A folder in which each mail becomes a file, for who has no mail server. */
export function intoFolder(folder: string, from: string): Carrier {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (mail) => {
    const { message } = await transport.sendMail({ ...mail, from });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const moment = new Date().toISOString().replaceAll(':', '-');
    const name = join(folder, `${moment}-${randomUUID().slice(0, 8)}`);
    await writeFile(`${name}.part`, message as Buffer, { mode: 0o600 });
    await rename(`${name}.part`, `${name}.eml`);
  };
}
