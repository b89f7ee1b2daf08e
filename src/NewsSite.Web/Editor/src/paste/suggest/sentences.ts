const ABBREVIATED = /(?:\b(?:Cllr|Clr|Mr|Mrs|Ms|Dr|Prof|St|Rev|Revd|Hon|No|Nos|vs|cf|eg|e\.g|i\.e|Ltd|Co|Inc|Sgt|Supt|Insp|Gov|Gen|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|(?<![\p{L}])\p{Lu})\.$/u;

/** Where the sentences of a paragraph begin. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/[.!?…][”’")\]]*(\s+)(?=[\p{Lu}\p{N}“‘"'(£])/gu)) {
    const end = match.index + match[0].length;
    if (!ABBREVIATED.test(text.slice(0, match.index + 1))) starts.push(end);
  }
  return starts;
}

/** The sentences of a paragraph, white space around them dropped. */
export function sentencesOf(text: string): string[] {
  const starts = sentenceStarts(text);
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).trim()).filter((sentence) => sentence !== '');
}
