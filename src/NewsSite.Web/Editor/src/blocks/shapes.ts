import type { Fields } from '../document/schema';

/** What a block's form does differently from the generic one. Lives beside the block's C# as `<name>.node.ts`. */
export interface BlockShape {
  readonly type: string;
  /** The letter of its shortcut, with Ctrl+Alt. */
  readonly key?: string;
  /** Fields in the order of the form, in rows; fields left out follow in their own order. */
  readonly rows?: readonly (readonly string[])[];
  /** Fields whose words readers see, set as readers see them. */
  readonly words?: readonly string[];
  /** The field where writing begins in a new block. */
  readonly first?: string;
  /** The fields of a block made of paragraphs that stood in the text, which keeps every word; null when it cannot hold them. */
  readonly fromWords?: (paragraphs: readonly string[]) => Fields | null;
  /** Whether a field has a place in the form, given the others. */
  readonly shows?: (field: string, fields: Fields) => boolean;
}

const found = import.meta.glob<BlockShape>('../../../Blocks/*/*.node.ts', { eager: true, import: 'shape' });

const shapes: ReadonlyMap<string, BlockShape> = new Map(Object.values(found).map((shape) => [shape.type, shape]));

/** The shape of a type; an empty one for a type without a file of its own, such as a module's. */
export const shapeOf = (type: string): BlockShape => shapes.get(type) ?? { type };

export const allShapes = (): Iterable<BlockShape> => shapes.values();
