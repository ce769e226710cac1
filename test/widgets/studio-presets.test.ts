import { expect } from '@open-wc/testing';
import { problemWith } from '../../stories/studio/choice.js';
import { isOn, presets, withPreset } from '../../stories/studio/presets.js';
import { tokenNamed } from './studio-tokens.js';

const [rounded, square, quiet] = presets as [
  (typeof presets)[number],
  (typeof presets)[number],
  (typeof presets)[number],
];

describe('A preset of the Studio', () => {
  for (const { name, choice } of presets)
    it(`sets public tokens to values that they can have: ${name}`, () => {
      const problems = Object.entries(choice).map(([token, value]) => problemWith(tokenNamed(token), value));
      expect(problems.filter(Boolean)).to.deep.equal([]);
    });

  it('leaves what somebody chose, and takes away what another preset had set', () => {
    const chosen = { '--buurt-brand': '#ffd400', '--buurt-radius': '5px' };
    const first = withPreset(chosen, rounded);
    expect(first['--buurt-brand']).to.equal('#ffd400');
    expect(isOn(first, rounded)).to.equal(true);
    expect(withPreset(first, quiet)).to.deep.equal({ '--buurt-brand': '#ffd400', ...quiet.choice });
    expect(isOn(withPreset(first, square), rounded)).to.equal(false);
  });
});
