/** Whether `2027-02-28` is in the calendar; `2027-02-31` is not. */
export function isCalendarDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day
  );
}

/** Whether it is a moment with a zone, `2027-02-28T20:00:00Z` or `…+01:00`, on a day and at a time that there is. */
export function isMoment(iso: string): boolean {
  const [, day = ''] =
    /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(iso) ?? [];
  return isCalendarDay(day) && !Number.isNaN(Date.parse(iso));
}
