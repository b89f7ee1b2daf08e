import { h } from '../dom';

/** A few lines for colleagues. */
export const area = (rows: number, longest: number): HTMLTextAreaElement => h('textarea', { rows, maxlength: longest });

/** A sentence for the record. */
export const line = (longest: number): HTMLInputElement => h('input', { type: 'text', maxlength: longest, autocomplete: 'off' });

/** What was written; null for nothing. */
export const written = (field: HTMLInputElement | HTMLTextAreaElement): string | null => field.value.trim() || null;

/** Marks a field that something is missing from, and says what. */
export function missing(field: HTMLInputElement | HTMLTextAreaElement, words: string | null): string | null {
  if (words === null) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
  return words;
}

/** A reason of some length, as the program asks for it. */
export const reasonFault = (field: HTMLInputElement | HTMLTextAreaElement, why: string): string | null => missing(field, (written(field)?.length ?? 0) < 10 ? why : null);
