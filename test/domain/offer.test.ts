import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  offerProblems,
  remarkProblems,
  type NewOffer,
  type NewRemark,
} from '@buurt/domain/initiatives/offer.js';
import { anyText } from './arbitraries.js';

const offer: NewOffer = { kinds: ['time'], message: '', name: 'Noor', contact: 'noor@voorbeeld.nl' };
const remark: NewRemark = { stance: 'question', text: 'Mag de hond mee?', name: '' };

describe('"Ik doe mee"', () => {
  it('needs a kind of help, a name and a way to be reached', () => {
    assert.deepEqual(offerProblems(offer), []);
    assert.deepEqual(offerProblems({ kinds: [], message: '', name: ' ', contact: '' }), [
      { pointer: '/kinds', code: 'required' },
      { pointer: '/name', code: 'required' },
      { pointer: '/contact', code: 'required' },
    ]);
  });

  it('takes each kind once, and no kind that does not exist', () => {
    assert.deepEqual(offerProblems({ ...offer, kinds: ['time', 'money' as never, 'time'] }), [
      { pointer: '/kinds/1', code: 'not-an-option' },
      { pointer: '/kinds/2', code: 'not-an-option' },
    ]);
  });

  it('says how much too long the words are', () => {
    assert.deepEqual(offerProblems({ ...offer, message: 'x'.repeat(601) }), [
      { pointer: '/message', code: 'too-long', limit: 600, actual: 601 },
    ]);
  });

  it('takes an e-mail address or a telephone number, in the ways in which the idea form takes them', () => {
    for (const contact of [
      'samira@voorbeeld.nl',
      ' noor@x.nl ',
      '06 12345678',
      '+31 (0)6-1234 5678',
      '0201234567',
    ])
      assert.deepEqual(offerProblems({ ...offer, contact }), [], contact);
  });

  it('refuses a contact that cannot be reached, and says which of the two it seems to be', () => {
    for (const [contact, code] of [
      ['geen adres', 'not-a-contact'],
      ['Kerkstraat 12', 'not-a-contact'],
      ['......', 'not-a-contact'],
      ['noor@voorbeeld', 'not-an-email'],
      ['bel 06 12345678 of noor@x.nl', 'not-an-email'],
      ['12345', 'not-a-phone-number'],
      ['06 1234', 'not-a-phone-number'],
    ] as const)
      assert.deepEqual(offerProblems({ ...offer, contact }), [{ pointer: '/contact', code }], contact);
    assert.deepEqual(offerProblems({ ...offer, contact: `0${'6'.repeat(20)}` }), [
      { pointer: '/contact', code: 'too-long', limit: 20, actual: 21 },
    ]);
  });
});

describe('a remark', () => {
  it('needs words and a stance, and no name', () => {
    assert.deepEqual(remarkProblems(remark), []);
    assert.deepEqual(remarkProblems({ stance: 'maybe' as never, text: 'Nou', name: '' }), [
      { pointer: '/stance', code: 'not-an-option' },
      { pointer: '/text', code: 'too-short', limit: 4, actual: 3 },
    ]);
    assert.deepEqual(remarkProblems({ ...remark, text: '' }), [{ pointer: '/text', code: 'required' }]);
  });

  it('may hold any text that a database can keep', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const length = Array.from(text.trim()).length;
        fc.pre(length >= 4 && length <= 1000 && !text.includes('\0') && /[\p{L}\p{N}]/u.test(text));
        assert.deepEqual(remarkProblems({ ...remark, text }), []);
      }),
    );
  });
});
