import { endsInSpeech } from './speaker';
import { sentenceStarts } from './sentences';

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', '«': '»' };

/** Words in quotation marks in a paragraph. */
export interface Quoted {
  /** The mark that opens them. */
  readonly mark: string;
  readonly from: number;
  /** Behind the mark that closes them; the paragraph's end when none does. */
  readonly to: number;
  readonly closed: boolean;
}

/** The quotation that begins at a place. */
export function quotedAt(text: string, from: number): Quoted | null {
  const mark = text[from] ?? '';
  const close = CLOSES[mark];
  if (close === undefined || !/\S/u.test(text[from + 1] ?? ' ')) return null;
  const end = closingOf(text, from, mark, close);
  return { mark, from, to: end < 0 ? text.length : end + 1, closed: end >= 0 };
}

function closingOf(text: string, from: number, mark: string, close: string): number {
  if (mark === '‘') return singleClose(text, from);
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (mark === close && c === mark) {
      if (i > from && !/\s/u.test(text[i - 1] ?? ' ')) return i;
    } else if (c === mark) depth++;
    else if (c === close && --depth === 0) return i;
  }
  return -1;
}

// ’ is an apostrophe too: it closes after punctuation, or at the very end.
function singleClose(text: string, from: number): number {
  for (const match of text.slice(from).matchAll(/’/gu)) {
    const at = from + match.index;
    if (/^[.,;]?$/u.test(text.slice(at + 1)) || (/[.,!?…]/u.test(text[at - 1] ?? '') && /[\s—–]/u.test(text[at + 1] ?? ' '))) return at;
  }
  return -1;
}

/** Whether a paragraph begins with the mark, as a quotation over several paragraphs does in each. */
export function goesOnWith(text: string, mark: string): boolean {
  return text.startsWith(mark);
}

/** A paragraph of somebody's words with the sentence that leads into them. */
export interface Introduced {
  /** Sentences before the lead-in, which are the writer's own. */
  readonly before: number;
  readonly leadIn: string;
  readonly quoted: Quoted;
}

/** Quotations of some length that a sentence of the same paragraph introduces, to the paragraph's end or to the end of a sentence. */
export function introducedIn(text: string): Introduced[] {
  const starts = sentenceStarts(text);
  return [...text.matchAll(/(?<=[:,\p{L}]\s)[“‘"«](?=\S)/gu)].flatMap(({ index }) => {
    const quoted = quotedAt(text, index);
    const before = starts.findLast((start) => start < index) ?? 0;
    const leadIn = text.slice(before, index).trim();
    const words = quoted ? text.slice(quoted.from, quoted.to).split(/\s+/u).length : 0;
    if (!quoted || words < 6 || leadIn === '' || leadIn.length > 500 || /[“"«][^”"»]*$/u.test(leadIn)) return [];
    if (!leadIn.endsWith(':') && !isWholeAfterVerb(text, leadIn, quoted)) return [];
    const rest = text.slice(quoted.to).trim();
    return rest === '' || /^\p{Lu}/u.test(rest) ? [{ before, leadIn, quoted }] : [];
  });
}

// Without a colon it has to be a whole quotation behind a verb: "they found ‘too many’ homes" is none.
function isWholeAfterVerb(text: string, leadIn: string, { from, to, closed, mark }: Quoted): boolean {
  if (!closed || (mark === '‘' && /’\s/u.test(text.slice(from, to - 2)))) return false;
  return endsInSpeech(leadIn);
}
