import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseEmbedParams } from '../../packages/server/src/embed/embed-params.js';

interface Declaration {
  tagName: string;
  attributes: { name: string }[];
}

const manifest = new URL('../../dist/1/custom-elements.json', import.meta.url);
const { modules } = JSON.parse(readFileSync(manifest, 'utf8')) as {
  modules: { declarations: Declaration[] }[];
};
const widgets = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName !== 'buurt-provider');

/** The server says these itself, or they would lead away from it or from the frame. */
const notForFrames = [
  ...['endpoint', 'address-endpoint', 'detail-href'],
  ...['structured-data', 'tiles', 'tiles-attribution'],
];

describe('The address of a frame', () => {
  for (const { tagName, attributes } of widgets)
    it(`takes every attribute of ${tagName} that does not lead out of the frame`, () => {
      const query = new URLSearchParams(attributes.map(({ name }) => [name, '1']));
      const parsed = parseEmbedParams(tagName.replace('buurt-', ''), query);
      assert.ok('wrong' in parsed);
      const names = attributes.map(({ name }) => name);
      assert.deepEqual(
        parsed.wrong,
        names.filter((name) => notForFrames.includes(name)),
      );
    });
});
