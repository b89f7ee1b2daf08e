import { elementId, h } from '../dom';
import { icon } from '../icons';

export interface Opened {
  readonly dialog: HTMLDialogElement;
  close(): void;
}

/** A modal dialog: focus goes in, stays in, and comes back to where it was. Escape and the cross close it. */
export function openDialog(title: string, body: readonly (Node | string)[], end: readonly Node[], options: { readonly onclose?: () => void; readonly className?: string } = {}): Opened {
  const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const heading = elementId('dialog');
  const dialog = h('dialog', { class: `dialog ${options.className ?? ''}`, 'aria-labelledby': heading },
    h('div', { class: 'dialog-head' }, h('h2', { id: heading }, title), h('button', { type: 'button', class: 'icon', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('cross'))),
    h('div', { class: 'dialog-body' }, ...body),
    end.length === 0 ? null : h('div', { class: 'dialog-end' }, ...end));
  dialog.addEventListener('close', () => {
    dialog.remove();
    options.onclose?.();
    // The writer's place: unless closing has already put the caret somewhere.
    if (document.activeElement === document.body || document.activeElement === null) before?.focus();
  });
  // Keys of a dialog are not the story's; once it is closed they are, though its button may keep the focus until the page is drawn.
  dialog.addEventListener('keydown', (event) => {
    if (dialog.open) event.stopPropagation();
  });
  (document.querySelector('main') ?? document.body).append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('[autofocus], .dialog-body input, .dialog-body textarea, .dialog-body button')?.focus();
  return { dialog, close: () => dialog.close() };
}

/** A labelled input for dialogs. */
export function labelled(label: string, input: HTMLElement, hint?: string): HTMLElement {
  input.id ||= elementId('input');
  const help = hint === undefined ? null : h('p', { class: 'hint', id: `${input.id}-hint` }, hint);
  if (help) input.setAttribute('aria-describedby', help.id);
  return h('div', { class: 'field' }, h('label', { for: input.id }, label), input, help);
}
