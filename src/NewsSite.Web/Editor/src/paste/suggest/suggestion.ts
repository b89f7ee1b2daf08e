import type { Json } from '../../story';
import type { PastedNode } from '../nodes';

export type SuggestionKind = 'statement' | 'quote' | 'improvements' | 'key-facts' | 'source' | 'ratings' | 'pull-quote';

/** A block without its id: its fields as they are stored, only those that the text fills. */
export interface BlockDraft {
  readonly type: SuggestionKind;
  readonly fields: Readonly<Record<string, Json>>;
}

export type Piece = { readonly text: PastedNode } | { readonly block: BlockDraft };

/** Something that only the writer, or a register, can say. */
export interface Ask {
  readonly field: 'person' | 'source';
  /** How the text calls it: "Cllr Revans", "the inspection report". */
  readonly words: string;
  /** The address that the text gives for a document; null for people and where there is none. */
  readonly address: string | null;
}

/** A block that the pasted words could become. Nothing happens until the writer says so. */
export interface Suggestion {
  readonly id: string;
  readonly kind: SuggestionKind;
  /** The top-level nodes that it would replace: from the first up to, not with, the second. Equal for a block that stands between and replaces nothing. */
  readonly from: number;
  readonly to: number;
  /** What stands there afterwards, in order: the same words, some of them in a block. */
  readonly pieces: readonly Piece[];
  readonly reason: string;
  /** What to look at before it is used, such as a quotation mark without a partner. */
  readonly flags: readonly string[];
  readonly asks: readonly Ask[];
}

export interface KnownPerson {
  readonly slug: string;
  readonly name: string;
}

export interface KnownSource {
  readonly slug: string;
  readonly address: string | null;
}

export interface SuggestContext {
  /** People of the register whose names may be in the text. */
  readonly people: readonly KnownPerson[];
  readonly sources: readonly KnownSource[];
  /** The story's day, yyyy-mm-dd. */
  readonly today: string;
  /** Whether the site has blocks of a type. */
  readonly has: (type: string) => boolean;
}
