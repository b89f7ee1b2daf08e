import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = {
  type: 'pull-quote',
  key: 'P',
  words: ['text'],
  first: 'text',
  fromWords: (paragraphs) => ({ text: paragraphs.join(' ') }),
};
