import { type PastedNode, textOfRuns } from '../nodes';
import { citing } from './documents';
import { type Finder, flagsOf, type Found, found, kept, oneLine, opening, personAsk, type Story } from './passage';
import { type Introduced, goesOnWith, introducedIn, quotedAt } from './quoted';
import { holdsOffice, type Speaker, speakerAfter, speakerOf, speakerOfLine } from './speaker';
import type { Ask } from './suggestion';

/** Words that a sentence introduces: "Cllr Pike, leader of the council, said: “…”". */
export const findIntroduced: Finder = (story) =>
  story.lines.flatMap((line, i): Found[] => {
    for (const introduced of introducedIn(line)) {
      const speaker = speakerOf(introduced.leadIn);
      if (speaker) return [speech(story, i, line, introduced, speaker)];
    }
    return [];
  });

function speech(story: Story, i: number, line: string, { before, leadIn, quoted }: Introduced, speaker: Speaker): Found {
  const words = [line.slice(quoted.from, quoted.to).trim()];
  const last = quoted.closed ? i : lastOf(story, i, quoted.mark);
  for (let n = i + 1; n <= last; n++) words.push(story.lines[n] ?? '');
  const node = story.nodes[i];
  if (!node) throw new RangeError('a line without a node');
  const parts = { before: kept(node, 0, before), after: last === i ? kept(node, quoted.to) : [] };
  const { kind, fields, asks } = attribution(story, speaker);
  const over = words.length > 1 ? ` over ${words.length} paragraphs` : '';
  const reason = speaker.kind === 'document' ? `The words of ${speaker.name} follow “${speaker.verb}”` : `${speaker.name} is introduced as speaking${over}: “${speaker.verb}”`;
  return found(kind, i, last + 1, { ...parts, fields: { ...fields, leadIn, words } }, { reason, asks }, flagsOf(words, story.nodes.slice(i, last + 1)));
}

// Each paragraph of a long quotation opens anew, and the last one closes.
function lastOf(story: Story, i: number, mark: string): number {
  let last = i;
  for (let n = i + 1; goesOnWith(story.lines[n] ?? '', mark); n++) {
    last = n;
    if (quotedAt(story.lines[n] ?? '', 0)?.closed) return last;
  }
  return last;
}

interface Attribution {
  readonly kind: 'statement' | 'quote';
  readonly fields: Record<string, string | null>;
  readonly asks: Ask[];
}

/** Who speaks, as the fields of a block, with name and role as the text gives them. */
function attribution(story: Story, speaker: Speaker): Attribution {
  if (speaker.kind === 'document') {
    return { kind: 'quote', fields: {}, asks: [citing(story, speaker.name)] };
  }
  const name = speaker.name.slice(0, 120);
  if (speaker.kind === 'organisation') return { kind: 'quote', fields: { name }, asks: [] };
  const role = speaker.role !== null && speaker.role.length <= 200 ? oneLine(speaker.role) : null;
  const asks = [personAsk(name)];
  if (!holdsOffice(speaker)) return { kind: 'quote', fields: { name, role }, asks };
  return { kind: 'statement', fields: { name, role, occasion: speaker.occasion }, asks };
}

/** Words whose speaker comes after them: "“…” said Jane Doe, chair of governors.", or a line "— Jane Doe, chair of governors". */
export const findAttributedAfter: Finder = (story) =>
  story.lines.flatMap((line, i): Found[] => {
    const quoted = quotedAt(line, 0);
    const node = story.nodes[i];
    if (!quoted?.closed || !node || line.slice(0, quoted.to).split(' ').length < 6) return [];
    const words = [line.slice(0, quoted.to)];
    const rest = line.slice(quoted.to).trim();
    if (rest === '' || /^[—–-]\s/u.test(rest)) return byLine(story, i, words, rest);
    const speaker = /^[\p{L}]/u.test(rest) && !/[“‘"«]/u.test(rest) ? speakerAfter(rest) : null;
    if (!speaker) return [];
    const { kind, fields, asks } = attribution(story, speaker);
    const reason = `${speaker.name} is named after the words. “${opening(rest)}” stays as text below the block`;
    return [found(kind, i, i + 1, { fields: { ...fields, words }, after: kept(node, quoted.to) }, { reason, asks }, flagsOf(words, [node]))];
  });

function byLine(story: Story, i: number, words: string[], rest: string): Found[] {
  const own = rest !== '';
  const line = own ? rest : brokenLine(story.nodes[i + 1]);
  const speaker = line.length < 200 && !/[.!?:]\s/u.test(line) ? speakerOfLine(line) : null;
  if (!speaker) return [];
  const { kind, fields, asks } = attribution(story, speaker);
  const to = own ? i + 1 : i + 2;
  return [found(kind, i, to, { fields: { ...fields, words } }, { reason: `${speaker.name} is named below the words`, asks }, flagsOf(words, story.nodes.slice(i, to)))];
}

// A name and a role may stand on two lines.
function brokenLine(node: PastedNode | undefined): string {
  const text = node?.kind === 'paragraph' ? textOfRuns(node.runs) : '';
  return text.split('\n').length > 3 ? '' : text;
}
