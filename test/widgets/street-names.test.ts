import { render, svg } from 'lit';
import { expect } from '@open-wc/testing';
import { streetsPicture, type Rectangle } from '@buurt/core/map/streets.js';

const street = {
  name: 'Kerkpad',
  lines: [
    [
      [10, 300],
      [150, 300],
    ],
  ],
} as const;

function namesWith(reserved: readonly Rectangle[]): readonly string[] {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const toPoint = ({ lat, lon }: { lat: number; lon: number }) => ({ x: lon, y: lat });
  render(
    svg`${streetsPicture([street], { width: 320, height: 320, letterPx: 17.5, toPoint, reserved })}`,
    picture,
  );
  return [...picture.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
}

describe('the names of streets on a drawing', () => {
  it('stand along the street where there is room', () => {
    expect(namesWith([])).to.deep.equal(['Kerkpad']);
    expect(namesWith([{ left: 8, top: 200, right: 84, bottom: 280 }])).to.deep.equal(['Kerkpad']);
  });

  it('are left out where the scale stands', () => {
    expect(namesWith([{ left: 8, top: 288, right: 84, bottom: 320 }])).to.deep.equal([]);
  });
});
