import sharp from 'sharp';

/** A file as a resident picks it. */
export interface Photograph {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A photo as a telephone makes it: large, turned on its side, and with in it where it was taken and by whom. */
export async function telephonePhoto(name: string, colour: string): Promise<Photograph> {
  const [width, height] = [2400, 1800];
  const sun = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="700" cy="600" r="300" fill="#f6c453"/></svg>`,
  );
  const buffer = await sharp({ create: { width, height, channels: 3, background: colour } })
    .composite([{ input: sun }])
    .withExif({
      IFD0: { Make: 'Telefoon van Samira', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 6/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '5/1 12/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}
