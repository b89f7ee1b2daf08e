import type { BlockTypeEntry, EditorData, FieldEntry, Json } from '../story';
import { same } from './merge';

/** The names that the newsroom has for types, fields, authors and topics. */
export type Names = Pick<EditorData, 'blocks' | 'authors' | 'topics'>;

/** One field on both sides, in words. Null for a side that does not have it; no label where the block's says it all. */
export interface Part {
  readonly label: string;
  readonly left: string | null;
  readonly right: string | null;
}

const fieldLabels: Readonly<Record<string, string>> = {
  kind: 'Kind', headline: 'Headline', standfirst: 'Standfirst', socialHeadline: 'Headline for social cards', socialDescription: 'Description for search and social cards',
  bylines: 'Byline', topics: 'Topics', sources: 'Sources', leadImage: 'Picture above the text', comments: 'Comments',
};

const otherLabels: Readonly<Record<string, string>> = { media: 'Picture', purpose: 'Purpose', alt: 'Description', caption: 'Caption', credit: 'Credit', text: 'Text' };

/** What the panel of the story's details calls a field; "leadImage.purpose" is "Picture above the text: purpose". */
export function fieldLabel(name: string): string {
  const [owner, inner] = name.split('.') as [string, string | undefined];
  const label = fieldLabels[owner] ?? readable(owner);
  return inner === undefined ? label : `${label}: ${(otherLabels[inner] ?? readable(inner)).toLowerCase()}`;
}

/** What a journalist calls a block: "Statement", "Text". */
export function blockLabel(block: Json, names: Names): string {
  const type = typeOf(block);
  return type === 'prose' ? 'Text' : names.blocks.find((entry) => entry.type === type)?.name ?? readable(type);
}

/** The fields of a block that differ between two states, or all of them when one state lacks the block. */
export function blockParts(left: Json, right: Json, names: Names): Part[] {
  const [a, b] = [fieldsOf(left), fieldsOf(right)];
  const entry = names.blocks.find((candidate) => candidate.type === typeOf(left ?? right));
  const keys = [...new Set([...(entry?.fields.map((field) => field.name) ?? []), ...Object.keys(a ?? {}), ...Object.keys(b ?? {})])];
  return keys.flatMap((key) => {
    const [x, y] = [a?.[key], b?.[key]];
    if (same(x, y) || (isEmpty(x) && isEmpty(y))) return [];
    const field = entry?.fields.find((candidate) => candidate.name === key);
    // The words of a text need no other name than the block's.
    const label = typeOf(left ?? right) === 'prose' && key === 'text' ? '' : labelOf(key, field);
    return [{ label, left: a === null ? null : wordsOf(x, field), right: b === null ? null : wordsOf(y, field) }];
  });
}

/** One field of the story on both sides. */
export function fieldParts(name: string, left: Json, right: Json, names: Names): Part[] {
  const named = name === 'bylines' ? names.authors : name === 'topics' ? names.topics : [];
  const nameOf = (value: Json): Json => (Array.isArray(value) ? value.map((slug) => named.find((one) => one.slug === slug)?.name ?? slug) : value);
  if (name === 'leadImage') return blockParts(left, right, names).map((part) => ({ ...part, left: part.left ?? 'None', right: part.right ?? 'None' }));
  return [{ label: fieldLabel(name), left: wordsOf(nameOf(left)), right: wordsOf(nameOf(right)) }];
}

/** Any stored value in words. */
export function wordsOf(value: Json | undefined, field?: FieldEntry): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((item) => wordsOf(item as Json, field)).join(field?.control === 'paragraphs' ? '\n\n' : value.some((item) => typeof item === 'object') ? '\n' : ', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value as Record<string, Json>).filter(([, inner]) => !isEmpty(inner))
    .map(([name, inner]) => `${labelOf(name, field?.fields.find((candidate) => candidate.name === name))}: ${wordsOf(inner)}`).join('\n');
}

const typeOf = (block: Json): string => (isObject(block) ? String(block['type'] ?? '') : '');
const labelOf = (name: string, field: BlockTypeEntry['fields'][number] | undefined): string => field?.label ?? otherLabels[name] ?? readable(name);
const isEmpty = (value: Json | undefined): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const isObject = (value: Json): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsOf(block: Json): Readonly<Record<string, Json>> | null {
  if (!isObject(block)) return null;
  return Object.fromEntries(Object.entries(block).filter(([name]) => name !== 'type' && name !== 'id' && name !== 'v'));
}

/** `roleThen` → "Role then". */
function readable(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
