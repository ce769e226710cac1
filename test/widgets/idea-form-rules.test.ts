import { expect } from '@open-wc/testing';
import { ideaProblems, type NewIdea } from '@buurt/domain/ideas/idea.js';
import fc from 'fast-check';
import { emptyDraft } from '../../packages/idea-form/src/draft.js';
import { neverStored, parseDraft } from '../../packages/idea-form/src/stored-draft.js';
import { centsOf, toNewIdea, toggled } from '../../packages/idea-form/src/new-idea.js';
import { freeze } from '../../packages/idea-form/src/submission.js';
import { fieldIdOf, stepOf } from '../../packages/idea-form/src/problem-location.js';
import { rozenbuurt } from '../support/endpoint.js';

const id = '0e4f6f5c-1111-4111-8111-000000000000';
const draft = {
  ...emptyDraft(id),
  title: 'Een lange tafel',
  story: 'Eén keer per maand samen eten.',
  consent: true,
};

describe('an amount as people write it', () => {
  const amounts: readonly (readonly [string, number])[] = [
    ['250', 25000],
    ['€ 250', 25000],
    ['1.250', 125000],
    ['1.250,50', 125050],
    ['12,5', 1250],
    ['12.50', 1250],
    ['100,-', 10000],
    ['0', 0],
  ];
  for (const [written, cents] of amounts)
    it(`“${written}” is ${String(cents)} cents`, () => expect(centsOf(written)).to.equal(cents));

  for (const written of ['', 'veel', '-5', '1,2,3', '12,345,6', '1e3'])
    it(`“${written}” is not an amount`, () => expect(centsOf(written)).to.be.NaN);
});

describe('a draft', () => {
  it('becomes an idea that the rules of the server accept', () => {
    expect(ideaProblems(rozenbuurt, toNewIdea(draft, rozenbuurt))).to.deep.equal([]);
  });

  it('sends nothing that the organiser does not ask for', () => {
    const settings = { ...rozenbuurt, fields: rozenbuurt.fields.filter(({ name }) => name !== 'assets') };
    const idea = toNewIdea({ ...draft, assets: 'Een kraan', answers: { strange: 'x' } }, settings);
    expect(idea).not.to.have.any.keys('assets', 'answers');
  });

  it('is sent under the same key as long as it says the same, whatever is uploaded', () => {
    const photo = { id: crypto.randomUUID(), name: 'bank.jpg', alt: '' };
    const uploaded = { id: 'photo-1', alt: '', sources: [] };
    const keyOf = (one: typeof photo) => freeze({ ...draft, photos: [one] }, rozenbuurt, 'nl').key;
    const before = keyOf(photo);
    expect(keyOf({ ...photo, uploaded } as typeof photo)).to.equal(before);
    expect(before).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('says its language where that is not Dutch', () => {
    expect(freeze(draft, rozenbuurt, 'nl').body).not.to.have.any.keys('locale');
    const { body, key } = freeze(draft, rozenbuurt, 'en');
    expect(body.locale).to.equal('en');
    expect(ideaProblems(rozenbuurt, body)).to.deep.equal([]);
    expect(key).not.to.equal(freeze(draft, rozenbuurt, 'nl').key);
  });

  it('is sent under another key after any edit of its text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (one, other) => {
        fc.pre(one.trim() !== other.trim());
        const keys = [one, other].map((story) => freeze({ ...draft, story }, rozenbuurt, 'nl').key);
        return keys[0] !== keys[1];
      }),
    );
  });

  it('comes out of a store as it went in, without what is never kept', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, story) => {
        const full = { ...draft, title, story, place: null, needs: ['time' as const], answers: { q: 'a' } };
        const stored = JSON.parse(
          JSON.stringify({ ...full, name: '', email: '', phone: '', consent: false }),
        ) as object;
        expect(parseDraft(stored, id)).to.deep.equal({
          ...full,
          name: '',
          email: '',
          phone: '',
          consent: false,
        });
      }),
    );
    expect([...neverStored]).to.have.members(['name', 'email', 'phone', 'consent']);
  });

  it('can be made of whatever stands in a store', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const kept = typeof value === 'object' && value !== null ? value : { title: value };
        const idea: NewIdea = toNewIdea(parseDraft(kept, id), rozenbuurt);
        expect(idea.title).to.be.a('string');
      }),
    );
  });

  it('turns a kind of offer on and off again', () => {
    expect(toggled(toggled(['tools'], 'time'), 'time')).to.deep.equal(['tools']);
  });
});

describe('a problem', () => {
  it('is mended at the step where its field stands', () => {
    expect(stepOf({ pointer: '/photos/0/alt', code: 'too-long' }, rozenbuurt)).to.equal('photos');
    expect(stepOf({ pointer: '/consent', code: 'consent' }, rozenbuurt)).to.equal('you');
    expect(fieldIdOf({ pointer: '/cost/minCents', code: 'out-of-range' })).to.equal('cost-from');
  });

  it('with a pointer to nowhere has no step, whatever it looks like', () => {
    for (const pointer of ['', '/', '/__proto__', '/constructor/x', '/answers/nobody', 'title'])
      expect(stepOf({ pointer, code: 'malformed' }, rozenbuurt)).to.equal(undefined);
  });
});
