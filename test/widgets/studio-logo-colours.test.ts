import { expect } from '@open-wc/testing';
import { coloursOfImage, ImageProblem, mainColours } from '../../stories/studio/logo-colours.js';

/** So many pixels of each colour: red, green, blue and, unless it is opaque, alpha. */
const pixels = (...some: readonly (readonly [count: number, ...colour: number[]])[]): number[] =>
  some.flatMap(([count, red = 0, green = 0, blue = 0, alpha = 255]) =>
    Array.from({ length: count }, () => [red, green, blue, alpha]).flat(),
  );

describe('The main colours of a logo', () => {
  it('are those that cover most, without the white ground', () => {
    const logo = pixels([900, 255, 255, 255], [60, 0, 80, 160], [40, 230, 50, 40], [5, 0, 0, 0]);
    expect(mainColours(logo)).to.deep.equal(['#0050a0', '#e63228']);
  });

  it('are counted with the shades beside them', () => {
    const logo = pixels([30, 0, 80, 160], [25, 2, 84, 166], [40, 230, 50, 40]);
    expect(mainColours(logo)).to.deep.equal(['#0050a0', '#e63228']);
  });

  it('are not what one cannot see, nor a few pixels along an edge', () => {
    const logo = pixels([500, 0, 255, 0, 40], [500, 0, 80, 160], [3, 230, 50, 40]);
    expect(mainColours(logo)).to.deep.equal(['#0050a0']);
  });

  it('are black and grey when the logo has nothing else', () => {
    expect(mainColours(pixels([50, 255, 255, 255], [20, 0, 0, 0], [10, 120, 120, 120]))).to.deep.equal([
      '#000000',
      '#787878',
    ]);
    expect(mainColours(pixels([50, 255, 255, 255]))).to.deep.equal([]);
    expect(mainColours([])).to.deep.equal([]);
  });

  it('are no more than asked for', () => {
    const logo = pixels([9, 255, 0, 0], [8, 0, 160, 0], [7, 0, 0, 255], [6, 255, 200, 0]);
    expect(mainColours(logo, 3)).to.have.length(3);
  });
});

const draw = (type: string): Promise<Blob> => {
  const canvas = new OffscreenCanvas(400, 200);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 400, 200);
  context.fillStyle = '#0050a0';
  context.fillRect(40, 40, 160, 120);
  return canvas.convertToBlob({ type });
};

describe('An image', () => {
  it('gives its colours as a PNG', async () => {
    expect(await coloursOfImage(await draw('image/png'))).to.deep.equal(['#0050a0']);
  });

  it('gives its colours as a JPEG, near enough', async () => {
    const [colour, ...others] = await coloursOfImage(await draw('image/jpeg'));
    expect(colour).to.match(/^#0[0-4][45][\da-f][9a][\da-f]$/);
    expect(others).to.deep.equal([]);
  });

  it('gives its colours as an SVG, also one without a size', async () => {
    const svg = (size: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" ${size}><rect width="9" height="9" fill="#0050a0"/></svg>`;
    for (const size of ['width="40" height="40"', ''])
      expect(await coloursOfImage(new Blob([svg(size)], { type: 'image/svg+xml' }))).to.deep.equal([
        '#0050a0',
      ]);
  });

  for (const [why, blob] of [
    ['of another kind', new Blob(['%PDF'], { type: 'application/pdf' })],
    ['that is broken', new Blob(['no picture'], { type: 'image/png' })],
  ] as const)
    it(`${why} is told of in words`, async () => {
      const problem = await coloursOfImage(blob).catch((error: unknown) => error);
      expect(problem).to.be.instanceOf(ImageProblem);
    });
});
