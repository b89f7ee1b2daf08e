import { announce } from '../announce';
import { h } from '../dom';
import type { Other } from './poll';

export interface Faces {
  readonly dom: HTMLElement;
  show(others: readonly Other[]): void;
}

/** Who else is in the story, in the top bar. Somebody who comes is announced once. */
export function faces(blockName: (id: string) => string | null, me: string): Faces {
  const dom = h('ul', { class: 'faces', 'aria-label': 'Also in this story', hidden: true });
  let before = '[]';
  let names: readonly string[] = [];
  return {
    dom,
    show(others) {
      const now = JSON.stringify(others);
      if (now === before) return;
      before = now;
      dom.hidden = others.length === 0;
      dom.replaceChildren(...others.map((other) => {
        const place = other.block === null ? null : blockName(other.block);
        const name = other.name === me ? 'You, in another window' : other.name;
        const words = place === null ? name : `${name}, in: ${place}`;
        return h('li', { title: words }, h('span', { class: 'face', 'aria-hidden': 'true' }, other.initials), h('span', { class: 'hidden' }, words));
      }));
      const come = [...new Set(others.map((other) => other.name))].filter((name) => !names.includes(name) && name !== me);
      if (come.length > 0) announce(`${come.join(' and ')} ${come.length === 1 ? 'is' : 'are'} in this story too.`);
      names = others.map((other) => other.name);
    },
  };
}
