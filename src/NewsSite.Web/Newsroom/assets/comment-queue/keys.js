// What single keys do.

import { isBusy, later } from "./busy.js";
import { isFixed, isSettled, isTaken, tick, ticked, whoHas } from "./entries.js";
import { current } from "./current.js";
import { decide, takeLastBack } from "./deciding.js";
import { step } from "./moving.js";
import { closeRefusal, openRefusal } from "./refusal.js";
import { say } from "./say.js";
import { countTicked, several } from "./selection.js";
import { areOn } from "./switch.js";

const isTyping = (target) => target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");

const select = () => {
  const box = current && !isSettled(current) ? tick(current) : null;
  if (!box) return say("Press j to go to a comment first.");
  box.checked = !box.checked;
  countTicked();
  say(`${box.checked ? "Selected" : "No longer selected"}: ${current.dataset.name}. ${ticked().length} selected.`);
};

const refuse = ([entry]) => {
  if (ticked().length > 0) return openRefusal(several.querySelector(".q-refuse"));
  const details = entry.querySelector(".q-refuse");
  if (!details) return say("It is refused already.");
  if (isTaken(entry) || isFixed(entry)) return say(whoHas(entry));
  openRefusal(details);
};

const anywhere = { j: () => step(1), k: () => step(-1), u: takeLastBack, x: select };

const withComments = { a: (entries) => decide("approve", entries), s: (entries) => decide("spam", entries), r: refuse };

const handleInRefusal = (key, target, form) => {
  const choice = /^[1-9]$/.test(key) && !isTyping(target) ? form.querySelector(`[data-digit="${key}"]`) : null;
  if (choice) {
    choice.checked = true;
    choice.focus();
  } else if (key === "Escape") closeRefusal(form.closest("details"));
  else if (key === "Enter" && target.matches("[type=radio]")) form.querySelector("button[name=act]").click();
  else return false;
  return true;
};

/** What a key does where the focus is; false when it does nothing there. */
const handle = (key, target) => {
  const form = target.closest("[data-refuse]");
  if (form) return handleInRefusal(key, target, form);
  if (isTyping(target)) return false;
  if (Object.hasOwn(anywhere, key)) {
    void anywhere[key]();
    return true;
  }
  if (!Object.hasOwn(withComments, key)) return false;
  const entries = ticked().length > 0 ? ticked() : current && !isSettled(current) ? [current] : [];
  if (entries.length === 0) say("Press j to go to a comment first.");
  else void withComments[key](entries);
  return true;
};

export const press = (event) => {
  const { key, target } = event;
  if (!areOn() || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
  if (event.repeat && key !== "j" && key !== "k") return;
  if (isBusy && !isTyping(target) && /^([jkarsux1-9]|Enter|Escape)$/.test(key) && (key !== "Enter" || !target.closest("a, button, summary"))) {
    event.preventDefault();
    later(() => handle(key, document.activeElement));
  } else if (handle(key, target)) event.preventDefault();
};
