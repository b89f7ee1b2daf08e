import type { Mark, Node } from 'prosemirror-model';
import { marksOf, types } from '../document/schema';

/** Where the words stand, which decides what Markdown would read into them. */
export interface InlinePlace {
  readonly cell: boolean;
  readonly heading: boolean;
}

/** How marks are written: `plain` is the usual form, `strict` survives every neighbour, `bare` leaves emphasis out. */
export type InlineStyle = 'plain' | 'strict' | 'bare';

interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** The Markdown of a line of words. Lines after a hard break are told by a backslash at the end. */
export function inlineMarkdown(parent: Node, place: InlinePlace, style: InlineStyle): string {
  const out = new Writer(style);
  for (const run of runsOf(parent, place)) out.run(run);
  return out.end();
}

function runsOf(parent: Node, place: InlinePlace): Run[] {
  const runs: Run[] = [];
  parent.forEach((child) => {
    const text = child.type === types.hardBreak ? (place.cell || place.heading ? ' ' : '\n') : (child.text ?? '').replace(/[\n\r]/g, ' ');
    const codeInCell = place.cell && text.includes('|');
    runs.push({ text, marks: codeInCell ? child.marks.filter((mark) => mark.type !== marksOf.code) : child.marks });
  });
  return tidy(runs);
}

/** White space at the edge of emphasis stands outside of it, and none stands at the edge of a line. */
function tidy(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  runs.forEach((run, at) => {
    if (run.marks.length === 0 || isCode(run)) {
      out.push(run);
      return;
    }
    const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(run.text)!;
    const previous = runs.slice(0, at).findLast((other) => !isMarkedSpace(other));
    const next = runs.slice(at + 1).find((other) => !isMarkedSpace(other));
    if (words === '') {
      out.push({ text: run.text, marks: open(previous, next) });
      return;
    }
    if (before) out.push({ text: before, marks: open(previous, run) });
    out.push({ text: words!, marks: run.marks });
    if (after) out.push({ text: after, marks: open(run, next) });
  });
  trimEdges(out);
  return out.filter((run) => run.text !== '');
}

/** The marks that stay open between two runs: white space there may stand in these only. */
function open(before: Run | undefined, after: Run | undefined): readonly Mark[] {
  const [a, b] = [before, after].map((run) => (run?.marks ?? []).filter((mark) => mark.type !== marksOf.code)) as [Mark[], Mark[]];
  const end = a.findIndex((mark, i) => b[i] === undefined || !mark.eq(b[i]));
  return end < 0 ? a : a.slice(0, end);
}

function trimEdges(runs: Run[]): void {
  const lines = (text: string): string => text.replace(/[ \t]*\n[ \t]*/g, '\n');
  for (let i = 0; i < runs.length; i++) if (!isCode(runs[i]!)) runs[i] = { ...runs[i]!, text: lines(runs[i]!.text) };
  for (let i = 0; i < runs.length; i++) {
    const text = runs[i]!.text.replace(/^[ \t\n]+/, '');
    if (isCode(runs[i]!)) break;
    runs[i] = { ...runs[i]!, text };
    if (text !== '') break;
  }
  for (let i = runs.length - 1; i >= 0; i--) {
    const text = runs[i]!.text.replace(/[ \t\n]+$/, '');
    if (isCode(runs[i]!)) break;
    runs[i] = { ...runs[i]!, text };
    if (text !== '') break;
  }
  // White space beside a break that another run brought.
  for (let i = 1; i < runs.length; i++) {
    if (isCode(runs[i]!) || isCode(runs[i - 1]!)) continue;
    if (runs[i - 1]!.text.endsWith('\n')) runs[i] = { ...runs[i]!, text: runs[i]!.text.replace(/^[ \t]+/, '') };
    if (runs[i]!.text.startsWith('\n')) runs[i - 1] = { ...runs[i - 1]!, text: runs[i - 1]!.text.replace(/[ \t]+$/, '') };
  }
}

/** White space whose marks are given up, so that its neighbours look past it. */
const isMarkedSpace = (run: Run): boolean => run.marks.length > 0 && !isCode(run) && run.text.trim() === '';

const isCode = (run: Run): boolean => run.marks.some((mark) => mark.type === marksOf.code);

const delimiterMarks = [marksOf.strong, marksOf.em, marksOf.strike];

class Writer {
  private text = '';
  private open: Mark[] = [];
  /** In strict style: the next letter must not touch the delimiter just written. */
  private guard = false;

  constructor(private readonly style: InlineStyle) {}

  run(run: Run): void {
    const marks = run.marks.filter((mark) => mark.type !== marksOf.code && (this.style !== 'bare' || mark.type === marksOf.link));
    let same = 0;
    while (same < this.open.length && marks[same] !== undefined && this.open[same]!.eq(marks[same]!)) same++;
    this.close(same);
    for (const mark of marks.slice(same)) this.begin(mark);
    const words = isCode(run) ? this.code(run.text) : this.escape(run.text);
    this.put(words, !isCode(run));
  }

  end(): string {
    this.close(0);
    return this.text;
  }

  private begin(mark: Mark): void {
    if (mark.type === marksOf.link) {
      // A mark of exclamation before a link would make it a picture, unless it has its backslash already.
      if (/(?<!\\)(\\\\)*!$/.test(this.text)) this.text = `${this.text.slice(0, -1)}\\!`;
      this.text += '[';
    } else {
      if (this.style === 'strict') this.text = guardEnd(this.text);
      this.text += delimiter(mark, this.style);
    }
    this.guard = false; // a bracket or a delimiter stands between
    this.open.push(mark);
  }

  private close(keep: number): void {
    while (this.open.length > keep) {
      const mark = this.open.pop()!;
      if (mark.type === marksOf.link) {
        this.text += `](${destination(String(mark.attrs['href']))}${title(mark.attrs['title'] as string | null)})`;
      } else {
        this.text += delimiter(mark, this.style);
        this.guard = this.style === 'strict';
      }
    }
  }

  private put(words: string, plain: boolean): void {
    const guarded = this.guard && plain ? guardStart(words) : words;
    this.guard = false;
    this.text += guarded;
  }

  private code(text: string): string {
    const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : '';
    return fence + pad + text + pad + fence;
  }

  private escape(text: string): string {
    return text
      .replace(/[\\`*[\]~|_]/g, (found, at: number) => (found === '_' && isWordChar(text[at - 1]) && isWordChar(text[at + 1]) ? found : `\\${found}`))
      .replace(/<(?=[A-Za-z/!?])/g, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/\n/g, '\\\n');
  }
}

const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

function delimiter(mark: Mark, style: InlineStyle): string {
  if (mark.type === marksOf.strong) return '**';
  if (mark.type === marksOf.strike) return '~~';
  return style === 'strict' ? '_' : '*';
}

/** A letter before a delimiter becomes an entity, whose semicolon lets the delimiter open. */
function guardEnd(text: string): string {
  const last = Array.from(text).at(-1);
  if (last === undefined || /\s/.test(last) || /[!-/:-@[-`{-~]/.test(last)) return text;
  return `${text.slice(0, -last.length)}&#${last.codePointAt(0)!};`;
}

function guardStart(words: string): string {
  const first = Array.from(words)[0];
  if (first === undefined || /\s/.test(first) || /[!-/:-@[-`{-~]/.test(first)) return words;
  return `&#${first.codePointAt(0)!};${words.slice(first.length)}`;
}

function destination(address: string): string {
  const text = address.replace(/[\n\r]/g, '');
  if (text !== '' && !/[\s<>()\\]/.test(text)) return text.replace(/&(?=#?\w+;)/g, '\\&');
  return `<${text.replace(/[\\<>]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&')}>`;
}

function title(text: string | null): string {
  return text === null || text === '' ? '' : ` "${text.replace(/[\\"]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&').replace(/[\n\r]+/g, ' ')}"`;
}

/** Whether any emphasis touches characters of which Markdown's readers may think differently. */
export function needsStrict(parent: Node): boolean {
  const chars: { char: string; marks: readonly Mark[] }[] = [];
  parent.forEach((child) => {
    for (const char of child.type === types.hardBreak ? ['\n'] : Array.from(child.text ?? '')) chars.push({ char, marks: child.marks });
  });
  return chars.some((here, i) => {
    const before = chars[i - 1];
    if (before === undefined) return false;
    return delimiterMarks.some((type) => {
      const inHere = here.marks.some((m) => m.type === type);
      const inBefore = before.marks.some((m) => m.type === type);
      if (inHere === inBefore) return false;
      const [inner, outer] = inHere ? [here.char, before.char] : [before.char, here.char];
      return !(isWordChar(inner) || /[\s!-/:-@[-`{-~]/.test(outer));
    });
  });
}
