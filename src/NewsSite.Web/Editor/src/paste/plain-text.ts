import { written } from './characters';
import type { Findings } from './findings';
import { paragraphsOf } from './lines';
import type { PastedNode } from './nodes';
import { plain } from './runs';
import { tableOf } from './tabular';

const QUOTED = /^>(?: ?>)*(?: |$)/u;

/** The nodes of a plain text: tables of tab-separated lines, quoted mail, and paragraphs of the rest. Nothing in it is read as Markdown. */
export function nodesOfText(text: string, findings: Findings): PastedNode[] {
  const lines = written(text).split('\n');
  const nodes: PastedNode[] = [];
  let open: string[] = [];
  const close = (): void => {
    nodes.push(...paragraphsOf(open.map((line) => [plain(line)]), findings));
    open = [];
  };
  for (let i = 0; i < lines.length; ) {
    const quoted = countWhile(lines, i, (line) => QUOTED.test(line));
    const tabbed = countWhile(lines, i, (line) => line.trim() !== '');
    const table = lines[i]?.includes('\t') ? tableOf(lines.slice(i, i + tabbed).join('\n')) : null;
    if (quoted > 1) {
      close();
      nodes.push({ kind: 'quotation', nodes: nodesOfText(lines.slice(i, i + quoted).map((line) => line.replace(/^> ?/u, '')).join('\n'), findings) });
      i += quoted;
    } else if (table) {
      close();
      nodes.push(table);
      i += tabbed;
    } else {
      open.push(lines[i] ?? '');
      i++;
    }
  }
  close();
  return nodes.filter((node) => node.kind !== 'quotation' || node.nodes.length > 0);
}

function countWhile(lines: readonly string[], from: number, test: (line: string) => boolean): number {
  let to = from;
  while (to < lines.length && test(lines[to] ?? '')) to++;
  return to - from;
}
