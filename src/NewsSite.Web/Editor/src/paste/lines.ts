import { withoutSoftHyphens } from './characters';
import type { Findings } from './findings';
import { furnitureOf } from './furniture';
import { mendHyphen } from './hyphens';
import { endsSentence, joins, type Layout, layoutOf, sideBySide } from './layout';
import { isMarkerAlone, markerOf } from './markers';
import { type Paragraph, type Run, textOfRuns } from './nodes';
import { plain, slice, tidy } from './runs';

/** A line as it was copied, with the marks of its words. */
export type Line = readonly Run[];

/** Makes paragraphs of lines: joins what a page's width has cut, parts what belongs apart, sets page furniture aside. */
export function paragraphsOf(lines: readonly Line[], findings: Findings): Paragraph[] {
  const texts = lines.map((line) => textOfRuns(line));
  const furniture = furnitureOf(texts);
  const kept: KeptLine[] = [];
  let seam = false;
  texts.forEach((text, i) => {
    if (furniture.has(i)) findings.note('page-furniture', text);
    if (furniture.has(i) || text.includes('\f')) seam = true;
    if (furniture.has(i)) return;
    const runs = tidy((lines[i] ?? []).map((run) => ({ ...run, text: run.text.replace(/\f/gu, ' ').replace(/\u2028/gu, '\n') })));
    kept.push({ runs, text: textOfRuns(runs), seam });
    if (runs.length > 0) seam = false;
  });
  const used = isDoubleSpaced(kept.map((line) => line.text)) ? kept.filter((line) => line.text !== '') : kept;
  const columns = sideBySide(texts);
  if (columns) findings.note('columns');
  const layout = { ...layoutOf(groupsOf(used.map((line) => line.text))), columns };
  return new Assembly(layout, used.map((line) => line.text).join('\n'), findings).of(used);
}

interface KeptLine {
  readonly runs: Run[];
  readonly text: string;
  /** Whether the edge of a page lay before it. */
  readonly seam: boolean;
}

/** The lines between blank ones. */
export function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() !== '') groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

// Some PDF readers put a blank line after every line.
function isDoubleSpaced(texts: readonly string[]): boolean {
  const groups = groupsOf(texts);
  return groups.length >= 4 && groups.every((group) => group.length === 1) && layoutOf([groups.flat()]).wrapped;
}

class Assembly {
  readonly #done: Paragraph[] = [];
  #open: Run[] = [];
  #line = '';

  constructor(
    private readonly layout: Layout,
    private readonly all: string,
    private readonly findings: Findings,
  ) {}

  of(lines: readonly KeptLine[]): Paragraph[] {
    let blank = false;
    for (const { runs, text, seam } of lines) {
      if (text === '') {
        blank = true;
        continue;
      }
      this.#take(runs, text, blank, seam);
      this.#line = text.split('\n').at(-1) ?? '';
      blank = false;
    }
    this.#close();
    return this.#done;
  }

  #take(runs: Run[], text: string, blank: boolean, seam: boolean): void {
    const line = this.#line;
    if (this.#open.length === 0) this.#open = runs;
    else if (isMarkerAlone(textOfRuns(this.#open)) && !markerOf(text)) this.#add(' ', runs);
    else if (blank && !seam) this.#next(runs);
    else if (isMarkerAlone(text) || markerOf(text)?.strong) this.#next(runs);
    else if (this.#mended(line, text, runs)) return;
    else if (markerOf(text)) this.#next(runs);
    else if (seam ? joins(line, text, { ...this.layout, wrapped: false }) : joins(line, text, this.layout)) {
      this.findings.note('line-breaks');
      this.#add(' ', runs);
    } else if (seam || !this.layout.blankLines || this.layout.wrapped || markerOf(textOfRuns(this.#open)) || (endsSentence(line) && textOfRuns(this.#open).length > 60)) this.#next(runs);
    else this.#add('\n', runs);
  }

  #mended(line: string, text: string, runs: Run[]): boolean {
    const mended = mendHyphen(line, text, this.all);
    if (!mended) return false;
    this.findings.note('hyphen', `${mended.before} → ${mended.after}`);
    if (mended.dropHyphen) this.#open = slice(this.#open, 0, textOfRuns(this.#open).length - 1);
    this.#add(mended.glue, runs);
    return true;
  }

  #add(glue: string, runs: readonly Run[]): void {
    this.#open = glue === '' ? [...this.#open, ...runs] : [...this.#open, plain(glue), ...runs];
  }

  #next(runs: Run[]): void {
    this.#close();
    this.#open = runs;
  }

  #close(): void {
    const runs = tidy(this.#open.map((run) => ({ ...run, text: withoutSoftHyphens(run.text) })));
    if (runs.length > 0) this.#done.push({ kind: 'paragraph', runs });
    this.#open = [];
  }
}
