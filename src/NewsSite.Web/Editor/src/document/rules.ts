import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import { TextSelection, type Plugin } from 'prosemirror-state';
import { marksOf, types } from './schema';

/** Markdown as it is typed. Backspace right after a rule takes it back. */
export function markdownRules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,4})\s$/, types.heading, (match) => ({ level: match[1]!.length })),
      textblockTypeInputRule(/^#\s$/, types.heading, { level: 2 }),
      textblockTypeInputRule(/^```(\w*)\s$/, types.codeBlock, (match) => ({ info: match[1] ?? '' })),
      wrappingInputRule(/^\s*([-*+])\s$/, types.bulletList),
      wrappingInputRule(/^(\d{1,3})[.)]\s$/, types.orderedList, (match) => ({ order: Number(match[1]) }), (match, node) => node.childCount + (node.attrs['order'] as number) === Number(match[1])),
      wrappingInputRule(/^\s*>\s$/, types.blockquote),
      new InputRule(/^(---|___|\*\*\*)$/, (state, _, start) => {
        const $start = state.doc.resolve(start);
        if ($start.parent.type !== types.paragraph) return null;
        const tr = state.tr.replaceWith($start.before(), $start.after(), [types.rule.create(), types.paragraph.create()]);
        return tr.setSelection(TextSelection.near(tr.doc.resolve($start.before() + 2)));
      }),
      markRule(/(?:^|[\s([{“‘"'—–-])(\*\*([^\s*](?:[^*]*[^\s*])?)\*\*)$/, marksOf.strong),
      markRule(/(?:^|[\s([{“‘"'—–-])(__([^\s_](?:[^_]*[^\s_])?)__)$/, marksOf.strong),
      markRule(/(?:^|[\s([{“‘"'—–-])(\*([^\s*](?:[^*]*[^\s*])?)\*)$/, marksOf.em),
      markRule(/(?:^|[\s([{“‘"'—–-])(_([^\s_](?:[^_]*[^\s_])?)_)$/, marksOf.em),
      markRule(/(?:^|[\s([{“‘"'—–-])(~~([^\s~](?:[^~]*[^\s~])?)~~)$/, marksOf.strike),
      markRule(/(?:^|[^`])(`([^`]+)`)$/, marksOf.code),
    ],
  });
}

function markRule(pattern: RegExp, type: MarkType): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, marked, words] = match as unknown as [string, string, string];
    const from = start + whole.length - marked.length;
    if (state.doc.rangeHasMark(from, end, marksOf.code)) return null;
    const open = (marked.length - words.length) / 2;
    const { tr } = state;
    // The last delimiter is only being typed: it is not in the document yet.
    tr.delete(from + open + words.length, end);
    tr.delete(from, from + open);
    return tr.addMark(from, from + words.length, type.create()).removeStoredMark(type);
  });
}
