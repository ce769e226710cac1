import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { dropOldChunks, makeRoom } from '../../.ci/earlier-chunks.mjs';

const daysFrom = (start: Date, days: number) => new Date(start.getTime() + days * 86_400_000);
const first = new Date('2026-11-01T10:00:00Z');

describe('A build into a folder with an earlier one', () => {
  let dir: string;
  const chunks = () => readdirSync(join(dir, 'chunks')).sort();
  /** A build that writes one chunk and what stands beside it. */
  function build(hash: string, at: Date): void {
    makeRoom(dir, at);
    mkdirSync(join(dir, 'chunks'), { recursive: true });
    const name = `chunks/shared-${hash}.js`;
    for (const file of [name, `${name}.br`]) {
      writeFileSync(join(dir, file), hash);
      utimesSync(join(dir, file), at, at);
    }
    writeFileSync(join(dir, 'buurt.js'), hash);
    writeFileSync(join(dir, 'sri.json'), JSON.stringify({ 'buurt.js': '', [name]: '' }));
    dropOldChunks(dir, ['buurt.js', name], at);
  }
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'buurt-dist-'))));
  afterEach(() => rmSync(dir, { recursive: true }));

  it('keeps the chunks that open pages still ask for, for thirty days after they were replaced', () => {
    build('aaaa', first);
    build('bbbb', daysFrom(first, 100));
    assert.deepEqual(chunks(), [
      'shared-aaaa.js',
      'shared-aaaa.js.br',
      'shared-bbbb.js',
      'shared-bbbb.js.br',
    ]);
    build('cccc', daysFrom(first, 129));
    assert.equal(chunks().includes('shared-aaaa.js'), true);
    build('dddd', daysFrom(first, 131));
    assert.deepEqual(
      chunks().filter((name) => name.endsWith('.js')),
      ['shared-bbbb.js', 'shared-cccc.js', 'shared-dddd.js'],
    );
  });

  it('keeps nothing else of it', () => {
    writeFileSync(join(dir, 'licences.txt'), 'old');
    build('aaaa', first);
    assert.deepEqual(readdirSync(dir).sort(), ['buurt.js', 'chunks', 'sri.json']);
  });
});
