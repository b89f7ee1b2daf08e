import { autosize, h } from '../dom';
import type { Json } from '../story';
import { setText, type FieldControl, type FieldHost } from './field';
import { Counter } from './limits';

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** One line. It may be long, so it wraps; Enter is left to the form. */
export function lineField(host: FieldHost, id: string): FieldControl {
  const counter = new Counter(host.entry);
  const area = h('textarea', { id, rows: 1, spellcheck: host.words ? 'true' : null, 'data-line': true });
  const fit = autosize(area);
  area.addEventListener('input', () => {
    const line = area.value.replace(/\s*[\r\n]+\s*/g, ' ');
    if (line !== area.value) setText(area, line);
    counter.show(line.length);
    host.change({ [host.entry.name]: line === '' ? undefined : line });
  });
  return {
    dom: h('div', { class: 'control' }, area, counter.dom),
    update(value) {
      setText(area, text(value));
      counter.show(area.value.length);
      fit();
    },
    focus: () => area.focus(),
  };
}

/** A web address. */
export function addressField(host: FieldHost, id: string): FieldControl {
  const input = h('input', { id, type: 'url', inputmode: 'url', autocomplete: 'off', placeholder: 'https://' });
  input.addEventListener('input', () => {
    const address = input.value.trim();
    host.change({ [host.entry.name]: address === '' ? undefined : address });
  });
  return {
    dom: h('div', { class: 'control' }, input),
    update(value) {
      // A space that is being typed is no change.
      if (input.value.trim() !== text(value)) setText(input, text(value));
    },
    focus: () => input.focus(),
  };
}

/** Plain text in paragraphs: Enter begins a new one. */
export function paragraphsField(host: FieldHost, id: string): FieldControl {
  const counter = new Counter(host.entry);
  const area = h('textarea', { id, rows: 1, spellcheck: 'true', 'data-paragraphs': true });
  const fit = autosize(area);
  const read = (): string[] => paragraphsOf(area.value);
  const count = (): void => counter.show(read().reduce((sum, paragraph) => sum + paragraph.length, 0));
  area.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (area.value.slice(0, area.selectionStart).trim() === '') return;
      area.setRangeText('\n\n', area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input'));
    } else if (event.key === 'Backspace' && area.selectionStart === area.selectionEnd && /\n{2,}$/.test(area.value.slice(0, area.selectionStart))) {
      event.preventDefault();
      const gap = /\n+$/.exec(area.value.slice(0, area.selectionStart))![0].length;
      const joined = area.value.slice(area.selectionStart).trim() === '' ? '' : ' ';
      area.setRangeText(joined, area.selectionStart - gap, area.selectionStart, joined === '' ? 'end' : 'end');
      area.dispatchEvent(new Event('input'));
    }
  });
  area.addEventListener('input', () => {
    const paragraphs = read();
    count();
    fit();
    host.change({ [host.entry.name]: paragraphs.length === 0 ? undefined : paragraphs });
  });
  return {
    dom: h('div', { class: 'control' }, area, counter.dom),
    update(value) {
      const paragraphs = Array.isArray(value) ? value.filter((p): p is string => typeof p === 'string') : [];
      if (paragraphs.join('\n') !== read().join('\n')) setText(area, paragraphs.join('\n\n'));
      count();
      fit();
    },
    focus: () => area.focus(),
  };
}

/** The paragraphs of typed text: each one line, none empty, as the program stores them. */
export function paragraphsOf(typed: string): string[] {
  return typed.split(/[\r\n\u0085\u2028\u2029\f\v\0]+/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
}
