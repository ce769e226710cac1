/** What the custom elements manifest (schema 2) says of something with a name. */
export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

/** An attribute, with the property that it sets. */
export type Attribute = Described & { readonly fieldName?: string };

/** A field or a method of the class. */
export type Member = Described & {
  readonly kind: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
};

/** A token, with the kind of its value as CSS writes it: `<color>`, `<length>`. */
export type CssProperty = Described & { readonly syntax?: string };

/** What a page can do with one tag. */
export interface Declaration {
  readonly tagName: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly slots?: readonly Described[];
  readonly events?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly CssProperty[];
}

export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Partial<Declaration>[] }[];
}

export function declarationOf({ modules }: Manifest, tag: string): Declaration {
  const found = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((each): each is Declaration => each.tagName === tag);
  if (!found) throw new Error(`The custom elements manifest does not know <${tag}>`);
  return found;
}

/** Attributes of HTML itself that a widget takes notice of; no manifest names them. */
const globalAttributes: readonly Attribute[] = [
  {
    name: 'lang',
    description: 'The language of the widget: `nl` or `en`. By default the language of the page.',
    type: { text: "'nl' | 'en'" },
  },
];

export const attributesOf = ({ attributes = [] }: Declaration): readonly Attribute[] => [
  ...attributes,
  ...globalAttributes,
];

/** Properties that no attribute sets. */
export const propertiesOf = ({ members = [] }: Declaration): readonly Member[] =>
  members.filter(({ kind, attribute }) => kind === 'field' && attribute === undefined);

/** A default of the source as a page would write it: `'cards'` is `cards`. */
export const usualOf = ({ default: written = '' }: Described): string => written.replaceAll(/^'|'$/g, '');

/** The values that a type of texts allows: `'cards' | 'rows'`. */
export const choicesOf = ({ type }: Described): readonly string[] =>
  [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, choice = '']) => choice);
