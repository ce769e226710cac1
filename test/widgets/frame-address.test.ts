import { expect } from '@open-wc/testing';
import { withSearch } from '../../packages/embed-tools/src/frame/messages.js';

describe('the address of a page around a frame', () => {
  it('keeps its host, its path and what stands behind the #, also where the path begins with two slashes', () => {
    const next = withSearch('https://site.example//stem?a=1&initiatieven-q=x#plek', 'initiatieven-q=bank');
    expect(next.href).to.equal('https://site.example//stem?a=1&initiatieven-q=bank#plek');
  });
});
