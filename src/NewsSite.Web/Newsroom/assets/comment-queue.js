// The queue of comments: decided by single keys or by its buttons without a new page, several moderators at once. Without it each button sends its form.

import { queue, tick, ticked } from "./comment-queue/entries.js";
import { decide, takeBackEarlier } from "./comment-queue/deciding.js";
import { press } from "./comment-queue/keys.js";
import { makeCurrent } from "./comment-queue/moving.js";
import { close, keepOpen } from "./comment-queue/opening.js";
import { say } from "./comment-queue/say.js";
import { countTicked, several } from "./comment-queue/selection.js";
import { showSwitch } from "./comment-queue/switch.js";
import { look } from "./comment-queue/watching.js";

const POLL = 5_000, RENEW = 60_000;

const listenToEntries = () => {
  queue.addEventListener("focusin", (event) => makeCurrent(event.target.closest(".q-entry")));
  queue.addEventListener("change", (event) => {
    if (event.target.closest(".q-tick")) countTicked();
  });
  queue.addEventListener("submit", (event) => {
    const act = event.submitter?.value;
    const entry = event.target.closest(".q-entry");
    if (!act || !entry) return;
    event.preventDefault();
    if (act === "undo") void takeBackEarlier(entry);
    else void decide(act, [entry], act === "refuse" ? event.target : null);
  });
  queue.addEventListener("click", (event) => {
    const summary = event.target.closest(".q-refuse > summary");
    if (summary?.getAttribute("aria-disabled") === "true") event.preventDefault();
  });
};

const listenToSeveral = () => {
  several.addEventListener("submit", (event) => {
    event.preventDefault();
    const act = event.submitter?.value ?? "refuse";
    const form = act === "refuse" ? several.querySelector("[data-refuse]") : null;
    void decide(act, ticked(), form).then(() => {
      if (ticked().length === 0) several.querySelector(".q-refuse").open = false;
    });
  });
  several.querySelector("[data-clear]").addEventListener("click", () => {
    for (const entry of ticked()) tick(entry).checked = false;
    countTicked();
    say("Nothing is selected.");
  });
};

if (queue) {
  showSwitch();
  document.addEventListener("keydown", press);
  listenToEntries();
  listenToSeveral();
  countTicked();
  setInterval(look, POLL);
  setInterval(keepOpen, RENEW);
  document.addEventListener("visibilitychange", () => void look());
  window.addEventListener("pagehide", close);
  void look();
}
