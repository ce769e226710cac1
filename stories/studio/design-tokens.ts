/**
 * A choice as a file of the Design Tokens Community Group (format 2025.10, https://www.designtokens.org/TR/2025.10/format/)
 * and back. A token is told by its path: `buurt.color-link` is `--buurt-color-link`, which is also what tools as Style
 * Dictionary make of it. What the format cannot say (em, `light-dark()`, a percentage) stands in `$extensions` as CSS.
 */
import { kindOf, normalized, problemWith, type Choice, type PublicToken } from './choice.js';
import { hexOfSrgb, srgbOf } from './colours.js';

const extension = 'org.buurt-widgets.css';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function colourValue(css: string): Json {
  const srgb = srgbOf(css);
  const { components, alpha } = srgb;
  return {
    colorSpace: 'srgb',
    components: components.map(rounded),
    alpha: rounded(alpha),
    hex: hexOfSrgb({ components, alpha: 1 }),
  };
}

function measureValue(css: string, units: string): Json | undefined {
  const [, value, unit] = new RegExp(`^(-?\\d*\\.?\\d+)(${units})$`, 'i').exec(css) ?? [];
  return value === undefined || unit === undefined
    ? undefined
    : { value: Number(value), unit: unit.toLowerCase() };
}
const dimensionValue = (css: string): Json | undefined => measureValue(css === '0' ? '0px' : css, 'px|rem');

/** The parts between these separators that stand outside brackets and quotation marks. */
function partsOf(css: string, separator: RegExp): readonly string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const sign of css) {
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (!quote && depth === 0 && separator.test(sign)) parts.push('');
    else parts.push(String(parts.pop()) + sign);
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

function shadowValue(css: string): Json | undefined {
  const words = partsOf(css, /\s/);
  const lengths = words.map(dimensionValue).filter((each) => each !== undefined);
  const colours = words.filter((word) => word !== 'inset' && CSS.supports('color', word));
  const [offsetX, offsetY, blur, spread] = lengths;
  const known = lengths.length + colours.length + (words.includes('inset') ? 1 : 0);
  if (!offsetX || !offsetY || colours.length !== 1 || known !== words.length) return undefined;
  const none = { value: 0, unit: 'px' };
  return {
    color: colourValue(colours[0] ?? ''),
    offsetX,
    offsetY,
    blur: blur ?? none,
    spread: spread ?? none,
    ...(words.includes('inset') ? { inset: true } : {}),
  };
}

/** `$type` and `$value` of a token; undefined when the format has none for it. */
function typedValue(token: PublicToken, css: string): Json | undefined {
  const typed = ($type: string, $value: unknown) => ($value === undefined ? undefined : { $type, $value });
  switch (kindOf(token)) {
    case '<color>':
      return typed('color', colourValue(css));
    case '<length>':
      return typed('dimension', dimensionValue(css));
    case '<number>':
      return typed('number', Number(css));
    case '<weight>':
      return typed('fontWeight', Number(css));
    case '<time>':
      return typed('duration', measureValue(css, 'ms|s'));
    case '<family-name>#':
      return typed(
        'fontFamily',
        partsOf(css, /,/).map((name) => name.replace(/^(["'])(.*)\1$/, '$2')),
      );
    case '<shadow>#': {
      const shadows = partsOf(css, /,/).map(shadowValue);
      return typed('shadow', shadows.includes(undefined) ? undefined : shadows);
    }
    default:
      return undefined;
  }
}

const shortName = (name: string): string => name.replace(/^--buurt-/, '');

/** The tokens that are set, as a file for design tools. */
export function toDesignTokens(tokens: readonly PublicToken[], choice: Choice): string {
  const entries: [string, Json][] = [];
  const untyped: Record<string, string> = {};
  for (const token of tokens) {
    const css = choice[token.name];
    if (css === undefined) continue;
    const typed = typedValue(token, css);
    if (!typed) untyped[token.name] = css;
    else {
      const isWhole = cssOf(token, typed['$value']) === css;
      const kept = isWhole ? {} : { $extensions: { [extension]: css } };
      entries.push([shortName(token.name), { ...typed, $description: token.description, ...kept }]);
    }
  }
  const kept = Object.keys(untyped).length > 0 ? { $extensions: { [extension]: untyped } } : {};
  return JSON.stringify({ buurt: { ...kept, ...Object.fromEntries(entries) } }, null, 2);
}

/** A value of a file as CSS; undefined when it says nothing that CSS knows. */
function cssOf(token: PublicToken, value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const isFont = kindOf(token) === '<family-name>#';
    const all = value.map((each) => (isFont ? fontCss(each) : cssOf(token, each)));
    return all.length === 0 || all.includes(undefined) ? undefined : all.join(', ');
  }
  if (typeof value === 'string') return stringCss(token, value);
  if (typeof value === 'number') {
    // Figma knows numbers alone: a length is one of pixels there, and a time one of milliseconds.
    const unit = { '<length>': 'px', '<time>': 'ms', '<percentage>': '%' }[kindOf(token)] ?? '';
    return `${String(rounded(value))}${unit}`;
  }
  if (!isObject(value)) return undefined;
  if ('offsetX' in value) return shadowCss(value);
  if ('r' in value && 'g' in value && 'b' in value) {
    const { r, g, b, a = 1 } = value;
    return colourCss({ colorSpace: 'srgb', components: [r, g, b], alpha: a });
  }
  if ('colorSpace' in value) return colourCss(value);
  const { value: amount, unit } = value;
  return typeof amount === 'number' && typeof unit === 'string' ? `${String(amount)}${unit}` : undefined;
}

const weights: Readonly<Record<string, string>> = {
  ...{ thin: '100', hairline: '100', 'extra-light': '200', 'ultra-light': '200', light: '300' },
  ...{ normal: '400', regular: '400', book: '400', medium: '500', 'semi-bold': '600', 'demi-bold': '600' },
  ...{ bold: '700', 'extra-bold': '800', 'ultra-bold': '800', black: '900', heavy: '900' },
  ...{ 'extra-black': '950', 'ultra-black': '950' },
};

function stringCss(token: PublicToken, value: string): string {
  if (kindOf(token) === '<weight>') return weights[value.toLowerCase().replace(/\s+/g, '-')] ?? value;
  return kindOf(token) === '<family-name>#' && !value.includes(',') ? fontCss(value) : value;
}

function fontCss(name: unknown): string {
  const text = String(name);
  return /^(-?[a-z_][\w-]*|(["']).*\2)$/i.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function colourCss({ colorSpace, components, alpha = 1 }: Json): string | undefined {
  if (!Array.isArray(components) || components.length !== 3) return undefined;
  const parts = components as readonly unknown[];
  const space = String(colorSpace);
  const isWithin = parts.every((part) => typeof part === 'number' && part >= 0 && part <= 1);
  if (space === 'srgb' && isWithin && typeof alpha === 'number') {
    const [red = 0, green = 0, blue = 0] = parts as readonly number[];
    return hexOfSrgb({ components: [red, green, blue], alpha });
  }
  const coordinates = parts.map(String);
  const [first = '', second = '', third = ''] = coordinates;
  const end = ` / ${String(alpha)})`;
  if (space === 'hsl' || space === 'hwb') return `${space}(${first} ${second}% ${third}%${end}`;
  if (['lab', 'lch', 'oklab', 'oklch'].includes(space)) return `${space}(${coordinates.join(' ')}${end}`;
  return `color(${space} ${coordinates.join(' ')}${end}`;
}

function shadowCss(shadow: Json): string | undefined {
  const measures = ['offsetX', 'offsetY', 'blur', 'spread'].map((name) => {
    const { [name]: each = { value: 0, unit: 'px' } } = shadow;
    if (typeof each === 'number') return `${String(each)}px`;
    if (typeof each === 'string') return each;
    return isObject(each) ? `${String(each['value'])}${String(each['unit'])}` : undefined;
  });
  const { color } = shadow;
  const colour = isObject(color) ? colourCss(color) : typeof color === 'string' ? color : undefined;
  if (measures.includes(undefined) || colour === undefined) return undefined;
  return [...(shadow['inset'] === true ? ['inset'] : []), ...measures, colour].join(' ');
}

/** What a file gave, and what of it could not be used. */
export interface Imported {
  readonly choice: Choice;
  /** Names in the file that no public token has. */
  readonly unknown: readonly string[];
  /** Tokens whose value cannot be, and why. */
  readonly wrong: readonly { readonly name: string; readonly problem: string }[];
  /** Modes of Figma that were not read, because a token has one value here. */
  readonly otherModes: readonly string[];
}

/** A value in a file, under the name that it has there. */
interface FileToken {
  readonly name: string;
  readonly value: unknown;
  readonly css?: unknown;
}

/** `Color/Action hover`, `buurt.color.actionHover` and `--buurt-color-action-hover` are one name. */
const plainName = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');

/** Tokens of a tree with `$value`; `$root` is the name of a token that a group itself is. */
function tokensInTree(node: Json, path: readonly string[] = []): readonly FileToken[] {
  const { $extensions } = node;
  const css = isObject($extensions) ? $extensions[extension] : undefined;
  const name = path.filter((part) => part !== '$root').join('.');
  if ('$value' in node) return [{ name, value: node['$value'], css }];
  if ('$ref' in node && path.length > 0) return [{ name, value: { $ref: node['$ref'] } }];
  const kept = isObject(css)
    ? Object.entries(css).map(([token, value]): FileToken => ({ name: token, value, css: value }))
    : [];
  const within = Object.entries(node).flatMap(([key, child]) =>
    isObject(child) && (!key.startsWith('$') || key === '$root') ? tokensInTree(child, [...path, key]) : [],
  );
  return [...kept, ...within];
}

/** The value that a reference of the file comes to; undefined when it goes round or nowhere. */
function resolved(all: ReadonlyMap<string, unknown>, value: unknown, seen: readonly string[] = []): unknown {
  const braces = typeof value === 'string' ? /^\{(.+)\}$/.exec(value)?.[1] : undefined;
  const pointer = isObject(value) && typeof value['$ref'] === 'string' ? value['$ref'] : undefined;
  const path =
    braces ??
    pointer
      ?.replace(/^#\//, '')
      .replace(/\/\$value$/, '')
      .replaceAll('/', '.');
  if (path !== undefined) {
    const target = path.replace(/\.\$root$/, '');
    return seen.includes(target) ? undefined : resolved(all, all.get(target), [...seen, target]);
  }
  if (Array.isArray(value)) return value.map((each) => resolved(all, each, seen));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(all, each, seen)]));
}

/** Every object in a file, at any depth. */
function objectsIn(node: unknown): readonly Json[] {
  if (Array.isArray(node)) return node.flatMap(objectsIn);
  return isObject(node) ? [node, ...Object.values(node).flatMap(objectsIn)] : [];
}

/** Variables as the REST interface and the plugins of Figma export them, by `valuesByMode`. */
function figmaVariables(file: unknown): { tokens: readonly FileToken[]; otherModes: readonly string[] } {
  const objects = objectsIn(file);
  const variables = objects.filter(
    ({ name, valuesByMode }) => typeof name === 'string' && isObject(valuesByMode),
  );
  const modes = objects.filter(({ modeId, name }) => typeof modeId === 'string' && typeof name === 'string');
  const defaults = objects.map(({ defaultModeId }) => defaultModeId);
  const modeOf = (values: Json) =>
    Object.keys(values).find((mode) => defaults.includes(mode)) ?? Object.keys(values)[0] ?? '';
  const valueOf = (variable: Json, seen: readonly Json[] = []): unknown => {
    const values = variable['valuesByMode'] as Json;
    const value = values[modeOf(values)];
    if (!isObject(value) || value['type'] !== 'VARIABLE_ALIAS') return value;
    const target = variables.find(({ id }) => id === value['id']);
    return !target || seen.includes(target) ? undefined : valueOf(target, [...seen, target]);
  };
  const others = variables.flatMap(({ valuesByMode }) => {
    const read = modeOf(valuesByMode as Json);
    return Object.keys(valuesByMode as Json).filter((mode) => mode !== read);
  });
  const modeName = (id: string): string => {
    const name = modes.find(({ modeId }) => modeId === id)?.['name'];
    return typeof name === 'string' ? name : id;
  };
  return {
    tokens: variables.map((variable) => ({ name: String(variable['name']), value: valueOf(variable) })),
    otherModes: [...new Set(others)].map(modeName),
  };
}

/** What stands in a file of design tokens or of Figma's variables; throws a SyntaxError when it is neither. */
export function fromTokenFile(tokens: readonly PublicToken[], text: string): Imported {
  const file = JSON.parse(text) as unknown;
  const inTree = isObject(file) ? tokensInTree(file) : [];
  const byPath = new Map(inTree.map(({ name, value }) => [name, value]));
  const figma = figmaVariables(file);
  const found = [
    ...inTree.map((each) => ({ ...each, value: resolved(byPath, each.value) })),
    ...figma.tokens,
  ];
  if (found.length === 0) throw new SyntaxError('It has no design tokens and no variables of Figma.');
  const byName = new Map(tokens.flatMap((token) => namesOf(token).map((name) => [name, token])));
  const choice: Record<string, string> = {};
  const unknown: string[] = [];
  const wrong: { name: string; problem: string }[] = [];
  for (const { name, value, css } of found) {
    const plain = plainName(name);
    const token = byName.get(plain) ?? byName.get(/(?:^|-)(buurt-.+)$/.exec(plain)?.[1] ?? '');
    if (!token) {
      unknown.push(name);
      continue;
    }
    const said = cssFor(token, value, css);
    const problem =
      said === undefined
        ? `${JSON.stringify(value) ?? 'A reference'} cannot be read.`
        : problemWith(token, said);
    if (said === undefined || problem !== undefined) wrong.push({ name, problem: problem ?? '' });
    else choice[token.name] = normalized(token, said);
  }
  return { choice, unknown, wrong, otherModes: figma.otherModes };
}

const namesOf = ({ name }: PublicToken): readonly string[] => [plainName(name), plainName(shortName(name))];

/** The CSS that was kept beside a value, unless somebody changed the value since. */
function cssFor(token: PublicToken, value: unknown, kept: unknown): string | undefined {
  const said = cssOf(token, value);
  if (typeof kept !== 'string' || problemWith(token, kept) !== undefined) return said;
  const typed = typedValue(token, kept);
  return !typed || cssOf(token, typed['$value']) === said ? kept : said;
}

/** A choice as a word that can stand in an address: letters, digits, `-` and `_` alone. */
export function toWord(choice: Choice): string {
  const short = Object.fromEntries(Object.entries(choice).map(([name, value]) => [shortName(name), value]));
  if (Object.keys(short).length === 0) return '';
  const bytes = new TextEncoder().encode(JSON.stringify(short));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The choice in such a word, and what of it cannot be; throws when it was cut off. */
export function fromWord(tokens: readonly PublicToken[], word: string): Imported {
  if (word === '') return { choice: {}, unknown: [], wrong: [], otherModes: [] };
  const binary = atob(word.replaceAll('-', '+').replaceAll('_', '/'));
  const json = new TextDecoder().decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
  const short = JSON.parse(json) as unknown;
  if (!isObject(short)) throw new SyntaxError('It holds no choice.');
  const tree = Object.fromEntries(Object.entries(short).map(([name, $value]) => [name, { $value }]));
  return fromTokenFile(tokens, JSON.stringify({ buurt: tree }));
}

/** The address of this page of Storybook with the choice in it; Storybook itself reads `args`. */
export function shareAddress(address: string, choice: Choice): string {
  const url = new URL(address);
  url.hash = '';
  url.searchParams.delete('args');
  const word = toWord(choice);
  if (word) url.searchParams.set('args', `look:${word}`);
  return url.href;
}
