import {
  attributesOf,
  choicesOf,
  propertiesOf,
  usualOf,
  type Attribute,
  type CssProperty,
  type Declaration,
  type Described,
  type Member,
} from './declaration.js';

/** What somebody chose in the panel, by the key of the control. */
export type Args = Readonly<Record<string, unknown>>;

/** A row of the Controls panel, as Storybook takes it. */
export interface ArgType {
  readonly name: string;
  readonly description: string;
  readonly control: false | { readonly type: string };
  readonly options?: readonly string[];
  readonly table: {
    readonly category: string;
    readonly type?: { readonly summary: string };
    readonly defaultValue?: { readonly summary: string };
  };
}

/**
 * The keys of the controls. A part, a slot or an event has a key of its own, because a widget may have an attribute of the
 * same name: the list has `status` as both an attribute and a part.
 */
const keys = {
  attribute: (name: string) => name,
  property: (name: string) => `property-${name}`,
  slot: (name: string) => `slot-${name || 'default'}`,
  event: (name: string) => `event-${name}`,
  part: (name: string) => `part-${name}`,
  token: (name: string) => name,
};

const isYesNo = ({ type }: Described) => type?.text === 'boolean';
const isNumber = ({ type }: Described) => type?.text === 'number';

const row = (
  category: string,
  described: Described,
  control: ArgType['control'],
  name = described.name,
): ArgType => {
  const { description = '', type, default: usual } = described;
  return {
    name,
    description,
    control,
    table: {
      category,
      ...(type && { type: { summary: type.text } }),
      ...(usual !== undefined && { defaultValue: { summary: usual } }),
    },
  };
};

function attributeRow(attribute: Attribute): ArgType {
  const options = choicesOf(attribute);
  if (options.length > 0) return { ...row('Attributes', attribute, { type: 'select' }), options };
  if (isYesNo(attribute)) return row('Attributes', attribute, { type: 'boolean' });
  return row('Attributes', attribute, { type: isNumber(attribute) ? 'number' : 'text' });
}

/** A page hands over a connection as an object with a function; no panel can write that. */
function propertyRow(member: Member): ArgType {
  if (member.readonly || member.name === 'connection') return row('Properties', member, false);
  return row('Properties', member, { type: member.type?.text === 'string' ? 'text' : 'object' });
}

const tokenRow = (token: CssProperty): ArgType => ({
  ...row('CSS properties', token, { type: token.syntax === '<color>' ? 'color' : 'text' }),
  table: {
    category: 'CSS properties',
    type: { summary: token.syntax ?? '' },
    defaultValue: { summary: token.default ?? '' },
  },
});

/** A row for everything that the manifest tells of a tag. */
export function argTypesOf(declaration: Declaration): Record<string, ArgType> {
  const { slots = [], events = [], cssParts = [], cssProperties = [] } = declaration;
  return Object.fromEntries([
    ...attributesOf(declaration).map((each) => [keys.attribute(each.name), attributeRow(each)]),
    ...propertiesOf(declaration).map((each) => [keys.property(each.name), propertyRow(each)]),
    ...slots.map((each) => [
      keys.slot(each.name),
      row('Slots (text)', each, { type: 'text' }, each.name || 'default'),
    ]),
    ...events.map((each) => [keys.event(each.name), row('Events (see Actions)', each, false)]),
    ...cssProperties.map((each) => [keys.token(each.name), tokenRow(each)]),
    ...cssParts.map((each) => [
      keys.part(each.name),
      row('CSS parts (declarations)', each, { type: 'text' }, `::part(${each.name})`),
    ]),
  ]) as Record<string, ArgType>;
}

function usualArg(attribute: Attribute): unknown {
  if (isYesNo(attribute)) return usualOf(attribute) === 'true';
  if (isNumber(attribute)) return Number(usualOf(attribute));
  return usualOf(attribute);
}

/** What the controls show at first: each the default of its attribute, and nothing chosen of the rest. */
export function usualArgs(declaration: Declaration): Record<string, unknown> {
  const { slots = [], cssParts = [], cssProperties = [] } = declaration;
  const texts = propertiesOf(declaration).filter(({ type }) => type?.text === 'string');
  return Object.fromEntries([
    ...attributesOf(declaration)
      .filter((each) => choicesOf(each).length === 0 || usualOf(each) !== '')
      .map((each) => [keys.attribute(each.name), usualArg(each)]),
    ...texts.map(({ name }) => [keys.property(name), '']),
    ...slots.map(({ name }) => [keys.slot(name), '']),
    ...cssProperties.filter(({ syntax }) => syntax !== '<color>').map(({ name }) => [keys.token(name), '']),
    ...cssParts.map(({ name }) => [keys.part(name), '']),
  ]) as Record<string, unknown>;
}

/** What a page would write for an argument; `undefined` when there is nothing to write. */
function writtenAs(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '' || value === false) return undefined;
  return value === true ? '' : String(value as string | number);
}

/** What was chosen, as a page writes it. */
export interface Chosen {
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly slots: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
}

/** Without what is as it is by default. */
export function chosenFrom(declaration: Declaration, args: Args): Chosen {
  const { slots = [], cssParts = [], cssProperties = [] } = declaration;
  const texts = (all: readonly Described[], key: (name: string) => string) =>
    Object.fromEntries(
      all.flatMap(({ name }) => {
        const written = writtenAs(args[key(name)]);
        return written === undefined ? [] : [[name, written]];
      }),
    );
  const attributes = attributesOf(declaration).filter((each) => {
    const value = args[keys.attribute(each.name)];
    return value !== usualArg(each) || value === '';
  });
  const cleared = attributes.filter((each) => args[keys.attribute(each.name)] === '' && usualOf(each) !== '');
  return {
    attributes: {
      ...texts(attributes, keys.attribute),
      // Of which the default is not empty, empty says something: no filters at all.
      ...Object.fromEntries(cleared.map(({ name }) => [name, ''])),
    },
    properties: Object.fromEntries(
      propertiesOf(declaration)
        .map(({ name }) => [name, args[keys.property(name)]] as const)
        .filter(([, value]) => value !== undefined && value !== ''),
    ),
    slots: texts(slots, keys.slot),
    tokens: texts(cssProperties, keys.token),
    parts: texts(cssParts, keys.part),
  };
}
