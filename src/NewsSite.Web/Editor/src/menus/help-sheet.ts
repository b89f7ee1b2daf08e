import { h } from '../dom';
import { openDialog } from './dialog';
import type { Insertable } from './insertables';

const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['Writing', [
    ['/', 'Insert a block or heading'],
    ['@', 'Link to an article of this site'],
    ['Ctrl+B', 'Bold'], ['Ctrl+I', 'Italic'], ['Ctrl+K', 'Link'], ['Ctrl+E', 'Code'], ['Ctrl+Shift+X', 'Struck out'],
    ['Ctrl+Alt+0', 'Paragraph'], ['Ctrl+Alt+2', 'Heading'], ['Ctrl+Alt+3', 'Smaller heading'],
    ['Ctrl+Shift+8', 'List'], ['Ctrl+Shift+7', 'Numbered list'], ['Ctrl+Shift+9', 'Indented quotation'],
    ['Shift+Enter', 'New line in a paragraph'],
    ['Ctrl+Z', 'Undo'], ['Ctrl+Y', 'Do again'],
    ['Alt+F10', 'To the toolbar of selected words or of a table'],
    ['Ctrl+Shift+V', 'Paste the words alone'], ['Alt+Shift+V', 'To the suggestions from a paste'],
  ]],
  ['Blocks', [
    ['Alt+Shift+↑', 'Move block or paragraph up'], ['Alt+Shift+↓', 'Move it down'],
    ['Enter', 'Into a selected block'], ['Escape', 'Out of its form, block selected'],
    ['↑ ↓', 'Over the edge of a form, to the text around'],
    ['Delete', 'Delete a selected block'],
  ]],
  ['Story', [
    ['Ctrl+S', 'Save now'], ['Ctrl+P', 'Preview'], ['Ctrl+Shift+Enter', 'What comes next: send for review, approve, publish'], ['Ctrl+/', 'This sheet'], ['Tab', 'On to the next field or button'],
  ]],
];

const typed: readonly (readonly [string, string])[] = [
  ['## ', 'Heading'], ['- ', 'List'], ['1. ', 'Numbered list'], ['> ', 'Indented quotation'], ['---', 'Line'], ['**bold**', 'Bold'], ['*italic*', 'Italic'], ['`code`', 'Code'],
];

/** Every key that does something, in a dialog. */
export function openHelp(insertables: readonly Insertable[]): void {
  const blocks = insertables.filter((item) => item.keys?.startsWith('Ctrl+Alt+') === true && item.category !== 'Words').map((item) => [item.keys!, item.name] as const);
  const table = (rows: readonly (readonly [string, string])[]): HTMLElement => h('dl', { class: 'keys' }, ...rows.map(([keys, does]) => h('div', {}, h('dt', {}, ...keysOf(keys)), h('dd', {}, does))));
  openDialog('Keyboard shortcuts', [
    ...groups.map(([title, rows]) => h('section', {}, h('h3', {}, title), table(rows))),
    h('section', {}, h('h3', {}, 'New blocks'), table(blocks)),
    h('section', {}, h('h3', {}, 'As you type'), table(typed)),
  ], [], { className: 'wide help' });
}

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

function keysOf(keys: string): HTMLElement[] {
  if (!/[A-Za-z]\+/.test(keys)) return [h('kbd', {}, keys)];
  return keys.split('+').map((key) => h('kbd', {}, isMac() && key === 'Ctrl' ? '⌘' : key));
}
