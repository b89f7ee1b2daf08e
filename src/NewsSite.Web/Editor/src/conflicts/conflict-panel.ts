import { announce } from '../announce';
import { h } from '../dom';
import type { Clock } from '../saving/clock';
import type { Content, Json } from '../story';
import { canKeepBoth, withChoice, type Choice, type OpenConflict } from './choices';
import { sideBySide } from './comparison';
import { blockLabel, blockParts, fieldLabel, fieldParts, type Names } from './describe';
import type { OpenConflicts } from './open-conflicts';

/** What the panel needs of the editor: a choice is an edit like any other, and undone like any other. */
export interface ChosenStory {
  content(): Content;
  choose(content: Content): void;
  show(conflict: OpenConflict): void;
}

/**
 * Both texts beside each other, for every place that two people changed. Not modal: the story goes on and is saved meanwhile, with theirs in
 * it, and ours waits here and on this device.
 */
export function conflictPanel(conflicts: OpenConflicts, story: ChosenStory, names: Names, clock: Clock): { readonly dom: HTMLElement; focus(): void } {
  const list = h('ol', { class: 'conflict-list' });
  const title = h('h2', { tabindex: '-1' });
  const dom = h('section', { class: 'conflicts', 'aria-label': 'Changed by two people', hidden: true }, title,
    h('p', { class: 'hint' }, 'The story holds their words for now. Yours are kept here and on this device until you choose.'), list);

  function choose(conflict: OpenConflict, choice: Choice): void {
    const item = conflicts.list.indexOf(conflict);
    story.choose(withChoice(story.content(), conflict, choice));
    conflicts.close(conflict);
    announce(said[choice]);
    const next = list.children[Math.min(item, list.children.length - 1)];
    if (next !== undefined) (next.querySelector('button') ?? title).focus();
    else story.show(conflict);
  }

  function show(open: readonly OpenConflict[]): void {
    const appeared = dom.hidden && open.length > 0;
    dom.hidden = open.length === 0;
    title.textContent = open.length === 1 ? 'Two people changed the same words' : `Two people changed the same words in ${open.length} places`;
    list.replaceChildren(...open.map((conflict) => entry(conflict, names, clock, choose, story)));
    if (appeared) announce(`${open[0]!.who} changed what you have changed too. Both texts are in the panel “Changed by two people”. Nothing is lost.`);
  }

  conflicts.changed.on(show);
  show(conflicts.list);
  return {
    dom,
    focus: () => {
      dom.scrollIntoView({ block: 'start' });
      title.focus({ preventScroll: true });
    },
  };
}

const said: Readonly<Record<Choice, string>> = {
  mine: 'Your words are in the story.',
  theirs: 'The words in the story stay.',
  both: 'Both texts are in the story.',
};

function entry(conflict: OpenConflict, names: Names, clock: Clock, choose: (conflict: OpenConflict, choice: Choice) => void, story: ChosenStory): HTMLElement {
  const name = firstName(conflict.who);
  const button = (choice: Choice, label: string): HTMLElement => h('button', { type: 'button', class: 'button small', onclick: () => choose(conflict, choice) }, label);
  return h('li', { class: 'conflict' },
    h('div', { class: 'conflict-head' },
      h('h3', {}, titleOf(conflict, names)),
      h('p', { class: 'meta' }, `${conflict.who} saved this at ${clock.moment(conflict.at)}`)),
    body(conflict, names),
    h('div', { class: 'actions' },
      button('mine', conflict.yours === null ? 'Keep it removed' : 'Keep mine'),
      button('theirs', conflict.theirs === null ? 'Leave it removed' : `Keep ${possessive(name)}`),
      canKeepBoth(conflict) ? button('both', 'Keep both') : null,
      conflict.theirs === null ? null : h('button', { type: 'button', class: 'button small quiet', onclick: () => story.show(conflict) }, 'Show in the story')));
}

function body(conflict: OpenConflict, names: Names): HTMLElement {
  const [left, right] = ['Yours', possessive(firstName(conflict.who))];
  if (conflict.kind === 'order') return h('p', {}, 'You and they moved the same blocks to different places. No words differ.');
  if (conflict.kind === 'field') {
    const parts = fieldParts(conflict.key, conflict.yours, conflict.theirs, names);
    return sideBySide(parts.length === 1 ? [{ ...parts[0]!, label: '' }] : parts, left, right);
  }
  return sideBySide(blockParts(conflict.yours, conflict.theirs, names), left, right);
}

function titleOf(conflict: OpenConflict, names: Names): string {
  if (conflict.kind === 'order') return 'The order of blocks';
  if (conflict.kind === 'field') return fieldLabel(conflict.key);
  return blockLabel((conflict.theirs ?? conflict.yours) as Json, names);
}

const firstName = (who: string): string => who.split(' ')[0]!;
const possessive = (name: string): string => (name === 'A' ? 'theirs' : name.endsWith('s') ? `${name}’` : `${name}’s`);
