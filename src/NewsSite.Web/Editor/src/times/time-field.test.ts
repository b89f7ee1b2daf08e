import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Server } from '../server';
import type { TimeAnswer, TimeChoice } from './time-answer';
import { shifted } from './time-answer';
import { TimeField, type TimeFieldSettings } from './time-field';

const told = (at: string, more: Partial<TimeAnswer> = {}): TimeAnswer => ({ at, occurrence: null, instant: `${at.replace(' ', 'T')}:00+00:00`, spoken: `Day ${at}`, away: 'in 3 days', isPast: false, change: null, ...more });
const choice = (at: string, occurrence: 'first' | 'second' | null): TimeChoice => ({ at, occurrence, instant: at, spoken: `Day ${at}`, away: 'in 3 days', isPast: false, words: `${at} ${occurrence ?? ''}` });
const success = (body: TimeAnswer): Answer<TimeAnswer> => ({ ok: true, status: 200, body });
const refusal = (detail: string): Answer<TimeAnswer> => ({ ok: false, status: 422, problem: { detail }, retryAfter: null, aborted: false });

describe('A field for a time', () => {
  const get = vi.fn();
  let field: TimeField;

  const open = (settings: Partial<TimeFieldSettings> = {}): void => {
    field = new TimeField({ get } as unknown as Server, { label: 'When', ...settings });
    document.body.append(field.element);
  };
  const words = (): HTMLInputElement => field.element.querySelector('input[type=text]')!;
  const line = (): string => field.element.querySelector('[role=status]')!.textContent;
  const asked = (): string[] => get.mock.calls.map(([path]) => decodeURIComponent(path as string));
  const type = async (text: string): Promise<void> => {
    words().value = text;
    words().dispatchEvent(new Event('input'));
    await vi.advanceTimersByTimeAsync(300);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    get.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('says below what the words mean, and fills the calendar', async () => {
    get.mockResolvedValue(success(told('2026-11-24 06:00', { spoken: 'Tuesday 24 November 2026, 6:00 am' })));
    open();

    await type('tuesday 6am');

    expect(asked()).toEqual(['times?text=tuesday 6am']);
    expect(line()).toBe('Tuesday 24 November 2026, 6:00 am, in 3 days');
    expect(field.value).toEqual({ at: '2026-11-24 06:00', occurrence: null });
    expect(field.problem()).toBeNull();
    expect(field.element.querySelector<HTMLInputElement>('[type=date]')!.value).toBe('2026-11-24');
    expect(field.element.querySelector<HTMLInputElement>('[type=time]')!.value).toBe('06:00');
  });

  it('leaves all of it selected when the words of a set time come', async () => {
    get.mockResolvedValue(success(told('2026-11-24 06:00', { spoken: 'Tuesday 24 November 2026, 6:00 am' })));
    open({ value: { at: '2026-11-24 06:00', occurrence: null } });
    words().focus();
    words().select();

    await vi.advanceTimersByTimeAsync(0);

    expect(words().value).toBe('Tuesday 24 November 2026, 6:00 am');
    expect([words().selectionStart, words().selectionEnd]).toEqual([0, words().value.length]);
  });

  it('asks once for words typed in one go, and has no value meanwhile', async () => {
    get.mockResolvedValue(success(told('2026-11-24 06:00')));
    open();

    words().value = 'tue';
    words().dispatchEvent(new Event('input'));
    await vi.advanceTimersByTimeAsync(100);
    words().value = 'tue 6am';
    words().dispatchEvent(new Event('input'));
    expect(field.value).toBeNull();
    expect(field.problem()).toContain('One moment');
    await field.settled();

    expect(asked()).toEqual(['times?text=tue 6am']);
    expect(field.value?.at).toBe('2026-11-24 06:00');
  });

  it('lets a late answer to earlier words go', async () => {
    let late: (answer: Answer<TimeAnswer>) => void = () => undefined;
    get.mockReturnValueOnce(new Promise((resolve) => (late = resolve))).mockResolvedValue(success(told('2026-11-25 07:00')));
    open();

    await type('tue 6am');
    await type('wed 7am');
    late(success(told('2026-11-24 06:00')));
    await vi.advanceTimersByTimeAsync(0);

    expect(field.value?.at).toBe('2026-11-25 07:00');
  });

  it('repeats the question of words that leave something open', async () => {
    get.mockResolvedValue(refusal('5 am or 5 pm? Write “5am”.'));
    open();

    await type('5');
    await field.settled();

    expect(line()).toBe('5 am or 5 pm? Write “5am”.');
    expect(field.problem()).toBe('5 am or 5 pm? Write “5am”.');
    expect(words().getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBeNull();
  });

  it('has one of two times chosen where the clocks go back', async () => {
    const at = '2026-10-25 01:30';
    get.mockResolvedValue(success(told(at, { instant: null, away: null, change: { kind: 'twice', words: '1:30 happens twice.', choices: [choice(at, 'first'), choice(at, 'second')] } })));
    open();
    await type(at);
    expect(field.problem()).toBe('Choose one of the two times.');
    expect(line()).toBe('1:30 happens twice.');

    field.element.querySelectorAll<HTMLInputElement>('[type=radio]')[1]!.click();

    expect(field.value).toEqual({ at, occurrence: 'second' });
    expect(field.problem()).toBeNull();
  });

  it('has a time that exists chosen where the clocks go forward', async () => {
    get.mockResolvedValue(success(told('2027-03-28 01:30', { instant: null, away: null, change: { kind: 'skipped', words: '1:30 does not exist.', choices: [choice('2027-03-28 00:59', null), choice('2027-03-28 02:00', null)] } })));
    open();
    await type('28 march 1:30');

    field.element.querySelectorAll<HTMLInputElement>('[type=radio]')[1]!.click();

    expect(field.value).toEqual({ at: '2027-03-28 02:00', occurrence: null });
    expect(field.element.querySelector<HTMLInputElement>('[type=time]')!.value).toBe('02:00');
  });

  it('takes a day and a time from the calendar, and puts them into words', async () => {
    get.mockResolvedValue(success(told('2026-12-01 07:15', { spoken: 'Tuesday 1 December 2026, 7:15 am' })));
    open();
    const [day, clock] = [field.element.querySelector<HTMLInputElement>('[type=date]')!, field.element.querySelector<HTMLInputElement>('[type=time]')!];

    day.value = '2026-12-01';
    day.dispatchEvent(new Event('change'));
    expect(get).not.toHaveBeenCalled();
    clock.value = '07:15';
    clock.dispatchEvent(new Event('change'));
    await vi.advanceTimersByTimeAsync(1);

    expect(asked()).toEqual(['times?at=2026-12-01 07:15']);
    expect(words().value).toBe('Tuesday 1 December 2026, 7:15 am');
  });

  it('moves by a quarter of an hour with the arrows', async () => {
    get.mockImplementation((path: string) => Promise.resolve(success(told(decodeURIComponent(path).slice(-16)))));
    open({ value: { at: '2026-11-24 23:50', occurrence: null } });
    await field.settled();

    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown']) words().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    await field.settled();

    expect(field.value?.at).toBe('2026-11-25 00:05');
    expect(asked().at(-1)).toBe('times?at=2026-11-25 00:05');
  });

  it('keeps the second of two equal times that it was given', async () => {
    const at = '2026-10-25 01:30';
    get.mockResolvedValue(success(told(at, { occurrence: 'second', change: { kind: 'twice', words: 'Twice.', choices: [choice(at, 'first'), choice(at, 'second')] } })));
    open({ value: { at, occurrence: 'second' } });
    await field.settled();

    expect(asked()).toEqual([`times?at=${at}&occurrence=second`]);
    expect(field.value).toEqual({ at, occurrence: 'second' });
    expect(field.element.querySelectorAll<HTMLInputElement>('[type=radio]')[1]!.checked).toBe(true);
  });

  it('says that a time is past, and refuses it only where that matters', async () => {
    get.mockResolvedValue(success(told('2026-11-20 06:00', { isPast: true, away: 'yesterday' })));
    open();
    await type('20 november 2026 6am');
    expect(line()).toBe('Day 2026-11-20 06:00, yesterday, which is past');
    expect(field.problem()).toBeNull();

    document.body.replaceChildren();
    open({ mustBeAhead: true });
    await type('20 november 2026 6am');
    expect(field.problem()).toContain('is past');
  });

  it('goes over the ends of days and years', () => {
    expect(shifted('2026-12-31 23:50', 15)).toBe('2027-01-01 00:05');
    expect(shifted('2026-03-01 00:05', -15)).toBe('2026-02-28 23:50');
  });
});
