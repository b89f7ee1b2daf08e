import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = {
  type: 'callout',
  key: 'C',
  rows: [['purpose', 'title'], ['text'], ['phone', 'email'], ['address', 'note']],
  words: ['text'],
  first: 'purpose',
  fromWords: (paragraphs) => ({ text: paragraphs }),
};
