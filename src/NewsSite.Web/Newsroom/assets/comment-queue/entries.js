// The comments on the page, and what is known of each.

export const queue = document.querySelector("[data-queue]"); // null where nothing waits

/** What a comment's state is as long as it belongs on this shelf. */
export const stateOfShelf = { pending: "pending", reported: "approved", appeals: "refused" }[queue?.dataset.shelf] ?? queue?.dataset.shelf;

export const all = () => [...queue.querySelectorAll(".q-entry")];
export const byId = (id) => all().find((entry) => entry.dataset.id === id);
export const isSettled = (entry) => entry.classList.contains("is-settled");
export const isFixed = (entry) => entry.dataset.fixed === "true";
export const isTaken = (entry) => !entry.querySelector("[data-opened]").hidden;
export const whoHas = (entry) => entry.querySelector("[data-opened]").textContent || "Another moderator decides on this one.";
export const lastPlace = () => all().at(-1)?.dataset.place ?? "";

/** The version that is on the page. */
export const versionOf = (entry) => entry.dataset.item.split(":")[1];

export const tick = (entry) => entry.querySelector(".q-tick input");
export const ticked = () => all().filter((entry) => !isSettled(entry) && tick(entry)?.checked);

export const setItem = (entry, item) => {
  entry.dataset.item = item;
  entry.querySelectorAll("[data-item]").forEach((input) => { input.value = item; });
  if (tick(entry)) tick(entry).value = item;
};

/** The next one after an entry that is still to be decided; before it when there is none behind. */
export const nextFrom = (entry) => after(entry) ?? before(entry);

export const after = (entry) => {
  const entries = all();
  return entries.slice(entries.indexOf(entry) + 1).find((other) => !isSettled(other));
};

export const before = (entry) => {
  const entries = all();
  return entries.slice(0, Math.max(0, entries.indexOf(entry))).findLast((other) => !isSettled(other));
};
