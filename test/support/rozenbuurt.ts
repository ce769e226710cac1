type Position = [lon: number, lat: number];

const feature = (geometry: object, properties: object) => ({ type: 'Feature', properties, geometry });

const outline: Position[] = [
  [4.885, 52.368],
  [4.8895, 52.3672],
  [4.8952, 52.3689],
  [4.8961, 52.3722],
  [4.8915, 52.3741],
  [4.8862, 52.3728],
  [4.885, 52.368],
];
const geometry = { type: 'MultiPolygon', coordinates: [[outline]] };

/** The border of the buurt of the stories. */
export const rozenbuurtBorder = feature(geometry, { code: 'BU0363AA01', name: 'Rozenbuurt' });

const moved = (east: number, north: number, scale = 1): object => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      outline.map(([lon, lat]) => [
        4.885 + (lon - 4.885) * scale + east,
        52.368 + (lat - 52.368) * scale + north,
      ]),
    ],
  ],
});

const area = (id: string, name: string, initiativeCount: number, shape: object) => ({
  id,
  ...feature(shape, { code: id, name, initiativeCount }),
});

/** The buurt, and others that a card can show beside it. */
export const areas = [
  area('BU0363AA01', 'Rozenbuurt', 8, geometry),
  area('BU0363AA02', 'Tulpenkwartier', 3, moved(0.0115, 0.001)),
  area('BU0363AA03', 'Havenkant', 0, moved(0.0021, -0.0068, 0.9)),
  area('BU0363AA04', 'Oude Dorp', 14, moved(-0.011, -0.0012, 0.95)),
];

const street = (name: string, ...line: Position[]) =>
  feature({ type: 'LineString', coordinates: line }, { kind: 'street', name });

const streets = [
  street('Rozenstraat', [4.8846, 52.3712], [4.8905, 52.3716], [4.8972, 52.3705]),
  street('Tulpstraat', [4.8848, 52.3692], [4.8902, 52.3688], [4.896, 52.3696]),
  street('Kerkpad', [4.8928, 52.3668], [4.8934, 52.3694], [4.8927, 52.3745]),
  street('Lindelaan', [4.8872, 52.367], [4.888, 52.3715], [4.8876, 52.3748]),
  street('Rozenplein', [4.888, 52.3702], [4.8931, 52.3704]),
  street('Schoolstraat', [4.8878, 52.3728], [4.8928, 52.373]),
  street('Zuiderkade', [4.883, 52.3674], [4.8893, 52.3664], [4.8975, 52.3682]),
  street('Bloemhof', [4.8905, 52.3716], [4.8909, 52.373]),
  street('Steeg', [4.895, 52.371], [4.8952, 52.373]),
];

/** What lies around the buurt. */
export const surroundings = {
  type: 'FeatureCollection',
  features: [
    ...areas
      .slice(1)
      .map(({ properties, geometry: shape }) => feature(shape, { kind: 'buurt', ...properties })),
    ...streets,
  ],
};
