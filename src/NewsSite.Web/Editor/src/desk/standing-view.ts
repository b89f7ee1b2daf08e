import { h } from '../dom';
import type { Clock } from '../saving/clock';
import { reasonWords, type Standing, type Timed } from './standing';
import { dayInWords } from './walls';

export interface StandingNotices {
  readonly dom: HTMLElement;
  show(standing: Standing, approvalEnded: boolean): void;
}

/** Above the story: what somebody has to know or decide before they go on, and where it stands in one quiet line. */
export function standingNotices(clock: Clock, zoneToday: string, decide: ((kind: 'publication' | 'withdrawal') => void) | null): StandingNotices {
  const dom = h('div', { class: 'standing' });
  let drawn = '';
  return {
    dom,
    show(standing, approvalEnded) {
      const nodes = [
        failed('publication', standing.publication, 'It did not go live'), failed('withdrawal', standing.withdrawal, 'It was not withdrawn'),
        approvalEnded && standing.work === 'draft' ? h('p', { class: 'notice warn' }, 'You changed approved words; they need approval again.') : null,
        sentBack(standing), facts(standing, clock, zoneToday),
      ].filter((node) => node !== null);
      const now = nodes.map((node) => node.outerHTML).join('');
      if (now === drawn) return; // what is read aloud is not read again
      drawn = now;
      dom.replaceChildren(...nodes);
    },
  };

  function failed(kind: 'publication' | 'withdrawal', waiting: Timed | null, title: string): HTMLElement | null {
    if (waiting === null || waiting.fault === null) return null;
    return h('section', { class: 'notice stop', role: 'alert' }, h('p', {}, h('strong', {}, `${title} on ${waiting.words}.`), ` ${waiting.fault}`),
      decide === null ? null : h('p', {}, h('button', { type: 'button', class: 'button small', onclick: () => decide(kind) }, 'Decide what happens…')));
  }

  function sentBack({ sentBack: back }: Standing): HTMLElement | null {
    return back === null ? null
      : h('section', { class: 'notice warn', 'aria-label': 'Sent back' }, h('p', {}, h('strong', {}, `Sent back by ${back.by}`), `, ${clock.moment(back.at)}`), h('p', { class: 'standing-note' }, back.note));
  }
}

/** Everything else that is true of it, in the order in which it comes to pass. */
export function factsOf(standing: Standing, clock: Clock, today: string): string[] {
  const { publication, withdrawal, approvals, work } = standing;
  const isWaiting = (act: Timed | null): act is Timed => act !== null && act.fault === null;
  return [
    standing.plannedDay === null ? null : `Planned for ${standing.plannedDay === today ? 'today' : dayInWords(standing.plannedDay)}`,
    work === 'inReview' && standing.workBy !== null && standing.workAt !== null ? `Sent for review by ${standing.workBy}, ${clock.moment(standing.workAt)}` : null,
    ...(work === 'draft' ? [] : approvals.map((one) => `Approved by ${one.by}, ${clock.moment(one.at)}${one.note === null ? '' : `: “${one.note}”`}${one.suffices || work === 'approved' ? '' : ' (wrote in it, so one more approval is needed)'}`)),
    standing.embargoWords === null ? null : `Under embargo until ${standing.embargoWords}`,
    isWaiting(publication) ? `${standing.live === null ? 'Goes' : 'Changes go'} live on ${publication.words}` : null,
    isWaiting(withdrawal) ? `Is withdrawn on ${withdrawal.words}` : null,
    standing.state !== 'withdrawn' ? null : standing.withdrawnFor === null ? 'Withdrawn' : `Withdrawn: ${reasonWords[standing.withdrawnFor]}`,
  ].filter((fact) => fact !== null);
}

function facts(standing: Standing, clock: Clock, today: string): HTMLElement | null {
  const all = factsOf(standing, clock, today);
  return all.length === 0 ? null : h('ul', { class: 'standing-facts', 'aria-label': 'Where it stands' }, ...all.map((fact) => h('li', {}, fact)));
}
