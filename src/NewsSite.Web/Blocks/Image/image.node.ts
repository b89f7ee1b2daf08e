import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = {
  type: 'image',
  key: 'I',
  rows: [['media'], ['purpose'], ['alt'], ['caption'], ['credit']],
  words: ['caption'],
  first: 'media',
  shows: (field, fields) => field !== 'alt' || fields['purpose'] === 'described' || fields['alt'] !== undefined,
};
