import { elementId, h } from '../dom';
import { Combobox } from '../fields/combobox';
import { articleOption, findArticles } from '../fields/searches';
import { labelled } from '../menus/dialog';
import type { ArticleItem } from '../story';
import { TimeField } from '../times/time-field';
import { openAct } from './act-dialog';
import type { Desk } from './desk';
import type { WithdrawalReason } from './standing';
import { area, line, missing, written } from './texts';
import { whenChoice } from './when-choice';

const reasons: readonly { readonly reason: WithdrawalReason; readonly title: string; readonly meaning: string }[] = [
  { reason: 'publishedInError', title: 'Published in error', meaning: 'Its address says that it was published in error and is gone.' },
  { reason: 'superseded', title: 'Superseded', meaning: 'Another page takes its place: its address leads there.' },
  { reason: 'legal', title: 'Legal', meaning: 'Its address says that it is withdrawn for legal reasons, and no more.' },
];

/** Takes a story from readers for a reason that they are told, now or at a minute. */
export function openWithdraw(desk: Desk, start: 'now' | 'later'): void {
  const { acts } = desk;
  const { now } = acts.standing;
  const isLive = now.live !== null;
  const name = elementId('reason');
  let reason: WithdrawalReason | null = null;
  let target: string | null = null;
  const note = area(2, 500);
  const why = line(300);
  const time = new TimeField(desk.server, { label: 'Is withdrawn', mustBeAhead: true });
  const when = whenChoice(time, isLive ? start : 'later', { now: 'Now: readers lose it at once', later: 'At a time', notNow: isLive ? null : 'Not now: readers do not see it yet' }, () => opened.rename());

  const to = elementId('instead');
  const combobox = new Combobox<ArticleItem>({
    id: to, label: 'Page that takes its place', placeholder: 'Words of its headline, or a path such as /news/…',
    search: (text, signal) => (text.startsWith('/') ? Promise.resolve([]) : findArticles(desk.server, text, signal).then((items) => items?.filter((item) => item.id !== desk.data.article.id) ?? null)),
    show: articleOption,
    choose: (item) => instead(item.path),
    typed: (text) => instead(text),
  });
  const chosen = h('p', { class: 'hint', role: 'status' });
  combobox.input.addEventListener('input', () => instead(combobox.input.value.trim(), false));
  const place = h('div', { class: 'field' }, h('label', { for: to }, 'Page that takes its place'), combobox.dom, chosen);
  const noteField = labelled('Note for readers', note, 'Optional, a sentence or two. It stands on the page that says so.');
  const choices = h('fieldset', { class: 'choices' }, h('legend', { class: 'label' }, 'Why'), ...reasons.map((entry) =>
    h('label', { class: 'choice' }, h('input', { type: 'radio', name, value: entry.reason, onchange: () => choose(entry.reason) }), h('span', {}, entry.title, h('span', { class: 'hint' }, entry.meaning)))));
  choose(null);

  function choose(next: WithdrawalReason | null): void {
    reason = next;
    place.hidden = reason !== 'superseded';
    noteField.hidden = reason === null || reason === 'legal';
  }

  function instead(path: string, shows = true): void {
    target = path.startsWith('/') ? path : null;
    if (shows && target !== null) combobox.input.value = target;
    chosen.textContent = target === null ? '' : `Its address will lead to ${target}`;
  }

  const opened = openAct(desk, {
    title: 'Withdraw this story', confirm: () => (when.isNow() ? 'Withdraw it now' : 'Schedule the withdrawal'), busy: 'One moment…', cancel: 'Leave it', isDanger: true, touchesReaders: true,
    mail: () => 'Nobody is told by mail.',
    draw: () => [
      h('p', {}, `${desk.story.headline() === '' ? 'This story' : `“${desk.story.headline()}”`} disappears from lists, feeds and search. Its address stays, and says why. Nothing of the text is lost.`),
      choices, place, noteField, when.element,
      labelled('Why, for colleagues', why, 'Optional. It stays in the history; readers do not see it.'),
    ],
    problem: () => {
      if (reason === null) return 'Choose why: published in error, superseded, or legal.';
      if (missing(combobox.input, reason === 'superseded' && target === null ? 'Find the page that takes its place; its old address will lead there.' : null) !== null) return 'Find the page that takes its place; its old address will lead there.';
      return when.problem();
    },
    run: () => {
      const request = { reason, note: reason === 'legal' ? null : written(note), to: reason === 'superseded' ? target : null, why: written(why) };
      return when.isNow() ? acts.act('post', 'withdraw', request) : acts.act('put', 'withdrawal', { ...request, ...time.value });
    },
    done: () => (when.isNow() ? 'It is withdrawn.' : `It is withdrawn on ${acts.standing.now.withdrawal?.words ?? 'the minute chosen'}.`),
  });
}
