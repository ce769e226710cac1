/** A line of packages/core/tokens.json. */
export interface PublicToken {
  readonly name: string;
  readonly group: string;
  readonly syntax: string;
  readonly default: string;
  readonly description: string;
}

/** What somebody chose: the value of each token that they set, by its name. */
export type Choice = Readonly<Record<string, string>>;

interface Kind {
  /** Why a value is not of this kind is not asked of the browser: only whether it is. */
  readonly accepts: (value: string) => boolean;
  readonly says: string;
}

const isBetween = (value: string, least: number, most: number): boolean =>
  /^\d*\.?\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

const kinds: Readonly<Record<string, Kind>> = {
  '<color>': {
    accepts: (value) => CSS.supports('color', value),
    says: 'not a colour. Write for example #0b5d51, rgb(11 93 81) or oklch(43% 0.08 178).',
  },
  '<length>': {
    // Of all properties, the width of a border takes lengths that are not negative and no percentage.
    accepts: (value) => !/^(thin|medium|thick)$/i.test(value) && CSS.supports('border-left-width', value),
    says: 'not a length. Write a number with a unit, for example 12px, 0.75em or 1rem.',
  },
  '<family-name>#': {
    accepts: (value) => CSS.supports('font-family', value),
    says: 'not a list of fonts. Write names with commas between them, for example "Open Sans", sans-serif.',
  },
  '<number>': {
    accepts: (value) => isBetween(value, 0.5, 5),
    says: 'not a number from 0.5 to 5. Write it without a unit, for example 1.6.',
  },
  '<weight>': {
    accepts: (value) => isBetween(value, 1, 1000),
    says: 'not a number from 1 to 1000. 400 is regular, 700 is bold.',
  },
  '<percentage>': {
    accepts: (value) => value.endsWith('%') && isBetween(value.slice(0, -1), 0, 100),
    says: 'not a percentage from 0% to 100%.',
  },
  '<time>': {
    accepts: (value) => !value.includes(',') && CSS.supports('transition-duration', value),
    says: 'not a time. Write for example 120ms or 0.2s.',
  },
  '<shadow>#': {
    accepts: (value) => CSS.supports('box-shadow', value),
    says: 'not a shadow. Write for example 0 2px 8px rgb(0 0 0 / 0.1), or none.',
  },
};

/** The kind of value that a token takes: its syntax, in which a weight is a number of its own. */
export const kindOf = ({ name, syntax }: PublicToken): string =>
  name.endsWith('-font-weight') ? '<weight>' : syntax;

/** The words that a token takes, when it takes a few words alone. */
export const wordsOf = ({ syntax }: PublicToken): readonly string[] =>
  syntax.startsWith('<') ? [] : syntax.split('|').map((word) => word.trim());

/** A value as the styles can calculate with it: a zero has a unit. */
export function normalized(token: PublicToken, value: string): string {
  const trimmed = value.trim();
  return kindOf(token) === '<length>' && /^0+(\.0*)?$/.test(trimmed) ? '0px' : trimmed;
}

/** Says why a token cannot have a value; undefined when it can. */
export function problemWith(token: PublicToken, value: string): string | undefined {
  const normal = normalized(token, value);
  if (/\b(var|env|attr)\(/i.test(normal))
    return `“${normal}” refers to a value of another page. Write the value itself.`;
  if (/^(inherit|initial|unset|revert|revert-layer)$/i.test(normal))
    return `“${normal}” says nothing by itself: reset the token instead.`;
  const words = wordsOf(token);
  if (words.length > 0)
    return words.includes(normal) ? undefined : `“${normal}” is not one of: ${words.join(', ')}.`;
  const kind = kinds[kindOf(token)];
  return !kind || kind.accepts(normal) ? undefined : `“${normal}” is ${kind.says}`;
}

/** A choice with one value more, or with one less when the value is empty. */
export function withValue(choice: Choice, { name }: PublicToken, value: string): Choice {
  const others = Object.fromEntries(Object.entries(choice).filter(([each]) => each !== name));
  return value === '' ? others : { ...others, [name]: value };
}

/** What a webmaster pastes into a stylesheet, in the order of the tokens. */
export function toCss(tokens: readonly PublicToken[], choice: Choice): string {
  const lines = tokens.flatMap(({ name }) => (choice[name] ? [`  ${name}: ${choice[name]};\n`] : []));
  return lines.length === 0
    ? '/* Nothing is chosen yet: the widgets keep their own look. */'
    : `:root {\n${lines.join('')}}`;
}
