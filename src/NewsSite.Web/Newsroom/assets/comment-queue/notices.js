// What an entry says of itself: that another moderator has it open, why something could not be done, and what was decided.

import { isFixed, isTaken, tick } from "./entries.js";
import { current } from "./current.js";
import { say } from "./say.js";
import { countTicked } from "./selection.js";

const free = (entry) => {
  const isClosed = isTaken(entry) || isFixed(entry);
  entry.querySelectorAll("button[name=act]").forEach((button) => { button.disabled = isClosed; });
  const summary = entry.querySelector(".q-refuse > summary");
  if (isClosed) summary?.setAttribute("aria-disabled", "true");
  else summary?.removeAttribute("aria-disabled");
};

export const showTaken = (entry, other) => {
  const notice = entry.querySelector("[data-opened]");
  const wasTaken = !notice.hidden;
  notice.hidden = !other;
  notice.textContent = other ? `${other} has this open.` : "";
  free(entry);
  if (entry === current && other && !wasTaken) say(notice.textContent);
};

export const showRefusal = (entry, words) => {
  const notice = entry.querySelector("[data-refusal]");
  notice.hidden = !words;
  notice.textContent = words ?? "";
};

/**
 * Folds an entry that has been decided on into one line. It stays where it was, so that nothing else moves up while somebody reads.
 * The line has a button where something is given that takes the decision back.
 */
export const settle = (entry, words, takeBack = null) => {
  let line = entry.querySelector(".q-settled");
  if (!line) {
    line = document.createElement("div");
    line.className = "q-settled";
    entry.append(line);
  }
  line.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
  if (takeBack) {
    const back = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: "Undo" });
    back.append(Object.assign(document.createElement("span"), { className: "hidden", textContent: `: ${entry.dataset.name}’s comment` }));
    back.addEventListener("click", takeBack);
    line.append(back);
  }
  entry.classList.add("is-settled");
  entry.classList.remove("is-current");
  const details = entry.querySelector(".q-refuse");
  if (details) details.open = false;
  if (tick(entry)) tick(entry).checked = false;
  countTicked();
};

export const unsettle = (entry) => {
  entry.classList.remove("is-settled");
  entry.querySelector(".q-settled")?.remove();
  showRefusal(entry, null);
};
