import type { ChosenTime } from '../times/time-answer';

/** The clock on the wall of a zone at an instant: "2026-11-24 06:00". */
export function wallOf(instant: string | number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** The same with which of two it is, where the clocks go back over it. */
export function chosenOf(instant: string, zone: string): ChosenTime {
  const hour = 3_600_000;
  const [at, now] = [wallOf(instant, zone), Date.parse(instant)];
  return { at, occurrence: wallOf(now - hour, zone) === at ? 'second' : wallOf(now + hour, zone) === at ? 'first' : null };
}

/** "Tue 24 Nov, 6:00" of "2026-11-24 06:00"; with the year where it is not this one. */
export function shortly(at: string, today: string): string {
  const [day, time] = at.split(' ') as [string, string];
  const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }) })
    .formatToParts(new Date(`${day}T00:00Z`)).filter((part) => part.type !== 'literal').map((part) => part.value);
  return `${words.join(' ')}, ${time.replace(/^0/, '')}`;
}

/** "Tuesday 24 November 2026" of "2026-11-24". */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T00:00Z`)).replace(',', '');
