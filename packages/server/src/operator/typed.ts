import { InvalidArgumentError } from 'commander';

const mostCents = 2_147_483_647;

/** Words for residents. */
export function words(typed: string): string {
  if (typed.trim() === '' || typed.includes('\0')) throw new InvalidArgumentError('Say it in words.');
  return typed.trim();
}

export function calendarDate(typed: string): string {
  const date = new Date(`${typed}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== typed)
    throw new InvalidArgumentError('Give a day as 2027-05-01.');
  return typed;
}

const dutchDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The day by the clocks in the Netherlands, `2026-11-23`. */
export const calendarDateOf = (moment: Date): string => dutchDay.format(moment);

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

const inAmsterdam = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Amsterdam',
  timeZoneName: 'longOffset',
});

/** How far the clocks in the Netherlands are ahead of UTC at a moment, in milliseconds. */
function aheadMs(moment: number): number {
  const { value = '' } = inAmsterdam.formatToParts(moment).find(({ type }) => type === 'timeZoneName') ?? {};
  const [, hours = '0', minutes = '0'] = /(\d{2}):(\d{2})/.exec(value) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** A moment by the clocks in the Netherlands, `2027-01-10 09:00`; a day alone is its beginning. ISO 8601 with a zone too. */
export function moment(typed: string): string {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(typed.trim()) ?? [];
  const local = Date.parse(`${day}T${time}Z`);
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(typed) ? Date.parse(typed) : Number.NaN;
  const at = Number.isNaN(local) ? zoned : local - aheadMs(local - aheadMs(local));
  if (Number.isNaN(at))
    throw new InvalidArgumentError('Give a moment as "2027-01-10 09:00", by the clocks in the Netherlands.');
  return new Date(at).toISOString();
}

/** An address of a page where letters lead to. */
export function pageAddress(typed: string): string {
  if (!URL.canParse(typed) || !/^https?:\/\//.test(typed))
    throw new InvalidArgumentError('Give the address of the page, as https://www.example.nl/buurtbudget.');
  const { href } = new URL(typed);
  if (href.includes('#')) throw new InvalidArgumentError('Leave out the # and what stands behind it.');
  return href;
}
