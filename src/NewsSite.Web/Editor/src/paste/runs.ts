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
 * White space next to a change of marks belongs to the text before it, so that words stay apart and marks end with their words.
 */
export function tidy(runs: readonly Run[]): Run[] {
  const tidied: Run[] = [];
  let before = '\n'; // as at the start of a line: white space here is nothing
  for (const run of runs) {
    let text = '';
    for (const c of run.text.replace(/[^\S\n]+/gu, ' ')) {
      if (c === ' ' && (before === ' ' || before === '\n')) continue;
      if (c === '\n' && before === ' ') text = text === '' ? dropSpace(tidied) : text.slice(0, -1);
      text += c;
      before = c;
    }
    if (text !== '') push(tidied, { ...run, text });
  }
  return trimmedEnd(tidied);
}

function dropSpace(tidied: Run[]): '' {
  const last = tidied.pop();
  if (last && last.text.length > 1) tidied.push({ ...last, text: last.text.slice(0, -1) });
  return '';
}

function push(tidied: Run[], run: Run): void {
  const last = tidied.at(-1);
  if (last && run.text.trim() === '' && !run.text.includes('\n')) tidied[tidied.length - 1] = { ...last, text: last.text + run.text };
  else if (last && alike(last, run)) tidied[tidied.length - 1] = { ...last, text: last.text + run.text };
  else tidied.push(run);
}

function trimmedEnd(runs: Run[]): Run[] {
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '') {
      if (text !== last.text) runs[runs.length - 1] = { ...last, text };
      return runs;
    }
    runs.pop();
  }
  return runs;
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
