import ical, { ICalEventStatus } from 'ical-generator';
import type { CalendarItem } from './feed.queries.js';

/** A calendar (RFC 5545): promises on the day by which they are to be kept, votes as long as they are open. */
export function calendarFeed(name: string, toCome: readonly CalendarItem[]): string {
  const calendar = ical({ name, prodId: { company: 'buurt', product: 'widgets', language: 'NL' } });
  for (const { id, title, text, from, until, revisedAt, revisions, isCancelled } of toCome)
    calendar.createEvent({
      ...{ id: `${id}@buurt`, summary: title, start: new Date(from) },
      ...{ stamp: revisedAt, lastModified: revisedAt, sequence: revisions },
      ...(isCancelled ? { status: ICalEventStatus.CANCELLED } : {}),
      ...(text === '' ? {} : { description: text }),
      ...(until ? { end: until } : { allDay: true }),
    });
  return calendar.toString();
}
