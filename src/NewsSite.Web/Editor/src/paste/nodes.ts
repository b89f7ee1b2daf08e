/** What a paste is turned into before the editor sees it: plain data that knows nothing of the editor. */
export type Mark = 'strong' | 'em' | 'strike' | 'code';

/** A stretch of text with one set of marks. A "\n" in it is a line break inside the paragraph. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly href: string | null;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3 | 4;
  readonly runs: readonly Run[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item; 1 for bullets. */
  readonly start: number;
  readonly items: readonly (readonly PastedNode[])[];
}

export interface Quotation {
  readonly kind: 'quotation';
  readonly nodes: readonly PastedNode[];
}

export interface Cell {
  readonly header: boolean;
  readonly runs: readonly Run[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

export type PastedNode = Paragraph | Heading | List | Quotation | Table;

export type FindingKind =
  | 'quotation-mark'
  | 'hyphen'
  | 'line-breaks'
  | 'page-furniture'
  | 'site-furniture'
  | 'hidden'
  | 'comments'
  | 'deletions'
  | 'styles'
  | 'scripts'
  | 'links'
  | 'pictures'
  | 'columns';

/** Something worth telling the journalist about what was done with the paste. */
export interface Finding {
  readonly kind: FindingKind;
  readonly message: string;
  /** The words concerned, as they stood in the paste; words left out are all here. */
  readonly passages: readonly string[];
  /** Index of the top-level node concerned; null when it concerns none in particular. */
  readonly node: number | null;
}

export interface PastedText {
  readonly nodes: readonly PastedNode[];
  readonly findings: readonly Finding[];
}

/** Kinds whose passages are words of the paste that are not in the nodes. */
export const LEFT_OUT: readonly FindingKind[] = ['page-furniture', 'site-furniture', 'hidden', 'comments', 'deletions'];

/** The text of runs without their marks. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The paragraphs, headings, items and cells of a node, in reading order. */
export function linesOf(node: PastedNode): string[] {
  switch (node.kind) {
    case 'paragraph':
    case 'heading':
      return [textOfRuns(node.runs)];
    case 'list':
      return node.items.flatMap((item) => item.flatMap(linesOf));
    case 'quotation':
      return node.nodes.flatMap(linesOf);
    case 'table':
      return node.rows.flatMap((row) => row.map((cell) => textOfRuns(cell.runs)));
  }
}

/** The text of a node, its parts separated by line breaks. */
export function textOf(node: PastedNode): string {
  return linesOf(node).join('\n');
}

/** The words of a text: what white space separates. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word.length > 0);
}
