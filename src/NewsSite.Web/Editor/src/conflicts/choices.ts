import { newId } from '../document/ids';
import type { Block, Content, Json } from '../story';
import type { Conflict } from './merge';

export type Choice = 'mine' | 'theirs' | 'both';

/** A conflict that waits for the writer. The story holds their side meanwhile, and this holds ours. */
export interface OpenConflict extends Conflict {
  /** Whose text stands in the story. */
  readonly who: string;
  readonly at: string;
  /** The blocks before ours, the nearest first: where it goes if it is gone from the story. */
  readonly before: readonly string[];
}

/** Conflicts as they are opened: with our latest words, not those of the save that brought them up. */
export function openConflicts(conflicts: readonly Conflict[], mine: Content, who: string, at: string): OpenConflict[] {
  const ids = mine.blocks.map((block) => block.id);
  return conflicts.map((conflict) => ({ ...conflict, yours: latest(conflict, mine), who, at, before: ids.slice(0, Math.max(0, ids.indexOf(conflict.key))).reverse() }));
}

function latest(conflict: Conflict, mine: Content): Json {
  if (conflict.kind === 'order') return mine.blocks.map((block) => block.id);
  if (conflict.kind === 'block') return mine.blocks.find((block) => block.id === conflict.key) ?? null;
  return (mine as unknown as Readonly<Record<string, Json>>)[conflict.key] ?? null;
}

/** Whether both sides can stand in the story. */
export function canKeepBoth(conflict: Conflict): boolean {
  if (conflict.kind === 'block') return conflict.yours !== null && conflict.theirs !== null;
  return conflict.kind === 'field' && Array.isArray(conflict.yours) && Array.isArray(conflict.theirs);
}

/** The story after the choice. "Theirs" is what it holds already. */
export function withChoice(content: Content, conflict: OpenConflict, choice: Choice): Content {
  if (choice === 'theirs') return content;
  switch (conflict.kind) {
    case 'field':
      return { ...content, [conflict.key]: choice === 'both' ? union(conflict) : conflict.yours };
    case 'order':
      return { ...content, blocks: inOrder(content.blocks, conflict.yours as readonly string[]) };
    case 'block':
      return { ...content, blocks: withBlock(content.blocks, conflict, choice) };
  }
}

function withBlock(blocks: readonly Block[], conflict: OpenConflict, choice: Choice): readonly Block[] {
  const ours = conflict.yours as Block | null;
  const at = blocks.findIndex((block) => block.id === conflict.key);
  if (ours === null) return at < 0 ? blocks : blocks.toSpliced(at, 1);
  if (at < 0) {
    const before = conflict.before.find((id) => blocks.some((block) => block.id === id));
    return blocks.toSpliced(before === undefined ? 0 : blocks.findIndex((block) => block.id === before) + 1, 0, ours);
  }
  if (choice === 'mine') return blocks.with(at, ours);
  return blocks.toSpliced(at + 1, 0, { ...ours, id: newId(new Set(blocks.map((block) => block.id))) });
}

function inOrder(blocks: readonly Block[], order: readonly string[]): Block[] {
  const out = order.flatMap((id) => blocks.find((block) => block.id === id) ?? []);
  blocks.forEach((block, i) => {
    if (out.includes(block)) return;
    const before = blocks[i - 1];
    out.splice(before === undefined ? 0 : out.indexOf(before) + 1, 0, block);
  });
  return out;
}

const union = (conflict: Conflict): Json => [...new Set([...(conflict.theirs as readonly Json[]), ...(conflict.yours as readonly Json[])])];
