import {
  at,
  bench,
  box,
  bush,
  canvas,
  circle,
  cloud,
  colours as c,
  ellipse,
  flowers,
  ground,
  line,
  person,
  pond,
  row,
  shape,
  skins,
  sun,
  tree,
} from './parts.js';

const [fair, brown, tan, , light] = skins;
const vegetables = (y: number) =>
  [0, 1, 2, 3]
    .map((nth) => {
      const x = 210 + nth * 330;
      return (
        box(x - 120, y - 40, 260, 120, c.wood, 10) +
        box(x - 108, y - 48, 236, 40, '#4a3527', 8) +
        [-80, -20, 40, 100]
          .map((dx, plant) =>
            nth % 2 === 0
              ? circle(x + dx, y - 62, 30, plant % 2 ? c.lime : c.grass) +
                circle(x + dx - 8, y - 68, 14, '#d7e8a0')
              : line(`M${x + dx} ${y - 30} V${y - 150}`, c.darkLeaf, 7) +
                circle(x + dx - 12, y - 110, 15, c.red) +
                circle(x + dx + 12, y - 80, 15, c.sun) +
                ellipse(x + dx + 16, y - 136, 20, 10, c.leaf),
          )
          .join('')
      );
    })
    .join('');
const hen = (x: number, y: number, colour: string) =>
  at(
    x,
    y,
    1,
    line('M-14 0 V26 M14 0 V26', c.sun, 6) +
      ellipse(0, -24, 58, 42, colour) +
      shape('M-40 -40 L-82 -84 L-66 -20Z', colour) +
      circle(48, -66, 25, colour) +
      shape('M70 -66 l22 8 l-22 8Z', c.sun) +
      shape('M34 -88 q8 -20 14 -2 q10 -18 16 4Z', c.red) +
      circle(55, -70, 4, c.ink),
  );

export const gardens = {
  pondBench: {
    alt: 'Een houten bankje onder een boom, met uitzicht op een vijver.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        sun(1310, 210),
        cloud(330, 190, 1.2),
        cloud(900, 130),
        row(-40, 560, 4, 1),
        row(1180, 560, 3, 3),
        bush(700, 570, 1.4, c.darkLeaf),
        bush(960, 575, 1.6),
        ground(540, c.grass),
        pond(1060, 800, 430, 120),
        tree(330, 830, 1.75),
        bench(520, 860, 1.15),
        flowers(80, 760, 1010, 74),
        flowers(900, 1560, 1030, 88, 0.9),
        line('M1360 760 V690 M1390 770 V672 M1330 770 V704', c.darkLeaf, 9),
        ellipse(1390, 668, 9, 26, c.darkWood),
        ellipse(1330, 700, 9, 26, c.darkWood),
      ),
  },
  kitchenGarden: {
    alt: 'Houten bakken vol sla en tomaten. Twee buren werken in de tuin.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        sun(260, 200),
        cloud(1150, 170, 1.2),
        row(-60, 540, 9, 2),
        ground(520, c.lime),
        box(0, 560, 1600, 16, c.darkWood),
        Array.from({ length: 27 }, (_, nth) => box(nth * 60 + 10, 500, 34, 120, '#c79a6b', 8)).join(''),
        ground(650, c.path, 10),
        person(520, 850, 1.35, { skin: brown, hair: '#e0a030', top: c.blue, scarf: true, right: [70, 50] }),
        person(1110, 850, 1.4, { skin: fair, hair: '#d9d4c8', top: c.red, left: [-70, 40], right: [40, 70] }),
        at(1010, 740, 1, shape('M-40 -50 h60 v70 h-60Z', c.slate) + line('M20 -30 L70 -60', c.slate, 12)),
        vegetables(900),
      ),
  },
  frontGardens: {
    alt: 'Geveltuintjes met stokrozen en klimplanten langs een rij huizen.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        cloud(500, 110, 1.1),
        at(-60, 860, 2.1, row(0, 0, 5, 1)),
        ground(850, c.path, 6),
        box(0, 846, 1600, 26, '#c9b391'),
        [40, 420, 790, 1170, 1520].map((x, nth) => bush(x, 850, 1.1, nth % 2 ? c.leaf : c.darkLeaf)).join(''),
        flowers(-10, 130, 856, 30, 1.3),
        flowers(330, 530, 856, 34, 1.45),
        flowers(700, 890, 856, 32, 1.3),
        flowers(1090, 1180, 856, 30, 1.4),
        flowers(1430, 1610, 856, 32, 1.35),
        person(1240, 1000, 1.35, { skin: tan, hair: '#33251d', top: c.leaf, left: [-90, 30] }),
        at(
          1090,
          850,
          1,
          box(-50, -10, 70, 70, c.slate, 10) +
            line('M20 10 L80 -30', c.slate, 12) +
            line('M-50 0 C-90 0 -90 50 -50 50', c.slate, 8),
        ),
      ),
  },
  chickens: {
    alt: 'Drie kippen scharrelen voor een klein houten hok in het gras.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        sun(1320, 190),
        row(-40, 540, 5, 3),
        tree(1380, 700, 1.5),
        bush(1060, 560, 1.5, c.darkLeaf),
        ground(530, c.grass),
        ground(760, c.deepGrass, 26),
        at(
          460,
          800,
          1.5,
          box(-150, -220, 300, 180, c.brick, 8) +
            shape('M-190 -210 L0 -340 L190 -210Z', '#6b4a3f') +
            box(-44, -150, 88, 110, c.darkWood, 40) +
            box(-140, -44, 22, 70, c.darkWood) +
            box(118, -44, 22, 70, c.darkWood) +
            shape('M-30 -42 L30 -42 L80 40 H20Z', c.wood) +
            circle(0, -250, 22, c.cream),
        ),
        hen(830, 860, c.white),
        hen(1080, 930, '#b5562b'),
        at(1330, 880, 1, `<g transform="scale(-1 1)">${hen(0, 0, c.ink)}</g>`),
        flowers(60, 1560, 1040, 120),
      ),
  },
  rainBarrels: {
    alt: 'Twee regentonnen onder een dakgoot, naast een bloemenperk.',
    svg: () =>
      canvas(
        '#c7dbe2',
        c.cream,
        cloud(300, 120, 1.6),
        cloud(1300, 150, 1.5),
        box(0, 230, 1180, 720, c.brick),
        Array.from({ length: 9 }, (_, nth) => box(0, 290 + nth * 76, 1180, 5, '#b54a34')).join(''),
        shape('M0 130 H1240 L1180 240 H0Z', c.slate),
        box(0, 232, 1200, 26, '#3e4a5a', 10),
        box(120, 380, 300, 300, c.white, 8),
        box(140, 400, 260, 260, '#bfdfe6', 6),
        line('M270 400 V660 M140 530 H400', c.white, 14),
        box(760, 250, 30, 400, '#3e4a5a', 8),
        ground(940, c.grass, 12),
        [660, 880]
          .map(
            (x) =>
              box(x - 90, 640, 200, 310, c.leaf, 40) +
              box(x - 90, 700, 200, 16, c.darkLeaf) +
              box(x - 90, 860, 200, 16, c.darkLeaf) +
              box(x - 100, 624, 220, 36, c.darkLeaf, 16) +
              box(x - 16, 886, 50, 18, c.sun, 8),
          )
          .join(''),
        line(
          'M1250 320 l-14 40 M1350 420 l-14 40 M1450 300 l-14 40 M1530 460 l-14 40 M1290 560 l-14 40 M1410 620 l-14 40',
          c.blue,
          8,
        ),
        tree(1420, 960, 1.3),
        flowers(60, 560, 1010, 62, 1.6),
        flowers(1000, 1560, 1020, 80, 1.3),
      ),
  },
  library: {
    alt: 'Een boekenkastje op een paal in een voortuin, met twee lezers.',
    svg: () =>
      canvas(
        c.sky,
        c.cream,
        sun(1330, 190, 80),
        row(-40, 600, 9, 5),
        ground(590, c.grass),
        tree(1380, 840, 1.7),
        shape('M0 940 C500 880 1100 880 1600 940 V1067 H0Z', c.path),
        at(
          640,
          930,
          1.5,
          box(-12, -150, 24, 150, c.darkWood) +
            box(-130, -350, 260, 206, c.red, 10) +
            shape('M-160 -340 L0 -440 L160 -340Z', c.ink) +
            box(-112, -330, 224, 80, c.cream, 4) +
            box(-112, -242, 224, 80, c.cream, 4) +
            Array.from(
              { length: 9 },
              (_, nth) =>
                box(
                  -106 + nth * 24,
                  -326 + ((nth * 7) % 18),
                  18,
                  76 - ((nth * 7) % 18),
                  [c.blue, c.sun, c.leaf, c.pink, c.ink][nth % 5] ?? c.blue,
                  2,
                ) +
                box(
                  -106 + nth * 24,
                  -240 + ((nth * 11) % 20),
                  18,
                  78 - ((nth * 11) % 20),
                  [c.leaf, c.red, c.ink, c.sun, c.blue][nth % 5] ?? c.blue,
                  2,
                ),
            ).join(''),
        ),
        person(960, 960, 1.45, {
          skin: light,
          hair: '#d9d4c8',
          top: c.blue,
          left: [-50, 50],
          right: [10, 54],
        }),
        box(880, 770, 90, 60, c.sun, 4),
        person(330, 970, 1, { skin: brown, hair: '#33251d', top: c.sun, right: [60, -10] }),
        flowers(60, 300, 1050, 60),
        flowers(1100, 1560, 1056, 70),
      ),
  },
} as const;
