import type { Node } from 'prosemirror-model';
import { types } from '../document/schema';

/** The elements that readers get for a text, without words and emphasis: `p`, `ul(li li(ul(li)))`. A tight list has no paragraphs. */
export function shapeOf(node: Node, tight = false): string {
  const kids: string[] = [];
  node.forEach((child) => {
    const shape = shapeOf(child, node.type === types.listItem ? tight : (node.type === types.bulletList || node.type === types.orderedList) && node.attrs['tight'] === true);
    if (shape !== '') kids.push(shape);
  });
  const inner = kids.join(' ');
  const name = nameOf(node);
  if (name === null || (name === 'p' && tight)) return inner;
  return inner === '' ? name : `${name}(${inner})`;
}

function nameOf(node: Node): string | null {
  switch (node.type) {
    case types.paragraph: return 'p';
    case types.heading: return `h${String(node.attrs['level'])}`;
    case types.blockquote: return 'blockquote';
    case types.bulletList: return 'ul';
    case types.orderedList: return node.attrs['order'] === 1 ? 'ol' : `ol:${String(node.attrs['order'])}`;
    case types.listItem: return 'li';
    case types.codeBlock: return 'pre';
    case types.rule: return 'hr';
    case types.table: return 'table';
    case types.row: return 'tr';
    case types.headCell: return 'th';
    case types.cell: return 'td';
    default: return null;
  }
}
