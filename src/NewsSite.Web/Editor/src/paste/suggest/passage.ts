import { type PastedNode, type PastedText, type Run, textOfRuns } from '../nodes';
import { after, slice, tidy } from '../runs';
import { sayUnpaired, unpairedIn } from '../quotation-marks';
import type { Document } from './documents';
import type { Ask, BlockDraft, Piece, Suggestion, SuggestionKind } from './suggestion';

/** What finders look at. */
export interface Story {
  readonly nodes: PastedText['nodes'];
  /** The text of each node on one line; empty for lists, quotations and tables. */
  readonly lines: readonly string[];
  readonly documents: readonly Document[];
  /** The story's day, yyyy-mm-dd. */
  readonly today: string;
}

/** Finds the suggestions of one sort. */
export type Finder = (story: Story) => Found[];

/** A suggestion before it has its id. */
export type Found = Omit<Suggestion, 'id'>;

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

export function lineOf(node: PastedNode): string {
  return node.kind === 'paragraph' ? oneLine(textOfRuns(node.runs)) : '';
}

/** A part of a paragraph that stays text; nothing when it holds no word. */
export function kept(node: PastedNode, from: number, to = Infinity): Piece[] {
  if (node.kind !== 'paragraph') return [];
  const flat: Run[] = node.runs.map((run) => ({ ...run, text: run.text.replace(/\n/gu, ' ') }));
  const runs = to === Infinity ? after(flat, from) : tidy(slice(flat, from, to));
  return runs.length > 0 ? [{ text: { kind: 'paragraph', runs } }] : [];
}

/** A block that replaces nodes; its fields are those that hold something. */
export function found(kind: SuggestionKind, from: number, to: number, parts: { before?: Piece[]; fields: BlockDraft['fields']; after?: Piece[] }, more: Pick<Found, 'reason' | 'asks'>, flags: readonly string[] = []): Found {
  const fields = Object.fromEntries(Object.entries(parts.fields).filter(([, value]) => value !== null && value !== ''));
  return { kind, from, to, pieces: [...(parts.before ?? []), { block: { type: kind, fields } }, ...(parts.after ?? [])], flags, ...more };
}

/** What to say of words whose quotation marks do not pair, and of links that a block of plain words cannot hold. */
export function flagsOf(words: readonly string[], nodes: readonly PastedNode[]): string[] {
  const unpaired = words.flatMap((line, i) => {
    const problem = unpairedIn(line, words[i + 1] ?? '');
    return problem ? [sayUnpaired(problem)] : [];
  });
  const linked = nodes.some((node) => node.kind === 'paragraph' && node.runs.some((run) => run.href !== null));
  return [...new Set(unpaired), ...(linked ? ['The words hold a link. The block keeps the words without it.'] : [])];
}

/** The shortest way to name a passage in a reason. */
export function opening(text: string): string {
  const words = text.split(' ');
  return words.length > 8 ? `${words.slice(0, 7).join(' ')} …` : text;
}

/** Who of the register a name means. */
export function personAsk(words: string): Ask {
  return { field: 'person', words, address: null };
}

