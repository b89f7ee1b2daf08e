import { linesOf } from '../nodes';
import { type Finder, type Found, found, oneLine } from './passage';

/** A short passage of its own that stands word for word in another paragraph: the page it comes from had set it large. */
export const findRepeated: Finder = (story) =>
  story.nodes.flatMap((node, i): Found[] => {
    const text = node.kind === 'paragraph' || node.kind === 'quotation' ? oneLine(linesOf(node).join(' ')) : '';
    const words = bare(text);
    if (words.split(' ').length < 6 || text.length > 300) return [];
    const elsewhere = story.lines.some((line, n) => n !== i && line.length > text.length && bare(line).includes(words));
    return elsewhere ? [found('pull-quote', i, i + 1, { fields: { text } }, { reason: 'These words stand in another paragraph too, so the page had set them large', asks: [] })] : [];
  });

function bare(text: string): string {
  return text.replace(/^[“‘"'\s]+|[”’"'\s]+$/gu, '');
}
