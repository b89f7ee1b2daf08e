/** What the editor and the program say to each other. Names and shapes are those of /newsroom/api and /api/v1/blocks. */

import type { Standing } from './desk/standing';

export type Kind = 'news' | 'analysis' | 'opinion' | 'feature' | 'sponsored';
export type Comments = 'site' | 'pre' | 'firstTime' | 'post' | 'closed';
export type Purpose = 'described' | 'decorative' | 'captioned';
/** Where the newest words stand on their way to readers, whatever readers see meanwhile. */
export type Work = 'draft' | 'inReview' | 'approved';
export type State = 'draft' | 'inReview' | 'approved' | 'scheduled' | 'live' | 'withdrawn';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A block as it is stored: its fields stand beside type, id and v. A block of an unknown type may hold anything. */
export interface Block {
  readonly type: string;
  readonly id: string;
  readonly v: number;
  readonly [field: string]: Json;
}

export interface LeadImage {
  readonly media: string;
  /** Null until the writer has chosen, which publication waits for. */
  readonly purpose: Purpose | null;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Everything of a story but its blocks. */
export interface StoryFields {
  readonly kind: Kind;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly socialHeadline: string | null;
  readonly socialDescription: string | null;
  readonly bylines: readonly string[];
  readonly topics: readonly string[];
  readonly sources: readonly string[];
  readonly leadImage: LeadImage | null;
  readonly comments: Comments;
}

export interface Content extends StoryFields {
  readonly blocks: readonly Block[];
}

/** The occurrence of a text in the words of a block, counted from 0. */
export interface Passage {
  readonly text: string;
  readonly index: number;
}

export interface Issue {
  readonly severity: 'stop' | 'warn' | 'hint';
  readonly message: string;
  /** Null for an issue of the article as a whole. */
  readonly block: string | null;
  readonly field: string | null;
  readonly passage: Passage | null;
  readonly rule: string | null;
}

/** The answer of GET articles/{id}/draft. */
export interface Draft {
  readonly id: string;
  readonly slug: string | null;
  /** Null before the first save. */
  readonly revision: string | null;
  readonly content: Content;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  readonly state: State;
  /** The revision that readers see; null for none. */
  readonly live: string | null;
  readonly address: string | null;
  readonly issues: readonly Issue[];
}

export type Control =
  | 'line' | 'paragraphs' | 'markdown' | 'person' | 'source' | 'picture' | 'article' | 'articles'
  | 'address' | 'partialDate' | 'choice' | 'yesNo' | 'items';

export interface FieldEntry {
  readonly name: string;
  readonly label: string;
  readonly control: Control;
  readonly required: boolean;
  readonly softLimit: number | null;
  readonly hardLimit: number | null;
  readonly help: string | null;
  readonly choices: readonly string[];
  readonly fields: readonly FieldEntry[];
}

export interface BlockTypeEntry {
  readonly type: string;
  readonly name: string;
  readonly category: string;
  readonly icon: string;
  readonly help: string;
  readonly version: number;
  readonly fields: readonly FieldEntry[];
}

export interface Named {
  readonly slug: string;
  readonly name: string;
}

/** The JSON of #editor-data. */
export interface EditorData {
  readonly article: Draft;
  /** Null for a story that is new. */
  readonly standing: Standing | null;
  readonly me: { readonly name: string; readonly initials: string };
  readonly may: readonly string[];
  readonly antiforgery: string;
  readonly blocks: readonly BlockTypeEntry[];
  readonly authors: readonly Named[];
  readonly topics: readonly Named[];
  readonly kinds: readonly Kind[];
  readonly site: { readonly name: string; readonly zone: string; readonly today: string };
  /** The story's own day, yyyy-MM-dd: of its first publication, or today. */
  readonly day: string;
  readonly pasteDraftKey?: string;
}

export interface PersonItem {
  readonly slug: string;
  readonly name: string;
  /** The role held on the day asked for; null when none is known. */
  readonly role: string | null;
  readonly summary: string | null;
}

export interface SourceItem {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly kind: string | null;
  readonly address: string | null;
  readonly published: string | null;
}

export interface MediaItem {
  readonly file: string;
  readonly thumb: string;
  readonly width: number;
  readonly height: number;
  readonly credit: string | null;
  /** What it shows, in the words by which it is found. */
  readonly description?: string | null;
  /** Whether its rights have ended, so that a story with it cannot go live. */
  readonly isExpired?: boolean;
}

export interface ArticleItem {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly state: State;
  readonly published: string | null;
  readonly path: string;
}
