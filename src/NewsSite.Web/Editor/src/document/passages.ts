import type { Node } from 'prosemirror-model';
import type { Passage } from '../story';
import { types } from './schema';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The words of a text with the position of each character, as the program counts them: breaks are spaces, a blank line between paragraphs. */
export function charactersOf(prose: Node, pos: number): { readonly text: string; readonly at: readonly number[] } {
  let text = '';
  const at: number[] = [];
  let apart = false;
  prose.descendants((node, offset) => {
    if (node.isTextblock) apart = text !== '';
    if (node.isText || node.type === types.hardBreak) {
      // A paragraph without words leaves no gap.
      if (apart) at.push(pos + 1 + offset, pos + 1 + offset);
      text += apart ? '\n\n' : '';
      apart = false;
      const words = node.isText ? node.text! : ' ';
      text += words;
      for (let i = 0; i < words.length; i++) at.push(pos + 1 + offset + i);
    }
    return true;
  });
  return { text, at };
}

/** Where a passage stands in the document; null when the text no longer has it. */
export function placeOfPassage(prose: Node, pos: number, passage: Passage): Range | null {
  if (passage.text === '') return null;
  const { text, at } = charactersOf(prose, pos);
  let found = -1;
  for (let i = 0; i <= passage.index; i++) {
    const next = text.indexOf(passage.text, found + 1);
    if (next < 0) break;
    found = next;
  }
  return found < 0 ? null : { from: at[found]!, to: at[found + passage.text.length - 1]! + 1 };
}
