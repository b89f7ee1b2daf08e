import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = {
  type: 'statement',
  key: 'S',
  rows: [['leadIn'], ['person'], ['name', 'role'], ['occasion'], ['words']],
  words: ['leadIn', 'words'],
  first: 'words',
  fromWords: (paragraphs) => ({ words: paragraphs }),
};
