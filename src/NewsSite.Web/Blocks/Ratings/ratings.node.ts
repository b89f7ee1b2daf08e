import type { BlockShape } from '../../Editor/src/blocks/shapes';

export const shape: BlockShape = {
  type: 'ratings',
  key: 'G',
  rows: [['body', 'scope'], ['framework'], ['scale'], ['entries'], ['grade'], ['inspected', 'published'], ['report'], ['note']],
  first: 'body',
};
