import { GapCursor } from 'prosemirror-gapcursor';
import { NodeSelection, Selection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** Chords that mean the document even inside a form: undo, redo, moving and inserting blocks. */
export function passesThrough(event: KeyboardEvent): boolean {
  const mod = event.ctrlKey || event.metaKey;
  if (mod && !event.altKey && /^[zy]$/i.test(event.key)) return true;
  if (event.altKey && event.shiftKey && /^Arrow(Up|Down)$/.test(event.key)) return true;
  return mod && event.altKey && /^Key[A-Z]$/.test(event.code);
}

/** Ways out of a block's form: Escape to the block itself, arrows over its first and last field to the text around. */
export function leaveBlock(view: EditorView, pos: number, dom: HTMLElement, event: KeyboardEvent): boolean {
  if (event.key === 'Escape') {
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)).scrollIntoView());
    view.focus();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const input = event.target;
  if (!(input instanceof HTMLTextAreaElement || (input instanceof HTMLInputElement && /^(text|url|search)$/.test(input.type)))) return false;
  if (input.getAttribute('aria-expanded') === 'true') return false;
  const isLine = input instanceof HTMLInputElement || input.hasAttribute('data-line');
  const down = event.key === 'ArrowDown' || (event.key === 'Enter' && isLine);
  if (!down && event.key !== 'ArrowUp') return false;
  if (event.key !== 'Enter' && !atEdge(input, down)) return false;
  const fields = [...dom.querySelectorAll<HTMLElement>('.fields input, .fields textarea, .fields button')].filter((field) => field.offsetParent !== null && !field.hasAttribute('disabled'));
  const next = fields[fields.indexOf(input) + (down ? 1 : -1)];
  if (next !== undefined) next.focus();
  else leaveTo(view, pos, down ? 1 : -1);
  return true;
}

/** Sets the caret into the text before or after a block, or into the gap there. */
export function leaveTo(view: EditorView, pos: number, side: -1 | 1): void {
  const { doc, tr } = view.state;
  const edge = side > 0 ? pos + 1 : pos;
  const neighbour = side > 0 ? doc.resolve(edge).nodeAfter : doc.resolve(edge).nodeBefore;
  const selection = neighbour?.isAtom === false ? Selection.findFrom(doc.resolve(edge), side, true) : new GapCursor(doc.resolve(edge));
  view.dispatch(tr.setSelection(selection ?? TextSelection.near(doc.resolve(edge), side)).scrollIntoView());
  view.focus();
}

function atEdge(input: HTMLInputElement | HTMLTextAreaElement, down: boolean): boolean {
  const { selectionStart, selectionEnd, value } = input;
  if (selectionStart !== selectionEnd) return false;
  return down ? selectionEnd === value.length : selectionStart === 0;
}
