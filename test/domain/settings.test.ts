import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ShapeError } from '@buurt/domain/wire/json.js';
import {
  defaultIdeaSettings,
  fieldSteps,
  ideaFields,
  ideaSettingsFrom,
  ideaSteps,
} from '@buurt/domain/ideas/settings.js';
import { settings } from './arbitraries.js';

describe('the settings of a form', () => {
  it('come back from JSON as they were', () => {
    fc.assert(
      fc.property(settings, (own) => {
        const written: unknown = JSON.parse(JSON.stringify(own));
        assert.deepEqual(ideaSettingsFrom(written), written);
      }),
    );
  });

  it('have a sensible form without an organiser: each field at most once, known themes, a step for each field', () => {
    const names = defaultIdeaSettings.fields.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(
      defaultIdeaSettings.fields.filter(({ required }) => required).map(({ name }) => name),
      ['title', 'story'],
    );
    assert.ok(defaultIdeaSettings.themes.every(({ name }) => name.nl && name.en));
    assert.deepEqual([...new Set(ideaFields.map((name) => fieldSteps[name]))], [...ideaSteps]);
    assert.deepEqual(ideaSettingsFrom(defaultIdeaSettings), defaultIdeaSettings);
  });

  for (const [what, change, pointer] of [
    ['an unknown field', { fields: [{ name: 'password', required: true }] }, '/fields/0/name'],
    ['a negative limit', { fields: [{ name: 'title', required: true, max: -1 }] }, '/fields/0/max'],
    ['a question without words', { questions: [{ id: 'q', step: 'idea' }] }, '/questions/0/kind'],
    ['a theme without a name', { themes: [{ id: 'green' }] }, '/themes/0/name'],
    ['days that are no number', { answerDays: '14' }, '/answerDays'],
    ['no organisation', { organisation: undefined }, '/organisation'],
  ] as const)
    it(`are refused with ${what}`, () => {
      assert.throws(
        () => ideaSettingsFrom({ ...defaultIdeaSettings, ...change }),
        (error) => error instanceof ShapeError && error.pointer === pointer,
      );
    });
});
