import { type LevelItem, nested } from './levelled-lists';
import { type Paragraph, type PastedNode, type Run, textOfRuns } from './nodes';
import { plain, splitAt, tidy } from './runs';

/** Gathers the nodes of a stretch of HTML: running text becomes paragraphs, two line breaks part them, and blocks stand between. */
export class Flow {
  readonly nodes: PastedNode[] = [];
  #runs: Run[] = [];
  #items: LevelItem[] = [];

  text(run: Run): void {
    this.#runs.push(run);
  }

  /** Ends the paragraph, if one has begun. A block that held none leaves an empty one, which says that a blank line stood there. */
  close(blank = false): void {
    const paragraphs = splitAt(this.#runs, /[^\S\n]*\n[^\S\n]*\n\s*/gu).map((runs): Paragraph => ({ kind: 'paragraph', runs: trimmed(runs) }));
    this.#runs = [];
    const filled = paragraphs.filter((node) => node.runs.length > 0);
    if (filled.length > 0) this.push(...filled.flatMap((node, i) => (i === 0 ? [node] : [EMPTY, node])));
    else if (blank && this.#items.length === 0 && this.nodes.length > 0) this.nodes.push(EMPTY);
  }

  push(...nodes: readonly PastedNode[]): void {
    if (nodes.length === 0) return;
    this.#closeItems();
    this.nodes.push(...nodes);
  }

  item(item: LevelItem): void {
    if (item.nodes.length > 0) this.#items.push(item);
  }

  /** Everything gathered; blank lines are empty paragraphs. */
  done(): PastedNode[] {
    this.close();
    this.#closeItems();
    return this.nodes;
  }

  #closeItems(): void {
    const lists = nested(this.#items);
    this.#items = [];
    this.nodes.push(...lists);
  }
}

export const EMPTY: Paragraph = { kind: 'paragraph', runs: [] };

export function isEmpty(node: PastedNode): boolean {
  return node.kind === 'paragraph' && node.runs.length === 0;
}

function trimmed(runs: readonly Run[]): Run[] {
  const text = textOfRuns(runs);
  return text.startsWith('\n') ? tidy(splitAt(runs, /^\n+/gu).flat()) : [...runs];
}

/** The nodes as an item or a quotation holds them: no headings and no tables. */
export function simple(nodes: readonly PastedNode[]): PastedNode[] {
  return nodes.flatMap((node): PastedNode[] => {
    if (isEmpty(node)) return [];
    if (node.kind === 'heading') return [{ kind: 'paragraph', runs: node.runs }];
    if (node.kind === 'table') return node.rows.map((row) => ({ kind: 'paragraph', runs: joined(row.map((cell) => cell.runs)) }));
    return [node];
  });
}

/** Texts one after another, a space between. */
export function joined(parts: readonly (readonly Run[])[]): Run[] {
  return tidy(parts.flatMap((part, i) => (i === 0 ? [...part] : [plain(' '), ...part])));
}
