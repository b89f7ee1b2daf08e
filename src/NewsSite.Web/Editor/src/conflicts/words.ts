/** A run of words that both texts have, or that only this one has. */
export interface Run {
  readonly text: string;
  readonly changed: boolean;
}

export interface WordDiff {
  readonly before: readonly Run[];
  readonly after: readonly Run[];
}

/** Above this many comparisons two texts are shown as different throughout: nobody reads such a comparison word by word. */
const most = 4_000_000;

/** What differs between two texts, word by word. */
export function wordDiff(before: string, after: string): WordDiff {
  const [a, b] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const common = x.length * y.length > most ? [] : longestCommon(x, y);
  const mark = (words: readonly string[], inner: readonly string[], inCommon: ReadonlySet<number>): Run[] =>
    runs([...words.slice(0, start).map(equal), ...inner.map((text, i) => ({ text, changed: !inCommon.has(i) })), ...words.slice(words.length - end).map(equal)]);
  return { before: mark(a, x, new Set(common.map(([i]) => i))), after: mark(b, y, new Set(common.map(([, j]) => j))) };
}

const tokens = (text: string): string[] => text.match(/\s+|\S+/g) ?? [];
const equal = (text: string): Run => ({ text, changed: false });

function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] = a[i] === b[j] ? length[(i + 1) * width + j + 1]! + 1 : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/** Neighbours of a kind in one; a lone space between two changed words is part of the change. */
function runs(words: readonly Run[]): Run[] {
  const out: Run[] = [];
  words.forEach((word, i) => {
    const bridge = !word.changed && /^\s+$/.test(word.text) && words[i - 1]?.changed === true && words[i + 1]?.changed === true;
    const changed = word.changed || bridge;
    const last = out.at(-1);
    if (last !== undefined && last.changed === changed) out[out.length - 1] = { text: last.text + word.text, changed };
    else out.push({ text: word.text, changed });
  });
  return out;
}
