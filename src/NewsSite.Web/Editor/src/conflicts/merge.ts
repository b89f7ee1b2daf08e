import type { Block, Content, Json, StoryFields } from '../story';

/** What two people changed at the same time, as the program tells it too. Null for something that is absent on that side. */
export interface Conflict {
  readonly kind: 'block' | 'field' | 'order';
  /** The block's id, the field's name, or `blocks` for the order. */
  readonly key: string;
  readonly base: Json;
  readonly yours: Json;
  readonly theirs: Json;
}

export interface Merge {
  /** Theirs where both changed. */
  readonly content: Content;
  readonly conflicts: readonly Conflict[];
}

export const fieldNames = [
  'kind', 'headline', 'standfirst', 'socialHeadline', 'socialDescription', 'bylines', 'topics', 'sources', 'leadImage', 'comments',
] as const satisfies readonly (keyof StoryFields)[];

/**
 * Three-way, by block and by field. The program does this for every save; here it is done once more for what was typed while a save was
 * under way, so that an answer never runs over it.
 */
export function mergeContent(base: Content, mine: Content, theirs: Content): Merge {
  const conflicts: Conflict[] = [];
  const fields = Object.fromEntries(fieldNames.map((name) => {
    const [b, m, t] = [base[name], mine[name], theirs[name]] as unknown as [Json, Json, Json];
    if (same(m, b) || same(m, t)) return [name, t];
    if (same(t, b)) return [name, m];
    conflicts.push({ kind: 'field', key: name, base: b, yours: m, theirs: t });
    return [name, t];
  })) as unknown as StoryFields;
  const blocks = mergeBlocks(base.blocks, mine.blocks, theirs.blocks, conflicts);
  return { content: { ...fields, blocks }, conflicts };
}

function mergeBlocks(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[], conflicts: Conflict[]): Block[] {
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  const kept = new Map<string, Block>();
  for (const id of new Set([...b.keys(), ...t.keys(), ...m.keys()])) {
    const [was, ours, others] = [b.get(id) ?? null, m.get(id) ?? null, t.get(id) ?? null];
    let winner = others;
    if (same(others, was)) winner = ours;
    else if (!same(ours, was) && !same(ours, others)) conflicts.push({ kind: 'block', key: id, base: was, yours: ours, theirs: others });
    if (winner !== null) kept.set(id, winner);
  }
  return orderOf(base, mine, theirs, kept, conflicts).map((id) => kept.get(id)!);
}

/** The order of whoever moved blocks; theirs if both did. Blocks that only the other side has follow the one they followed there. */
function orderOf(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[], kept: ReadonlyMap<string, Block>, conflicts: Conflict[]): string[] {
  const [b, m, t] = [base, mine, theirs].map((blocks) => blocks.map((block) => block.id)) as [string[], string[], string[]];
  const common = new Set(b.filter((id) => m.includes(id) && t.includes(id)));
  const [b2, m2, t2] = [b, m, t].map((ids) => ids.filter((id) => common.has(id))) as [string[], string[], string[]];
  const [iMoved, theyMoved] = [!same(m2, b2), !same(t2, b2)];
  if (iMoved && theyMoved && !same(m2, t2)) conflicts.push({ kind: 'order', key: 'blocks', base: b, yours: m, theirs: t });
  const [lead, other] = iMoved && !theyMoved ? [m, t] : [t, m];
  const order = lead.filter((id) => kept.has(id));
  other.forEach((id, i) => {
    if (!kept.has(id) || order.includes(id)) return;
    const before = other.slice(0, i).reverse().find((candidate) => order.includes(candidate));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

const byId = (blocks: readonly Block[]): Map<string, Block> => new Map(blocks.map((block) => [block.id, block]));

/** Equal as JSON, whatever the order of the names; absent counts as null. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || a === undefined || b === undefined) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Record<string, Json>, b as Record<string, Json>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((name) => same(x[name], y[name]));
}

export const sameContent = (a: Content, b: Content): boolean => same(a as unknown as Json, b as unknown as Json);
