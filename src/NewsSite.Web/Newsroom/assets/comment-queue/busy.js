// One decision at a time. What is asked for meanwhile waits: whoever types fast loses nothing.

export let isBusy = false;

const waiting = [];

export const later = (work) => waiting.push(work);

/** Does something that nothing else may come between; nothing when something else is under way. */
export const alone = async (work) => {
  if (isBusy) return;
  isBusy = true;
  try {
    await work();
  } finally {
    isBusy = false;
    while (waiting.length > 0 && !isBusy) waiting.shift()();
  }
};
