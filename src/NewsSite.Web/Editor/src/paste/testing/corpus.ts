import type { PastedNode, PastedText, Run } from '../nodes';

/** A paste in the shape that a program produces. A name with both .html and .txt was copied in both flavours. */
export interface Sample {
  readonly name: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  /** Where its expectation is written, from the folder above. */
  readonly expectation: string;
}

const FOLDER = '../../../../../../tests/fixtures/paste/';

export function samples(): Sample[] {
  const files = import.meta.glob<string>('../../../../../../tests/fixtures/paste/*.{html,txt}', { query: '?raw', import: 'default', eager: true });
  const names = [...new Set(Object.keys(files).map((file) => file.slice(FOLDER.length).replace(/\.\w+$/u, '')))];
  return names.sort().map((name) => ({ name, html: files[`${FOLDER}${name}.html`], text: files[`${FOLDER}${name}.txt`], expectation: `${FOLDER}${name}.expected.md`.slice(3) }));
}

/** A cleaned paste as its expectation is written: Markdown that shows the structure (nothing is escaped), then the findings. */
export function described(pasted: PastedText): string {
  const findings = pasted.findings.map(({ kind, passages }) => [kind, ...passages.map((passage) => `  ${passage}`)].join('\n'));
  return `${blocks(pasted.nodes)}\n${findings.length > 0 ? `\n=== findings\n${findings.join('\n')}\n` : ''}`;
}

function blocks(nodes: readonly PastedNode[]): string {
  return nodes.map(block).join('\n\n');
}

function block(node: PastedNode): string {
  switch (node.kind) {
    case 'paragraph':
      return inline(node.runs);
    case 'heading':
      return `${'#'.repeat(node.level)} ${inline(node.runs)}`;
    case 'list':
      return node.items.map((item, i) => indented(blocks(item).replace(/\n\n/gu, '\n'), node.ordered ? `${node.start + i}. ` : '- ')).join('\n');
    case 'quotation':
      return blocks(node.nodes).replace(/^/gmu, '> ');
    case 'table':
      return node.rows.map((row, i) => `| ${row.map((cell) => inline(cell.runs)).join(' | ')} |${i === 0 ? `\n|${' --- |'.repeat(row.length)}` : ''}`).join('\n');
  }
}

function indented(text: string, first: string): string {
  return first + text.replace(/\n/gu, `\n${' '.repeat(first.length)}`);
}

function inline(runs: readonly Run[]): string {
  const sign = { strong: '**', em: '*', strike: '~~', code: '`' } as const;
  return runs
    .map((run) => {
      const words = run.marks.reduce((text, mark) => sign[mark] + text + sign[mark], run.text.replace(/\n/gu, '\\\n'));
      return run.href === null ? words : `[${words}](${run.href})`;
    })
    .join('');
}
