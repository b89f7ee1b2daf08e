const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** Whether readers may follow the address: the same rule as the program's (ProseMarkdown.IsSafe). */
export function isSafeAddress(address: string): boolean {
  // A browser drops control characters and white space inside a scheme, so they count as nothing here too.
  const bare = address.replace(/[\p{Cc}\s]/gu, '').toLowerCase();
  if (bare.startsWith('#') || (bare.startsWith('/') && !bare.startsWith('//') && !bare.startsWith('/\\'))) return true;
  return schemes.some((scheme) => bare.startsWith(scheme));
}

/** The address a writer means: `example.com/x` is on the web, `somebody@example.com` is an e-mail address. Null for one that is not allowed. */
export function addressFrom(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  if (isSafeAddress(text)) return /^(https?|mailto|tel):$/i.test(text) ? null : text;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?([/?#]\S*)?$/i.test(text)) return `https://${text}`;
  return null;
}

/** Why an address is refused, for the writer. */
export const refusedAddress = 'Links go to web addresses (https://…), e-mail addresses, telephone numbers (tel:…) or pages of this site (/…).';
