import { isCalendarDay } from './calendar.js';

const timeZone = 'Europe/Amsterdam';
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
const clockFormat = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
const offsetFormat = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });

/** The day of a moment by the clocks in the Netherlands, `2026-11-23`. */
export const dutchDay = (moment: Date | string): string => dayFormat.format(new Date(moment));

/** How far the clocks in the Netherlands are ahead of UTC at a moment, in milliseconds. */
function aheadMs(moment: number): number {
  const { value = '' } = offsetFormat.formatToParts(moment).find(({ type }) => type === 'timeZoneName') ?? {};
  const [, hours = '0', minutes = '0'] = /(\d{2}):(\d{2})/.exec(value) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The moment at which the clocks in the Netherlands show a day and a time (`23:59` or `23:59:59`), the first of the
 * two on the night when they are put back. `undefined` when they never do: no such day, no such time, or the hour that
 * is skipped in spring.
 */
export function dutchMoment(day: string, time = '00:00'): Date | undefined {
  const seconds = time.length === 5 ? `${time}:00` : time;
  const local = Date.parse(`${day}T${seconds}Z`);
  if (Number.isNaN(local) || !isCalendarDay(day)) return undefined;
  return [local - dayMs, local + dayMs]
    .map((near) => new Date(local - aheadMs(near)))
    .toSorted((a, b) => a.getTime() - b.getTime())
    .find((at) => clockFormat.format(at) === `${day} ${seconds}`);
}
