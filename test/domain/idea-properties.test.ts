import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contains, type Border } from '@buurt/domain/geo/border.js';
import { ideaProblems, type NewIdea } from '@buurt/domain/ideas/idea.js';
import { problemCodes } from '@buurt/domain/wire/problem.js';
import {
  fieldSteps,
  ideaFields,
  ideaSteps,
  isAsked,
  type FieldSettings,
  type IdeaFieldName,
  type IdeaSettings,
} from '@buurt/domain/ideas/settings.js';
import { border, idea as anyIdea, settings as anySettings } from './arbitraries.js';

/** The value at a JSON Pointer's first token, and whether the rest leads to something. */
function resolves(pointer: string, idea: NewIdea, settings: IdeaSettings): boolean {
  const [empty, ...tokens] = pointer
    .split('/')
    .map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (empty !== '' || tokens.length === 0) return false;
  const [key, ...rest] = tokens as [keyof NewIdea, ...string[]];
  if (key === 'consent' || key === 'locale') return true;
  if (key === 'answers')
    return settings.questions.some(({ id }) => id === rest[0]) || Object.hasOwn(idea.answers ?? {}, rest[0]!);
  if (!ideaFields.includes(key)) return false;
  let value: unknown = idea[key];
  for (const each of rest) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, each)) return false;
    value = (value as Record<string, unknown>)[each];
  }
  return true;
}

/** Each field's rule once more, as a yes or no and written another way. */
function holds({ name, required, min = 0, max }: FieldSettings, idea: NewIdea, within: Border): boolean {
  const given = (text = '') =>
    text.includes('\0') ? text : text.replace(/^[\s\p{Cc}\p{Cf}\p{DI}]+$/u, '').trim();
  const text = (most: number, value = given(idea[name as 'title'])) => {
    const length = Array.from(value).length;
    if (value.includes('\0')) return false;
    return length === 0 ? !required : length >= min && length <= (max ?? most);
  };
  const known = ['time', 'skill', 'tools', 'space', 'network'];
  const chosen = (list: readonly string[] = []) =>
    (list.length > 0 || !required) &&
    new Set(list).size === list.length &&
    list.every((each) => known.includes(each));
  const cents = (amount: number) => Number.isInteger(amount) && amount >= 0 && amount <= 1e8;
  const rules: Record<IdeaFieldName, () => boolean> = {
    title: () => text(120),
    story: () => text(5000),
    assets: () => text(2000),
    joiners: () => text(2000),
    name: () => text(80),
    theme: () => (idea.theme ? ['green', 'play'].includes(idea.theme) : !required),
    place: () => {
      const { place } = idea;
      if (!place) return place === null || !required;
      const address = given(place.address);
      return contains(within, place) && !address.includes('\0') && Array.from(address).length <= 200;
    },
    needs: () => chosen(idea.needs),
    offers: () => chosen(idea.offers),
    cost: () => {
      const { cost } = idea;
      if (!cost) return cost === null || !required;
      return cents(cost.minCents) && cents(cost.maxCents) && cost.minCents <= cost.maxCents;
    },
    photos: () => {
      const { photos = [] } = idea;
      if (photos.length === 0) return !required;
      const fits = ({ alt }: { alt: string }) => !alt.includes('\0') && Array.from(given(alt)).length <= 300;
      return photos.length <= Math.min(5, max ?? 5) && photos.every(fits);
    },
    email: () => {
      const value = given(idea.email);
      return value === '' ? !required : value === 'noor@voorbeeld.nl' && value.length <= (max ?? 254);
    },
    phone: () => {
      const value = given(idea.phone);
      return value === '' ? !required : value === '06 12345678' && value.length <= (max ?? 20);
    },
  };
  return rules[name]();
}

describe('what is wrong with any idea under any settings', () => {
  const everything = fc.record({ settings: anySettings, idea: anyIdea, within: border });

  it('is nothing if and only if the rule of each field and question holds', () => {
    fc.assert(
      fc.property(everything, ({ settings, idea, within }) => {
        const problems = ideaProblems(settings, idea, within);
        for (const field of settings.fields) {
          const own = problems.filter(({ pointer }) => pointer.split('/')[1] === field.name);
          assert.equal(own.length === 0, holds(field, idea, within), `${field.name}: ${JSON.stringify(own)}`);
        }
        assert.equal(
          problems.some(({ code }) => code === 'consent'),
          !idea.consent,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('points at something that is on the form or in the idea', () => {
    fc.assert(
      fc.property(everything, ({ settings, idea, within }) => {
        for (const { pointer, code } of ideaProblems(settings, idea, within)) {
          assert.ok(resolves(pointer, idea, settings), pointer);
          assert.ok(problemCodes.includes(code));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('follows the order of the form: step by step, fields before questions, consent last', () => {
    fc.assert(
      fc.property(everything, ({ settings, idea, within }) => {
        const order = ideaSteps.flatMap((step) => [
          ...settings.fields
            .filter(({ name }) => fieldSteps[name] === step)
            .map(({ name }) => name as string),
          ...settings.questions
            .filter((each) => each.step === step && isAsked(each, idea))
            .map(({ id }) => `answers/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`),
        ]);
        const places = ideaProblems(settings, idea, within)
          .filter(({ code }) => code !== 'unknown-key')
          .map(({ pointer, code }) => {
            const [, key = '', second = ''] = pointer.split('/');
            return code === 'consent'
              ? order.length
              : order.indexOf(key === 'answers' ? `${key}/${second}` : key);
          });
        assert.ok(!places.includes(-1));
        assert.deepEqual(
          places,
          places.toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('names each bound that was passed, and by how much', () => {
    fc.assert(
      fc.property(everything, ({ settings, idea, within }) => {
        for (const { code, limit = NaN, actual = NaN } of ideaProblems(settings, idea, within)) {
          if (code === 'too-short') assert.ok(actual < limit);
          if (code === 'too-long' || code === 'too-many') assert.ok(actual > limit);
        }
      }),
      { numRuns: 300 },
    );
  });
});
