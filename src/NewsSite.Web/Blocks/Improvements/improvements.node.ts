import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = {
  type: 'improvements',
  key: 'A',
  words: ['intro', 'text'],
  first: 'items',
  fromWords: (paragraphs) => ({ items: paragraphs.map((text) => ({ text })) }),
};
