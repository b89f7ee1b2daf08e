import { describe, expect, it } from 'vitest';
import { chosenOf, dayInWords, shortly, wallOf } from './walls';

const zone = 'Europe/London';

describe('Minutes on the wall', () => {
  it('are those of the site, whatever the device thinks', () => {
    expect(wallOf('2026-11-24T06:00:00Z', zone)).toBe('2026-11-24 06:00');
    expect(wallOf('2026-07-01T23:30:00Z', zone)).toBe('2026-07-02 00:30');
  });

  it('know which of two they are where the clocks go back', () => {
    expect(chosenOf('2026-10-25T00:30:00Z', zone)).toEqual({ at: '2026-10-25 01:30', occurrence: 'first' });
    expect(chosenOf('2026-10-25T01:30:00Z', zone)).toEqual({ at: '2026-10-25 01:30', occurrence: 'second' });
    expect(chosenOf('2026-03-29T01:30:00Z', zone)).toEqual({ at: '2026-03-29 02:30', occurrence: null });
  });

  it('are short on a button and long in a sentence', () => {
    expect(shortly('2026-11-24 06:00', '2026-11-22')).toBe('Tue 24 Nov, 6:00');
    expect(shortly('2027-01-04 18:30', '2026-11-22')).toBe('Mon 4 Jan 2027, 18:30');
    expect(dayInWords('2026-11-25')).toBe('Wednesday 25 November 2026');
  });
});
