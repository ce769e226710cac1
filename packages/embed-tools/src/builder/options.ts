/** What a widget can be told, as its manifest says it. */
export interface Option {
  readonly name: string;
  readonly description: string;
  readonly kind: 'choice' | 'yes-no' | 'number' | 'text';
  /** Of a choice, the usual one first. */
  readonly choices: readonly string[];
  readonly usual: string;
}

/** Of the custom elements manifest (schema 2), what is read here. */
export interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly {
        readonly name: string;
        readonly description?: string;
        readonly default?: string;
        readonly type?: { readonly text: string };
      }[];
    }[];
  }[];
}

/** What has a place of its own on the page, and is no option. */
const apart = ['endpoint', 'buurt'];

const unquoted = (text: string): string => text.replaceAll(/['`]/g, '').trim();

const kindOf = (type: string): Option['kind'] => {
  if (type.includes("'")) return 'choice';
  if (type.startsWith('boolean')) return 'yes-no';
  return type.startsWith('number') ? 'number' : 'text';
};

/** The options of a tag, in the order of its manifest. */
export function optionsOf({ modules }: Manifest, tag: string): readonly Option[] {
  const declared = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  return (declared?.attributes ?? [])
    .filter(({ name }) => !apart.includes(name))
    .map(({ name, description = '', default: usual = '', type: { text } = { text: 'string' } }) => ({
      ...{ name, description: unquoted(description), kind: kindOf(text), usual: unquoted(usual) },
      choices: kindOf(text) === 'choice' ? text.split('|').map(unquoted) : [],
    }));
}
