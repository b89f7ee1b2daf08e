import type { Node } from 'prosemirror-model';
import { blockAttrs, types } from './document/schema';
import type { Json } from './story';

/** Silent reading of English non-fiction by adults: Brysbaert, M. (2019), How many words do we read per minute?, Journal of Memory and Language 109. */
export const wordsPerMinute = 238;

export interface Count {
  readonly words: number;
  /** At least 1 as soon as there are words. */
  readonly minutes: number;
}

/** The words that readers read; a block counts once, until it is edited. */
export function countWords(doc: Node): Count {
  let words = 0;
  doc.forEach((node) => {
    words += wordsOf(node);
  });
  return { words, minutes: Math.ceil(words / wordsPerMinute) };
}

const counted = new WeakMap<Node, number>();

function wordsOf(node: Node): number {
  const known = counted.get(node);
  if (known !== undefined) return known;
  const count = node.type === types.prose ? inFlow(node) : inFields(blockAttrs(node).type, blockAttrs(node).fields);
  counted.set(node, count);
  return count;
}

// A paragraph that was not edited is not counted again either.
function inFlow(node: Node): number {
  let count = 0;
  node.forEach((child) => {
    const known = counted.get(child);
    const words = known ?? inText(child.textBetween(0, child.content.size, ' ', ' '));
    if (known === undefined) counted.set(child, words);
    count += words;
  });
  return count;
}

const read: Readonly<Record<string, readonly string[]>> = {
  statement: ['leadIn', 'words'],
  quote: ['leadIn', 'words'],
  'pull-quote': [],
  ratings: [],
  related: [],
  source: ['leadIn'],
  image: ['caption'],
  improvements: ['intro', 'items'],
  'key-facts': ['facts'],
  callout: ['title', 'text', 'note'],
  embed: ['title'],
};

function inFields(type: string, fields: Readonly<Record<string, Json>>): number {
  return (read[type] ?? []).reduce((sum, name) => sum + inValue(fields[name]), 0);
}

function inValue(value: Json | undefined): number {
  if (typeof value === 'string') return inText(value);
  if (Array.isArray(value)) return (value as readonly Json[]).reduce<number>((sum, item) => sum + inValue(item), 0);
  if (typeof value === 'object' && value !== null) return inValue((value as Record<string, Json>)['text']) + inValue((value as Record<string, Json>)['figure']);
  return 0;
}

const inText = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,£$%-]*/gu)?.length ?? 0;
