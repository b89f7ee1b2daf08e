// Moves an entry to another day.

import { moved } from "./drawing.js";
import { open } from "./form.js";
import { cellOn, refuse, region, wordsOn } from "./page.js";
import { lookUp, send } from "./server.js";

// One after the other: the entry may have been drawn anew by the move before.
let before = Promise.resolve();

/** Moves an entry to a day, keeping its time. It stands there at once, and goes back with the reason when it is refused. */
export const moveTo = ({ dataset: { key } }, day) => {
  before = before.then(() => moveNow(region.querySelector(`[data-key="${key}"]`), day)).catch(() => location.reload());
};

const moveNow = async (entry, day) => {
  if (!entry || day === entry.dataset.dayNow || !cellOn(day)) return;
  const time = entry.dataset.time;
  const [home, next] = [entry.parentElement, entry.nextSibling];
  const back = () => { home.insertBefore(entry, next); entry.removeAttribute("aria-busy"); };
  cellOn(day).querySelector(".entries").append(entry);
  cellOn(day).classList.remove("is-empty");
  entry.setAttribute("aria-busy", "true");
  if (entry.dataset.timed) {
    const { body, refusal } = await lookUp(`${day} ${time}`);
    if (refusal || body.change) {
      back();
      if (refusal) refuse(entry, refusal);
      else open(entry, { day, time });
      return;
    }
  }
  const { refusal } = await send(entry, day, time, null);
  if (refusal) {
    back();
    refuse(entry, refusal);
    entry.querySelector(".entry-headline").focus();
    return;
  }
  await moved(entry, `moved to ${wordsOn(day)}${time ? `, ${time}` : ""}`);
};
