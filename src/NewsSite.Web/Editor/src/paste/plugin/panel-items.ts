import { h } from '../../dom';
import type { Finding } from '../nodes';
import type { BlockDraft, Suggestion, SuggestionKind } from '../suggest/suggestion';

const NAMES: Readonly<Record<SuggestionKind, string>> = {
  statement: 'Statement', quote: 'Quote', improvements: 'Areas for improvement', 'key-facts': 'Key facts', source: 'Source', ratings: 'Ratings', 'pull-quote': 'Pull quote',
};

/** What a suggestion is called: "Statement, Cllr Pike". */
export function nameOf(suggestion: Suggestion): string {
  const name = blockOf(suggestion)?.fields['name'];
  return typeof name === 'string' ? `${NAMES[suggestion.kind]}, ${name}` : NAMES[suggestion.kind];
}

/** A suggestion with what it would make, why, and the two answers to it. */
export function itemOf(suggestion: Suggestion, use: () => void, leave: () => void): HTMLElement {
  const name = nameOf(suggestion);
  return h('li', { class: 'paste-item', 'data-suggestion': suggestion.id },
    h('div', {},
      h('h3', {}, name),
      h('p', { class: 'meta' }, `${suggestion.reason}.`),
      h('p', { class: 'paste-preview' }, previewOf(blockOf(suggestion))),
      ...suggestion.flags.map((flag) => h('p', { class: 'paste-flag' }, flag)),
      ...suggestion.asks.map((ask) => h('p', { class: 'paste-flag' }, ask.field === 'person' ? `${ask.words} is not in the register yet: choose or add the person.` : 'Say which source it is: choose or add it.'))),
    h('div', { class: 'paste-answers' },
      h('button', { type: 'button', class: 'button small', 'aria-label': `Use: ${name}`, onclick: use }, 'Use'),
      h('button', { type: 'button', class: 'button small quiet', 'aria-label': `Leave as text: ${name}`, onclick: leave }, 'Leave as text')));
}

/** What was mended and left out, with the words. */
export function notesOf(findings: readonly Finding[]): HTMLElement[] {
  if (findings.length === 0) return [];
  const notes = new Map<string, string[]>();
  for (const { message, passages } of findings) notes.set(message, [...(notes.get(message) ?? []), ...passages]);
  return [h('ul', { class: 'paste-notes', 'aria-label': 'What was done' }, ...[...notes].map(([message, passages]) => h('li', {},
    passages.length === 0 ? message : h('details', {}, h('summary', {}, message), h('ul', {}, ...passages.map((passage) => h('li', {}, passage)))))))];
}

function blockOf({ pieces }: Suggestion): BlockDraft | undefined {
  return pieces.flatMap((piece) => ('block' in piece ? [piece.block] : []))[0];
}

function previewOf(block: BlockDraft | undefined): string {
  const { fields } = block ?? { fields: {} as BlockDraft['fields'] };
  const about = ['role', 'occasion'].map((name) => fields[name]).filter((value) => typeof value === 'string').join(' · ');
  const words = [fields['leadIn'], fields['intro'], fields['text'], fields['words'], fields['items'], fields['facts'], fields['entries']].flatMap(textsOf).join(' ');
  return [about, words.length > 220 ? `${words.slice(0, 200).replace(/\s\S*$/u, '')} …` : words].filter((part) => part !== '').join(': ');
}

function textsOf(value: BlockDraft['fields'][string] | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { text, grade, inspected, published } = value as Readonly<Record<string, string | undefined>>;
  return text !== undefined ? [`– ${text}`] : [`– ${grade ?? ''} (${inspected ?? published ?? ''})`];
}
