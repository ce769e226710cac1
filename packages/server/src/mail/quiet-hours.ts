import { dutchDay, dutchMoment } from '@buurt/domain/wire/dutch-time.js';

const from = '07:00';
const until = '22:00';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });
const hourMs = 60 * 60 * 1000;

/** When a mail that can wait may go: now between 7:00 and 22:00 in the Netherlands, else at the next 7:00. */
export function nextAllowed(at: Date): Date {
  const time = clock.format(at);
  if (from <= time && time < until) return at;
  // Nine hours after any moment of the night it is the day on which it ends, also when the clocks change.
  const morning = dutchDay(new Date(at.getTime() + 9 * hourMs));
  return dutchMoment(morning, from) ?? at;
}
