import ical from 'ical-generator';
import type { ToCome } from '../store/happenings.js';

/** A calendar (RFC 5545): promises on the day by which they are to be kept, votes as long as they are open. */
export function agenda(name: string, toCome: readonly ToCome[]): string {
  const calendar = ical({ name, prodId: { company: 'buurt', product: 'widgets', language: 'NL' } });
  for (const { id, title, text, from, until, since } of toCome)
    calendar.createEvent({
      ...{ id: `${id}@buurt`, summary: title, stamp: since, start: new Date(from) },
      ...(text === '' ? {} : { description: text }),
      ...(until ? { end: until } : { allDay: true }),
    });
  return calendar.toString();
}
