import { linesOf } from '../nodes';
import { announcesQuotes, citing, nameIn, speaksOfDocument } from './documents';
import { type Finder, flagsOf, type Found, found, oneLine, opening, type Story } from './passage';
import { goesOnWith, quotedAt } from './quoted';
import { speakerOf } from './speaker';

/** Paragraphs that are quotations from beginning to end, after a sentence that says what they are from. */
export const findReportQuotes: Finder = (story) => {
  const all: Found[] = [];
  for (let i = 0; i < story.lines.length; i++) {
    const intro = story.lines[i] ?? '';
    if (!announcesQuotes(intro) || isQuotation(intro)) continue;
    for (let n = i + 1; isQuotation(story.lines[n] ?? ''); ) {
      const to = endOf(story, n);
      all.push(quote(story, intro, n, to));
      n = to;
    }
  }
  return all;
};

// It opens at the start, or closes at the end what never opened; whatever else is in it, nobody is named as speaking.
function isQuotation(line: string): boolean {
  const quoted = quotedAt(line, 0);
  if (quoted) return line.slice(quoted.to).replace(/[.\s]/gu, '') === '' && line.split(' ').length >= 4;
  return /[”]\.?$/u.test(line) && !line.includes('“') && line.split(' ').length >= 6;
}

function endOf(story: Story, from: number): number {
  const quoted = quotedAt(story.lines[from] ?? '', 0);
  if (!quoted || quoted.closed) return from + 1;
  let to = from + 1;
  while (goesOnWith(story.lines[to] ?? '', quoted.mark)) {
    to++;
    if (quotedAt(story.lines[to - 1] ?? '', 0)?.closed) break;
  }
  return to;
}

function quote(story: Story, intro: string, from: number, to: number): Found {
  const words = story.lines.slice(from, to);
  const document = nameIn(intro);
  const asks = [citing(story, document === '' ? 'the document' : document)];
  const reason = `These are words of ${document === '' ? 'a document' : document}, as “${opening(intro)}” says`;
  return found('quote', from, to, { fields: { words } }, { reason, asks }, flagsOf(words, story.nodes.slice(from, to)));
}

/** Passages that the pasted page itself sets as quotations, with the sentence before them where it leads in. */
export const findSetQuotes: Finder = (story) =>
  story.nodes.flatMap((node, i): Found[] => {
    if (node.kind !== 'quotation' || node.nodes.some((inner) => inner.kind !== 'paragraph')) return [];
    const words = linesOf(node).map(oneLine);
    const before = story.lines[i - 1] ?? '';
    const fromDocument = before.endsWith(':') && speaksOfDocument(before) && speakerOf(before)?.kind !== 'person';
    if (!fromDocument || words.join(' ').split(' ').length < 6) return [];
    const document = nameIn(before);
    const asks = [citing(story, document === '' ? 'the document' : document)];
    return [found('quote', i, i + 1, { fields: { words } }, { reason: `The page sets these words as a quotation, after “${opening(before)}”`, asks }, flagsOf(words, node.nodes))];
  });
