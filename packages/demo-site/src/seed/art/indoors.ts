import {
  at,
  box,
  canvas,
  circle,
  colours as c,
  ellipse,
  line,
  person,
  seated,
  shape,
  skins,
  type Look,
} from './parts.js';

const [fair, brown, tan, dark, light] = skins;

const room = (wall: string, floor: string) => box(0, 0, 1600, 800, wall) + box(0, 790, 1600, 277, floor);
const lamp = (x: number, colour: string) =>
  line(`M${x} 0 V150`, c.ink, 6) +
  shape(`M${x - 80} 220 C${x - 70} 140 ${x + 70} 140 ${x + 80} 220Z`, colour) +
  circle(x, 226, 22, '#fff0c2');
const tableTop = (y: number) =>
  box(80, y, 1440, 46, c.wood, 14) +
  box(160, y + 46, 40, 300, c.darkWood) +
  box(1400, y + 46, 40, 300, c.darkWood);
const window = (x: number) =>
  box(x, 170, 330, 300, c.white, 8) +
  box(x + 18, 188, 294, 264, '#bfe3ea', 4) +
  shape(`M${x + 18} 452 a74 78 0 0 1 148 0Z`, c.grass) +
  shape(`M${x + 116} 452 a92 108 0 0 1 184 0Z`, c.leaf) +
  box(x + 18, 452, 294, 18, c.white) +
  line(`M${x + 165} 188 V452`, c.white, 14);
const around = (y: number, looks: readonly (Look & { readonly x: number })[]) =>
  looks.map(({ x, ...look }) => seated(x, y, 1.55, look)).join('');
const cup = (x: number, y: number, colour: string) =>
  box(x, y - 54, 58, 54, colour, 10) +
  line(`M${x + 58} ${y - 42} q26 10 0 30`, colour, 9) +
  line(`M${x + 18} ${y - 74} q10 -16 0 -30 M${x + 40} ${y - 74} q10 -16 0 -30`, '#ffffff99', 6);

/** What is said, drawn: a text would need a font that not every server has. */
const bubble = (x: number, y: number, fill: string, said: string) =>
  at(
    x,
    y,
    1,
    shape(
      'M-110 -120 h220 q30 0 30 30 v60 q0 30 -30 30 h-150 l-44 46 l8 -46 h-34 q-30 0 -30 -30 v-60 q0 -30 30 -30Z',
      fill,
    ) + said,
  );
const abc = line(
  'M-96 -32 L-72 -88 L-48 -32 M-88 -50 H-56 M-18 -32 V-88 H2 a14 14 0 0 1 0 28 H-18 M2 -60 a14 14 0 0 1 0 28 H-18 M86 -80 A28 28 0 1 0 86 -40',
  c.white,
  11,
);
const heart = shape('M0 -26 C-70 -66 -44 -112 0 -82 C44 -112 70 -66 0 -26Z', c.white);

export const indoors = {
  repairCafe: {
    alt: 'Buren repareren een lamp en een radio aan een lange tafel.',
    svg: () =>
      canvas(
        c.cream,
        c.cream,
        room('#e8c9a0', '#8a6a50'),
        window(140),
        window(1130),
        box(590, 180, 420, 300, '#c79a6b', 8),
        line(
          'M650 230 V330 M650 230 h44 M760 230 V360 M740 360 h40 M860 240 L900 340 M950 230 V350',
          c.ink,
          14,
        ),
        circle(900, 350, 20, c.red),
        lamp(420, c.red),
        lamp(1180, c.red),
        around(700, [
          { x: 330, skin: fair, hair: '#d9d4c8', top: c.blue, left: [-20, 100], right: [70, 90] },
          { x: 800, skin: dark, hair: '#1d1512', top: c.leaf, left: [-70, 90], right: [70, 90] },
          { x: 1260, skin: tan, hair: '#8b3a4a', scarf: true, top: c.sun, left: [-70, 86], right: [20, 100] },
        ]),
        tableTop(720),
        at(
          520,
          720,
          1,
          box(-70, -22, 140, 22, c.ink, 8) +
            line('M0 -20 L-40 -110 L50 -170', c.slate, 14) +
            shape('M20 -190 L110 -160 L60 -100Z', c.sun),
        ),
        at(
          1030,
          720,
          1,
          box(-110, -130, 220, 130, c.red, 18) +
            circle(-50, -64, 40, c.cream) +
            circle(-50, -64, 16, c.ink) +
            box(12, -100, 80, 30, c.cream, 6) +
            line('M70 -130 L110 -200', c.ink, 8),
        ),
        at(760, 700, 1, line('M-60 10 L40 -10', c.slate, 12) + box(30, -24, 70, 24, c.blue, 8)),
      ),
  },
  languageCafe: {
    alt: 'Vier mensen praten bij de koffie en oefenen samen Nederlands.',
    svg: () =>
      canvas(
        c.cream,
        c.cream,
        room('#cfe0d2', '#a98a68'),
        window(60),
        lamp(800, c.leaf),
        box(1240, 200, 280, 360, c.wood, 8),
        Array.from(
          { length: 10 },
          (_, nth) =>
            box(
              1256 + nth * 25,
              216 + ((nth * 7) % 20),
              20,
              150 - ((nth * 7) % 20),
              [c.red, c.blue, c.sun, c.leaf, c.pink][nth % 5] ?? c.red,
              2,
            ) +
            box(
              1256 + nth * 25,
              392 + ((nth * 5) % 24),
              20,
              152 - ((nth * 5) % 24),
              [c.ink, c.leaf, c.pink, c.blue, c.sun][nth % 5] ?? c.red,
              2,
            ),
        ).join(''),
        around(730, [
          { x: 280, skin: brown, hair: '#2f6690', scarf: true, top: c.pink, right: [60, 84] },
          { x: 620, skin: light, hair: '#8a5a33', top: c.blue, left: [-50, 88] },
          { x: 980, skin: dark, hair: '#1d1512', top: c.sun, right: [66, 40] },
          { x: 1320, skin: fair, hair: '#d9d4c8', top: c.red, left: [-60, 80] },
        ]),
        tableTop(750),
        cup(400, 750, c.white),
        cup(760, 750, c.sun),
        cup(1120, 750, c.white),
        box(540, 726, 130, 24, c.cream, 4),
        bubble(500, 330, c.red, abc),
        bubble(1080, 300, c.leaf, heart),
      ),
  },
  cooking: {
    alt: 'Drie buren koken samen een grote pan soep in de buurtkeuken.',
    svg: () =>
      canvas(
        c.cream,
        c.cream,
        room('#f4d9a8', '#9c6b4e'),
        Array.from({ length: 40 }, (_, nth) =>
          box(
            20 + (nth % 20) * 79,
            420 + Math.floor(nth / 20) * 79,
            72,
            72,
            nth % 3 ? '#fff6e3' : '#f7c98b',
            4,
          ),
        ).join(''),
        window(640),
        box(80, 190, 380, 180, c.leaf, 10),
        box(1140, 190, 380, 180, c.leaf, 10),
        line('M270 200 V360 M1330 200 V360', c.darkLeaf, 6),
        person(380, 1010, 1.75, { skin: tan, hair: '#33251d', top: c.white, right: [80, 40] }),
        person(800, 900, 1.75, {
          skin: dark,
          hair: '#d8513f',
          scarf: true,
          top: c.blue,
          right: [70, 30],
          left: [-60, 50],
        }),
        person(1230, 1010, 1.75, { skin: fair, hair: '#b5562b', top: c.sun, left: [-80, 50] }),
        box(0, 800, 1600, 40, c.darkWood),
        box(0, 838, 1600, 229, '#c79a6b'),
        line('M400 860 V1067 M800 860 V1067 M1200 860 V1067', c.wood, 6),
        box(640, 640, 320, 165, c.slate, 24),
        box(620, 630, 360, 30, '#3e4a5a', 14),
        ellipse(800, 634, 150, 20, c.brick),
        at(
          250,
          800,
          1,
          circle(-40, -34, 34, c.red) + circle(30, -34, 34, c.sun) + circle(0, -76, 30, c.lime),
        ),
        at(
          1330,
          800,
          1,
          box(-110, -20, 220, 20, c.wood, 6) +
            ellipse(-40, -36, 40, 16, c.grass) +
            ellipse(40, -34, 36, 14, c.brick),
        ),
      ),
  },
  music: {
    alt: 'Een buurman speelt gitaar en drie buren zingen mee.',
    svg: () =>
      canvas(
        c.cream,
        c.cream,
        room('#d8c3de', '#8a6a50'),
        shape('M0 0 H220 C200 300 160 500 120 800 H0Z', c.red),
        shape('M1600 0 H1380 C1400 300 1440 500 1480 800 H1600Z', c.red),
        ellipse(800, 920, 700, 110, '#c8553d55'),
        lamp(560, c.sun),
        lamp(1040, c.sun),
        person(350, 960, 1.75, {
          skin: fair,
          hair: '#8a5a33',
          top: c.leaf,
          left: [-50, 70],
          right: [66, 80],
        }),
        at(
          400,
          730,
          1,
          `<g transform="rotate(-24)">${ellipse(0, 30, 84, 74, c.wood)}${ellipse(60, 30, 62, 56, c.wood)}${circle(10, 30, 26, c.darkWood)}${box(80, 18, 250, 24, c.darkWood, 6)}</g>`,
        ),
        person(800, 960, 1.65, { skin: dark, hair: '#1d1512', top: c.sun, left: [-70, 20], right: [70, 20] }),
        person(1060, 960, 1.6, { skin: brown, hair: '#2c5f48', scarf: true, top: c.pink, left: [-50, 60] }),
        person(1290, 960, 1.6, { skin: light, hair: '#d9d4c8', top: c.blue, right: [60, -20] }),
        [
          [700, 330],
          [980, 270],
          [1180, 350],
        ]
          .map(
            ([x = 0, y = 0]) =>
              ellipse(x, y, 26, 20, c.ink) + line(`M${x + 22} ${y} V${y - 100} q40 10 50 44`, c.ink, 9),
          )
          .join(''),
      ),
  },
} as const;
