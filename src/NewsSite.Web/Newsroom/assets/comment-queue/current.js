// The comment that the moderator is at.

export let current = null;

export const setCurrent = (entry) => { current = entry; };
