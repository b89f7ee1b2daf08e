import { elementId, h } from '../dom';
import type { Json } from '../story';
import { setText, type FieldControl, type FieldHost } from './field';

/** One of a few values; a choice that must be made has none at first. */
export function choiceField(host: FieldHost, id: string): FieldControl {
  const name = elementId('choice');
  const values = host.entry.required ? host.entry.choices : ['', ...host.entry.choices];
  const radios = values.map((value, i) => h('input', { type: 'radio', name, value, id: i === 0 ? id : null }));
  for (const radio of radios) radio.addEventListener('change', () => host.change({ [host.entry.name]: radio.value === '' ? undefined : radio.value }));
  const dom = h('div', { class: 'control pills', role: 'radiogroup', 'aria-label': host.entry.label },
    ...radios.map((radio) => h('label', { class: 'pill' }, radio, h('span', {}, radio.value === '' ? 'Not said' : wordsOf(radio.value)))));
  return {
    dom,
    update(value) {
      for (const radio of radios) radio.checked = radio.value === (typeof value === 'string' ? value : host.entry.required ? '\0' : '');
    },
    focus: () => (radios.find((radio) => radio.checked) ?? radios[0])?.focus(),
  };
}

export function yesNoField(host: FieldHost, id: string): FieldControl {
  const box = h('input', { type: 'checkbox', id });
  box.addEventListener('change', () => host.change({ [host.entry.name]: box.checked ? true : undefined }));
  return {
    dom: h('div', { class: 'control' }, h('label', { class: 'choice' }, box, h('span', {}, host.entry.label))),
    update(value) {
      box.checked = value === true;
    },
    focus: () => box.focus(),
  };
}

/** `inProgress` → "In progress". */
export function wordsOf(choice: string): string {
  const words = choice.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A date that may lack its day or its month: "2015", "November 2017" or "21 September 2022" typed in any usual way. */
export function partialDateField(host: FieldHost, id: string): FieldControl {
  const said = elementId('date');
  const input = h('input', { id, type: 'text', autocomplete: 'off', placeholder: '2015, Nov 2017 or 21/9/2022', 'aria-describedby': said });
  const hint = h('div', { class: 'hint', id: said });
  let stored = '';
  const show = (): void => {
    const typed = input.value.trim();
    const date = partialDate(typed);
    const wrong = typed !== '' && date === null;
    input.setAttribute('aria-invalid', String(wrong));
    hint.textContent = wrong ? 'Write a year, a month and year, or a day, month and year.' : '';
  };
  input.addEventListener('input', () => {
    const date = partialDate(input.value.trim());
    if (input.value.trim() === '' || date !== null) {
      stored = date ?? '';
      host.change({ [host.entry.name]: date ?? undefined });
    }
    if (input.getAttribute('aria-invalid') === 'true') show();
  });
  input.addEventListener('blur', () => {
    show();
    if (stored !== '' && partialDate(input.value.trim()) === stored) input.value = dateInWords(stored);
  });
  return {
    dom: h('div', { class: 'control' }, input, hint),
    update(value: Json | undefined) {
      const date = typeof value === 'string' ? value : '';
      if ((partialDate(input.value.trim()) ?? '') !== date) setText(input, date === '' ? '' : dateInWords(date));
      stored = date;
    },
    focus: () => input.focus(),
  };
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** "yyyy", "yyyy-MM" or "yyyy-MM-dd"; null for what is no date. Days come before months, as in Britain. */
export function partialDate(typed: string): string | null {
  const text = typed.toLowerCase().replace(/(\d)(st|nd|rd|th)\b/g, '$1').replace(/,/g, ' ').trim();
  const named = /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(\d{4})$/.exec(text);
  const numbers = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text) ?? /^()()()(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(text);
  let [day, month, year] = [Number.NaN, Number.NaN, Number.NaN];
  if (named) {
    [day, year] = [Number(named[1] ?? Number.NaN), Number(named[3])];
    month = months.findIndex((m) => m.startsWith(named[2]!)) + 1 || -1;
  } else if (numbers?.[6]) [day, month, year] = [Number(numbers[4] ?? Number.NaN), Number(numbers[5]), Number(numbers[6])];
  else if (numbers) [day, month, year] = [Number(numbers[3] ?? Number.NaN), Number(numbers[2] ?? Number.NaN), Number(numbers[1])];
  if (Number.isNaN(year) || year < 1) return null;
  const y = String(year).padStart(4, '0');
  if (Number.isNaN(month)) return y;
  if (month < 1 || month > 12) return null;
  const m = `${y}-${String(month).padStart(2, '0')}`;
  if (Number.isNaN(day)) return m;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? `${m}-${String(day).padStart(2, '0')}` : null;
}

/** As readers see it: "2015", "November 2017", "21 September 2022". */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (month === undefined) return date;
  const name = months[month - 1]!;
  return `${day === undefined ? '' : `${day} `}${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}
