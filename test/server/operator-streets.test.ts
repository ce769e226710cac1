import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { toRd } from '@buurt/domain/geo/rd.js';
import { collection, OperatorOnStage } from './operator-stage.js';
import { buurtCode, Stage } from './stage.js';

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

describe('an operator who imports streets', () => {
  const street = (name: unknown, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties: { straatnaam: name },
    geometry: { type, coordinates },
  });
  const streets = async () => {
    const answer = await stage.get(`/buurten/${buurtCode}/surroundings`);
    const { features } = (await answer.json()) as { features: { properties: { name: string } }[] };
    return features.map(({ properties }) => properties.name);
  };
  const line = [
    [5.001, 52.001],
    [5.009, 52.009],
  ];

  test('has them around the buurt, in the place of those that were there', async () => {
    const first = collection(
      street('Lindelaan', 'LineString', line),
      street('', 'LineString', line),
      street('Ver weg', 'MultiLineString', [line.map(([lon = 0, lat]) => [lon + 1, lat])]),
      street('Punt', 'Point', [5, 52]),
    );
    const { out } = await operator.types('import-streets', await operator.saves('s.geojson', first));
    assert.equal(out, '2 pieces of streets are on the maps now. 2 features left out: no name, or no line.\n');
    assert.deepEqual(await streets(), ['Lindelaan']);
    const next = collection(street('Eikstraat', 'LineString', line));
    await operator.types('import-streets', await operator.saves('t.geojson', next));
    assert.deepEqual(await streets(), ['Eikstraat']);
  });

  test('keeps what there was when the file breaks off', async () => {
    const whole = JSON.stringify(collection(street('Eikstraat', 'LineString', line)));
    await operator.types('import-streets', await operator.saves('t.geojson', whole));
    const { exitCode } = await operator.types(
      'import-streets',
      await operator.saves('u.geojson', whole.replace('Eikstraat', 'Half').slice(0, -2)),
    );
    assert.equal(exitCode, 1);
    assert.deepEqual(await streets(), ['Eikstraat']);
  });

  test('can give them as the Nationaal Wegenbestand does: in RD, under its own name', async () => {
    const rd = line.map(([lon = 0, lat = 0]) => Object.values(toRd([lon, lat])));
    const road = { ...street('', 'LineString', rd), properties: { STT_NAAM: 'Lindelaan', WEGNUMMER: null } };
    await operator.types('import-streets', await operator.saves('nwb.geojson', collection(road)));
    assert.deepEqual(await streets(), ['Lindelaan']);
  });
});
