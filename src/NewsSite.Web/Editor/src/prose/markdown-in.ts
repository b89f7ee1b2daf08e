import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { MarkdownParser } from 'prosemirror-markdown';
import type { Node } from 'prosemirror-model';
import { schema, types } from '../document/schema';
import { isSafeAddress } from './links';

// CommonMark with tables and strike-through, raw HTML as text: what ProseMarkdown.cs reads.
const markdown = new MarkdownIt('commonmark', { html: false }).enable(['table', 'strikethrough']);
// The default of 20 levels would drop the words of deeper lists without a word.
(markdown.options as { maxNesting?: number }).maxNesting = 200;
// Addresses stay as they were written, so that an edit elsewhere in the text does not change them.
markdown.normalizeLink = (address) => address;
markdown.normalizeLinkText = (text) => text;
markdown.validateLink = () => true;
// The program reads `[a](<b c>)` and pictures too; tokens are changed after that into what the story holds.
markdown.core.ruler.push('story', (state) => {
  for (const token of state.tokens) {
    if (token.children) token.children = linksOnly(token.children);
  }
  const open = new state.Token('prose_open', 'div', 1);
  const close = new state.Token('prose_close', 'div', -1);
  state.tokens = [open, ...state.tokens.filter((token) => !/^(thead|tbody)_/.test(token.type)), close];
});

/** Pictures become links, unsafe links lose their address, and a link inside a link is only its words. */
function linksOnly(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  const kept: boolean[] = [];
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const keep = isSafeAddress(token.attrGet('href') ?? '') && !kept.includes(true);
      kept.push(keep);
      if (keep) out.push(token);
    } else if (token.type === 'link_close') {
      if (kept.pop() === true) out.push(token);
    } else if (token.type === 'image') {
      out.push(...linkOfPicture(token, kept.includes(true)));
    } else {
      out.push(token);
    }
  }
  return out;
}

function linkOfPicture(token: Token, insideLink: boolean): Token[] {
  const words = linksOnly(token.children ?? []);
  const address = token.attrGet('src') ?? '';
  if (insideLink || !isSafeAddress(address)) return words;
  const open = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { type: 'link_open', tag: 'a', nesting: 1, children: null, content: '' });
  open.attrs = [['href', address], ...(token.attrGet('title') === null ? [] : [['title', token.attrGet('title')!] as [string, string]])];
  const close = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { type: 'link_close', tag: 'a', nesting: -1, attrs: null, children: null, content: '' });
  return [open, ...words.filter((word) => !word.type.startsWith('link_')), close];
}

const parser = new MarkdownParser(schema, markdown, {
  prose: { block: 'prose' },
  blockquote: { block: 'blockquote' },
  paragraph: { block: 'paragraph' },
  list_item: { block: 'list_item' },
  bullet_list: { block: 'bullet_list', getAttrs: (_, tokens, i) => ({ tight: isTight(tokens, i) }) },
  ordered_list: { block: 'ordered_list', getAttrs: (token, tokens, i) => ({ order: Number(token.attrGet('start') ?? 1), tight: isTight(tokens, i) }) },
  heading: { block: 'heading', getAttrs: (token) => ({ level: Math.min(Math.max(Number(token.tag.slice(1)), 2), 4) }) },
  code_block: { block: 'code_block', noCloseToken: true },
  fence: { block: 'code_block', getAttrs: (token) => ({ info: token.info.trim() }), noCloseToken: true },
  hr: { node: 'horizontal_rule' },
  hardbreak: { node: 'hard_break' },
  table: { block: 'table' },
  tr: { block: 'table_row' },
  th: { block: 'table_header' },
  td: { block: 'table_cell' },
  em: { mark: 'em' },
  strong: { mark: 'strong' },
  s: { mark: 'strike' },
  link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href'), title: token.attrGet('title') }) },
  code_inline: { mark: 'code', noCloseToken: true },
});

/** The flow content of a Markdown text, as a `prose` node without an id; one empty paragraph for an empty text. */
export function proseFrom(text: string, attrs: { readonly id: string | null; readonly markdown: string | null } = { id: null, markdown: null }): Node {
  return types.prose.createChecked(attrs, parser.parse(text).firstChild!.content);
}

function isTight(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.type !== 'list_item_open' && token.type.endsWith('list_close') && token.level === tokens[at]!.level) break;
    if (token.type === 'paragraph_open' && token.level === tokens[at]!.level + 2) return token.hidden;
  }
  return true;
}
