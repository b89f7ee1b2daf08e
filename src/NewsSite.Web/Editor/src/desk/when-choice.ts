import { elementId, h } from '../dom';
import type { TimeField } from '../times/time-field';

export interface WhenChoice {
  readonly element: HTMLElement;
  isNow(): boolean;
  /** What is wrong with the minute; null for nothing. */
  problem(): Promise<string | null>;
}

/** Now, or at a minute. `notNow` says why it cannot be now. */
export function whenChoice(time: TimeField, start: 'now' | 'later', words: { readonly now: string; readonly later: string; readonly notNow: string | null }, changed: () => void): WhenChoice {
  const name = elementId('when');
  const now = h('input', { type: 'radio', name, onchange: show, disabled: words.notNow !== null });
  const later = h('input', { type: 'radio', name, onchange: show });
  const place = h('div', { class: 'when-time' }, time.element);
  (start === 'now' ? now : later).checked = true;
  const element = h('fieldset', { class: 'choices when' }, h('legend', { class: 'label' }, 'When'),
    h('label', { class: 'choice' }, now, h('span', {}, words.notNow ?? words.now)), h('label', { class: 'choice', onclick: pressed }, later, h('span', {}, words.later)), place);
  place.hidden = now.checked;

  function show(): void {
    place.hidden = now.checked;
    changed();
  }

  // Whoever points goes on typing; whoever uses arrow keys is left where they are.
  function pressed(event: MouseEvent): void {
    if (event.detail > 0 && later.checked) time.focus();
  }

  return {
    element,
    isNow: () => now.checked,
    problem: async () => {
      if (now.checked) return null;
      await time.settled();
      const problem = time.problem();
      if (problem !== null) time.focus();
      return problem;
    },
  };
}
