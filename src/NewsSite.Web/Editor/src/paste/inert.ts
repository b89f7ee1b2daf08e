import type { Findings } from './findings';

// Comments, scripts and style sheets as a whole, and tags with their attributes: quotation marks may hold ">".
const MARKUP = /<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1\s*>|$)|<[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^'">])*>/giu;
const ATTRIBUTE = /"[^"]*"|'[^']*'|(?<=[\s"'/])(style|on[a-z]+)(?=\s*=)/giu;

/**
 * HTML without scripts and style sheets, its styles and event handlers under names that no browser acts on. The newsroom's security policy forbids both,
 * and a browser reports them even while it reads a document that is never shown.
 */
export function inert(html: string, findings: Findings): string {
  return html.replace(MARKUP, (markup: string, raw: string | undefined) => {
    if (raw !== undefined) findings.note(raw.toLowerCase() === 'script' ? 'scripts' : 'styles');
    if (raw !== undefined || markup.startsWith('<!--')) return '';
    return markup.replace(ATTRIBUTE, (part: string, name: string | undefined) => {
      if (name === undefined) return part;
      findings.note(name.toLowerCase() === 'style' ? 'styles' : 'scripts');
      return `data-${name.toLowerCase()}`;
    });
  });
}
