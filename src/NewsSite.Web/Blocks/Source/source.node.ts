import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = { type: 'source', key: 'D', rows: [['leadIn'], ['slug'], ['showAddress']], words: ['leadIn'], first: 'slug' };
