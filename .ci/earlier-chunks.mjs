// Chunks of earlier builds stay in `dist/` for a while: a page that was open before an update, or that has the old loader in
// its cache, still asks for them by their old names.
import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Empties the folder but for its chunks, and writes down that those of the last build are replaced now. */
export function makeRoom(dir, now = new Date()) {
  if (!existsSync(dir)) return;
  const list = join(dir, 'sri.json');
  const last = existsSync(list) ? Object.keys(JSON.parse(readFileSync(list, 'utf8'))) : [];
  for (const name of last.filter((each) => each.startsWith('chunks/')))
    for (const file of [name, `${name}.br`].map((each) => join(dir, each)))
      if (existsSync(file)) utimesSync(file, now, now);
  for (const name of readdirSync(dir))
    if (name !== 'chunks') rmSync(join(dir, name), { recursive: true, force: true });
}

/** Takes away what was replaced so long ago that nobody asks for it; `names` are the files of this build. */
export function dropOldChunks(dir, names, now = new Date()) {
  const chunks = join(dir, 'chunks');
  if (!existsSync(chunks)) return;
  for (const file of readdirSync(chunks)) {
    const isOurs = names.includes(`chunks/${file.replace(/\.br$/, '')}`);
    const path = join(chunks, file);
    if (!isOurs && now.getTime() - statSync(path).mtimeMs > keptMs) rmSync(path);
  }
}
