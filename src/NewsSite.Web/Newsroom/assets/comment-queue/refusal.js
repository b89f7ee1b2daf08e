// The small form of a refusal: its reason, and a sentence to the writer.

import { goTo } from "./moving.js";
import { say } from "./say.js";

export const openRefusal = (details) => {
  details.open = true;
  const chosen = details.querySelector("[name=reason]:checked") ?? details.querySelector("[name=reason]");
  chosen.focus();
  details.scrollIntoView({ block: "nearest" });
  say("Choose a reason by its digit; Enter sends, Escape leaves.");
};

export const closeRefusal = (details) => {
  details.open = false;
  const entry = details.closest(".q-entry");
  if (entry) goTo(entry);
  else details.querySelector("summary").focus();
};

export const showFaults = (form, faults) => {
  for (const line of form.querySelectorAll("[data-fault]")) {
    const words = faults?.[line.dataset.fault];
    line.hidden = !words;
    line.textContent = words ?? "";
    const input = form.querySelector(`input[type=text][name=${line.dataset.fault}]`);
    if (words) input?.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
  if (faults?.reason) form.querySelector("[name=reason]").focus();
  else if (faults?.sentence) form.querySelector("[name=sentence]").focus();
};
