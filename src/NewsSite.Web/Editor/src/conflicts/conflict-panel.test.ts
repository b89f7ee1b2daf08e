import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Block, Content } from '../story';
import { clockOf } from '../saving/clock';
import { openConflicts } from './choices';
import { conflictPanel } from './conflict-panel';
import { OpenConflicts } from './open-conflicts';

const text = (id: string, words: string): Block => ({ type: 'prose', id, v: 1, text: words });
const story = (...blocks: Block[]): Content => ({ kind: 'news', headline: 'H', standfirst: null, socialHeadline: null, socialDescription: null, bylines: [], topics: [], sources: [], leadImage: null, comments: 'site', blocks });

describe('The panel of two texts', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows both, names the other, and puts the chosen one into the story', () => {
    const conflicts = new OpenConflicts();
    const choose = vi.fn();
    let now = story(text('a', 'The grade is Good.'));
    const panel = conflictPanel(conflicts, { content: () => now, choose: (content) => { now = content; choose(); }, show: () => undefined }, { blocks: [], authors: [], topics: [] }, clockOf('Europe/London'));
    document.body.append(panel.dom);
    expect(panel.dom.hidden).toBe(true);

    conflicts.add(openConflicts([{ kind: 'block', key: 'a', base: null, yours: null, theirs: text('a', 'The grade is Good.') }], story(text('a', 'The grade was Good.')), 'Laura Sharman', '2026-11-22T14:02:00Z'));

    expect(panel.dom.hidden).toBe(false);
    expect(panel.dom.textContent).toContain('Laura Sharman saved this at 14:02');
    expect(panel.dom.querySelector('del')?.textContent).toBe('was');
    expect(panel.dom.querySelector('ins')?.textContent).toBe('is');
    const buttons = [...panel.dom.querySelectorAll('button')];
    expect(buttons.map((button) => button.textContent)).toEqual(['Keep mine', 'Keep Laura’s', 'Keep both', 'Show in the story']);

    buttons[0]!.click();

    expect(now.blocks).toEqual([text('a', 'The grade was Good.')]);
    expect(panel.dom.hidden).toBe(true);
  });
});
