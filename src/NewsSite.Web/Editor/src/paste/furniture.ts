/** What a line of a PDF is, apart from text: the running head and foot of its pages. */
const PAGE = /^(?:[-–—|[(]\s*)?(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|\])])?$/iu;
const NUMBER = /^(?:[-–—|]\s*)?(\d{1,3})(?:\s*[-–—|])?$/u;

/** Indexes of lines that are page furniture. A form feed at the start of a line is the start of a page. */
export function furnitureOf(lines: readonly string[]): Set<number> {
  const bare = lines.map((line) => line.replace(/\f/gu, '').trim());
  const found = new Set<number>();
  bare.forEach((line, i) => PAGE.test(line) && found.add(i));
  for (const i of numbersInOrder(bare)) found.add(i);
  for (let before = -1; before < found.size; ) {
    before = found.size; // a head of two lines: the second is beside the page number, the first beside the second
    for (const i of repeated(lines, bare, found)) found.add(i);
  }
  return found;
}

// Page numbers stand alone, go up by one, and have a page of text between them; three in a row are more than chance, two need blank lines or page breaks around.
function numbersInOrder(lines: readonly string[]): number[] {
  const numbers = lines.flatMap((line, i) => {
    const number = NUMBER.exec(line)?.[1];
    return number === undefined ? [] : [{ i, number: Number(number) }];
  });
  return numbers
    .filter(({ i, number }) => numbers.some((other) => Math.abs(other.number - number) === 1 && Math.sign(other.i - i) === other.number - number && Math.abs(other.i - i) > 5))
    .map(({ i }) => i);
}

// A running head comes back word for word, or with another page number before or after it, beside the edge of a page.
function repeated(lines: readonly string[], bare: readonly string[], found: ReadonlySet<number>): number[] {
  const places = new Map<string, number[]>();
  bare.forEach((line, i) => {
    if (line === '' || line.length > 100 || /[.!?]["”’]?$/u.test(line) || found.has(i)) return;
    const head = line.replace(NUMBERED, '').toLowerCase();
    if (/\p{L}/u.test(head)) places.set(head, [...(places.get(head) ?? []), i]);
  });
  const edge = (i: number): boolean => lines[i]?.includes('\f') === true || isEdge(lines, bare, found, i, -1) || isEdge(lines, bare, found, i, 1);
  return [...places.values()].flatMap((at) => {
    if (at.length < 2) return [];
    const numbers = at.map((i) => numberIn(bare[i]));
    const rising = numbers.every((number, n) => number !== null && (n === 0 || number > (numbers[n - 1] ?? 0)));
    const apart = at.every((i, n) => n === 0 || i - (at[n - 1] ?? 0) > 3);
    return at.filter(edge).length >= 2 || (rising && apart) ? at : [];
  });
}

const NUMBERED = /^\d{1,3}\s*[|–—-]\s*|\s*[|–—-]?\s*(?:\bpage\s+)?(?<!\d)\d{1,3}(?:\s+of\s+\d{1,3})?$/iu;

function numberIn(line: string | undefined): number | null {
  const number = /\d{1,3}/u.exec(NUMBERED.exec(line ?? '')?.[0] ?? '');
  return number && Number(number[0]);
}

function isEdge(lines: readonly string[], bare: readonly string[], found: ReadonlySet<number>, i: number, step: 1 | -1): boolean {
  for (let n = i + step; n >= 0 && n < bare.length; n += step) {
    if (found.has(n) || lines[n]?.includes('\f')) return true;
    if (bare[n] !== '') return false;
  }
  return false;
}
