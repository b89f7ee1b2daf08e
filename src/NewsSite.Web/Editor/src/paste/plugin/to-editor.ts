import type { Mark as EditorMark, Node } from 'prosemirror-model';
import { marksOf, schema, types } from '../../document/schema';
import type { PastedNode, Run } from '../nodes';

/** The editor's nodes for what was pasted. */
export function toEditor(nodes: readonly PastedNode[]): Node[] {
  return nodes.map(nodeOf);
}

function nodeOf(node: PastedNode): Node {
  switch (node.kind) {
    case 'paragraph':
      return types.paragraph.create(null, inline(node.runs));
    case 'heading':
      return types.heading.create({ level: node.level }, inline(node.runs));
    case 'list': {
      const items = node.items.map((item) => types.listItem.create(null, withParagraph(item)));
      return node.ordered ? types.orderedList.create({ order: node.start }, items) : types.bulletList.create(null, items);
    }
    case 'quotation':
      return types.blockquote.create(null, toEditor(node.nodes));
    case 'table':
      return types.table.create(null, node.rows.map((row) => types.row.create(null, row.map((cell) => (cell.header ? types.headCell : types.cell).create(null, inline(cell.runs))))));
  }
}

// An item begins with a paragraph, if an empty one.
function withParagraph(item: readonly PastedNode[]): Node[] {
  const nodes = toEditor(item);
  return nodes[0]?.type === types.paragraph ? nodes : [types.paragraph.create(), ...nodes];
}

/** Runs as the editor has them; a line break inside a paragraph is a node of its own. */
export function inline(runs: readonly Run[]): Node[] {
  return runs.flatMap((run) => {
    const marks = marksFor(run);
    return run.text.split('\n').flatMap((line, i) => [...(i === 0 ? [] : [types.hardBreak.create()]), ...(line === '' ? [] : [schema.text(line, marks)])]);
  });
}

function marksFor(run: Run): readonly EditorMark[] {
  const own = run.marks.map((mark) => marksOf[mark].create());
  const all = run.href === null ? own : [marksOf.link.create({ href: run.href }), ...own];
  return all.reduce<readonly EditorMark[]>((set, mark) => mark.addToSet(set), []);
}
