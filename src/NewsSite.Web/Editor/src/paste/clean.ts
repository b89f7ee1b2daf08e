import { withoutSoftHyphens } from './characters';
import { Findings } from './findings';
import { isEmpty } from './flow';
import { nodesOfHtml } from './html';
import { inert } from './inert';
import { layoutOf } from './layout';
import { groupsOf, paragraphsOf } from './lines';
import { withMarkedLists } from './marked-lists';
import { type Paragraph, type PastedNode, type PastedText, type Run, linesOf, textOfRuns } from './nodes';
import { nodesOfText } from './plain-text';
import { quotationMarkFindings } from './quotation-marks';
import { splitAt, tidy } from './runs';

/** What a clipboard offers; either may be missing. */
export interface Clipboard {
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}

/** Turns what is pasted into clean prose. No word is lost: what is left out (hidden text, page furniture, comments) is in the findings with its words. */
export function clean(input: Clipboard): PastedText {
  const findings = new Findings();
  const document = input.html ? new DOMParser().parseFromString(inert(input.html, findings), 'text/html') : null;
  const fromPdf = document?.querySelector('br[role="presentation"], .textLayer') != null; // a PDF reader in the browser: its HTML is lines, as its text is
  const nodes = document && !(fromPdf && input.text) ? mended(nodesOfHtml(document, findings), findings) : [];
  const used = nodes.some((node) => linesOf(node).some((line) => line !== '')) ? nodes : input.text === undefined ? nodes : nodesOfText(input.text, findings);
  const listed = tidied(withMarkedLists(used.filter((node) => !isEmpty(node))));
  return { nodes: listed, findings: [...quotationMarkFindings(listed), ...findings.all()] };
}

// HTML made from a PDF has a paragraph, or a line break, for every line of the page.
function mended(nodes: readonly PastedNode[], findings: Findings): PastedNode[] {
  const result: PastedNode[] = [];
  for (let i = 0; i < nodes.length; ) {
    let to = i;
    while (nodes[to]?.kind === 'paragraph') to++;
    if (to > i) result.push(...mendedParagraphs(nodes.slice(i, to) as Paragraph[], findings));
    else result.push(...nodes.slice(i, ++to));
    i = to;
  }
  return result;
}

function mendedParagraphs(paragraphs: readonly Paragraph[], findings: Findings): Paragraph[] {
  const broken = paragraphs.some((node) => textOfRuns(node.runs).includes('\n'));
  const lines = paragraphs.flatMap((node): Run[][] => [...splitAt(node.runs, /\n/gu), ...(broken ? [[]] : [])]);
  const groups = groupsOf(lines.map((line) => textOfRuns(line)));
  const pairs = groups.reduce((sum, group) => sum + group.length - 1, 0);
  return pairs >= 3 && layoutOf(groups).wrapped ? paragraphsOf(lines, findings) : [...paragraphs];
}

function tidied(nodes: readonly PastedNode[]): PastedNode[] {
  const runs = (list: readonly Run[]): Run[] => tidy(list.map((run) => ({ ...run, text: withoutSoftHyphens(run.text) })));
  return nodes.flatMap((node): PastedNode[] => {
    switch (node.kind) {
      case 'paragraph':
      case 'heading': {
        const tidy = { ...node, runs: runs(node.runs) };
        return tidy.runs.length > 0 ? [tidy] : [];
      }
      case 'list': {
        const items = node.items.map(tidied).filter((item) => item.length > 0);
        return items.length > 0 ? [{ ...node, items }] : [];
      }
      case 'quotation': {
        const inner = tidied(withMarkedLists(node.nodes));
        return inner.length > 0 ? [{ ...node, nodes: inner }] : [];
      }
      case 'table':
        return [{ ...node, rows: node.rows.map((row) => row.map((cell) => ({ ...cell, runs: runs(cell.runs) }))) }];
    }
  });
}
