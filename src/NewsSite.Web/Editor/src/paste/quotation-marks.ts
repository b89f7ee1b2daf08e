import { type Finding, type PastedNode, textOf } from './nodes';

const PAIRS = [
  { open: '“', close: '”' },
  { open: '"', close: '"' },
  { open: '‘', close: '’' },
] as const;

/** What is wrong with the quotation marks of a paragraph: one that never closes, or one that never opened; null when they pair. */
export interface Unpaired {
  readonly mark: string;
  readonly problem: 'open' | 'close';
}

/**
 * By custom each paragraph of a long quotation opens anew and only the last one closes, so a mark may stay open when the next paragraph
 * opens with the same. ’ is an apostrophe too: only ‘ that never closes counts.
 */
export function unpairedIn(text: string, next: string): Unpaired | null {
  for (const { open, close } of PAIRS) {
    const depth = open === close ? straight(text) : open === '‘' ? single(text) : double(text);
    if (depth < 0) return { mark: close, problem: 'close' };
    if (depth > 0 && !next.startsWith(open)) return { mark: open, problem: 'open' };
  }
  return null;
}

function double(text: string): number {
  let depth = 0;
  for (const c of text) {
    if (c === '“') depth++;
    else if (c === '”' && --depth < 0) return depth;
  }
  return depth;
}

// An inch mark after a number is no quotation mark.
function straight(text: string): number {
  const marks = text.replace(/(?<=\d)"(?=[\s,.;)]|$)(?=[^"]*(?:"[^"]*"[^"]*)*$)/gu, '').split('"').length - 1;
  if (marks % 2 === 0) return 0;
  return /^"|[\s(]"\S[^"]*$/u.test(text) ? 1 : -1;
}

function single(text: string): number {
  const opens = text.match(/‘(?!(?:tis|twas|em|til|cause|n)\b|\d0s)/gu)?.length ?? 0;
  const closes = text.match(/’(?![\p{L}\p{N}])/gu)?.length ?? 0;
  return Math.max(0, opens - closes);
}

/** A finding for each paragraph whose quotation marks do not pair. */
export function quotationMarkFindings(nodes: readonly PastedNode[]): Finding[] {
  return nodes.flatMap((node, i) => {
    const lines = node.kind === 'table' ? [] : textOf(node).split('\n');
    const next = nodes[i + 1];
    return lines.flatMap((line, n): Finding[] => {
      const found = unpairedIn(line, lines[n + 1] ?? (next ? textOf(next) : ''));
      return found ? [{ kind: 'quotation-mark', message: sayUnpaired(found), passages: [line], node: i }] : [];
    });
  });
}

/** Says it as a journalist would. */
export function sayUnpaired({ mark, problem }: Unpaired): string {
  return problem === 'open'
    ? `A quotation mark opens (${mark}) and never closes. If the source has it so, leave it.`
    : `A quotation mark closes (${mark}) that never opened. If the source has it so, leave it.`;
}
