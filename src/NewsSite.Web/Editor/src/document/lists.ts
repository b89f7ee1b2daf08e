import { setBlockType } from 'prosemirror-commands';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command } from 'prosemirror-state';
import { types } from './schema';

/** Makes a list of the paragraphs, turns a list of the other kind into this one, or takes the list away. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const { $from, $to } = state.selection;
    const range = $from.blockRange($to);
    if (!range) return false;
    for (let depth = range.depth; depth > 1; depth--) {
      const node = $from.node(depth);
      if (node.type === type) return liftListItem(types.listItem)(state, dispatch);
      if (node.type === types.bulletList || node.type === types.orderedList) {
        dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { tight: node.attrs['tight'] as boolean }));
        return true;
      }
    }
    if ($from.parent.type === types.heading && dispatch) {
      setBlockType(types.paragraph)(state, dispatch);
      return view ? wrapInList(type)(view.state, view.dispatch) : true;
    }
    return wrapInList(type)(state, dispatch);
  };
}

/** Sets the heading's level, or makes a paragraph again of a heading of this level. */
export function toggleHeading(level: 2 | 3 | 4): Command {
  return (state, dispatch) => {
    const { parent } = state.selection.$from;
    const on = parent.type === types.heading && parent.attrs['level'] === level;
    return on ? setBlockType(types.paragraph)(state, dispatch) : setBlockType(types.heading, { level })(state, dispatch);
  };
}
