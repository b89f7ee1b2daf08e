/** Who speaks, as a sentence that introduces words says it. Everything is cut from the sentence, nothing is made up. */
export interface Speaker {
  readonly kind: 'person' | 'organisation' | 'document';
  /** The name as given, with its title; for a document how the sentence calls it. */
  readonly name: string;
  readonly role: string | null;
  /** What follows "at" where the sentence says where it was said. */
  readonly occasion: string | null;
  /** The verb, for the reason that is shown. */
  readonly verb: string;
}

const VERBS =
  'said|says|added|adds|commented|comments|told|tells|warned|warns|argued|argues|stated|states|explained|explains|replied|responded|continued|wrote|writes|announced|noted|notes|note|insisted|claimed|urged|admitted|confirmed|concluded|concludes|remarked|observed|declared|asked|tweeted|posted|recalled|stressed|emphasised|pointed out|went on|reads|read|found|finds|find|say|warn|write|conclude';
const TITLES =
  'Cllr|Councillor|Clr|Ald|Alderman|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Revd|Reverend|Father|Canon|Bishop|Mayor|Judge|Superintendent|Supt|Inspector|Sergeant|Sgt|Captain|Major|Colonel';
const WORD = String.raw`\p{Lu}[\p{L}’'-]*\p{L}`;
const PART = String.raw`(?:(?:de|van|von|der|den|la|le|du|ap|ab|ferch|bin|al|el|da|dos|of)\s)*(?:${WORD}|\p{Lu}\.?)`;
const SUFFIX = String.raw`(?:,?\s(?:MP|MSP|MS|AM|OBE|MBE|CBE|KC|QC|DL|JP))*`;
const NAME = String.raw`(?:(?:(?:${TITLES})\.?\s)+${PART}(?:\s${PART}){0,3}|${PART}(?:\s${PART}){1,3})${SUFFIX}`;
const OPENING_TITLE = new RegExp(String.raw`^(?:${TITLES})\b`, 'u');

const ORGANISATION = /\b(?:spokes(?:man|woman|person|people)|council|ofsted|trust|board|committee|department|ministry|union|service|police|authority|commission|agency|university|college|school|company|association|group|federation|partnership|government|office|charity|foundation|watchdog|NHS|officers)\b/iu;
const DOCUMENT = /^(?:(?:the|this|its|their|a|an|one|that|[\p{Lu}][\p{L}’']*)\s)?(?:[\p{L}’'-]+\s){0,4}(?:report|inspectors?|reviews?|reviewers?|audit|auditors?|judge?ment|letter|document|paper|minutes|summary|findings|survey|study|notice)$/iu;
const PRONOUN = /^(?:he|she|they|it|we|i|you|who|which|one|both|another|others|many|some)$/iu;
const ADVERBS = /(?:,?\s(?:also|later|then|has|had|have|previously|recently|today|yesterday|again|simply|further|earlier|once))+$/iu;

/** The speaker of a sentence that leads into words; null when it names none, or only "he" or "she". */
export function speakerOf(leadIn: string): Speaker | null {
  const core = leadIn.replace(/[\s:,–—-]+$/u, '');
  for (const match of core.matchAll(new RegExp(String.raw`(?<=^|[\s,)])(${VERBS})(?=$|[\s,;])`, 'gu'))) {
    const before = core.slice(0, match.index).replace(/[\s,]+$/u, '').replace(ADVERBS, '').replace(/[\s,]+$/u, '');
    const rest = core.slice(match.index + match[0].length);
    const verb = match[1] ?? '';
    for (const from of subjectStarts(before)) {
      const subject = subjectOf(before.slice(from));
      if (subject) return { ...subject, occasion: occasionIn(rest) ?? occasionBefore(before.slice(0, from)), verb };
    }
  }
  return null;
}

/** Whether a sentence stops where words are about to follow: "Cllr Pike said", "she told the cabinet,". */
export function endsInSpeech(leadIn: string): boolean {
  const core = leadIn.replace(/[\s,]+$/u, '');
  return new RegExp(String.raw`(?:^|\s)(?:(?:${VERBS})|(?:told|tells|warned|wrote to) (?:the |a |an )?[\p{L}’'-]+(?: [\p{L}’'-]+){0,3})$`, 'u').test(core);
}

/** The speaker in words after a quotation: "said Cllr X, leader of the council", "Cllr X said". */
export function speakerAfter(words: string): Speaker | null {
  const sentence = words.replace(/[.\s]+$/u, '');
  const inverted = new RegExp(String.raw`^(${VERBS})\s(.+)$`, 'u').exec(sentence);
  if (!inverted) return speakerOf(sentence);
  const who = (inverted[2] ?? '').split(/\s(?:in|at|after|during|before|on)\s/u)[0] ?? '';
  const subject = subjectOf(inverted[2] ?? '') ?? subjectOf(who.replace(/,$/u, ''));
  return subject && { ...subject, occasion: null, verb: inverted[1] ?? '' };
}

/** The speaker of a line that only gives a name, such as "— Jane Doe, chair of governors"; null when it is no such line. */
export function speakerOfLine(line: string): Speaker | null {
  const dash = /^[—–-]\s*/u.exec(line);
  const subject = subjectOf(line.slice(dash?.[0].length ?? 0).replace(/,?\n/gu, ', ').replace(/\.$/u, ''));
  if (subject?.kind !== 'person' || (!dash && subject.role === null)) return null;
  return { ...subject, occasion: null, verb: '' };
}

/** Whether a person speaks in a public office, so that the words are a statement and not only a quotation. */
export function holdsOffice({ name, role }: Pick<Speaker, 'name' | 'role'>): boolean {
  if (/^(?:Cllr|Councillor|Clr|Ald|Alderman|Mayor|Lord|Baroness)\b/u.test(name) || /\b(?:MP|MSP|MS|AM)$/u.test(name)) return true;
  return /\b(?:councillors?|cabinet|leader of|council leader|group leader|deputy leader|portfolio|MP|MSP|mayor|minister|secretary of state|lead member|ward member|commissioner for|police and crime commissioner|chair(?:man|woman)? of (?:the )?(?:[\p{L}’ ]+ )?(?:committee|scrutiny|council))\b/iu.test(role ?? '');
}

/** A name without its title and honours, to find it in the register. */
export function bareName(name: string): string {
  return name.replace(new RegExp(String.raw`^(?:(?:${TITLES})\.?\s)+`, 'u'), '').replace(new RegExp(String.raw`${SUFFIX}$`, 'u'), '');
}

// A clause may stand in front: "Speaking after the vote, Cllr Pike said".
function subjectStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/,\s+/gu)].map((match) => match.index + match[0].length)];
}

type Subject = Pick<Speaker, 'kind' | 'name' | 'role'>;

function subjectOf(text: string): Subject | null {
  if (text === '' || text.length > 320 || PRONOUN.test(text)) return null;
  if (DOCUMENT.test(text)) return { kind: 'document', name: text, role: null };
  const whole = new RegExp(String.raw`^(${NAME})(?:,\s(.{2,200})|\s\(([^()]{2,120})\))?$`, 'u').exec(text);
  if (whole && !isOrganisation(whole[1] ?? '')) return { kind: 'person', name: whole[1] ?? '', role: whole[2] ?? whole[3] ?? null };
  const last = new RegExp(String.raw`^(.{3,200}?),?\s((?:(?:${TITLES})\.?\s)+${PART}(?:\s${PART}){0,3}${SUFFIX}|${PART}\s${PART}${SUFFIX})$`, 'u').exec(text);
  if (last && !isOrganisation(last[2] ?? '') && !OPENING_TITLE.test(last[1] ?? '') && isRole(last[1] ?? '')) return { kind: 'person', name: last[2] ?? '', role: last[1] ?? null };
  if (text.includes(',') || text.length > 120 || text.split(' ').length > 10) return null;
  return isOrganisation(text) && /^(?:(?:a|an|the)\s|\p{Lu})/iu.test(text) ? { kind: 'organisation', name: text, role: null } : null;
}

function isOrganisation(text: string): boolean {
  return !OPENING_TITLE.test(text) && ORGANISATION.test(text);
}

function isRole(text: string): boolean {
  return /\b(?:leader|chair(?:man|woman)?|members?|director|head|chief|officer|manager|mayor|minister|secretary|spokes\p{L}+|councillor|commissioner|inspector|teacher|doctor|professor|campaigner|resident|owner|founder|president|editor|mother|father|parent|governor|clerk|lead|boss|candidate|MP|executive|author|farmer|trader|barrister|solicitor|judge|sergeant|constable|vicar|trustee|treasurer|convener|organiser)\b/iu.test(text);
}

function occasionIn(rest: string): string | null {
  const at = /(?:^|\s)at\s(?!least\b|first\b|last\b|all\b|once\b|present\b|the time\b|the moment\b|\d)([^,;:]{3,200})/u.exec(rest);
  return at?.[1]?.trim() ?? null;
}

function occasionBefore(clause: string): string | null {
  return /^(?:Speaking|Talking|Writing)?\s?at\s(?!least\b|first\b|last\b|the time\b|\d)([^,;:]{3,200}),?\s*$/iu.exec(clause)?.[1]?.trim() ?? null;
}
