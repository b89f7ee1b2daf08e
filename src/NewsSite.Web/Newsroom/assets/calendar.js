// The calendar: entries are moved by drag, by arrow keys, and by a small form. Without it they are moved on a page of their own.

import { listenToDrags } from "./calendar/dragging.js";
import { dress, listenToHands } from "./calendar/drawing.js";
import { open } from "./calendar/form.js";
import { letGo, press } from "./calendar/keys.js";
import { region } from "./calendar/page.js";

region.addEventListener("keydown", press);
region.addEventListener("focusout", () => letGo());
region.addEventListener("click", (event) => {
  const link = event.target.closest(".entry-move");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.closest(".entry"));
});
listenToHands();
listenToDrags();
dress();
document.querySelector(".planner-hint")?.classList.add("is-scripted");
