import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogueOf, fromBlocks } from '../document/blocks';
import { Server } from '../server';
import type { FieldEntry } from '../story';
import { BlockView } from './block-view';

const field = (name: string, control: FieldEntry['control']): FieldEntry => ({ name, label: name, control, required: false, softLimit: null, hardLimit: null, help: null, choices: [], fields: [] });
const catalogue = catalogueOf([{ type: 'image', name: 'Picture', category: '', icon: '', help: '', version: 1, fields: [field('media', 'picture')] }]);

function aPicture(): { view: EditorView; card: HTMLElement } {
  const server = new Server('x');
  server.get = () => new Promise(() => undefined);
  const view = new EditorView(document.body.appendChild(document.createElement('div')), {
    state: EditorState.create({ doc: fromBlocks([{ type: 'image', id: 'p', v: 1, media: 'pier.jpg' }, { type: 'prose', id: 'q', v: 1, text: 'Words.' }], catalogue) }),
    nodeViews: { block: (node, v, getPos) => new BlockView(node, v, getPos, catalogue, { server, day: () => '2026-05-04', may: () => true }, () => undefined) },
  });
  return { view, card: view.dom.querySelector<HTMLElement>('.card')! };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function click(target: Element): Promise<void> {
  for (const type of ['pointerdown', 'pointerup', 'click']) target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
  await settled();
}

describe('A folded block', () => {
  afterEach(() => document.body.replaceChildren());

  it('opens at a click on its picture, which takes no focus itself', async () => {
    const { card } = aPicture();

    await click(card.querySelector('img')!);

    expect(card.classList.contains('open')).toBe(true);
    expect(card.contains(document.activeElement)).toBe(true);
  });

  it('does not fold again while a dialog that it has opened asks for a person or a picture', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const { card } = aPicture();
    await click(card.querySelector('img')!);
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.open = true;

    const press = (type: string): boolean => card.querySelector('.fields')!.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    press('pointerdown');
    dialog.appendChild(document.createElement('input')).focus();
    press('pointerup');
    await settled();

    expect(card.classList.contains('open')).toBe(true);
    document.body.appendChild(document.createElement('button'));
    card.querySelector<HTMLElement>('.fields button')!.focus();
    document.querySelector<HTMLElement>('body > button')!.focus();
    expect(card.classList.contains('open')).toBe(false);
  });

  it('keeps the hint of the field that is left until the release, or what is pressed would move away', async () => {
    const { card } = aPicture();
    await click(card.querySelector('img')!);
    const field = card.querySelector('.field')!;
    const press = (type: string): boolean => card.querySelector('.fields')!.dispatchEvent(new MouseEvent(type, { bubbles: true }));

    press('pointerdown');
    expect(field.classList.contains('held')).toBe(true);
    press('pointerup');
    await settled();
    expect(field.classList.contains('held')).toBe(false);
  });

  it('stays folded at a press on its edge, which selects it', async () => {
    const { card } = aPicture();

    await click(card);

    expect(card.classList.contains('open')).toBe(false);
  });
});
