import './times.css';
import { elementId, h } from '../dom';
import { wordsOf, type Server } from '../server';
import { shifted, type ChosenTime, type TimeAnswer, type TimeChoice } from './time-answer';

export interface TimeFieldSettings {
  readonly label: string;
  /** Set from the start; null for an empty field. */
  readonly value?: ChosenTime | null;
  readonly hint?: string;
  /** Whether a time that is past is a problem. */
  readonly mustBeAhead?: boolean;
  /** After every change of the value, or of what is wrong with it. */
  readonly onchange?: () => void;
}

type Told = TimeAnswer | TimeChoice;

const pause = 250; // ms after the last key
const step = 15; // minutes

/** A time, typed in words or chosen; the line below says what it means. */
export class TimeField {
  readonly element: HTMLElement;
  private readonly words: HTMLInputElement;
  private readonly day = h('input', { type: 'date', id: elementId('time-day') });
  private readonly clock = h('input', { type: 'time', id: elementId('time-clock') });
  private readonly line = h('p', { class: 'time-line', role: 'status', 'aria-live': 'polite', id: elementId('time-line') });
  private readonly choices = h('div', { class: 'time-choices' });
  private answer: TimeAnswer | null = null;
  private picked: TimeChoice | null = null;
  private fault: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting: { query: string } | null = null;
  private request: AbortController | null = null;
  private asking: Promise<void> = Promise.resolve();

  constructor(private readonly server: Server, private readonly settings: TimeFieldSettings) {
    const hint = h('p', { class: 'hint', id: elementId('time-hint') }, settings.hint ?? 'In words, such as “tomorrow 6am” or “Friday 7.30pm”. Up and down arrows move it by a quarter of an hour.');
    this.words = h('input', { type: 'text', id: elementId('time'), autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: 100, 'aria-describedby': `${hint.id} ${this.line.id}`, oninput: () => this.typed(), onkeydown: (event: KeyboardEvent) => this.move(event), onblur: () => this.mark() });
    for (const input of [this.day, this.clock]) input.addEventListener('change', () => this.chosen());
    const or = elementId('time-or');
    this.element = h('div', { class: 'time-field' },
      h('div', { class: 'field' }, h('label', { for: this.words.id }, settings.label), hint, this.words, this.line),
      this.choices,
      h('div', { class: 'time-calendar', role: 'group', 'aria-labelledby': or },
        h('p', { class: 'time-or', id: or }, 'or choose'),
        h('div', { class: 'field' }, h('label', { for: this.day.id }, 'Day'), this.day),
        h('div', { class: 'field' }, h('label', { for: this.clock.id }, 'Time'), this.clock)));
    if (settings.value) this.set(settings.value);
  }

  /** The time that was understood and, where the clocks change, chosen; null while there is none. */
  get value(): ChosenTime | null {
    const chosen = this.current();
    return chosen && { at: chosen.at, occurrence: chosen.occurrence };
  }

  /** What the program said last of the words in the field; null for nothing yet. */
  get said(): TimeAnswer | null {
    return this.answer;
  }

  /** What keeps the time from being used, for whoever typed it; null for nothing. */
  problem(): string | null {
    if (this.waiting) return 'One moment: the time is being looked up.';
    if (this.fault !== null) return this.fault;
    if (!this.answer) return 'Type a time, such as “tomorrow 6am”.';
    const chosen = this.current();
    if (!chosen) return 'Choose one of the two times.';
    return this.settings.mustBeAhead && chosen.isPast ? `${chosen.spoken} is past. Choose a time to come.` : null;
  }

  /** Ends when whatever was typed last has been understood, or not. */
  async settled(): Promise<void> {
    if (this.timer !== undefined) this.send();
    for (let asked: Promise<void> | null = null; asked !== this.asking;) await (asked = this.asking);
    this.mark();
  }

  /** Puts a time in, as if somebody had chosen it. */
  set(value: ChosenTime | null): void {
    this.words.value = value?.at ?? '';
    this.forget();
    if (!value) return this.show();
    this.calendar(value.at);
    this.ask(atQuery(value), 0);
  }

  focus(): void {
    this.words.focus();
  }

  private typed(): void {
    this.forget();
    const text = this.words.value.trim();
    if (text === '') return this.show();
    this.ask(`text=${encodeURIComponent(text)}`, pause);
  }

  private chosen(): void {
    if (this.day.value === '' || this.clock.value === '') return;
    this.set({ at: `${this.day.value} ${this.clock.value.slice(0, 5)}`, occurrence: null });
  }

  private move(event: KeyboardEvent): void {
    const minutes = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0;
    const from = this.current() ?? this.answer;
    if (minutes === 0 || !from || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = shifted(from.at, minutes);
    const kept = { ...from, at, occurrence: null };
    this.words.value = at;
    this.calendar(at);
    this.ask(atQuery(kept), pause);
    // Held down, the key goes on from here; what the time means comes with the answer.
    this.answer = { at, occurrence: null, instant: null, spoken: at, away: null, isPast: false, change: null };
    this.picked = null;
    this.fault = null;
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.request?.abort();
    this.waiting = null;
    this.answer = null;
    this.picked = null;
    this.fault = null;
    this.words.removeAttribute('aria-invalid');
  }

  private ask(query: string, delay: number): void {
    clearTimeout(this.timer);
    this.request?.abort();
    this.waiting = { query };
    this.timer = setTimeout(() => this.send(), delay);
    this.settings.onchange?.();
  }

  private send(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting) this.asking = this.look(this.waiting);
  }

  private async look(asked: { query: string }): Promise<void> {
    const request = (this.request = new AbortController());
    const answer = await this.server.get<TimeAnswer>(`times?${asked.query}`, { signal: request.signal });
    if (this.waiting !== asked) return; // something newer was typed
    this.waiting = null;
    this.answer = answer.ok ? answer.body : null;
    this.fault = answer.ok ? null : wordsOf(answer);
    if (answer.ok) {
      this.calendar(answer.body.at);
      if (asked.query.startsWith('at=') && !answer.body.change) this.write(answer.body.spoken);
      this.picked = answer.body.change?.choices.find((choice) => choice.occurrence !== null && choice.occurrence === answer.body.occurrence) ?? null;
    }
    this.show();
  }

  // Whoever has selected all of it is about to type, and still replaces all of it.
  private write(text: string): void {
    const { words } = this;
    const isAll = words.value !== '' && words.selectionStart === 0 && words.selectionEnd === words.value.length;
    words.value = text;
    if (isAll) words.setSelectionRange(0, text.length);
  }

  private show(): void {
    const change = this.answer?.change ?? null;
    this.choices.replaceChildren(...(change ? [this.question(change)] : []));
    this.tell();
  }

  private question(change: NonNullable<TimeAnswer['change']>): HTMLElement {
    const name = elementId('time-choice');
    return h('fieldset', { class: 'choices' }, h('legend', { class: 'label' }, change.kind === 'twice' ? 'Which of the two?' : 'Choose a time that exists'),
      ...change.choices.map((choice) => {
        const radio = h('input', { type: 'radio', name, onchange: () => this.pick(choice) });
        radio.checked = choice === this.picked;
        return h('label', { class: 'choice' }, radio, choice.words);
      }));
  }

  private pick(choice: TimeChoice): void {
    this.picked = choice;
    this.calendar(choice.at);
    this.tell();
  }

  private tell(): void {
    const chosen = this.current();
    this.line.classList.toggle('is-open', chosen === null);
    this.line.classList.toggle('is-past', chosen !== null && chosen.isPast);
    this.line.textContent = chosen ? sentence(chosen) : this.fault ?? this.answer?.change?.words ?? '';
    this.settings.onchange?.();
  }

  // A wrong word is pointed at once somebody has finished with it.
  private mark(): void {
    if (this.fault !== null) this.words.setAttribute('aria-invalid', 'true');
  }

  private current(): Told | null {
    if (this.waiting || !this.answer) return null;
    return this.answer.change ? this.picked : this.answer;
  }

  private calendar(at: string): void {
    [this.day.value, this.clock.value] = [at.slice(0, 10), at.slice(11, 16)];
  }
}

const atQuery = (time: ChosenTime): string => `at=${encodeURIComponent(time.at)}${time.occurrence ? `&occurrence=${time.occurrence}` : ''}`;

const sentence = (told: Told): string => [told.spoken, told.away, ...(told.isPast ? ['which is past'] : [])].filter((words) => words !== null).join(', ');
