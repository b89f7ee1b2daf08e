import type { Mark, PastedNode, PastedText, Run } from './nodes';

const TAGS: Readonly<Record<Mark, string>> = { strong: 'strong', em: 'em', strike: 's', code: 'code' };

/** Plain HTML of the nodes: what goes on the clipboard, or into another program. */
export function toHtml(pasted: Pick<PastedText, 'nodes'>): string {
  return pasted.nodes.map(htmlOf).join('\n');
}

function htmlOf(node: PastedNode): string {
  switch (node.kind) {
    case 'paragraph':
      return `<p>${inline(node.runs)}</p>`;
    case 'heading':
      return `<h${node.level}>${inline(node.runs)}</h${node.level}>`;
    case 'list': {
      const tag = node.ordered ? 'ol' : 'ul';
      const start = node.ordered && node.start !== 1 ? ` start="${node.start}"` : '';
      return `<${tag}${start}>${node.items.map((item) => `<li>${item.map(htmlOf).join('')}</li>`).join('')}</${tag}>`;
    }
    case 'quotation':
      return `<blockquote>${node.nodes.map(htmlOf).join('')}</blockquote>`;
    case 'table':
      return `<table>${node.rows.map((row) => `<tr>${row.map((cell) => (cell.header ? `<th>${inline(cell.runs)}</th>` : `<td>${inline(cell.runs)}</td>`)).join('')}</tr>`).join('')}</table>`;
  }
}

function inline(runs: readonly Run[]): string {
  return runs.map((run) => marked(run, escaped(run.text).replace(/\n/gu, '<br>'))).join('');
}

function marked(run: Run, html: string): string {
  const words = run.marks.reduce((inner, mark) => `<${TAGS[mark]}>${inner}</${TAGS[mark]}>`, html);
  return run.href === null ? words : `<a href="${escaped(run.href)}">${words}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (c) => `&#${c.charCodeAt(0)};`);
}
