import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  daysUntil,
  promisedMoney,
  silentDays,
  stillAsked,
} from '@buurt/domain/initiatives/initiative-news.js';
import type { BuurtPromise } from '@buurt/domain/initiatives/initiative.js';

const now = Date.parse('2026-11-23T12:00:00Z');
const dayMs = 86_400_000;
const ago = (days: number) => new Date(now - days * dayMs).toISOString();

describe('what the buurt hears of an initiative', () => {
  it('is silent after sixty days without news, while something is expected', () => {
    const initiative = { status: 'underway', publishedAt: ago(400), newsAt: ago(94) } as const;
    assert.equal(silentDays(initiative, now), 94);
    assert.equal(silentDays({ ...initiative, newsAt: ago(59.9) }, now), 0);
    assert.equal(silentDays({ ...initiative, newsAt: ago(60) }, now), 60);
    assert.equal(silentDays({ ...initiative, newsAt: null }, now), 400);
    for (const status of ['new', 'onBallot', 'done', 'declined'] as const)
      assert.equal(silentDays({ ...initiative, status }, now), 0, status);
  });

  it('counts days by the calendar, also over summer time', () => {
    assert.equal(daysUntil('2027-05-01', '2027-04-19'), 12);
    assert.equal(daysUntil('2026-10-26', '2026-10-25'), 1);
    assert.equal(daysUntil('2026-03-29', '2026-03-30'), -1);
    assert.equal(daysUntil('2026-11-23', '2026-11-23'), 0);
  });

  it('asks no fewer than none', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (asked, offered) => {
        const left = stillAsked({ kind: 'time', asked, offered });
        assert.equal(left, asked > offered ? asked - offered : 0);
      }),
    );
  });

  it('adds the money of all promises, and says nothing where none does', () => {
    const promise: BuurtPromise = {
      who: 'De gemeente',
      what: 'Een bankje',
      dueOn: '2027-05-01',
      state: 'open',
      grantedCents: null,
      spentCents: null,
    };
    assert.deepEqual(promisedMoney([]), { grantedCents: null, spentCents: null });
    assert.deepEqual(promisedMoney([promise]), { grantedCents: null, spentCents: null });
    const granted = [
      promise,
      { ...promise, grantedCents: 240_000, spentCents: 0 },
      { ...promise, grantedCents: 1 },
    ];
    assert.deepEqual(promisedMoney(granted), { grantedCents: 240_001, spentCents: 0 });
  });
});
