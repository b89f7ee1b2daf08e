/** What a line of a list begins with when the list was made of characters. */
export interface Marker {
  readonly ordered: boolean;
  /** The character, or "1." for numbers; the same at one level. */
  readonly sign: string;
  readonly number: number;
  /** Characters of the line that are no words. */
  readonly length: number;
  /** Whether it marks an item even when it stands alone. */
  readonly strong: boolean;
}

// The last two are how Word's symbol font comes out: codes without a meaning of their own.
const STRONG = /^\s*([◼■●•▪▫◦○‣⁃∙►➢➤▶◆◇❖❑❒\uf000-\uf0ff])\ufe0f?\s*/u;
const WEAK = /^\s*([-–—*o·§])[ \t]+/u;
const NUMBER = /^\s*(\d{1,3})[.)][ \t]+/u;
const ALONE = /^\s*(?:[◼■●•▪▫◦○‣⁃∙►➢➤▶◆◇❖❑❒\uf000-\uf0ff]\ufe0f?|[·§o–])\s*$/u;

/** The marker a line begins with; null when it begins with a word. */
export function markerOf(line: string): Marker | null {
  const strong = STRONG.exec(line);
  if (strong) return { ordered: false, sign: strong[1] ?? '', number: 1, length: strong[0].length, strong: true };
  const weak = WEAK.exec(line);
  if (weak) return { ordered: false, sign: weak[1] ?? '', number: 1, length: weak[0].length, strong: false };
  const number = NUMBER.exec(line);
  if (number) return { ordered: true, sign: '1.', number: Number(number[1]), length: number[0].length, strong: false };
  return null;
}

/** Whether a line is a marker and nothing else: some PDF readers put it on a line of its own. */
export function isMarkerAlone(line: string): boolean {
  return ALONE.test(line);
}
