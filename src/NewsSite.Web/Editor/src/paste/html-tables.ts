import { nameOf } from './elements';
import { isEmpty, joined } from './flow';
import { type Cell, type PastedNode, type Run, type Table, linesOf, wordsOf } from './nodes';

/** Reads the nodes of an element. */
export type Read = (element: Element) => PastedNode[];

/** The table of a `table` element, or the nodes of its cells one after another when it only places things on a page. */
export function tableNodes(table: Element, read: Read, isShown: (cell: Element) => boolean): PastedNode[] {
  const caption = [...table.children].filter((child) => nameOf(child) === 'caption').flatMap((child) => read(child));
  const shown = rowsOf(table).filter(isShown);
  const rows = shown.map((row) => [...row.children].filter(isShown).map((cell) => ({ cell, nodes: read(cell).filter((node) => !isEmpty(node)) })));
  const contents = rows.map((row) => row.map(({ nodes }) => nodes));
  if (isLayout(table, contents)) return [...caption, ...contents.flat(2)];
  const grid = rows.map((row) => row.flatMap(({ cell, nodes }) => padded(cell, { header: nameOf(cell) === 'th', runs: runsOf(nodes) })));
  const filled = grid.filter((row) => row.some((cell) => cell.runs.length > 0));
  const columns = Math.max(0, ...filled.map((row) => row.findLastIndex((cell) => cell.runs.length > 0) + 1));
  if (filled.length === 0 || columns === 0) return caption;
  const square = filled.map((row, i) => Array.from({ length: columns }, (_, n) => ({ header: i === 0, runs: row[n]?.runs ?? [] })));
  return [...caption, { kind: 'table', rows: square } satisfies Table];
}

function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => (nameOf(child) === 'tr' ? [child] : /^(?:thead|tbody|tfoot)$/u.test(nameOf(child)) ? [...child.children].filter((row) => nameOf(row) === 'tr') : []));
}

// Mail and old web pages place things with tables; a table of data has several columns of short entries.
function isLayout(table: Element, rows: readonly PastedNode[][][]): boolean {
  if (/^(?:presentation|none)$/u.test(table.getAttribute('role') ?? '') || table.querySelector('table')) return true;
  const filled = rows.map((row) => row.filter((nodes) => nodes.length > 0)).filter((row) => row.length > 0);
  const cells = filled.flat();
  const words = (nodes: readonly PastedNode[]): number => nodes.flatMap(linesOf).flatMap(wordsOf).length;
  if (filled.every((row) => row.length < 2)) return true;
  if (cells.some((nodes) => nodes.some((node) => node.kind === 'heading' || node.kind === 'quotation' || node.kind === 'table'))) return true;
  return cells.some((nodes) => nodes.length > 1 && words(nodes) > 60) || (filled.length === 1 && cells.some((nodes) => words(nodes) > 12));
}

function runsOf(nodes: readonly PastedNode[]): Run[] {
  return joined(nodes.flatMap(partsOf)).map((run) => ({ ...run, text: run.text.replace(/\n/gu, ' ') }));
}

function partsOf(node: PastedNode): (readonly Run[])[] {
  switch (node.kind) {
    case 'list':
      return node.items.flatMap((item) => item.flatMap(partsOf));
    case 'quotation':
      return node.nodes.flatMap(partsOf);
    case 'table':
      return node.rows.flatMap((row) => row.map((cell) => cell.runs));
    default:
      return [node.runs];
  }
}

function padded(cell: Element, content: Cell): Cell[] {
  const span = Math.min(Number.parseInt(cell.getAttribute('colspan') ?? '1', 10) || 1, 50);
  return [content, ...Array.from({ length: span - 1 }, () => ({ header: content.header, runs: [] }))];
}
