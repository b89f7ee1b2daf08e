// By keyboard: arrow keys choose a day, Enter puts the entry there, Escape leaves it, and M opens the form.

import { open } from "./form.js";
import { moveTo } from "./moving.js";
import { aim, cellOn, isMovable, region, say, wordsOn } from "./page.js";

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
let carried = null; // { entry, day } while somebody chooses a day

export const letGo = () => {
  carried?.entry.classList.remove("is-carried");
  carried = null;
  aim(null);
};

const shift = (day, days) => {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
};

const isGrid = () => region.matches(".planner-month, .planner-week") && matchMedia("(min-width: 60em)").matches;

const carry = (entry, days) => {
  const day = shift(carried?.day ?? entry.dataset.dayNow, days);
  if (!cellOn(day)) return say("That day is not on this page. Press M to choose any day.");
  carried = { entry, day };
  entry.classList.add("is-carried");
  aim(day);
  cellOn(day).scrollIntoView({ block: "nearest" });
  say(`${wordsOn(day)}${entry.dataset.time ? `, ${entry.dataset.time}` : ""}. Enter puts it there, Escape leaves it.`);
};

export const press = (event) => {
  const entry = event.target.closest(".entry");
  if (!isMovable(entry) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "m" || event.key === "M") {
    event.preventDefault();
    letGo();
    open(entry);
  } else if (event.key in steps && isGrid()) {
    event.preventDefault();
    carry(entry, steps[event.key]);
  } else if (carried && event.key === "Enter") {
    event.preventDefault();
    const { day } = carried;
    letGo();
    moveTo(entry, day);
  } else if (carried && event.key === "Escape") {
    event.preventDefault();
    letGo();
    say("Left where it was.");
  }
};
