import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = {
  type: 'key-facts',
  key: 'K',
  words: ['text', 'figure'],
  first: 'facts',
  fromWords: (paragraphs) => ({ facts: paragraphs.map((text) => ({ text })) }),
};
