import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fromRd } from '@buurt/domain/geo/rd.js';
import { countryFile, somewhere } from '../../bench/country.js';
import { collection, feature, OperatorOnStage, squareAt } from '../operator-stage.js';
import { Stage } from '../stage.js';

let stage: Stage;
let operator: OperatorOnStage;
before(async () => {
  stage = await Stage.open();
  operator = await OperatorOnStage.enter(stage.store);
});
after(async () => {
  await operator.leave();
  await stage.close();
});
beforeEach(() => stage.clear());

const imported = (...features: unknown[]) => operator.imports(...features);
const shown = async (code: string) =>
  (await (await stage.get(`/buurten/${code}`)).json()) as Record<string, unknown>;

describe('an operator who imports the buurten of a country', () => {
  test('can give it in RD, or with latitude first', async () => {
    const rd = [
      [121_000, 487_000],
      [122_000, 487_000],
      [122_000, 488_000],
      [121_000, 487_000],
    ];
    const swapped = squareAt(5, 52).coordinates.map((ring) => ring.map(([lon, lat]) => [lat, lon]));
    const { out } = await imported(
      feature({ buurtcode: 'BU9999AA05' }, { type: 'Polygon', coordinates: [rd] }),
      feature({ buurtcode: 'BU9999AA06' }, { type: 'Polygon', coordinates: swapped }),
    );
    assert.equal(out, '2 buurten added, 0 brought up to date, 0 refused.\n');
    const amsterdam = (await shown('BU9999AA05'))['centre'] as { lat: number; lon: number };
    assert.deepEqual([amsterdam.lat.toFixed(2), amsterdam.lon.toFixed(2)], ['52.37', '4.90']);
    assert.deepEqual((await shown('BU9999AA06'))['centre'], { lat: 52.005, lon: 5.005 });
  });

  test('has a whole region in RD, and the server then knows in which buurt each place lies', async () => {
    const file = await operator.saves('region.geojson', [...countryFile(18 * 17)].join(''));
    const { out } = await operator.types('import-buurten', file);
    assert.equal(out, '306 buurten added, 0 brought up to date, 0 refused.\n');
    for (let number = 0; number < 20; number++) {
      const [lon, lat] = fromRd(somewhere(number));
      const { buurten } = await (await stage.get(`/buurten?at=${lat.toFixed(6)},${lon.toFixed(6)}`)).json();
      assert.equal(buurten.length, 1, 'the country has no gaps and no overlaps');
    }
    const { features } = await (await stage.get('/boundaries?municipality=gemeente%203&width=600')).json();
    assert.equal(features.length, 41);
  });

  test('sees a bar on a terminal, which makes room for what is refused', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      feature({ buurtcode: `BU99${String(index).padStart(6, '0')}` }),
    );
    many.splice(150, 0, feature({ buurtcode: null }));
    const file = await operator.saves('buurten.geojson', collection(...many));
    const { err } = await operator.onTerminal('import-buurten', file);
    const shown = err.split('\r').map((each) => each.replace('\u001b[2K', '').trim());
    assert.match(shown[1] ?? '', /^█+░* *\d+ % {2}100 features$/u);
    assert.equal(shown[2], 'Refused Lindenkwartier: it has no buurtcode.');
    assert.match(shown[3] ?? '', /200 features$/);
    assert.equal(shown.at(-1), '', 'the bar goes when all is done');
  });
});
