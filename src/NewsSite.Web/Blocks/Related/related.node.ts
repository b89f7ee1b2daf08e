import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = { type: 'related', key: 'R', first: 'articles' };
