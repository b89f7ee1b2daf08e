import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = { type: 'embed', key: 'E', rows: [['address'], ['title'], ['kind', 'provider']], words: ['title'], first: 'address' };
