import { type Marker, isMarkerAlone, markerOf } from './markers';
import { type List, type Paragraph, type PastedNode, textOfRuns } from './nodes';
import { after, plain, slice, tidy } from './runs';

/** Makes lists of paragraphs that begin with bullets or numbers, as plain text, PDFs and web pages have them. */
export function withMarkedLists(nodes: readonly PastedNode[]): PastedNode[] {
  const parted = joinLoneMarkers(nodes.flatMap(partAtMarkers));
  const made: PastedNode[] = [];
  for (let i = 0; i < parted.length; ) {
    const run = listAt(parted, i);
    if (run > 0) made.push(...listsOf(parted.slice(i, i + run) as Paragraph[]));
    else made.push(...parted.slice(i, i + 1));
    i += Math.max(run, 1);
  }
  return made;
}

const markerOfNode = (node: PastedNode | undefined): Marker | null => (node?.kind === 'paragraph' ? markerOf(textOfRuns(node.runs)) : null);

// "Intro:<br>• one<br>• two" is a paragraph and two items.
function partAtMarkers(node: PastedNode): PastedNode[] {
  if (node.kind !== 'paragraph') return [node];
  const text = textOfRuns(node.runs);
  const parts: Paragraph[] = [];
  let from = 0;
  const lines = [...text.matchAll(/\n/gu)].map((match) => match.index + 1);
  lines.forEach((at, n) => {
    const marker = markerOf(text.slice(at));
    if (!marker) return;
    const partner = [0, ...lines][n] ?? 0;
    const next = lines[n + 1];
    const like = (place: number | undefined): boolean => place !== undefined && markerOf(text.slice(place))?.sign === marker.sign;
    if (!marker.strong && !like(partner) && !like(next)) return;
    parts.push({ kind: 'paragraph', runs: tidy(slice(node.runs, from, at)) });
    from = at;
  });
  return from === 0 ? [node] : [...parts, { kind: 'paragraph', runs: tidy(slice(node.runs, from)) }];
}

// "•" in a paragraph of its own belongs to the next one.
function joinLoneMarkers(nodes: readonly PastedNode[]): PastedNode[] {
  const joined: PastedNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const alone = last?.kind === 'paragraph' && isMarkerAlone(textOfRuns(last.runs)) && markerOf(`${textOfRuns(last.runs)} x`)?.strong;
    if (alone && node.kind === 'paragraph' && !markerOfNode(node)) joined[joined.length - 1] = { ...node, runs: tidy([...last.runs, plain(' '), ...node.runs]) };
    else joined.push(node);
  }
  return joined;
}

// How many paragraphs from here are items of one list. A weak sign or a number needs a second one to be believed.
function listAt(nodes: readonly PastedNode[], from: number): number {
  const first = markerOfNode(nodes[from]);
  if (!first || empty(nodes[from], first)) return 0;
  let count = 1;
  let number = first.number;
  let believed = first.strong;
  for (let marker = markerOfNode(nodes[from + count]); marker && !empty(nodes[from + count], marker); marker = markerOfNode(nodes[from + count])) {
    if (marker.ordered && first.ordered) {
      if (marker.number !== number + 1) break;
      number = marker.number;
    } else if (marker.ordered || (first.ordered && !marker.strong)) break;
    believed ||= marker.strong || marker.sign === first.sign;
    count++;
  }
  return believed ? count : 0;
}

function empty(node: PastedNode | undefined, marker: Marker): boolean {
  return node?.kind === 'paragraph' && textOfRuns(node.runs).length <= marker.length;
}

// A sign that is new goes a level deeper; one seen before comes back to its level.
function listsOf(paragraphs: readonly Paragraph[]): List[] {
  const signs: string[] = [];
  const root: PastedNode[] = [];
  const levels: { nodes: PastedNode[] }[] = [{ nodes: root }];
  for (const node of paragraphs) {
    const marker = markerOfNode(node) as Marker;
    let level = signs.indexOf(marker.sign);
    if (level < 0) level = signs.push(marker.sign) - 1;
    signs.length = level + 1;
    levels.length = level + 1;
    const item: PastedNode[] = [{ kind: 'paragraph', runs: after(node.runs, marker.length) }];
    const into = levels[level]?.nodes ?? root;
    const list = into.at(-1);
    if (list?.kind === 'list' && list.ordered === marker.ordered) (list.items as PastedNode[][]).push(item);
    else into.push({ kind: 'list', ordered: marker.ordered, start: marker.ordered ? marker.number : 1, items: [item] });
    levels.push({ nodes: item });
  }
  return root as List[];
}
