import { Plugin, TextSelection, type Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { announce } from '../announce';
import { addColumnAfter, addColumnBefore, addRowAbove, addRowBelow, deleteColumn, deleteRow, deleteTable, placeInTable } from '../document/tables';
import { h } from '../dom';
import { icon } from '../icons';
import { isToBar, moveAlong } from './bar-keys';

const tools: readonly (readonly [label: string, face: string, done: string, run: Command])[] = [
  ['Row above', 'row-above', 'Row added', addRowAbove],
  ['Row below', 'row-below', 'Row added', addRowBelow],
  ['Delete row', 'row-off', 'Row deleted', deleteRow],
  ['Column before', 'column-before', 'Column added', addColumnBefore],
  ['Column after', 'column-after', 'Column added', addColumnAfter],
  ['Delete column', 'column-off', 'Column deleted', deleteColumn],
  ['Delete table', 'bin', 'Table deleted', deleteTable],
];

/** Tools for the table that the caret is in, above it; on narrow windows at the foot. Alt+F10 goes there. Selected words have their own toolbar. */
export function tableToolbar(): Plugin {
  let bar: TableToolbar | null = null;
  return new Plugin({
    props: {
      handleKeyDown: (_, event) => isToBar(event) && bar !== null && bar.focus(),
    },
    view(view) {
      const shown = new TableToolbar(view);
      bar = shown;
      return { update: () => shown.update(), destroy: () => shown.destroy() };
    },
  });
}

class TableToolbar {
  private readonly buttons = tools.map(([label, face, done, run]) => ({
    run,
    button: h('button', { type: 'button', class: 'tool', tabindex: '-1', 'aria-label': label, title: label, onclick: () => this.run(run, done) }, icon(face)),
  }));
  private readonly dom = h('div', { class: 'pop toolbar', role: 'toolbar', 'aria-label': 'Table', hidden: true }, ...this.buttons.map(({ button }) => button));
  private readonly place = (): void => this.moveToTable();

  constructor(private readonly view: EditorView) {
    this.dom.addEventListener('pointerdown', (event) => event.preventDefault());
    this.dom.addEventListener('keydown', (event) => moveAlong(this.dom, event, () => view.focus()));
    this.dom.addEventListener('focusout', (event) => this.left(event));
    view.dom.addEventListener('blur', (event) => this.left(event));
    view.dom.addEventListener('focus', () => setTimeout(() => this.update()));
    (document.querySelector('main') ?? document.body).append(this.dom);
    window.addEventListener('scroll', this.place, { passive: true });
  }

  update(): void {
    const { state, editable } = this.view;
    const hasFocus = this.view.hasFocus() || this.dom.contains(document.activeElement);
    const shows = editable && hasFocus && state.selection instanceof TextSelection && state.selection.empty && placeInTable(state) !== null;
    this.dom.hidden = !shows;
    if (!shows) return;
    for (const { button, run } of this.buttons) button.setAttribute('aria-disabled', String(!run(state)));
    this.moveToTable();
  }

  focus(): boolean {
    if (this.dom.hidden) return false;
    this.buttons[0]!.button.focus();
    return true;
  }

  destroy(): void {
    window.removeEventListener('scroll', this.place);
    this.dom.remove();
  }

  private left(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !(this.dom.contains(to) || this.view.dom.contains(to))) this.dom.hidden = true;
  }

  private run(command: Command, done: string): void {
    const byKey = this.dom.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
    const worked = command(this.view.state, this.view.dispatch, this.view);
    announce(worked ? done : 'The heading row and the last column stay. Delete the table instead.');
    // Several rows in a row need not go there and back each time.
    if (byKey === null || this.dom.hidden) this.view.focus();
  }

  private moveToTable(): void {
    if (this.dom.hidden) return;
    const place = placeInTable(this.view.state);
    const table = place === null ? null : this.view.nodeDOM(place.at);
    if (!(table instanceof HTMLElement)) return;
    const narrow = window.innerWidth < 600;
    this.dom.classList.toggle('at-foot', narrow);
    if (narrow) {
      this.dom.style.left = this.dom.style.top = '';
      return;
    }
    const box = table.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.dom;
    const above = box.top - height - 8;
    this.dom.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8))}px`;
    this.dom.style.top = `${above > 60 ? above : Math.max(64, Math.min(box.bottom + 8, window.innerHeight - height - 8))}px`;
  }
}
