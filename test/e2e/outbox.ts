import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The mails that lie ready in the folder of a server, oldest first, with their long lines made whole. */
async function mailsIn(folder: string): Promise<string[]> {
  const outbox = join(folder, 'outbox');
  const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const mails = names.toSorted().map((name) => readFile(join(outbox, name), 'utf8'));
  return (await Promise.all(mails)).map((mail) => mail.replaceAll(/=\n|\n(?=[ \t])/g, ''));
}

/** A mail that lies ready, or will within 15 seconds: the first is 0. */
export async function mailIn(folder: string, number: number): Promise<string> {
  for (let looks = 0; looks < 150; looks++) {
    const found = (await mailsIn(folder))[number];
    if (found) return found;
    await pause(100);
  }
  throw new Error(`There is no mail ${String(number)}.`);
}
