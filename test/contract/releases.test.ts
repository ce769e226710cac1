import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { keepVersion } from '../../.ci/releases.mjs';

describe('A build of the widgets', () => {
  let dist: string;
  let from: string;
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'buurt-dist-'));
    from = join(dist, '1');
    mkdirSync(join(from, 'chunks'), { recursive: true });
  });
  afterEach(() => rmSync(dist, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(from, name), text);
  function build(hash: string): void {
    write('buurt.js', hash);
    write(`chunks/form-${hash}.js`, hash);
    write(`chunks/form-${hash}.js.map`, hash);
    write('sri.json', JSON.stringify({ 'buurt.js': hash, [`chunks/form-${hash}.js`]: hash }));
    write('sizes.json', JSON.stringify({ widgets: { 'buurt-idea-form': { files: ['buurt.js'] } } }));
  }
  const released = (version: string) => keepVersion({ from, version, isReleased: true });
  const told = () => JSON.parse(readFileSync(join(from, 'release.json'), 'utf8')) as { version: string };

  it('is copied to the folder of its version, without the chunks of earlier ones, and with lines that pin it', () => {
    build('AAAAAAAA');
    assert.equal(released('0.9.0'), '0.9.0');
    build('BBBBBBBB');
    assert.equal(released('0.9.1'), '0.9.1');
    assert.deepEqual(readdirSync(join(dist, '0.9.1', 'chunks')).sort(), [
      'form-BBBBBBBB.js',
      'form-BBBBBBBB.js.map',
    ]);
    assert.equal(readFileSync(join(dist, '0.9.0', 'buurt.js'), 'utf8'), 'AAAAAAAA');
    assert.match(
      readFileSync(join(dist, '0.9.1', 'snippet.html'), 'utf8'),
      /src="https:\/\/buurt\.example\.nl\/dist\/0\.9\.1\/buurt\.js" integrity="BBBBBBBB" crossorigin/,
    );
    assert.equal(told().version, '0.9.1');
  });

  it('never changes a released version, and has no folder between two releases', () => {
    build('AAAAAAAA');
    released('0.9.0');
    build('CCCCCCCC');
    assert.equal(released('0.9.0'), '0.9.0-next');
    assert.equal(readFileSync(join(dist, '0.9.0', 'buurt.js'), 'utf8'), 'AAAAAAAA');
    assert.equal(keepVersion({ from, version: '0.9.1', isReleased: false }), '0.9.1-next');
    assert.equal(told().version, '0.9.1-next');
    assert.equal(existsSync(join(dist, '0.9.1')), false);
    assert.deepEqual(readdirSync(dist).sort(), ['0.9.0', '1']);
  });
});
