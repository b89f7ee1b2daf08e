import { type Paragraph, type Run, textOfRuns } from './nodes';

export function plain(text: string): Run {
  return { text, marks: [], href: null };
}

export function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', runs: text === '' ? [] : [plain(text)] };
}

function alike(a: Run, b: Run): boolean {
  return a.href === b.href && a.marks.length === b.marks.length && a.marks.every((mark) => b.marks.includes(mark));
}

/**
 * The normal form of runs: white space is one space, none at the ends or beside a line break, neighbours with the same marks are one.
 * A space is marked as both its neighbours are, so that marks end with their words.
 */
export function tidy(runs: readonly Run[]): Run[] {
  const pieces = collapsed(runs.flatMap((run) => (run.text.match(/\n|[^\S\n]+|\S+/gu) ?? []).map((text): Run => ({ ...run, text }))));
  const spaced = merged(pieces.map((piece, i) => (/\S/u.test(piece.text) ? piece : between(piece, pieces[i - 1], pieces[i + 1]))));
  // Bold commas are an accident of dragging.
  return merged(spaced.map((run) => (run.marks.includes('code') || /[\p{L}\p{N}]/u.test(run.text) ? run : { ...run, marks: [] })));
}

function merged(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last && alike(last, run)) whole[whole.length - 1] = { ...last, text: last.text + run.text };
    else whole.push(run);
  }
  return whole;
}

function collapsed(pieces: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const piece of pieces) {
    const before = kept.at(-1)?.text ?? '\n';
    if (piece.text === '\n') {
      if (before === ' ') kept.pop();
      kept.push(piece);
    } else if (/\S/u.test(piece.text)) kept.push(piece);
    else if (before !== ' ' && before !== '\n') kept.push({ ...piece, text: ' ' });
  }
  while (kept.length > 0 && !/\S/u.test(kept.at(-1)?.text ?? '')) kept.pop();
  while (kept[0]?.text === '\n') kept.shift();
  return kept;
}

function between(space: Run, left: Run | undefined, right: Run | undefined): Run {
  if (!left || !right) return { ...space, marks: [], href: null };
  return { text: space.text, marks: left.marks.filter((mark) => right.marks.includes(mark)), href: left.href === right.href ? left.href : null };
}

/** The part of the runs between two places in their text. */
export function slice(runs: readonly Run[], from: number, to = Infinity): Run[] {
  const part: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') part.push({ ...run, text });
    at += run.text.length;
  }
  return part;
}

/** The runs without the first characters of their text, tidied. */
export function after(runs: readonly Run[], from: number): Run[] {
  return tidy(slice(runs, from));
}

/** Cuts runs at every match of a pattern (which must be global). */
export function splitAt(runs: readonly Run[], pattern: RegExp): Run[][] {
  const parts: Run[][] = [];
  let from = 0;
  for (const match of textOfRuns(runs).matchAll(pattern)) {
    parts.push(slice(runs, from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, slice(runs, from)].map(tidy);
}

/** The runs without one of the marks. */
export function without(runs: readonly Run[], mark: Run['marks'][number]): Run[] {
  return tidy(runs.map((run) => ({ ...run, marks: run.marks.filter((m) => m !== mark) })));
}
