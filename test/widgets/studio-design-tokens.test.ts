import { expect } from '@open-wc/testing';
import {
  fromTokenFile,
  fromWord,
  shareAddress,
  toDesignTokens,
  toWord,
} from '../../stories/studio/design-tokens.js';
import { presets } from '../../stories/studio/presets.js';
import { publicTokens } from './studio-tokens.js';

const whole = {
  '--buurt-brand': '#0b5d51',
  '--buurt-color-link': 'oklch(43% 0.08 178)',
  '--buurt-color-text': 'light-dark(#000, #fff)',
  '--buurt-color-surface': 'transparent',
  '--buurt-font-family': '"Open Sans", Arial, sans-serif',
  '--buurt-line-height': '1.6',
  '--buurt-heading-font-weight': '650',
  '--buurt-space': '1em',
  '--buurt-radius': '0px',
  '--buurt-button-radius': '0.5rem',
  '--buurt-button-fill': '0%',
  '--buurt-button-text-decoration': 'underline',
  '--buurt-shadow': '0 2px 8px rgb(0 0 0 / 0.2), inset 0 0 0 1px #fff',
  '--buurt-motion': '120ms',
};
const read = (file: unknown) => fromTokenFile(publicTokens, JSON.stringify(file));
const written = (choice: Readonly<Record<string, string>>) =>
  JSON.parse(toDesignTokens(publicTokens, choice)) as { buurt: Record<string, Record<string, unknown>> };

describe('A file of design tokens', () => {
  it('has a type and a value for each token, as the format asks', () => {
    const { buurt } = written(whole);
    const valueOf = (name: string) => [buurt[name]?.['$type'], buurt[name]?.['$value']];
    expect(valueOf('brand')).to.deep.equal([
      'color',
      { colorSpace: 'srgb', components: [0.0431, 0.3647, 0.3176], alpha: 1, hex: '#0b5d51' },
    ]);
    expect(valueOf('button-radius')).to.deep.equal(['dimension', { value: 0.5, unit: 'rem' }]);
    expect(valueOf('font-family')).to.deep.equal(['fontFamily', ['Open Sans', 'Arial', 'sans-serif']]);
    expect(valueOf('line-height')).to.deep.equal(['number', 1.6]);
    expect(valueOf('heading-font-weight')).to.deep.equal(['fontWeight', 650]);
    expect(valueOf('motion')).to.deep.equal(['duration', { value: 120, unit: 'ms' }]);
    const [type, [shadow]] = valueOf('shadow') as [string, [Record<string, unknown>]];
    expect(type).to.equal('shadow');
    expect(shadow['blur']).to.deep.equal({ value: 8, unit: 'px' });
  });

  it('has no type that the format does not have, and still all that was chosen', () => {
    const { buurt } = written(whole);
    expect(buurt).not.to.have.any.keys('space', 'button-fill', 'button-text-decoration');
    expect(buurt['$extensions']?.['org.buurt-widgets.css']).to.deep.equal({
      '--buurt-space': '1em',
      '--buurt-button-fill': '0%',
      '--buurt-button-text-decoration': 'underline',
    });
  });

  for (const [name, choice] of [
    ['everything', whole],
    ...presets.map((preset) => [preset.name, preset.choice] as const),
  ] as const)
    it(`gives back what went in: ${name}`, () => {
      const {
        choice: back,
        unknown,
        wrong,
      } = fromTokenFile(publicTokens, toDesignTokens(publicTokens, choice));
      expect({ back, unknown, wrong }).to.deep.equal({ back: choice, unknown: [], wrong: [] });
    });

  it('counts for what somebody changed in it, not for the CSS that stood beside it', () => {
    const file = written({ '--buurt-color-text': 'light-dark(#000, #fff)' });
    const { text } = file.buurt as { text?: unknown };
    expect(text).to.equal(undefined);
    file.buurt['color-text']!['$value'] = { colorSpace: 'srgb', components: [1, 0, 0] };
    expect(read(file).choice).to.deep.equal({ '--buurt-color-text': '#ff0000' });
  });

  it('may have references, groups, older values and other names', () => {
    const { choice, unknown, wrong } = read({
      palette: { teal: { $type: 'color', $value: '#0b5d51' } },
      buurt: {
        brand: { $value: '{palette.teal}' },
        color: {
          $root: { $value: '#111' },
          link: { $ref: '#/palette/teal' },
          actionHover: { $value: '#222' },
        },
        radius: { $type: 'dimension', $value: '12px' },
        'heading-font-weight': { $type: 'fontWeight', $value: 'semi-bold' },
        'control-border-color': {
          $type: 'color',
          $value: { colorSpace: 'oklch', components: [0.5, 0.1, 'none'] },
        },
      },
    });
    expect(choice).to.deep.equal({
      '--buurt-brand': '#0b5d51',
      '--buurt-color-link': '#0b5d51',
      '--buurt-color-action-hover': '#222',
      '--buurt-radius': '12px',
      '--buurt-heading-font-weight': '600',
      '--buurt-control-border-color': 'oklch(0.5 0.1 none / 1)',
    });
    expect(unknown).to.deep.equal(['palette.teal', 'buurt.color']);
    expect(wrong).to.deep.equal([]);
  });

  it('says which values cannot be, also references that go round', () => {
    const { choice, wrong } = read({
      buurt: {
        brand: { $value: '{buurt.color-link}' },
        'color-link': { $value: '{buurt.brand}' },
        radius: { $value: { value: 2, unit: 'furlong' } },
        motion: { $value: { value: 80, unit: 'ms' } },
      },
    });
    expect(choice).to.deep.equal({ '--buurt-motion': '80ms' });
    expect(wrong.map(({ name }) => name)).to.deep.equal(['buurt.brand', 'buurt.color-link', 'buurt.radius']);
    expect(wrong.every(({ problem }) => problem.length > 10)).to.equal(true);
  });

  for (const text of ['no JSON', '{}', '[]', '"a"', '{"name":"package"}'])
    it(`is not: ${text}`, () => {
      expect(() => fromTokenFile(publicTokens, text)).to.throw(SyntaxError);
    });
});

describe('An export of Figma', () => {
  it('of its own has the format, with numbers for lengths', () => {
    const { choice } = read({
      Buurt: {
        Brand: {
          $type: 'color',
          $value: { colorSpace: 'srgb', components: [1, 0.831372559, 0], alpha: 1, hex: '#FFD400' },
          $extensions: { 'com.figma.variableId': 'VariableID:1:2', 'com.figma.scopes': ['ALL_SCOPES'] },
        },
        Radius: { $type: 'number', $value: 8 },
        'Font family': { $type: 'string', $value: 'Open Sans' },
      },
      $extensions: { 'com.figma.modeName': 'Light' },
    });
    expect(choice).to.deep.equal({
      '--buurt-brand': '#ffd400',
      '--buurt-radius': '8px',
      '--buurt-font-family': '"Open Sans"',
    });
  });

  it('of its REST interface has values by mode: the first mode is read, the others are named', () => {
    const { choice, unknown, otherModes } = read({
      meta: {
        variableCollections: {
          c: {
            defaultModeId: '1:0',
            modes: [
              { modeId: '1:1', name: 'Dark' },
              { modeId: '1:0', name: 'Light' },
            ],
          },
        },
        variables: {
          a: {
            id: 'a',
            name: 'buurt/brand',
            resolvedType: 'COLOR',
            valuesByMode: { '1:1': { r: 0, g: 0, b: 0, a: 1 }, '1:0': { type: 'VARIABLE_ALIAS', id: 'b' } },
          },
          b: {
            id: 'b',
            name: 'palette/yellow',
            resolvedType: 'COLOR',
            valuesByMode: { '1:0': { r: 1, g: 1, b: 0, a: 1 } },
          },
        },
      },
    });
    expect(choice).to.deep.equal({ '--buurt-brand': '#ffff00' });
    expect(unknown).to.deep.equal(['palette/yellow']);
    expect(otherModes).to.deep.equal(['Dark']);
  });
});

describe('A link to a choice', () => {
  it('holds all of it, in signs that Storybook lets through', () => {
    const word = toWord({ ...whole, '--buurt-font-family': '"Ünïcode ☃", serif' });
    expect(word).to.match(/^[\w-]+$/);
    expect(fromWord(publicTokens, word).choice['--buurt-font-family']).to.equal('"Ünïcode ☃", serif');
    expect(fromWord(publicTokens, toWord(whole)).choice).to.deep.equal(whole);
  });

  it('is an address of the same page', () => {
    const page = 'https://example.org/studio/?path=/story/studio--make-it-yours&args=look:old#x';
    expect(shareAddress(page, {})).to.equal(
      'https://example.org/studio/?path=%2Fstory%2Fstudio--make-it-yours',
    );
    expect(shareAddress(page, { '--buurt-brand': '#fff' })).to.contain('&args=look%3A');
  });

  it('says what cannot be, and is refused when it was cut off', () => {
    const { choice, wrong, unknown } = fromWord(
      publicTokens,
      toWord({ '--buurt-brand': 'url(x)', '--buurt-motion': '1s', '--buurt-gone': '1px' }),
    );
    expect(choice).to.deep.equal({ '--buurt-motion': '1s' });
    expect(wrong).to.have.length(1);
    expect(unknown).to.deep.equal(['buurt.gone']);
    expect(() => fromWord(publicTokens, toWord(whole).slice(0, 40))).to.throw();
  });
});
