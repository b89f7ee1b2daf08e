// The page is drawn by the server alone: after a move it is asked for again, but never under a hand that is moving the next entry.

import { isMovable, region, say } from "./page.js";

/** The entry in somebody's hand; null for none. */
export let dragged = null;

export const setDragged = (entry) => { dragged = entry; };

// From the moment that a button goes down: what is pressed may be about to be dragged.
let pressed = false;

/** Notices what somebody has under the hand. */
export const listenToHands = () => {
  region.addEventListener("pointerdown", () => { pressed = true; });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { pressed = false; }, true);
};

const handsOff = async () => {
  while (pressed || dragged)
    await new Promise((ended) => {
      for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, () => setTimeout(ended), { once: true });
    });
};

/** Makes entries movable by drag. */
export const dress = () => {
  for (const entry of region.querySelectorAll(".entry"))
    if (isMovable(entry)) {
      entry.draggable = true;
      entry.querySelector(".entry-headline").draggable = false; // the entry is dragged, not its link
    }
};

const redraw = async (key) => {
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#calendar");
  if (!fresh) return location.reload();
  await handsOff();
  region.replaceChildren(...fresh.childNodes);
  dress();
  (region.querySelector(`[data-key="${key}"] .entry-headline`) ?? document.querySelector("#main")).focus();
};

/** Shows where an entry is now. */
export const moved = async (entry, words) => {
  const key = entry.dataset.key;
  await redraw(key);
  say(`${entry.dataset.headline}: ${words}`);
};
