import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextAllowed } from '../../packages/server/src/mail/quiet-hours.js';

const next = (at: string) => nextAllowed(new Date(at)).toISOString();

describe('A mail that can wait', () => {
  it('goes at once between 7:00 and 22:00', () => {
    for (const at of ['2026-11-30T06:00:00.000Z', '2026-11-30T12:00:00.000Z', '2026-11-30T20:59:59.999Z'])
      assert.equal(next(at), at);
  });

  it('waits for 7:00 from 22:00 on, before and after midnight', () => {
    for (const at of [
      '2026-11-30T21:00:00Z',
      '2026-11-30T22:59:59Z',
      '2026-11-30T23:00:00Z',
      '2026-12-01T05:59:59Z',
    ])
      assert.equal(next(at), '2026-12-01T06:00:00.000Z');
  });

  it('waits for 7:00 of summer in the night when the clocks go forward', () => {
    for (const at of [
      '2027-03-27T21:00:00Z',
      '2027-03-28T00:59:00Z',
      '2027-03-28T01:00:00Z',
      '2027-03-28T04:59:00Z',
    ])
      assert.equal(next(at), '2027-03-28T05:00:00.000Z');
    assert.equal(next('2027-03-27T20:59:00.000Z'), '2027-03-27T20:59:00.000Z');
    assert.equal(next('2027-03-28T20:00:00Z'), '2027-03-29T05:00:00.000Z');
  });

  it('waits for 7:00 of winter in the night when the clocks go back', () => {
    for (const at of [
      '2026-10-24T20:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T05:59:00Z',
    ])
      assert.equal(next(at), '2026-10-25T06:00:00.000Z');
    assert.equal(next('2026-10-24T19:59:00.000Z'), '2026-10-24T19:59:00.000Z');
    assert.equal(next('2026-10-25T21:00:00Z'), '2026-10-26T06:00:00.000Z');
  });

  it('never waits longer than ten hours, and goes when it may', () => {
    for (
      let at = Date.parse('2026-10-20T00:00:00Z');
      at < Date.parse('2027-04-02T00:00:00Z');
      at += 17 * 60_000
    ) {
      const allowed = nextAllowed(new Date(at));
      assert.ok(allowed.getTime() >= at && allowed.getTime() - at <= 10 * 3_600_000);
      assert.equal(nextAllowed(allowed).getTime(), allowed.getTime());
    }
  });
});
