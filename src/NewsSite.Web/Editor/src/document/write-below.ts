import { NodeSelection, Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { types } from './schema';

/** What is typed while a block is selected begins a paragraph below it: words never take a block's place. Null when none is selected. */
export function writtenBelow(state: EditorState, text: string): Transaction | null {
  const { selection, tr } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type !== types.block) return null;
  const at = selection.to;
  const below = tr.doc.nodeAt(at);
  const words = state.schema.text(text);
  const waits = below?.type === types.prose && below.firstChild?.type === types.paragraph && below.firstChild.content.size === 0;
  if (waits) tr.insert(at + 2, words);
  else if (below?.type === types.prose) tr.insert(at + 1, types.paragraph.create(null, words));
  else tr.insert(at, types.prose.create(null, types.paragraph.create(null, words)));
  return tr.setSelection(TextSelection.create(tr.doc, at + 2 + text.length)).scrollIntoView();
}

export function writeBelow(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        const tr = writtenBelow(view.state, text);
        if (tr === null) return false;
        view.dispatch(tr);
        view.focus();
        return true;
      },
    },
  });
}
