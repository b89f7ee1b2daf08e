import { markerOf } from './markers';

/** How the lines of a text were set. */
export interface Layout {
  /** Whether lines were broken to a width, so that most breaks mean nothing. */
  readonly wrapped: boolean;
  /** Characters of a full line. */
  readonly width: number;
  /** Whether blank lines part the paragraphs. */
  readonly blankLines: boolean;
  /** Whether lines hold two columns side by side, as some PDF readers copy them: then every line stays as it is. */
  readonly columns: boolean;
}

const SENTENCE_END = /[.!?:…][\])"”’']*$/u;
const SIDE_BY_SIDE = /\S {3,}\S.{2,}/u;

/** Whether a line ends as a sentence does. */
export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line);
}

/** Whether a line goes on with what the line before began. */
export function goesOn(line: string): boolean {
  return /^[("“‘']?\p{Ll}/u.test(line) && !/^o\s/u.test(line);
}

/** Measures groups of lines; a group is what stands between blank lines. */
export function layoutOf(groups: readonly (readonly string[])[]): Layout {
  const inner = groups.flatMap((group) => group.slice(0, -1));
  const pairs = groups.flatMap((group) => group.slice(1).map((line, i): [string, string] => [group[i] ?? '', line]));
  const lengths = inner.map((line) => line.length).sort((a, b) => a - b);
  const width = lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * 0.9))] ?? 0;
  const soft = pairs.filter(([line, next]) => endsSentence(line) && !goesOn(next)).length;
  const layout = { wrapped: false, width, blankLines: groups.length > 1 && groups.length - 1 >= soft, columns: false };
  if (pairs.length < 2 || width < (pairs.length < 6 ? 36 : 20) || width > 160) return layout;
  // A line that stops short speaks against a width, unless a paragraph or an item ends there.
  const explained = pairs.filter(([line, next]) => isFull(line, next, width) || endsSentence(line) || markerOf(next) !== null).length / pairs.length;
  const continued = pairs.filter(([line, next]) => goesOn(next) && !endsSentence(line)).length / pairs.length;
  return { ...layout, wrapped: explained >= 0.6 && continued >= 0.25 };
}

/** Whether the next line's first word would not have fitted on the line. Letters differ in width, so an eighth is allowed. */
export function isFull(line: string, next: string, width: number): boolean {
  const first = /^\S*/u.exec(next)?.[0].length ?? 0;
  return line.length + 1 + first >= width * 0.87;
}

/** Whether the end of a line means nothing, so that the next one goes on in the same sentence or paragraph. */
export function joins(line: string, next: string, layout: Layout): boolean {
  if (layout.columns) return false;
  if (goesOn(next) && !endsSentence(line)) return layout.wrapped || line.length >= 25 || line.endsWith(',');
  return layout.wrapped && isFull(line, next, layout.width);
}

/** Whether at least half of the lines have a wide gap in the middle. */
export function sideBySide(lines: readonly string[]): boolean {
  const split = lines.filter((line) => SIDE_BY_SIDE.test(line.trim()));
  return split.length >= 3 && split.length >= lines.length / 2;
}
