// By drag.

import { dragged, setDragged } from "./drawing.js";
import { moveTo } from "./moving.js";
import { aim, isMovable, region } from "./page.js";

export const listenToDrags = () => {
  region.addEventListener("dragstart", (event) => {
    setDragged(event.target.closest?.(".entry"));
    if (!isMovable(dragged)) return;
    event.dataTransfer.setData("text/plain", dragged.dataset.headline);
    event.dataTransfer.effectAllowed = "move";
    dragged.classList.add("is-carried");
  });
  region.addEventListener("dragover", (event) => {
    const cell = event.target.closest("[data-day]");
    if (!dragged || !cell) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    aim(cell.dataset.day);
  });
  region.addEventListener("drop", (event) => {
    const cell = event.target.closest("[data-day]");
    if (!dragged || !cell) return;
    event.preventDefault();
    const entry = dragged;
    aim(null);
    moveTo(entry, cell.dataset.day);
  });
  region.addEventListener("dragend", () => {
    dragged?.classList.remove("is-carried");
    setDragged(null);
    aim(null);
  });
};
