const LIGATURES: Readonly<Record<string, string>> = {
  'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st',
};

// A word processor's own codes for a line break, a page break, hyphens that only show at a line's end, and hyphens that never break.
// The last two are what browsers copy from a PDF for a hyphen at a line's end.
const OPTIONAL_HYPHEN = /\u001f|\u0002|\ufffe/gu;
const FIRM_HYPHEN = /\u001e/gu;

/**
 * Characters as they are written, not as they were set: no ligatures, no invisible marks, one kind of space. Soft hyphens stay for the joining of lines.
 * U+2028 is a line break that somebody made inside a paragraph.
 */
export function written(text: string): string {
  return text
    .replace(/\r\n?|\u0085/gu, '\n')
    .replace(/\u000b/gu, '\u2028')
    .replace(/\u2029/gu, '\n\n')
    .replace(OPTIONAL_HYPHEN, '\u00ad')
    .replace(FIRM_HYPHEN, '-')
    .replace(/[ﬀ-ﬆ]/gu, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/[\u200b\ufeff\u2060]/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/[\u0000-\u0008\u000e-\u001d\u007f-\u0084\u0086-\u009f\ufffc]/gu, '');
}

/** The text without hyphens that only show at the end of a line. */
export function withoutSoftHyphens(text: string): string {
  return text.replace(/\u00ad/gu, '');
}
