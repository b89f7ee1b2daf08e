import type { List, PastedNode } from './nodes';

/** An item that says its level itself, as word processors write their lists. */
export interface LevelItem {
  /** From 1. */
  readonly level: number;
  readonly ordered: boolean;
  readonly number: number;
  /** What tells one list from the next at the first level. */
  readonly list: string;
  readonly nodes: readonly PastedNode[];
}

interface OpenList extends List {
  readonly items: PastedNode[][];
}

/** Nests items by their levels. A level that is jumped over counts as one step. */
export function nested(items: readonly LevelItem[]): List[] {
  const root: PastedNode[] = [];
  const open: { level: number; nodes: PastedNode[] }[] = [{ level: 0, nodes: root }];
  let list = '';
  for (const item of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= item.level) open.pop();
    const into = open.at(-1)?.nodes ?? root;
    const last = into.at(-1) as OpenList | undefined;
    const nodes = [...item.nodes];
    if (last?.kind === 'list' && last.ordered === item.ordered && (open.length > 1 || list === item.list)) last.items.push(nodes);
    else into.push({ kind: 'list', ordered: item.ordered, start: item.ordered ? item.number : 1, items: [nodes] });
    if (open.length === 1) list = item.list;
    open.push({ level: item.level, nodes });
  }
  return root as List[];
}
