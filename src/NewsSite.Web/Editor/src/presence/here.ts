import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { idOf } from '../document/schema';
import type { Other } from './poll';

const key = new PluginKey<DecorationSet>('here');

/** Marks the blocks that other people are in with their initials. */
export function here(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, marks) {
        const others = tr.getMeta(key) as readonly Other[] | undefined;
        return others === undefined ? marks.map(tr.mapping, tr.doc) : marksOf(tr.doc, others);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

export function markOthers(view: EditorView, others: readonly Other[]): void {
  view.dispatch(view.state.tr.setMeta(key, others).setMeta('addToHistory', false));
}

function marksOf(doc: Node, others: readonly Other[]): DecorationSet {
  const marks: Decoration[] = [];
  doc.forEach((node, pos) => {
    const initials = others.filter((other) => other.block !== null && other.block === idOf(node)).map((other) => other.initials);
    if (initials.length > 0) marks.push(Decoration.node(pos, pos + node.nodeSize, { class: 'is-here', 'data-here': initials.join(' ') }));
  });
  return DecorationSet.create(doc, marks);
}
