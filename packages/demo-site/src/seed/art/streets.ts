import {
  at,
  box,
  bunting,
  canvas,
  circle,
  cloud,
  colours as c,
  ellipse,
  flower,
  flowerColours,
  ground,
  line,
  person,
  row,
  shape,
  skins,
  tree,
} from './parts.js';

const [fair, brown, tan, dark, light] = skins;
const bike = (x: number, y: number, colour: string) =>
  at(
    x,
    y,
    1,
    [-70, 70]
      .map((dx) => `<circle cx="${dx}" cy="-52" r="50" fill="none" stroke="${c.ink}" stroke-width="10"/>`)
      .join('') +
      line(
        'M-70 -52 L-30 -130 H40 L0 -52 Z M40 -130 L70 -52 M-30 -130 L0 -52 M40 -130 L36 -158 L62 -166',
        colour,
        10,
      ) +
      line('M-30 -130 L-36 -150 M-58 -150 H-14', c.ink, 12),
  );

export const streets = {
  playground: {
    alt: 'Een speelplek met een schommel, een glijbaan en spelende kinderen.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        cloud(300, 180, 1.3),
        cloud(1220, 150),
        tree(140, 620, 1.2),
        tree(1480, 620, 1.3),
        row(380, 560, 5),
        ground(560, c.grass),
        ellipse(800, 900, 760, 190, c.sand),
        line('M240 860 L320 470 H720 L800 860 M320 470 L260 860 M720 470 L780 860', c.brick, 20),
        line('M430 470 V740 M510 470 V740', c.ink, 7),
        box(416, 736, 108, 18, c.wood, 8),
        line('M600 470 L650 730 M670 470 L720 720', c.ink, 7),
        box(632, 718, 104, 18, c.wood, 8),
        at(
          470,
          736,
          0.9,
          person(0, 40, 1, { skin: tan, hair: '#3a2a20', top: c.sun, left: [-8, -60], right: [8, -60] }),
        ),
        box(1080, 480, 150, 24, c.leaf, 8),
        line('M1096 500 V880 M1214 500 V880 M1096 600 H1214 M1096 690 H1214 M1096 780 H1214', c.leaf, 16),
        shape('M1220 500 C1330 560 1330 800 1480 860 L1440 892 C1290 830 1290 620 1206 540Z', c.red),
        person(1155, 484, 0.85, {
          skin: dark,
          hair: '#1d1512',
          top: c.pink,
          left: [-60, -60],
          right: [60, -60],
        }),
        person(900, 960, 0.9, { skin: light, hair: '#b5562b', top: c.blue, right: [70, -30] }),
        circle(985, 930, 34, c.white),
        shape('M970 920 l16 -12 l16 12 l-6 18 h-20Z', c.ink),
      ),
  },
  longTable: {
    alt: 'Buren eten samen aan een lange tafel op straat, onder vlaggetjes.',
    svg: () =>
      canvas(
        '#fbe3b8',
        c.cream,
        row(-40, 620, 9, 4),
        ground(610, c.path, 8),
        bunting(120),
        [
          { x: 180, skin: fair, hair: '#8a5a33', top: c.blue },
          { x: 420, skin: dark, hair: '#1d1512', top: c.sun },
          { x: 660, skin: tan, hair: '#7a3140', top: c.leaf, scarf: true },
          { x: 900, skin: light, hair: '#d9d4c8', top: c.red },
          { x: 1140, skin: brown, hair: '#2a1b14', top: c.pink },
          { x: 1390, skin: fair, hair: '#d9a441', top: '#8e6bbf' },
        ]
          .map(({ x, ...look }, nth) =>
            person(x, 846, 1.35, { ...look, right: nth % 2 ? [54, 30] : [40, 84], left: [-40, 84] }),
          )
          .join(''),
        shape(
          'M0 780 H1600 V880 Q1500 920 1400 880 T1200 880 T1000 880 T800 880 T600 880 T400 880 T200 880 T0 880Z',
          '#e9e0cf',
        ),
        shape('M60 700 H1540 L1600 800 H0Z', c.white),
        [110, 800, 1490].map((x) => box(x, 880, 34, 150, c.darkWood, 6)).join(''),
        [150, 400, 650, 900, 1150, 1400]
          .map(
            (x, nth) =>
              ellipse(x, 752, 78, 22, '#e4dccb') +
              ellipse(x, 748, 58, 15, [c.lime, c.brick, c.sun, c.leaf, c.pink, c.red][nth] ?? c.sun) +
              box(x + 92, 706, 30, 46, '#bfdfe6', 6),
          )
          .join(''),
        box(760, 690, 40, 60, c.blue, 10),
        flower(780, 700, c.pink, 1.2),
        flower(760, 704, c.sun, 1),
      ),
  },
  bikes: {
    alt: 'Een overdekt rek met vijf fietsen naast een flat.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        cloud(1250, 140, 1.2),
        box(60, 120, 760, 700, '#d9c3a3', 8),
        [0, 1, 2, 3]
          .map((floor) =>
            [0, 1, 2, 3, 4]
              .map(
                (nth) =>
                  box(110 + nth * 142, 170 + floor * 150, 96, 96, '#bfdfe6', 6) +
                  box(
                    110 + nth * 142,
                    236 + floor * 150,
                    96,
                    34,
                    [c.red, c.leaf, c.sun][(floor + nth) % 3] ?? c.red,
                    4,
                  ),
              )
              .join(''),
          )
          .join(''),
        tree(1420, 800, 1.6),
        ground(790, c.path, 8),
        box(520, 590, 1010, 26, c.leaf, 10),
        shape('M500 600 L540 540 H1500 L1540 600Z', c.darkLeaf),
        line('M560 610 V900 M1020 610 V900 M1490 610 V900', c.ink, 14),
        [640, 820, 1000, 1180, 1360]
          .map((x, nth) => bike(x, 900, [c.red, c.blue, c.sun, c.pink, c.leaf][nth] ?? c.red))
          .join(''),
        person(320, 960, 1.45, { skin: brown, hair: '#1d1512', top: c.sun, right: [76, 20] }),
      ),
  },
  lights: {
    alt: 'Een pad in de avond met warme lampen en een wandelaar met hond.',
    svg: () =>
      canvas(
        c.evening,
        '#6d597a',
        circle(1290, 200, 64, '#fff3d1'),
        circle(1264, 184, 60, '#3c4776'),
        [120, 340, 560, 760, 1080, 1500, 930]
          .map((x, nth) => circle(x, 70 + ((nth * 83) % 220), 4, c.white))
          .join(''),
        row(-40, 600, 9, 2, '#ffd98a'),
        ground(590, '#31504a', 20),
        shape('M640 1067 L770 600 H850 L1120 1067Z', '#b9a27f'),
        [
          [560, 980, 1.3],
          [690, 770, 0.8],
          [1110, 940, 1.2],
          [930, 750, 0.75],
        ]
          .map(([x = 0, y = 0, scale = 1]) =>
            at(
              x,
              y,
              scale,
              circle(0, -330, 150, '#ffd98a33') +
                circle(0, -330, 80, '#ffd98a66') +
                box(-7, -330, 14, 330, c.ink) +
                circle(0, -334, 30, '#fff0c2'),
            ),
          )
          .join(''),
        tree(220, 930, 1.6, '#2c5f48', '#3f7d58'),
        tree(1430, 900, 1.4, '#2c5f48', '#3f7d58'),
        person(850, 960, 1.1, { skin: tan, hair: '#2a1b14', top: c.red, right: [60, 70] }),
        at(
          990,
          962,
          1,
          ellipse(0, -44, 60, 28, c.wood) +
            circle(62, -74, 26, c.wood) +
            line('M-36 -30 V0 M-10 -30 V0 M20 -30 V0 M44 -30 V0 M-58 -52 L-84 -84', c.wood, 12) +
            circle(70, -78, 4, c.ink),
        ),
      ),
  },
  mural: {
    alt: 'Een blinde muur met een grote schildering van vogels en bloemen.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        cloud(250, 150),
        box(240, 130, 1120, 720, c.blue, 6),
        shape('M220 140 L800 20 L1380 140Z', '#6b4a3f'),
        circle(1120, 330, 110, c.sun),
        shape(
          'M380 560 C480 360 640 360 690 520 C780 420 880 440 900 500 C820 500 770 600 640 640 C540 670 430 640 380 560Z',
          c.white,
        ),
        shape('M690 520 l-60 -10 l-180 60 l160 20Z', c.pink),
        circle(420, 545, 8, c.ink),
        shape('M384 556 l-60 10 l58 18Z', c.sun),
        shape(
          'M800 300 C840 220 940 220 970 280 C1000 250 1040 250 1060 270 C1010 290 990 340 930 350 C870 360 815 345 800 300Z',
          c.pink,
        ),
        shape('M880 290 C900 330 950 330 965 290Z', c.white),
        circle(832, 288, 7, c.ink) + shape('M802 292 l-40 8 l42 14Z', c.sun),
        [330, 470, 610, 760, 900, 1040, 1180, 1290]
          .map((x, nth) => flower(x, 850, flowerColours[nth % 5] ?? c.red, 2.6 + (nth % 3) * 0.7))
          .join(''),
        ground(840, c.path, 8),
        line(
          'M1190 990 L1270 520 M1310 990 L1280 520 M1205 900 H1306 M1222 800 H1300 M1238 700 H1292',
          c.wood,
          14,
        ),
        person(1010, 1000, 1.4, { skin: dark, hair: '#1d1512', top: c.red, right: [90, -60] }),
        line('M1160 690 L1180 640', c.darkWood, 12),
        box(880, 950, 70, 56, c.slate, 8),
        ellipse(915, 950, 35, 10, c.sun),
      ),
  },
  football: {
    alt: 'Kinderen voetballen op een veldje met bomen eromheen.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        cloud(420, 160, 1.3),
        cloud(1180, 120),
        [80, 330, 1290, 1520].map((x) => tree(x, 600, 1.2)).join(''),
        row(480, 560, 4, 2),
        ground(560, c.grass),
        shape('M120 1000 L380 640 H1220 L1480 1000Z', '#8fbf76'),
        line('M120 1000 L380 640 H1220 L1480 1000Z M800 640 V1000', '#ffffffcc', 8),
        line('M640 640 V520 H960 V640', c.white, 12),
        line(
          'M660 540 H940 M650 580 H950 M700 520 V640 M760 520 V640 M840 520 V640 M900 520 V640',
          '#ffffff99',
          3,
        ),
        person(560, 960, 1.1, { skin: dark, hair: '#1d1512', top: c.red, left: [-66, 20], right: [60, 40] }),
        person(1010, 930, 1.05, {
          skin: fair,
          hair: '#d9a441',
          top: c.blue,
          left: [-60, -30],
          right: [64, 10],
        }),
        person(800, 690, 0.75, {
          skin: tan,
          hair: '#5a2d3a',
          scarf: true,
          top: c.sun,
          left: [-60, -20],
          right: [60, -20],
        }),
        circle(720, 930, 36, c.white),
        shape('M704 922 l16 -14 l18 12 l-6 20 h-22Z', c.ink),
      ),
  },
} as const;
