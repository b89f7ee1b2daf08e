import type { Finding, FindingKind } from './nodes';

// What the writer most needs to know comes first.
const ORDER: readonly FindingKind[] = ['columns', 'hyphen', 'page-furniture', 'site-furniture', 'hidden', 'comments', 'deletions', 'links', 'pictures', 'line-breaks', 'scripts', 'styles'];

/** Gathers what was found while a paste is cleaned: one finding a kind, with every passage. */
export class Findings {
  readonly #passages = new Map<FindingKind, string[]>();
  readonly #located: Finding[] = [];

  /** Notes a passage; an empty one only says that it happened. */
  note(kind: FindingKind, passage = ''): void {
    const passages = this.#passages.get(kind) ?? [];
    const text = passage.replace(/\s+/gu, ' ').trim();
    if (text !== '') passages.push(text);
    this.#passages.set(kind, passages);
  }

  add(finding: Finding): void {
    this.#located.push(finding);
  }

  all(): Finding[] {
    const gathered = [...this.#passages].map(([kind, passages]): Finding => ({ kind, message: messageOf(kind, passages.length), passages, node: null }));
    return [...this.#located, ...gathered.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))];
  }
}

function messageOf(kind: FindingKind, count: number): string {
  const s = count === 1 ? '' : 's';
  switch (kind) {
    case 'hyphen':
      return `Mended ${count} word${s} that the end of a line had cut. Check ${count === 1 ? 'it' : 'them'}.`;
    case 'line-breaks':
      return 'Joined lines that were broken inside a sentence.';
    case 'page-furniture':
      return 'Left out running heads and page numbers.';
    case 'site-furniture':
      return 'Left out the website’s menus and buttons.';
    case 'hidden':
      return 'Left out text that was hidden in the original.';
    case 'comments':
      return 'Left out comments from the margin.';
    case 'deletions':
      return 'Left out words that were marked as deleted.';
    case 'styles':
      return 'Left out fonts, colours and other formatting.';
    case 'scripts':
      return 'Left out scripts.';
    case 'links':
      return `Kept the words of ${count} link${s} that cannot be followed from here, without the link${s}.`;
    case 'pictures':
      return 'Left out pictures: add them as picture blocks.';
    case 'columns':
      return 'Some lines look like columns side by side. Check the order of the words.';
    case 'quotation-mark':
      return 'A quotation mark has no partner.';
  }
}
