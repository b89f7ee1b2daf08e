import { linesOf, type PastedNode } from '../nodes';
import { citing } from './documents';
import { type Finder, type Found, found, kept, lineOf, oneLine, opening } from './passage';
import { sentenceStarts } from './sentences';

const IMPROVE =
  /\b(?:areas?|points?|things|priorities|actions|recommendations?|matters|issues)\b[^.]*\b(?:improve\w*|further|address\w*|act\w*)\b|\b(?:improve\w*)\b[^.]*\b(?:areas?|points?|needed|required)\b|\b(?:need|needs|must|should|has|have|required)(?: to)? (?:be )?improved?\b|\bneeds? improvement\b|\b(?:what|areas) .*\bimprov\w*|^recommendations?:?$|\brecommend(?:s|ed)?\b[^.]*:$/iu;
const FACTS = /^(?:key facts|at a glance|in (?:figures|numbers)|key (?:figures|points|numbers)|the facts|fact file|by numbers)\b/iu;

/** Lists of what must improve, with the sentence that introduces them. */
export const findImprovements: Finder = (story) =>
  story.nodes.flatMap((node, i): Found[] => {
    const items = itemsOf(node);
    const before = story.nodes[i - 1];
    if (items === null || !before || items.some((item) => item.length > 1000)) return [];
    const line = before.kind === 'heading' ? headingOf(before) : lineOf(before);
    const start = sentenceStarts(line).at(-1) ?? 0;
    const intro = line.slice(start);
    if (!IMPROVE.test(intro)) return [];
    const asks = story.documents.length === 1 ? [citing(story, story.documents[0]?.words ?? '')] : [];
    const reason = `“${opening(intro)}” introduces a list of ${items.length}`;
    const fields = { items: items.map((text) => ({ text })) };
    // A heading stays a heading, set as one or not; a sentence goes into the block with its list.
    if (before.kind === 'heading' || !/[.:;,–—-]$/u.test(intro) || intro.length > 1000) return [found('improvements', i, i + 1, { fields }, { reason, asks })];
    return [found('improvements', i - 1, i + 1, { before: kept(before, 0, start), fields: { ...fields, intro: [intro] } }, { reason, asks })];
  });

/** Lists under "Key facts" and the like. */
export const findFacts: Finder = (story) =>
  story.nodes.flatMap((node, i): Found[] => {
    const items = itemsOf(node);
    const before = story.nodes[i - 1];
    const line = before === undefined ? '' : before.kind === 'heading' ? headingOf(before) : lineOf(before);
    if (items === null || !FACTS.test(line) || items.some((item) => item.length > 300)) return [];
    return [found('key-facts', i, i + 1, { fields: { facts: items.map((text) => ({ text })) } }, { reason: `A list under “${opening(line)}”`, asks: [] })];
  });

// Items with lists of their own would lose their levels.
function itemsOf(node: PastedNode): string[] | null {
  if (node.kind !== 'list' || node.items.some((item) => item.length !== 1 || item[0]?.kind !== 'paragraph')) return null;
  return node.items.map((item) => oneLine(item.flatMap(linesOf).join(' ')));
}

function headingOf(node: PastedNode): string {
  return oneLine(linesOf(node).join(' '));
}
