import type { Table } from './nodes';
import { plain, tidy } from './runs';
import { markerOf } from './markers';

/** The table that tab-separated lines make; null when they make none. A spreadsheet puts cells with line breaks in quotation marks. */
export function tableOf(text: string): Table | null {
  const rows = rowsOf(text);
  const columns = rows[0]?.length ?? 0;
  if (rows.length < 2 || columns < 2 || rows.some((row) => row.length !== columns)) return null;
  if (rows.every((row) => markerOf(row.join('\t')))) return null; // a word processor's list: bullet, tab, text
  return { kind: 'table', rows: rows.map((row, i) => row.map((cell) => ({ header: i === 0, runs: tidy([plain(cell.replace(/\n/gu, ' '))]) }))) };
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const quoted = /^"((?:[^"]|"")*)"(?=\t|\n|$)/u.exec(text.slice(at));
    const cell = quoted?.[0] ?? /^[^\t\n]*/u.exec(text.slice(at))?.[0] ?? '';
    const spans = quoted !== null && /[\n\t]|""/u.test(cell);
    row.push(spans ? (quoted[1] ?? '').replaceAll('""', '"') : cell);
    at += cell.length;
    if (text[at] !== '\t') {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}
