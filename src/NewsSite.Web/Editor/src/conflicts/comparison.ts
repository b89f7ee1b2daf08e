import { h } from '../dom';
import type { Content, Json } from '../story';
import { blockLabel, blockParts, fieldParts, type Names, type Part } from './describe';
import { fieldNames, same } from './merge';
import { wordDiff, type Run } from './words';

/** Two texts side by side, field by field, with the words marked that only one of them has. */
export function sideBySide(parts: readonly Part[], left: string, right: string): HTMLElement {
  return h('div', { class: 'sides' }, ...parts.map((part) => {
    const diff = part.left === null || part.right === null ? null : wordDiff(part.left, part.right);
    return h('div', { class: 'sides-part' },
      part.label === '' ? null : h('h4', {}, part.label),
      h('div', { class: 'sides-pair' }, side(left, part.left, diff?.before ?? null, 'del'), side(right, part.right, diff?.after ?? null, 'ins')));
  }));
}

function side(whose: string, text: string | null, runs: readonly Run[] | null, mark: 'del' | 'ins'): HTMLElement {
  const words = text === null ? [h('i', {}, 'Removed')] : text === '' ? [h('i', {}, 'Empty')]
    : (runs ?? [{ text, changed: false }]).map((run) => (run.changed ? h(mark, {}, run.text) : run.text));
  return h('div', { class: 'sides-side' }, h('b', { class: 'sides-whose' }, whose), h('p', { class: 'sides-words' }, ...words));
}

export interface Difference {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** What differs between two states of a story, fields first, then blocks in their order. */
export function differences(left: Content, right: Content, names: Names): Difference[] {
  const out: Difference[] = [];
  for (const name of fieldNames) {
    const [a, b] = [left[name], right[name]] as unknown as [Json, Json];
    if (!same(a, b)) out.push({ label: '', parts: fieldParts(name, a, b, names) });
  }
  for (const id of new Set([...right.blocks, ...left.blocks].map((block) => block.id))) {
    const [a, b] = [left, right].map((content) => content.blocks.find((block) => block.id === id) ?? null) as [Json, Json];
    if (!same(a, b)) out.push({ label: blockLabel(b ?? a, names), parts: blockParts(a, b, names) });
  }
  const order = (content: Content): string => content.blocks.map((block) => block.id).join();
  if (out.length === 0 && order(left) !== order(right)) out.push({ label: 'The order of blocks', parts: [] });
  return out;
}

export function showDifferences(list: readonly Difference[], left: string, right: string): HTMLElement {
  if (list.length === 0) return h('p', {}, 'Both say the same.');
  return h('div', { class: 'differences' }, ...list.map(({ label, parts }) => h('section', { class: 'difference' }, label === '' ? null : h('h3', {}, label), sideBySide(parts, left, right))));
}
