import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCalendarDay, isMoment } from '@buurt/domain/wire/calendar.js';
import { dutchDay, dutchMoment } from '@buurt/domain/wire/dutch-time.js';

describe('Days and moments in the Netherlands', () => {
  it('are in the calendar, or are none', () => {
    for (const day of ['2027-02-28', '2028-02-29', '2027-12-31']) assert.ok(isCalendarDay(day), day);
    for (const day of ['2027-02-29', '2027-02-31', '2027-04-31', '2027-13-01', '2027-1-1', '', '2027-00-10'])
      assert.ok(!isCalendarDay(day), day);
    for (const iso of ['2027-02-28T20:00Z', '2027-02-28T20:00:00.5+01:00']) assert.ok(isMoment(iso), iso);
    for (const iso of ['2027-02-31T20:00:00Z', '2027-02-28T24:00:00Z', '2027-02-28T20:00:00', '2027-02-28'])
      assert.ok(!isMoment(iso), iso);
  });

  it('are told by the clocks there, also around midnight and when the clocks change', () => {
    assert.equal(dutchDay('2026-11-28T23:00:00Z'), '2026-11-29');
    assert.equal(dutchDay(new Date('2027-06-30T22:30:00Z')), '2027-07-01');
    assert.equal(dutchMoment('2026-05-31', '23:59:59')?.toISOString(), '2026-05-31T21:59:59.000Z');
    assert.equal(dutchMoment('2027-01-10')?.toISOString(), '2027-01-09T23:00:00.000Z');
    assert.equal(dutchMoment('2027-03-28', '01:59')?.toISOString(), '2027-03-28T00:59:00.000Z');
    assert.equal(dutchMoment('2027-03-28', '03:00')?.toISOString(), '2027-03-28T01:00:00.000Z');
    assert.equal(dutchMoment('2027-10-31', '02:30')?.toISOString(), '2027-10-31T00:30:00.000Z');
  });

  it('are none when those clocks never show them', () => {
    for (const [day, time] of [
      ['2027-03-28', '02:30'],
      ['2027-03-28', '02:00'],
      ['2027-02-31', '20:00'],
      ['2027-02-28', '24:00'],
      ['2027-02-28', '12:60'],
      ['', '12:00'],
    ] as const)
      assert.equal(dutchMoment(day, time), undefined, `${day} ${time}`);
  });
});
