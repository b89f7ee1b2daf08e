/** Words and what stands around them, so that they are found again after edits (as in the W3C's Web Annotation model). */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface Reply {
  readonly id: string;
  readonly text: string;
  readonly by: Author;
  readonly at: string;
}

export interface Author {
  readonly name: string;
  readonly initials: string;
  readonly me: boolean;
}

export interface Note {
  readonly id: string;
  /** Null for a note on the story as a whole. */
  readonly block: string | null;
  /** Null for a note on the block as a whole. */
  readonly passage: Quote | null;
  readonly text: string;
  readonly by: Author;
  readonly at: string;
  readonly resolved: { readonly by: Author | string; readonly at: string } | null;
  readonly replies: readonly Reply[];
}

export interface Anchor {
  readonly block: string | null;
  readonly passage: Quote | null;
}
