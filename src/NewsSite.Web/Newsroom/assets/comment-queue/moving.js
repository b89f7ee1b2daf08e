// Goes from comment to comment.

import { after, all, before, isSettled, queue } from "./entries.js";
import { current, setCurrent } from "./current.js";
import { close, open } from "./opening.js";
import { say } from "./say.js";

export const makeCurrent = (entry) => {
  if (current === entry) return;
  current?.classList.remove("is-current");
  current?.removeAttribute("aria-current");
  setCurrent(entry);
  if (!entry) return close();
  entry.classList.add("is-current");
  entry.setAttribute("aria-current", "true");
  if (!isSettled(entry)) void open(entry);
};

export const goTo = (entry) => {
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: no-preference)").matches ? "smooth" : "auto" });
};

export const step = (by) => {
  const left = all().filter((entry) => !isSettled(entry));
  if (left.length === 0) return say("Nothing is left on this page.");
  if (!current || !queue.contains(current)) return goTo(left[0]);
  const target = by > 0 ? after(current) : before(current);
  if (target) goTo(target);
  else say(by > 0 ? "This is the last one." : "This is the first one.");
};
