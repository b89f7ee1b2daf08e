import { blockAttrs, types } from '../document/schema';
import type { StoryEditor } from '../editor-app';

/** What a journalist calls a block of the story: "Statement", "Text". Null when it is not there. */
export function blockName(editor: StoryEditor, id: string): string | null {
  const at = editor.positionOf(id);
  const node = at < 0 ? null : editor.view.state.doc.nodeAt(at);
  if (node === null) return null;
  if (node.type !== types.block) return 'Text';
  const { type } = blockAttrs(node);
  return editor.catalogue.get(type)?.name ?? type;
}
