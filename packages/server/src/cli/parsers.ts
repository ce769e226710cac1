import { isCalendarDay, isMoment } from '@buurt/domain/wire/calendar.js';
import { characters } from '@buurt/domain/wire/characters.js';
import { dutchMoment } from '@buurt/domain/wire/dutch-time.js';
import { InvalidArgumentError } from 'commander';

const mostCents = 2_147_483_647;

/** Words for residents. */
export function residentText(typed: string): string {
  if (typed.trim() === '' || typed.includes('\0')) throw new InvalidArgumentError('Say it in words.');
  return typed.trim();
}

/** Words for residents, no longer than there is room for. */
export const residentTextUpTo =
  (most: number) =>
  (typed: string): string => {
    const text = residentText(typed);
    if (characters(text) > most)
      throw new InvalidArgumentError(`Use ${most.toLocaleString('en')} characters at most.`);
    return text;
  };

export function calendarDate(typed: string): string {
  if (!isCalendarDay(typed)) throw new InvalidArgumentError('Give a day as 2027-05-01.');
  return typed;
}

/** Euros as an operator types them, `1250` or `1250,50`, as cents. */
export function euros(typed: string): number {
  const [, whole, part = ''] = /^(\d{1,8})(?:[.,](\d{1,2}))?$/.exec(typed) ?? [];
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  if (whole === undefined || cents > mostCents)
    throw new InvalidArgumentError('Give euros, as 1250 or 1250,50.');
  return cents;
}

export function countUpTo(most: number): (typed: string) => number {
  return (typed) => {
    const number = Number(typed);
    if (/^[1-9]\d*$/.test(typed) && number <= most) return number;
    throw new InvalidArgumentError(`Give a number from 1 to ${most.toLocaleString('en')}.`);
  };
}

/** A moment by the clocks in the Netherlands, `2027-01-10 09:00`; a day alone is its beginning. ISO 8601 with a zone too. */
export function moment(typed: string): string {
  const given = typed.trim();
  const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(given) ?? [];
  const zoned = isMoment(given) ? new Date(given) : undefined;
  const at = zoned ?? dutchMoment(day, time);
  if (!at)
    throw new InvalidArgumentError(
      'Give a moment as "2027-01-10 09:00", by the clocks in the Netherlands, that is in the calendar.',
    );
  return at.toISOString();
}

/** An address of a page where letters lead to. */
export function pageAddress(typed: string): string {
  if (!URL.canParse(typed) || !/^https?:\/\//.test(typed))
    throw new InvalidArgumentError('Give the address of the page, as https://www.example.nl/buurtbudget.');
  const { href } = new URL(typed);
  if (href.includes('#')) throw new InvalidArgumentError('Leave out the # and what stands behind it.');
  return href;
}
