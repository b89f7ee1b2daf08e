import { Fragment, type Node } from 'prosemirror-model';
import { marksOf, types } from '../document/schema';
import { inlineMarkdown, needsStrict, type InlinePlace } from './inline-out';
import { proseFrom } from './markdown-in';

/** The canonical Markdown of a `prose` node: LF line ends, no blank lines around, what the program reads and writes. */
export function markdownFrom(prose: Node): string {
  return flow(childrenOf(prose)).join('\n');
}

interface Around {
  /** A line of dashes right after `- ` would be a rule of the whole list. */
  readonly inItem: boolean;
}

/** Lines of blocks with a blank line between two. */
function flow(nodes: readonly Node[], around: Around = { inItem: false }): string[] {
  const lines: string[] = [];
  let before: Node | null = null;
  let marker = 0;
  for (const node of nodes) {
    // Two lists of the same kind in a row would be read as one: the second takes the other mark.
    marker = before !== null && before.type === node.type && isList(node) ? 1 - marker : 0;
    const text = block(node, marker, around);
    if (text.length === 0) continue;
    if (lines.length > 0) lines.push('');
    lines.push(...text);
    before = node;
  }
  return lines;
}

function block(node: Node, marker: number, around: Around): string[] {
  switch (node.type) {
    case types.paragraph:
      return words(node, { cell: false, heading: false }).map(protectLine).filter((line, _, all) => line !== '' || all.length > 1);
    case types.heading: {
      const text = words(node, { cell: false, heading: true }).join(' ').replace(/(#+)$/, '\\$1');
      return text === '' ? [] : [`${'#'.repeat(node.attrs['level'] as number)} ${text}`];
    }
    case types.blockquote: {
      const inner = flow(childrenOf(node));
      return inner.length === 0 ? [] : inner.map((line) => (line === '' ? '>' : `> ${line}`));
    }
    case types.bulletList:
    case types.orderedList:
      return list(node, marker);
    case types.codeBlock: {
      const fence = '`'.repeat(Math.max(3, ...Array.from(node.textContent.matchAll(/`+/g), (run) => run[0].length + 1)));
      return [fence + String(node.attrs['info']).replace(/[`\n]/g, ''), ...node.textContent.split('\n'), fence];
    }
    case types.rule:
      return [around.inItem ? '___' : '---'];
    case types.table:
      return table(node);
    default:
      return [];
  }
}

function list(node: Node, marker: number): string[] {
  const items = childrenOf(node);
  const tight = isTight(node);
  const lines: string[] = [];
  items.forEach((item, i) => {
    const mark = node.type === types.bulletList ? '-*'[marker]! : `${(node.attrs['order'] as number) + i}${'.)'[marker]!}`;
    const kids = childrenOf(item);
    const inner = tight ? kids.flatMap((kid, k) => block(kid, k > 1 && isList(kid) ? (k - 1) % 2 : 0, { inItem: true })) : flow(kids, { inItem: true });
    const indent = ' '.repeat(mark.length + 1);
    if (i > 0 && !tight) lines.push('');
    lines.push(inner.length === 0 ? mark : `${mark} ${inner[0]!}`, ...inner.slice(1).map((line) => (line === '' ? '' : indent + line)));
  });
  return lines;
}

/** Without blank lines only a paragraph and lists below it can be told apart. */
export function isTight(list: Node): boolean {
  return list.attrs['tight'] === true && childrenOf(list).every((item) => childrenOf(item).every((kid, i) =>
    i === 0 ? kid.content.size > 0 || item.childCount === 1 : kid.type === types.bulletList || (kid.type === types.orderedList && kid.attrs['order'] === 1)));
}

function table(node: Node): string[] {
  const rows = childrenOf(node).map((row) => childrenOf(row).map((cell) => words(cell, { cell: true, heading: true }).join(' ')));
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`);
  return [lines[0]!, `|${' --- |'.repeat(width)}`, ...lines.slice(1)];
}

/** The lines of a paragraph. Emphasis is written so that it is certainly read back; where nothing helps the words win over their looks. */
function words(written: Node, place: InlinePlace): string[] {
  const node = isDefinition(inlineMarkdown(written, place, 'plain')) ? withoutCodeInLinks(written) : written;
  const plain = inlineMarkdown(node, place, 'plain');
  if (!hasEmphasis(node)) return plain.split('\n');
  for (const text of needsStrict(node) ? [] : [plain]) if (readsBack(node, text, place)) return text.split('\n');
  const strict = inlineMarkdown(node, place, 'strict');
  if (readsBack(node, strict, place)) return strict.split('\n');
  return inlineMarkdown(node, place, 'bare').split('\n');
}

/**
 * A paragraph that begins with a link whose code holds `]:` would be read as the definition of a link, and its words would be gone: brackets
 * end a definition's label inside code too, where no backslash helps.
 */
const isDefinition = (text: string): boolean => /^\[(?:[^[\]\\]|\\.)*\]:/s.test(text);

function withoutCodeInLinks(node: Node): Node {
  return node.copy(Fragment.fromArray(childrenOf(node).map((child) => (child.marks.some((mark) => mark.type === marksOf.link) ? child.mark(marksOf.code.removeFromSet(child.marks)) : child))));
}

function hasEmphasis(node: Node): boolean {
  let found = false;
  node.forEach((child) => {
    found ||= child.marks.some((mark) => mark.type === marksOf.strong || mark.type === marksOf.em || mark.type === marksOf.strike);
  });
  return found;
}

function readsBack(node: Node, text: string, place: InlinePlace): boolean {
  const read = proseFrom(text.split('\n').map(protectLine).join('\n')).firstChild;
  return read !== null && looks(read, place) === looks(node, place);
}

/** Every visible character with its marks; white space counts as a gap between words, since Markdown moves it out of emphasis. */
function looks(node: Node, place: InlinePlace): string {
  let out = '';
  node.forEach((child) => {
    const marks = child.marks.map((mark) => mark.type.name + (mark.type === marksOf.link ? String(mark.attrs['href']) : '')).filter((name) => !(place.cell && name === 'code')).sort().join(',');
    for (const char of child.type === types.hardBreak ? ' ' : Array.from(child.text ?? '')) out += /\s/.test(char) ? ' ' : `${char}{${marks}}`;
  });
  return out.trim().replace(/ +/g, ' ');
}

/** A line that would be read as a heading, list, quotation, rule or the underline of a heading gets a backslash. */
function protectLine(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|\\?$)/, '\\$1')
    .replace(/^>/, '\\>')
    .replace(/^([-+])(?=\s|\\?$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|\\?$)/, '$1\\$2')
    .replace(/^(=+|-[- ]*-)(?=\s*\\?$)/, '\\$1');
}

const isList = (node: Node): boolean => node.type === types.bulletList || node.type === types.orderedList;

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEach((child) => children.push(child));
  return children;
}
