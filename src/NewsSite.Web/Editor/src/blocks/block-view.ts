import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView, NodeView } from 'prosemirror-view';
import { blockAttrs, types } from '../document/schema';
import type { Catalogue } from '../document/blocks';
import { elementId, h } from '../dom';
import { Form } from '../fields/form';
import type { FormSetting } from '../fields/field';
import { changed } from '../fields/items-field';
import { icon } from '../icons';
import { leaveBlock, passesThrough } from './block-keys';
import { blockMenu } from './block-menu';
import { shapeOf } from './shapes';

/** A typed block in the document: its form. Edits of a field are edits of the document; what others change leaves it alone. */
export class BlockView implements NodeView {
  readonly dom: HTMLElement;
  private readonly form: Form | null;
  private pointerIsDown = false;
  private lastPlace: Element | null = null;

  constructor(private node: Node, private readonly view: EditorView, private readonly getPos: () => number | undefined, catalogue: Catalogue, setting: FormSetting, private readonly gone: () => void) {
    const { type, known } = blockAttrs(node);
    const entry = known ? catalogue.get(type) : undefined;
    const shape = shapeOf(type);
    const name = entry?.name ?? `Kept block “${type}”`;
    const title = elementId('block');
    this.form = entry === undefined ? null : new Form(entry.fields, shape, setting, (changes) => this.change(changes));
    const head = h('div', { class: 'card-head' },
      h('button', { type: 'button', class: 'icon grip', 'data-grip': true, 'aria-label': `Move ${name}`, title: 'Drag to move; Alt+Shift+↑ and ↓ move it too' }, icon('grip')),
      h('span', { class: 'card-name', id: title }, icon(entry?.icon ?? 'block'), name),
      blockMenu(view, () => this.getPos(), name));
    const kept = h('div', { class: 'card-kept' }, `This site has no block type “${type}”. It is kept as it is, and readers do not see it.`);
    this.dom = h('section', { class: `card card-${known ? type : 'kept'}`, 'data-id': blockAttrs(node).id, 'data-category': entry?.category, 'aria-labelledby': title, role: 'group', contenteditable: 'false' }, head, this.form?.dom ?? kept);
    this.form?.update(blockAttrs(node).fields);
    this.dom.addEventListener('focusin', this.entered);
    this.dom.addEventListener('focusout', this.left);
    this.dom.addEventListener('pointerdown', this.pressed);
    this.dom.addEventListener('click', this.clicked);
    this.dom.addEventListener('keydown', this.keyed);
    this.dom.addEventListener('beforeinput', this.undone);
  }

  update(node: Node): boolean {
    if (node.type !== types.block) return false;
    const [next, now] = [blockAttrs(node), blockAttrs(this.node)];
    if (next.id !== now.id && now.id !== null) return false;
    if (next.type !== now.type || next.known !== now.known) return false;
    this.node = node;
    if (next.id !== now.id) this.dom.dataset['id'] = next.id ?? '';
    if (next.fields !== now.fields) this.form?.update(next.fields);
    return true;
  }

  /** Puts the caret into the form, on the words if it holds them. */
  enter(field?: string | null, words?: string): void {
    this.open(true); // a folded form hides what is empty, and what is hidden takes no focus
    if (!(this.form?.focus(field) ?? false)) this.dom.querySelector<HTMLElement>('button')?.focus();
    if (words === undefined) return;
    const inputs = [...this.dom.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('.fields textarea, .fields input[type=text]')];
    const holder = inputs.find((input) => input.value.includes(words));
    holder?.focus();
    const at = holder?.value.indexOf(words) ?? -1;
    if (at >= 0) holder!.setSelectionRange(at, at + words.length);
  }

  selectNode(): void {
    this.dom.classList.add('selected');
  }

  deselectNode(): void {
    this.dom.classList.remove('selected');
  }

  /** What happens in the form is the form's; a press on the card itself selects the block. */
  stopEvent(event: Event): boolean {
    if (!(event.target instanceof Element)) return true;
    // Copying a selected block is the document's, copying in a field is the field's.
    if (/^(copy|cut|paste)$/.test(event.type)) return event.target.closest('input, textarea, [data-picture-drop]') !== null;
    return !(event.type === 'mousedown' && event.target.closest('input, textarea, button, label, select, a, [role=option], summary, [data-picture-drop]') === null);
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.form?.destroy();
    this.gone();
    // An undo may take away the very form one writes in: the caret goes where the undo was.
    if (this.dom.classList.contains('open')) setTimeout(() => document.activeElement === document.body && this.view.focus());
  }

  private change(changes: Parameters<typeof changed>[1]): void {
    const pos = this.getPos();
    if (pos === undefined) return;
    const attrs = blockAttrs(this.node);
    // Replacing the node, not a step on its attributes: the history groups steps that touch the same place.
    const tr = this.view.state.tr.setNodeMarkup(pos, null, { ...attrs, fields: changed(attrs.fields, changes) });
    const place = document.activeElement;
    if (place !== this.lastPlace) closeHistory(tr); // another field is another thing to undo
    this.lastPlace = place;
    this.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)));
  }

  private readonly entered = (): void => {
    const pos = this.getPos();
    const { state } = this.view;
    if (pos !== undefined && !(state.selection instanceof NodeSelection && state.selection.from === pos)) {
      this.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, pos)));
    }
    // Opening shows more fields: not between press and release, or the button under the pointer would move away.
    if (!this.pointerIsDown) this.open(true);
  };

  private readonly left = (event: FocusEvent): void => {
    if (this.has(event.relatedTarget)) return;
    if (!document.hasFocus()) return; // the window lost it: the writer comes back to the same place
    if (!this.pointerIsDown) this.open(false);
  };

  private readonly pressed = (): void => {
    this.pointerIsDown = true;
    const release = (): void => {
      setTimeout(() => {
        this.pointerIsDown = false;
        this.open(this.has(document.activeElement));
      });
    };
    window.addEventListener('pointerup', release, { once: true });
    window.addEventListener('pointercancel', release, { once: true });
  };

  // A picture takes no focus: a click on what a folded form shows goes into the form all the same.
  private readonly clicked = (event: MouseEvent): void => {
    if (this.dom.classList.contains('open') || this.dom.contains(document.activeElement)) return;
    if (event.target instanceof Element && event.target.closest('.fields') !== null) this.enter();
  };

  // A dialog that the form has opened gives the caret back to it, which takes no place in what is folded.
  private has(focus: EventTarget | null): boolean {
    return focus instanceof Element && (this.dom.contains(focus) || (this.dom.classList.contains('open') && focus.closest('dialog') !== null));
  }

  private open(isOpen: boolean): void {
    if (this.dom.classList.contains('open') === isOpen) return;
    const eye = document.activeElement;
    const before = eye?.getBoundingClientRect().top ?? 0;
    this.dom.classList.toggle('open', isOpen);
    if (isOpen) this.form?.update(blockAttrs(this.node).fields);
    // What the writer looks at stays where it is.
    const moved = (eye?.getBoundingClientRect().top ?? 0) - before;
    if (moved !== 0 && eye !== document.body) window.scrollBy({ top: moved, behavior: 'instant' });
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    if (passesThrough(event)) {
      if (this.view.someProp('handleKeyDown', (handle) => handle(this.view, event)) === true) event.preventDefault();
      return;
    }
    const pos = this.getPos();
    if (pos !== undefined && leaveBlock(this.view, pos, this.dom, event)) event.preventDefault();
  };

  // The browser's own undo knows nothing of the document.
  private readonly undone = (event: InputEvent): void => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    const key = event.inputType === 'historyUndo' ? 'z' : 'y';
    this.view.someProp('handleKeyDown', (handle) => handle(this.view, new KeyboardEvent('keydown', { key, ctrlKey: true })));
  };
}
