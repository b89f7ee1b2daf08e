import { baseKeymap, chainCommands, createParagraphNear, deleteSelection, exitCode, joinBackward, joinForward, newlineInCode, selectNodeBackward, selectNodeForward, setBlockType, splitBlock, toggleMark, wrapIn } from 'prosemirror-commands';
import { closeHistory, redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { NodeSelection, TextSelection, type Command } from 'prosemirror-state';
import { GapCursor } from 'prosemirror-gapcursor';
import { liftTarget } from 'prosemirror-transform';
import { emptyProse } from './blocks';
import { toggleList } from './lists';
import { moveBlock } from './move';
import { marksOf, types } from './schema';

/** Enter in an empty paragraph leaves its list or quotation; it never splits the text itself, which would make a new block. */
const leaveEmpty: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth < 3 || $from.parent.content.size > 0) return false;
  const range = $from.blockRange();
  const target = range && liftTarget(range);
  if (range === null || target === null || target === undefined || target < 1) return false;
  dispatch?.(state.tr.lift(range, target).scrollIntoView());
  return true;
};

/** Enter in a table goes to the next row, and out of the table after the last. */
const nextRow: Command = (state, dispatch) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 1; depth--) {
    if ($from.node(depth).type !== types.row) continue;
    const table = $from.node(depth - 1);
    const column = $from.index(depth);
    const row = $from.index(depth - 1) + 1;
    const { tr } = state;
    if (row < table.childCount) {
      let pos = $from.after(depth) + 1;
      for (let i = 0; i < Math.min(column, table.child(row).childCount - 1); i++) pos += table.child(row).child(i).nodeSize;
      tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1)));
    } else {
      const after = $from.after(depth - 1);
      tr.insert(after, types.paragraph.create()).setSelection(TextSelection.near(tr.doc.resolve(after + 1)));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  }
  return false;
};

/** In the gap between two blocks Enter makes a paragraph. */
const fillGap: Command = (state, dispatch) => {
  if (!(state.selection instanceof GapCursor)) return false;
  const at = state.selection.from;
  const tr = state.tr.insert(at, emptyProse());
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2))).scrollIntoView());
  return true;
};

/** A block goes as a step of its own: what is undone is the deletion, not also the edit of a moment before. */
const deleteBlock: Command = (state, dispatch) => {
  if (!(state.selection instanceof NodeSelection) || state.selection.node.type !== types.block) return false;
  dispatch?.(closeHistory(state.tr.deleteSelection()).scrollIntoView());
  return true;
};

const hardBreak: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== types.paragraph) return true;
  dispatch?.(state.tr.replaceSelectionWith(types.hardBreak.create()).scrollIntoView());
  return true;
};

export type EnterBlock = (pos: number) => void;

/** Keys of the document. Tab is left to the browser: it goes on to the next field. */
export function documentKeys(enter: EnterBlock): Record<string, Command> {
  const enterBlock: Command = (state) => {
    if (!(state.selection instanceof NodeSelection) || state.selection.node.type !== types.block) return false;
    enter(state.selection.from);
    return true;
  };
  const backspace = chainCommands(undoInputRule, deleteSelection, joinBackward, selectNodeBackward);
  const { 'Ctrl-Enter': _, ...base } = { ...baseKeymap };
  return {
    ...base,
    Enter: chainCommands(enterBlock, fillGap, newlineInCode, nextRow, splitListItem(types.listItem), leaveEmpty, createParagraphNear, splitBlock),
    'Mod-Enter': chainCommands(exitCode, hardBreak),
    'Shift-Enter': chainCommands(exitCode, hardBreak),
    Backspace: chainCommands(deleteBlock, backspace),
    'Mod-Backspace': backspace,
    Delete: chainCommands(deleteBlock, deleteSelection, joinForward, selectNodeForward),
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-b': toggleMark(marksOf.strong),
    'Mod-i': toggleMark(marksOf.em),
    'Mod-Shift-x': toggleMark(marksOf.strike),
    'Mod-e': toggleMark(marksOf.code),
    'Mod-Alt-0': setBlockType(types.paragraph),
    'Mod-Alt-2': setBlockType(types.heading, { level: 2 }),
    'Mod-Alt-3': setBlockType(types.heading, { level: 3 }),
    'Mod-Alt-4': setBlockType(types.heading, { level: 4 }),
    'Mod-Shift-7': toggleList(types.orderedList),
    'Mod-Shift-8': toggleList(types.bulletList),
    'Mod-Shift-9': wrapIn(types.blockquote),
    'Mod-]': sinkListItem(types.listItem),
    'Mod-[': liftListItem(types.listItem),
    'Alt-Shift-ArrowUp': moveBlock(-1),
    'Alt-Shift-ArrowDown': moveBlock(1),
  };
}
