import { fieldLabel } from '../conflicts/describe';
import { h } from '../dom';
import type { Issue } from '../story';

export const groups = [
  { severity: 'stop', title: 'Stops publication', why: 'Readers would miss something or be misled, so this has to be put right first.' },
  { severity: 'warn', title: 'Worth a look', why: 'You can publish as it is.' },
  { severity: 'hint', title: 'House style', why: 'Suggestions from the style guide; words inside quotations are never touched.' },
] as const satisfies readonly { severity: Issue['severity']; title: string; why: string }[];

export function countsOf(issues: readonly Issue[]): Readonly<Record<Issue['severity'], number>> {
  const count = (severity: Issue['severity']): number => issues.filter((issue) => issue.severity === severity).length;
  return { stop: count('stop'), warn: count('warn'), hint: count('hint') };
}

/** The issues by how much they matter, each with what it is about and a way to it. */
export function issueList(issues: readonly Issue[], blockName: (id: string) => string | null, show: (issue: Issue) => void): HTMLElement {
  if (issues.length === 0) return h('p', { class: 'checks-none' }, 'Nothing to look at. The checks run with every save.');
  return h('div', { class: 'checks' }, ...groups.map(({ severity, title, why }) => {
    const some = issues.filter((issue) => issue.severity === severity);
    if (some.length === 0) return null;
    return h('section', { class: `checks-group is-${severity}` },
      h('h3', {}, title, ' ', h('span', { class: 'badge' }, String(some.length))),
      h('p', { class: 'hint' }, why),
      h('ul', {}, ...some.map((issue) => entry(issue, blockName, show))));
  }));
}

function entry(issue: Issue, blockName: (id: string) => string | null, show: (issue: Issue) => void): HTMLElement {
  const about = issue.block === null ? (issue.field === null ? null : fieldLabel(issue.field)) : blockName(issue.block);
  return h('li', { class: 'check' },
    about === null ? null : h('p', { class: 'check-about' }, about),
    issue.passage === null ? null : h('p', { class: 'check-passage' }, `“${issue.passage.text}”`),
    h('p', {}, issue.message),
    issue.block === null && issue.field === null ? null
      : h('button', { type: 'button', class: 'button small', 'aria-label': `Show me: ${issue.message}`, onclick: () => show(issue) }, 'Show me'));
}
