// Those that are ticked, to be decided together.

import { ticked } from "./entries.js";

export const several = document.querySelector("[data-several]");

export const countTicked = () => {
  const number = ticked().length;
  several.classList.toggle("is-ticked", number > 0);
  several.querySelector("[data-ticked]").textContent = `: ${number}`;
  several.querySelector("[data-clear]").hidden = number === 0;
};
