import { h } from '../dom';
import { labelled } from '../menus/dialog';

/** A small form for a note or a reply. What was typed stays until the site has it. */
export function composer(label: string, about: string | null, save: (text: string) => Promise<string | null>, close: () => void): HTMLElement {
  const text = h('textarea', { rows: 3, maxlength: 4000, required: true });
  const fault = h('p', { class: 'error', role: 'alert' });
  const send = h('button', { class: 'button primary small' }, 'Save note');
  const form = h('form', { class: 'composer' },
    about === null ? null : h('blockquote', { class: 'note-about' }, about),
    labelled(label, text, 'Readers never see notes. Ctrl+Enter saves.'),
    fault,
    h('div', { class: 'actions' }, send, h('button', { type: 'button', class: 'button small', onclick: close }, 'Cancel')));

  async function submit(): Promise<void> {
    if (text.value.trim() === '') {
      text.focus();
      return;
    }
    if (send.getAttribute('aria-disabled') === 'true') return;
    send.setAttribute('aria-disabled', 'true');
    const problem = await save(text.value.trim());
    send.removeAttribute('aria-disabled');
    if (problem === null) close();
    else fault.textContent = `Not saved: ${problem}`;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  queueMicrotask(() => text.focus());
  return form;
}
