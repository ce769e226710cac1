import { expect } from '@open-wc/testing';
import { normalized, problemWith, toCss, withValue, type PublicToken } from '../../stories/studio/choice.js';
import { publicTokens, tokenNamed } from './studio-tokens.js';

const wrong: Readonly<Record<string, readonly string[]>> = {
  '--buurt-brand': ['bleu', '#12', 'red; color: blue', 'var(--house)', 'inherit'],
  '--buurt-radius': ['12', '50%', '-2px', 'thick', '1 px'],
  '--buurt-font-family': ['Open Sans,', '12px'],
  '--buurt-line-height': ['24px', 'normal', '0', '150%'],
  '--buurt-heading-font-weight': ['bold', '0', '1001'],
  '--buurt-button-fill': ['100', '110%', 'none'],
  '--buurt-button-text-decoration': ['overline', 'underline none'],
  '--buurt-shadow': ['2px', 'soft'],
  '--buurt-motion': ['120', '1s, 2s'],
};
const right: Readonly<Record<string, readonly string[]>> = {
  '--buurt-brand': ['#0b5d51', 'oklch(43% 0.08 178)', 'light-dark(#000, #fff)', 'transparent'],
  '--buurt-radius': ['0', '12px', '0.75em', 'calc(1rem + 2px)'],
  '--buurt-font-family': ['"Open Sans", sans-serif', 'Georgia'],
  '--buurt-line-height': ['1.6', '2'],
  '--buurt-heading-font-weight': ['400', '1000'],
  '--buurt-button-fill': ['0%', '100%'],
  '--buurt-button-text-decoration': ['underline', 'none'],
  '--buurt-shadow': ['none', '0 2px 8px #0003, inset 0 0 1px red'],
  '--buurt-motion': ['0s', '120ms'],
};

describe('A token in the Studio', () => {
  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      it(`says what is wrong with ${value} for ${name}`, () => {
        expect(problemWith(tokenNamed(name), value)).to.match(/^“.+” .+/);
      });

  for (const [name, values] of Object.entries(right))
    for (const value of values)
      it(`takes ${value} for ${name}`, () => {
        expect(problemWith(tokenNamed(name), value)).to.equal(undefined);
      });

  it('is one of a kind that the Studio can judge', () => {
    const unjudged = publicTokens.filter((token) => problemWith(token, 'no such value!') === undefined);
    expect(unjudged.map(({ name }: PublicToken) => name)).to.deep.equal([]);
  });

  it('gets a zero with a unit, with which the styles can calculate', () => {
    expect(normalized(tokenNamed('--buurt-padding-inline'), ' 0 ')).to.equal('0px');
    expect(normalized(tokenNamed('--buurt-button-fill'), '0%')).to.equal('0%');
  });
});

describe('The CSS of a choice', () => {
  it('has the tokens that are set, in their own order', () => {
    const choice = { '--buurt-radius': '0px', '--buurt-brand': '#ffd400' };
    expect(toCss(publicTokens, choice)).to.equal(
      ':root {\n  --buurt-brand: #ffd400;\n  --buurt-radius: 0px;\n}',
    );
  });

  it('is a comment while nothing is set', () => {
    const brand = tokenNamed('--buurt-brand');
    const chosen = withValue({}, brand, '#ffd400');
    expect(chosen).to.deep.equal({ '--buurt-brand': '#ffd400' });
    expect(toCss(publicTokens, withValue(chosen, brand, ''))).to.match(/^\/\*.*\*\/$/);
  });
});
