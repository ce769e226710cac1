/** The parts of which the scenes are drawn: SVG as text, on a canvas of 1600 × 1067. */
export const colours = {
  sky: '#d9eef2',
  evening: '#2b3a67',
  cream: '#fdf3e0',
  grass: '#7fb069',
  deepGrass: '#5d9450',
  leaf: '#3f7d58',
  darkLeaf: '#2c5f48',
  lime: '#a7c957',
  brick: '#c8553d',
  deepBrick: '#a63f2d',
  sand: '#e9d8a6',
  path: '#ddcbb0',
  wood: '#a26b45',
  darkWood: '#6f4630',
  water: '#6fb7c9',
  lightWater: '#a9d9e2',
  sun: '#f7b538',
  red: '#d8513f',
  blue: '#2f6690',
  pink: '#ee9480',
  white: '#fffaf0',
  ink: '#22333b',
  slate: '#56657a',
} as const;

const c = colours;

export const circle = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
export const box = (x: number, y: number, width: number, height: number, fill: string, round = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
export const shape = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
export const line = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
export const at = (x: number, y: number, scale: number, parts: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${parts}</g>`;

export const canvas = (top: string, bottom: string, ...parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1067" width="1600" height="1067"><defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="1600" height="1067" fill="url(#sky)"/>${parts.join('')}</svg>`;

export const sun = (x: number, y: number, r = 90) =>
  circle(x, y, r * 1.5, '#fbd98a66') + circle(x, y, r, c.sun);

export const cloud = (x: number, y: number, scale = 1) =>
  at(
    x,
    y,
    scale,
    ellipse(0, 0, 110, 38, '#ffffffcc') +
      circle(-35, -25, 45, '#ffffffcc') +
      circle(35, -30, 55, '#ffffffcc'),
  );

/** Rolling ground from height `y` down. */
export const ground = (y: number, fill: string, wave = 40) =>
  shape(
    `M0 ${y} C400 ${y - wave} 700 ${y + wave} 1100 ${y - wave / 3} S1500 ${y - wave} 1600 ${y} V1067 H0Z`,
    fill,
  );

export const tree = (x: number, y: number, scale = 1, leaf: string = c.leaf, light: string = c.grass) =>
  at(
    x,
    y,
    scale,
    ellipse(0, 4, 90, 16, '#00000018') +
      shape('M-16 0 C-10 -80 -12 -140 -14 -190 H14 C12 -140 12 -80 18 0Z', c.darkWood) +
      line('M0 -150 L46 -214', c.darkWood, 12) +
      circle(-62, -232, 78, leaf) +
      circle(62, -240, 84, leaf) +
      circle(0, -310, 98, leaf) +
      circle(-22, -330, 58, `${light}88`) +
      circle(58, -268, 36, `${light}77`),
  );

export const bush = (x: number, y: number, scale = 1, leaf: string = c.leaf) =>
  at(
    x,
    y,
    scale,
    circle(-46, -30, 44, leaf) +
      circle(10, -46, 56, leaf) +
      circle(60, -28, 42, leaf) +
      box(-90, -26, 192, 28, leaf, 14),
  );

export const flower = (x: number, y: number, colour: string, scale = 1) =>
  at(
    x,
    y,
    scale,
    line('M0 0 V-46', c.darkLeaf, 6) +
      [0, 72, 144, 216, 288]
        .map((turn) => `<g transform="rotate(${turn} 0 -56)">${ellipse(0, -70, 9, 14, colour)}</g>`)
        .join('') +
      circle(0, -56, 9, c.sun),
  );

const window = (x: number, y: number, lit: string) =>
  box(x, y, 44, 58, c.white, 4) + box(x + 5, y + 5, 34, 22, lit, 2) + box(x + 5, y + 31, 34, 22, lit, 2);

/** A terraced house, 180 wide; its foot stands at `y`. */
export const house = (x: number, y: number, wall: string, roof: string, door: string, lit = '#bfdfe6') =>
  at(
    x,
    y,
    1,
    box(0, -250, 180, 250, wall) +
      shape('M-8 -250 L26 -350 H154 L188 -250Z', roof) +
      box(126, -372, 24, 50, c.deepBrick) +
      window(28, -226, lit) +
      window(108, -226, lit) +
      window(28, -116, lit) +
      box(108, -122, 48, 122, door, 4) +
      circle(147, -60, 4, c.sun) +
      box(104, -10, 56, 10, c.slate),
  );

const walls = [c.brick, '#d98e73', c.sand, c.deepBrick, '#cf7b5a', '#e0b48a'];
const doors = [c.leaf, c.blue, c.red, c.ink, c.sun];

/** A row of houses from `x` on, with `first` to make each row another. */
export const row = (x: number, y: number, count: number, first = 0, lit?: string) =>
  Array.from({ length: count }, (_, nth) =>
    house(
      x + nth * 180,
      y,
      walls[(nth + first) % walls.length] ?? c.brick,
      (nth + first) % 2 === 0 ? c.slate : '#6b4a3f',
      doors[(nth * 2 + first) % doors.length] ?? c.blue,
      lit,
    ),
  ).join('');

export interface Look {
  readonly skin: string;
  readonly hair: string;
  readonly top: string;
  readonly legs?: string;
  /** Where the hands are, from the shoulder. */
  readonly left?: readonly [number, number];
  readonly right?: readonly [number, number];
  /** Covered hair. */
  readonly scarf?: boolean;
}

export const skins = ['#f1c9a5', '#97623f', '#d9a074', '#754a34', '#e8b48c'] as const;

/** Two eyes, a smile and red cheeks. */
const face = (y: number) =>
  circle(-11, y, 3.8, '#1d1310') +
  circle(11, y, 3.8, '#1d1310') +
  line(`M-8 ${y + 11} Q0 ${y + 19} 8 ${y + 11}`, '#1d1310', 3.4) +
  circle(-17, y + 9, 5.5, '#d8513f40') +
  circle(17, y + 9, 5.5, '#d8513f40');

const head = ({ skin, hair, scarf }: Look) =>
  scarf
    ? circle(0, -226, 40, hair) +
      shape('M-38 -220 C-36 -176 36 -176 38 -220 L30 -182 H-30Z', hair) +
      ellipse(0, -222, 25, 29, skin) +
      face(-226)
    : circle(0, -224, 34, skin) +
      shape('M-35 -222 C-40 -276 40 -276 35 -222 C24 -244 -6 -240 -35 -222Z', hair) +
      face(-222);

const body = (look: Look, hem: number) => {
  const { skin, top, left = [-30, 82], right = [30, 82] } = look;
  const arm = (x: number, [dx, dy]: readonly [number, number]) =>
    line(`M${x} -170 L${x + dx} ${-170 + dy}`, top, 24) + circle(x + dx, -170 + dy, 13, skin);
  return (
    arm(-34, left) +
    arm(34, right) +
    shape(`M-44 -160 C-44 -194 44 -194 44 -160 L50 ${hem} H-50Z`, top) +
    box(-12, -204, 24, 24, skin, 8) +
    head(look)
  );
};

/** Somebody who stands, 250 high; the feet at `y`. */
export const person = (x: number, y: number, scale: number, look: Look) =>
  at(
    x,
    y,
    scale,
    ellipse(0, 2, 60, 10, '#00000020') +
      line('M-20 -84 V-6', look.legs ?? c.ink, 30) +
      line('M20 -84 V-6', look.legs ?? c.ink, 30) +
      box(-42, -14, 36, 16, c.darkWood, 8) +
      box(8, -14, 36, 16, c.darkWood, 8) +
      body(look, -78),
  );

/** Somebody behind a table: from the waist up, the table top at `y`. */
export const seated = (x: number, y: number, scale: number, look: Look) =>
  at(x, y + 70 * scale, scale, body(look, -60));

export const bench = (x: number, y: number, scale = 1, wood: string = c.wood) =>
  at(
    x,
    y,
    scale,
    ellipse(0, 6, 190, 16, '#00000022') +
      box(-140, -60, 18, 62, c.ink, 6) +
      box(122, -60, 18, 62, c.ink, 6) +
      box(-170, -84, 340, 22, wood, 8) +
      box(-170, -150, 340, 20, wood, 8) +
      box(-170, -122, 340, 20, wood, 8) +
      line('M-130 -70 L-140 -150', c.ink, 12) +
      line('M130 -70 L140 -150', c.ink, 12),
  );

export const pond = (x: number, y: number, rx: number, ry: number) =>
  ellipse(x, y, rx + 16, ry + 10, c.deepGrass) +
  ellipse(x, y, rx, ry, c.water) +
  ellipse(x - rx * 0.2, y - ry * 0.25, rx * 0.55, ry * 0.4, c.lightWater) +
  line(`M${x + rx * 0.2} ${y + ry * 0.4} h${rx * 0.35}`, '#ffffffaa', 6) +
  line(`M${x - rx * 0.6} ${y + ry * 0.2} h${rx * 0.2}`, '#ffffffaa', 6);

export const bunting = (y: number) =>
  line(`M0 ${y} Q400 ${y + 90} 800 ${y + 20} T1600 ${y + 10}`, c.ink, 5) +
  Array.from({ length: 19 }, (_, nth) => {
    const x = 50 + nth * 83;
    const sag = y + 20 + Math.sin((x / 1600) * Math.PI * 2) * 36;
    return shape(`M${x - 26} ${sag} h52 l-26 58Z`, [c.red, c.sun, c.blue, c.pink, c.leaf][nth % 5] ?? c.red);
  }).join('');

export const flowerColours = [c.red, c.sun, c.pink, c.white, '#8e6bbf'] as const;

/** A bed of flowers, one every so many units. */
export const flowers = (from: number, to: number, y: number, every: number, scale = 1) =>
  Array.from({ length: Math.floor((to - from) / every) }, (_, nth) =>
    flower(
      from + nth * every,
      y + ((nth * 37) % 23),
      flowerColours[nth % 5] ?? c.red,
      scale * (0.85 + ((nth * 13) % 4) / 10),
    ),
  ).join('');
