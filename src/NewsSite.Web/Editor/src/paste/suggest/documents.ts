import type { PastedNode } from '../nodes';
import { sentenceStarts, sentencesOf } from './sentences';
import { type Finder, found, kept, lineOf, type Story } from './passage';
import type { Ask } from './suggestion';

/** A document that the text cites with its address. */
export interface Document {
  readonly node: number;
  /** How the text calls it: "the full report". */
  readonly words: string;
  readonly address: string;
  /** The sentence that leads to an address which is written out at the end of its paragraph; null for a link in running text. */
  readonly leadIn: string | null;
  /** Where that sentence begins. */
  readonly from: number;
}

const NOUN = String.raw`(?:report|review|letter|minutes|document|audit|survey|study|judgement|judgment|papers?|agenda|strategy|consultation|findings)`;
const SMALL = String.raw`(?:the|a|an|in|of|from|by|with|to|for|on|at|and|or|that|its|this|their)\b`;
const NAMED = new RegExp(String.raw`\b(?:the|this|its|their|a|an|\p{Lu}\p{L}*[’']s)\s+(?:(?!${SMALL})[\p{L}’'-]+\s){0,3}?${NOUN}\b`, 'iu');
const LINK_WORDS = new RegExp(String.raw`\b${NOUN}\b`, 'iu');
const WRITTEN = /^(.*\S)\s*(?<!\S)(https?:\/\/\S+?)([.,]?)$/u;

/** The documents that the text cites, in order, each address once. */
export function documentsIn(nodes: readonly PastedNode[]): Document[] {
  const seen = new Set<string>();
  return nodes.flatMap((node, i) => [...writtenOut(node, i), ...linked(node, i)]).filter(({ address }) => !seen.has(address) && seen.add(address));
}

function writtenOut(node: PastedNode, i: number): Document[] {
  const line = lineOf(node);
  const from = sentenceStarts(line).at(-1) ?? 0;
  const match = WRITTEN.exec(line.slice(from));
  const leadIn = match?.[1] ?? '';
  if (!match || match[3] !== '' || !NAMED.test(leadIn)) return [];
  return [{ node: i, words: nameIn(leadIn), address: match[2] ?? '', leadIn, from }];
}

function linked(node: PastedNode, i: number): Document[] {
  if (node.kind !== 'paragraph') return [];
  return node.runs.flatMap((run) => (run.href !== null && /^http/u.test(run.href) && LINK_WORDS.test(run.text) ? [{ node: i, words: run.text.trim(), address: run.href, leadIn: null, from: 0 }] : []));
}

/** How a sentence calls the document it speaks of; empty when it speaks of none. */
export function nameIn(sentence: string): string {
  return NAMED.exec(sentence)?.[0].trim() ?? '';
}

/** Whether a sentence speaks of a document or of those who wrote it. */
export function speaksOfDocument(sentence: string): boolean {
  return NAMED.test(sentence) || /\b(?:inspectors?|auditors?|reviewers?)\b/iu.test(sentence);
}

/** The document that words are from, as an ask: the only one cited, or one whose place the writer must say. */
export function citing({ documents }: Story, words: string): Ask {
  return { field: 'source', words, address: documents.length === 1 ? (documents[0]?.address ?? null) : null };
}

/** Cards for the documents: in place of "You can read the report here: https://…", or below a paragraph that links to one. */
export const findSources: Finder = ({ nodes, documents }) =>
  documents.map(({ node, words, address, leadIn, from }) => {
    const more = { reason: `“${words}” is cited with its address`, asks: [{ field: 'source', words, address } satisfies Ask] };
    const paragraph = nodes[node];
    if (leadIn === null || !paragraph) return found('source', node + 1, node + 1, { fields: {} }, more);
    return found('source', node, node + 1, { before: kept(paragraph, 0, from), fields: { leadIn, showAddress: true } }, more);
  });

/** Whether a paragraph announces quotations of a document. */
export function announcesQuotes(line: string): boolean {
  const last = sentencesOf(line).at(-1) ?? '';
  const says = /\b(?:quotes?|quotations?|extracts?|excerpts?|passages|following|below|in its own words)\b/iu.test(last) || last.endsWith(':');
  return says && /[.:]$/u.test(last) && speaksOfDocument(last);
}
