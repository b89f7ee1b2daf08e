// The calendar: entries are moved by drag, by arrow keys, and by a small form. Without it they are moved on a page of their own.

const region = document.querySelector("#calendar");
const said = document.querySelector("#calendar-said");
const template = document.querySelector("#move-form");
const token = template.content.querySelector("[name=__RequestVerificationToken]").value;
const api = "/newsroom/api/";

const isMovable = (entry) => Boolean(entry?.dataset.timed || entry?.dataset.planned);
const dayOf = (entry) => entry.closest("[data-day]");
const cellOn = (day) => region.querySelector(`[data-day="${day}"]`);
const dayWords = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const wordsOn = (day) => cellOn(day)?.dataset.words ?? dayWords.format(new Date(`${day}T12:00:00Z`));
const say = (words) => { said.textContent = words; };

// ---- the server ------------------------------------------------------------------------------------------------------------------------

const ask = async (path, settings = {}) => {
  try {
    const answer = await fetch(api + path, { ...settings, headers: { "Content-Type": "application/json", "X-Antiforgery": token } });
    const body = await answer.json();
    return answer.ok ? { body } : { refusal: body.detail ?? "This could not be done." };
  } catch {
    return { refusal: "The site does not answer. Nothing was moved; try again in a moment." };
  }
};

const put = (path, body) => ask(path, { method: "PUT", body: JSON.stringify(body) });
const lookUp = (at) => ask(`times?at=${encodeURIComponent(at)}`);

const send = (entry, day, time, occurrence) => entry.dataset.timed
  ? put(`timed/${entry.dataset.timed}`, { at: `${day} ${time}`, occurrence })
  : put(`articles/${entry.dataset.planned}/plan`, { day });

let dragged = null;

// The page is drawn by the server alone: after a move it is asked for again, but never under a hand that is moving the next entry.
const redraw = async (key) => {
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#calendar");
  if (!fresh) return location.reload();
  if (dragged) await new Promise((ended) => region.addEventListener("dragend", ended, { once: true }));
  region.replaceChildren(...fresh.childNodes);
  dress();
  (region.querySelector(`[data-key="${key}"] .entry-headline`) ?? document.querySelector("#main")).focus();
};

// ---- moving ----------------------------------------------------------------------------------------------------------------------------

const refuse = (entry, words) => {
  region.querySelectorAll(".entry-refusal").forEach((old) => old.remove());
  const line = document.createElement("p");
  line.className = "entry-refusal";
  line.setAttribute("role", "alert");
  entry.append(line);
  line.textContent = words;
};

const moved = async (entry, words) => {
  const key = entry.dataset.key;
  await redraw(key);
  say(`${entry.dataset.headline}: ${words}`);
};

// One after the other: the entry may have been drawn anew by the move before.
let before = Promise.resolve();
const moveTo = ({ dataset: { key } }, day) => {
  before = before.then(() => moveNow(region.querySelector(`[data-key="${key}"]`), day)).catch(() => location.reload());
};

/** Moves an entry to a day, keeping its time. It stands there at once, and goes back with the reason when it is refused. */
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

// ---- the form --------------------------------------------------------------------------------------------------------------------------

const open = (entry, wanted) => {
  const dialog = template.content.firstElementChild.cloneNode(true);
  const form = dialog.querySelector("form");
  const [alert, line, choices] = [form.querySelector("[role=alert]"), form.querySelector("[role=status]"), form.querySelector("fieldset")];
  const { day, time } = form.elements;
  const isTimed = Boolean(entry.dataset.timed);
  form.querySelectorAll(isTimed ? "[data-planned]" : "[data-timed]").forEach((part) => part.remove());
  dialog.querySelector("h2").textContent = `Move: ${entry.dataset.headline}`;
  const now = [dayOf(entry).dataset.words, entry.dataset.time].filter(Boolean).join(", ");
  dialog.querySelector("#move-now").textContent = `${entry.querySelector(".entry-kind").textContent}: ${now}`;
  day.value = wanted?.day ?? entry.dataset.dayNow;
  if (isTimed) time.value = wanted?.time ?? entry.dataset.time;

  const tell = (words) => {
    alert.textContent = words ?? "";
    alert.hidden = !words;
  };
  let latest = 0;
  const look = async () => {
    if (!isTimed || !day.value || !time.value) return;
    const mine = ++latest;
    const { body, refusal } = await lookUp(`${day.value} ${time.value}`);
    if (mine !== latest) return;
    choices.hidden = true;
    choices.querySelectorAll("label").forEach((old) => old.remove());
    line.textContent = refusal ?? (body.change ? "" : `${body.spoken}, ${body.away}`);
    if (!body?.change) return;
    choices.hidden = false;
    choices.querySelector("legend").textContent = `${body.change.words} ${body.change.kind === "twice" ? "Which of the two?" : "Choose a time that exists."}`;
    for (const choice of body.change.choices) {
      const label = document.createElement("label");
      label.className = "choice";
      const radio = document.createElement("input");
      [radio.type, radio.name, radio.value] = ["radio", "occurrence", choice.occurrence ?? ""];
      radio.dataset.at = choice.at;
      label.append(radio, choice.words);
      choices.append(label);
    }
  };
  form.addEventListener("change", (event) => {
    if (event.target.name !== "occurrence") look();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const free = event.submitter?.value === "free";
    const chosen = choices.querySelector("input:checked");
    if (!choices.hidden && !chosen) return tell("Choose one of the two times.");
    const [newDay, newTime] = chosen?.dataset.at.split(" ") ?? [day.value, time?.value];
    event.submitter.disabled = true;
    const { refusal } = await send(entry, free ? null : newDay, newTime, chosen?.value || null);
    event.submitter.disabled = false;
    if (refusal) return tell(refusal);
    dialog.close("moved");
    await moved(entry, free ? "off the calendar" : `moved to ${wordsOn(newDay)}${newTime ? `, ${newTime}` : ""}`);
  });
  form.querySelector("[value=cancel]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    const isLeft = dialog.returnValue !== "moved";
    dialog.remove();
    if (isLeft) entry.querySelector(".entry-headline").focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  look();
};

// ---- by keyboard -----------------------------------------------------------------------------------------------------------------------

let carried = null; // { entry, day } while somebody chooses a day with the arrow keys

const aim = (day) => {
  region.querySelectorAll(".is-aim").forEach((cell) => cell.classList.remove("is-aim"));
  if (day) cellOn(day)?.classList.add("is-aim");
};

const letGo = () => {
  carried?.entry.classList.remove("is-carried");
  carried = null;
  aim(null);
};

const shift = (day, days) => {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
};

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const isGrid = () => region.matches(".planner-month, .planner-week") && matchMedia("(min-width: 60em)").matches;

region.addEventListener("keydown", (event) => {
  const entry = event.target.closest(".entry");
  if (!isMovable(entry) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "m" || event.key === "M") {
    event.preventDefault();
    letGo();
    open(entry);
  } else if (event.key in steps && isGrid()) {
    event.preventDefault();
    const day = shift(carried?.day ?? entry.dataset.dayNow, steps[event.key]);
    if (!cellOn(day)) return say("That day is not on this page. Press M to choose any day.");
    carried = { entry, day };
    entry.classList.add("is-carried");
    aim(day);
    cellOn(day).scrollIntoView({ block: "nearest" });
    say(`${wordsOn(day)}${entry.dataset.time ? `, ${entry.dataset.time}` : ""}. Enter puts it there, Escape leaves it.`);
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
});

region.addEventListener("focusout", () => letGo());

region.addEventListener("click", (event) => {
  const link = event.target.closest(".entry-move");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.closest(".entry"));
});

// ---- by drag ---------------------------------------------------------------------------------------------------------------------------

const dress = () => {
  for (const entry of region.querySelectorAll(".entry"))
    if (isMovable(entry)) {
      entry.draggable = true;
      entry.querySelector(".entry-headline").draggable = false; // the entry is dragged, not its link
    }
};

region.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".entry");
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
  dragged = null;
  aim(null);
});

dress();
document.querySelector(".planner-hint")?.classList.add("is-scripted");
