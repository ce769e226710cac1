import { borderFrom, boundsOf, ShapeError, type Border } from '@buurt/domain';

/** A buurt as a file of borders has it. */
export interface ImportedBuurt {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly households: number | null;
  readonly border: Border;
}

/** A feature that is no buurt, or a faulty one; the message says why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

type Properties = Readonly<Record<string, unknown>>;

const propertiesOf = (feature: unknown): Properties =>
  ((feature as { properties?: Properties | null } | null)?.properties ?? {}) as Properties;

const written = (properties: Properties, ...keys: string[]): string => {
  const value = keys.map((key) => properties[key]).find((each) => typeof each === 'string');
  return typeof value === 'string' ? value.trim() : '';
};

/** CBS writes −99995, −99997 and the like where a figure is unknown or secret. */
function householdsOf(properties: Properties): number | null {
  const value =
    properties['aantal_huishoudens'] ?? properties['aantalHuishoudens'] ?? properties['households'];
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}

/** The first number in nested coordinates; enough to see in which system they are. */
const firstNumber = (nested: unknown): number | undefined =>
  Array.isArray(nested) ? firstNumber(nested[0]) : typeof nested === 'number' ? nested : undefined;

function borderOf(feature: unknown): Border {
  const { geometry } = feature as { geometry?: { coordinates?: unknown } };
  const first = firstNumber(geometry?.coordinates);
  if (first !== undefined && Math.abs(first) > 180)
    throw new Refusal('its border is in metres (RD, EPSG:28992); ask for degrees (WGS84, CRS84)');
  try {
    const border = borderFrom(feature);
    const { west, east, south, north } = boundsOf(border);
    if (west === east || south === north) throw new Refusal('its border encloses nothing');
    return border;
  } catch (error) {
    if (error instanceof ShapeError) throw new Refusal(`its border cannot be read: ${error.message}`);
    throw error;
  }
}

/** What to call a feature when something must be said about it. */
export function featureName(feature: unknown, position: number): string {
  const properties = propertiesOf(feature);
  const names = [written(properties, 'buurtcode', 'code'), written(properties, 'buurtnaam', 'name', 'naam')];
  return names.filter((name) => name !== '').join(' ') || `feature ${String(position)}`;
}

/**
 * Reads one feature with the property names of CBS "Wijken en buurten" and of PDOK.
 * @throws {Refusal} when it is not a buurt that can be used
 */
export function buurtFrom(feature: unknown): ImportedBuurt {
  const properties = propertiesOf(feature);
  const code = written(properties, 'buurtcode', 'code').toUpperCase();
  if (code === '') throw new Refusal('it has no buurtcode');
  if (!/^BU[0-9A-Z]{8}$/.test(code)) throw new Refusal(`its code "${code}" is not BU and eight characters`);
  if (properties['water'] === 'JA') throw new Refusal('it is water');
  const name = written(properties, 'buurtnaam', 'name', 'naam');
  if (name === '') throw new Refusal('it has no buurtnaam');
  const municipality = written(properties, 'gemeentenaam', 'municipality');
  if (municipality === '') throw new Refusal('it has no gemeentenaam');
  return { code, name, municipality, households: householdsOf(properties), border: borderOf(feature) };
}
