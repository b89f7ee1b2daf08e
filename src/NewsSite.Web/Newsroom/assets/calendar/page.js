// The calendar on the page: its days, its entries, and the line that says what has happened.

export const region = document.querySelector("#calendar");
export const template = document.querySelector("#move-form");
const said = document.querySelector("#calendar-said");
const dayWords = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

export const isMovable = (entry) => Boolean(entry?.dataset.timed || entry?.dataset.planned);
export const dayOf = (entry) => entry.closest("[data-day]");
export const cellOn = (day) => region.querySelector(`[data-day="${day}"]`);
export const wordsOn = (day) => cellOn(day)?.dataset.words ?? dayWords.format(new Date(`${day}T12:00:00Z`));
export const say = (words) => { said.textContent = words; };

/** Marks the day that an entry would be put on; none for null. */
export const aim = (day) => {
  region.querySelectorAll(".is-aim").forEach((cell) => cell.classList.remove("is-aim"));
  if (day) cellOn(day)?.classList.add("is-aim");
};

export const refuse = (entry, words) => {
  region.querySelectorAll(".entry-refusal").forEach((old) => old.remove());
  const line = document.createElement("p");
  line.className = "entry-refusal";
  line.setAttribute("role", "alert");
  entry.append(line);
  line.textContent = words;
};
