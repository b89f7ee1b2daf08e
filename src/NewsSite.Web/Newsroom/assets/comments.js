// The queue of comments: decided by single keys or by its buttons without a new page, several moderators at once. Without it each button sends its form.

const queue = document.querySelector("[data-queue]");
const said = document.querySelector("[data-said]");
const api = "/newsroom/api/comments/";
const POLL = 5_000, RENEW = 60_000;

const say = (words) => {
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = words; });
};

const token = () => document.querySelector("[name=__RequestVerificationToken]").value;

const ask = async (path, settings = {}) => {
  try {
    const answer = await fetch(api + path, { ...settings, headers: { "Content-Type": "application/json", "X-Antiforgery": token(), ...settings.headers } });
    if (answer.status === 204 || answer.status === 304) return { status: answer.status };
    const body = await answer.json();
    return answer.ok ? { body, answer } : { refusal: body.detail ?? "This could not be done." };
  } catch {
    return { refusal: "The site does not answer. Nothing was decided; try again in a moment." };
  }
};

// ---- the comments on the page -------------------------------------------------------------------------------------------------------------

const all = () => [...queue.querySelectorAll(".q-entry")];
const byId = (id) => all().find((entry) => entry.dataset.id === id);
const isSettled = (entry) => entry.classList.contains("is-settled");
const isFixed = (entry) => entry.dataset.fixed === "true";
const isTaken = (entry) => !entry.querySelector("[data-opened]").hidden;
const tick = (entry) => entry.querySelector(".q-tick input");
const ticked = () => all().filter((entry) => !isSettled(entry) && tick(entry)?.checked);

let current = null;

const setItem = (entry, item) => {
  entry.dataset.item = item;
  entry.querySelectorAll("[data-item]").forEach((input) => { input.value = item; });
  if (tick(entry)) tick(entry).value = item;
};

const free = (entry) => {
  const isClosed = isTaken(entry) || isFixed(entry);
  entry.querySelectorAll("button[name=act]").forEach((button) => { button.disabled = isClosed; });
  const summary = entry.querySelector(".q-refuse > summary");
  if (isClosed) summary?.setAttribute("aria-disabled", "true");
  else summary?.removeAttribute("aria-disabled");
};

const showTaken = (entry, other) => {
  const notice = entry.querySelector("[data-opened]");
  const wasTaken = !notice.hidden;
  notice.hidden = !other;
  notice.textContent = other ? `${other} has this open.` : "";
  free(entry);
  if (entry === current && other && !wasTaken) say(notice.textContent);
};

const showRefusal = (entry, words) => {
  const notice = entry.querySelector("[data-refusal]");
  notice.hidden = !words;
  notice.textContent = words ?? "";
};

/** Folds an entry that has been decided on into one line. It stays where it was, so that nothing else moves up while somebody reads. */
const settle = (entry, words, mine) => {
  let line = entry.querySelector(".q-settled");
  if (!line) {
    line = document.createElement("div");
    line.className = "q-settled";
    entry.append(line);
  }
  line.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
  if (mine) {
    const back = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: "Undo" });
    back.append(Object.assign(document.createElement("span"), { className: "hidden", textContent: `: ${entry.dataset.name}’s comment` }));
    back.addEventListener("click", () => takeBack([entry]));
    line.append(back);
  }
  entry.classList.add("is-settled");
  entry.classList.remove("is-current");
  const details = entry.querySelector(".q-refuse");
  if (details) details.open = false;
  if (tick(entry)) tick(entry).checked = false;
  countTicked();
};

const unsettle = (entry) => {
  entry.classList.remove("is-settled");
  entry.querySelector(".q-settled")?.remove();
  showRefusal(entry, null);
};

// ---- which one is open ------------------------------------------------------------------------------------------------------------------

let opened = null;

const close = () => {
  if (!opened) return;
  const id = opened;
  opened = null;
  void ask(`${id}/opening`, { method: "DELETE", keepalive: true });
};

const open = async (entry) => {
  const id = entry.dataset.id;
  if (opened === id || isFixed(entry)) return;
  close();
  opened = id;
  const { body } = await ask(`${id}/opening`, { method: "PUT" });
  if (!body) return;
  if (body.openedBy && opened === id) opened = null;
  showTaken(entry, body.openedBy);
};

const makeCurrent = (entry) => {
  if (current === entry) return;
  current?.classList.remove("is-current");
  current?.removeAttribute("aria-current");
  current = entry;
  if (!entry) return close();
  entry.classList.add("is-current");
  entry.setAttribute("aria-current", "true");
  if (!isSettled(entry)) void open(entry);
};

const goTo = (entry) => {
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: no-preference)").matches ? "smooth" : "auto" });
};

/** The next one after an entry that is still to be decided; before it when there is none behind. */
const nextFrom = (entry) => {
  const entries = all();
  const place = entries.indexOf(entry);
  return entries.slice(place + 1).find((other) => !isSettled(other)) ?? entries.slice(0, Math.max(0, place)).findLast((other) => !isSettled(other));
};

const step = (by) => {
  const left = all().filter((entry) => !isSettled(entry));
  if (left.length === 0) return say("Nothing is left on this page.");
  if (!current || !queue.contains(current)) return goTo(left[0]);
  const entries = all();
  const place = entries.indexOf(current);
  const target = by > 0 ? entries.slice(place + 1).find((entry) => !isSettled(entry)) : entries.slice(0, place).findLast((entry) => !isSettled(entry));
  if (target) goTo(target);
  else say(by > 0 ? "This is the last one." : "This is the first one.");
};

// ---- deciding -----------------------------------------------------------------------------------------------------------------------------

const done = []; // what can be taken back: lists of entries, the last one last

const showFaults = (form, faults) => {
  for (const line of form.querySelectorAll("[data-fault]")) {
    const words = faults?.[line.dataset.fault];
    line.hidden = !words;
    line.textContent = words ?? "";
    const input = form.querySelector(`input[type=text][name=${line.dataset.fault}]`);
    if (words) input?.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
  if (faults?.reason) (form.querySelector("[name=reason]")).focus();
  else if (faults?.sentence) form.querySelector("[name=sentence]").focus();
};

let isBusy = false;

const decide = async (act, entries, form) => {
  if (isBusy || entries.length === 0) return;
  try {
    await decideNow(act, entries, form);
  } finally {
    isBusy = false;
    catchUp();
  }
};

const decideNow = async (act, entries, form) => {
  const held = entries.filter((entry) => isTaken(entry) || isFixed(entry));
  if (held.length === entries.length) {
    return say(held[0].querySelector("[data-opened]").textContent || "Another moderator decides on this one.");
  }
  isBusy = true;
  const at = current;
  const ready = entries.filter((entry) => !held.includes(entry));
  const reason = form?.querySelector("[name=reason]:checked")?.value ?? null;
  const sentence = form?.querySelector("[name=sentence]")?.value ?? null;
  const { body, refusal } = await ask("decisions", { method: "POST", body: JSON.stringify({ act, items: ready.map((entry) => entry.dataset.item), reason, sentence }) });
  if (refusal) {
    showRefusal(ready[0], refusal);
    return;
  }
  const faulty = body.outcomes.find((outcome) => outcome.faults);
  if (faulty && form) return showFaults(form, faulty.faults);
  if (form) showFaults(form, null);
  const settled = [];
  const lost = [];
  for (const outcome of body.outcomes) {
    const entry = byId(outcome.id);
    if (outcome.item) setItem(entry, outcome.item);
    if (outcome.isDone) {
      if (opened === outcome.id) opened = null;
      entry.dataset.state = outcome.state;
      settle(entry, outcome.message, true);
      settled.push(entry);
    } else {
      lost.push(outcome.message);
      showRefusal(entry, outcome.message);
      if (outcome.state && outcome.state !== queueState) settle(entry, `${entry.dataset.name}: ${outcome.message}`, false);
    }
  }
  if (settled.length > 0) done.push(settled);
  const words = settled.length === 1 ? body.outcomes.find((o) => o.isDone).message : settled.length > 1 ? `${settled.length} comments are ${{ approve: "approved", refuse: "refused", spam: "marked as spam" }[act]}.` : "";
  say([words, ...new Set(lost)].filter(Boolean).join(" "));
  const from = at && queue.contains(at) ? at : entries.at(-1);
  const next = isSettled(from) ? nextFrom(from) : from;
  if (next) goTo(next);
  else {
    makeCurrent(null);
    await showMore(true);
  }
  void look();
};

const takeBack = async (entries) => {
  if (isBusy) return;
  isBusy = true;
  try {
    await takeBackNow(entries);
  } finally {
    isBusy = false;
    catchUp();
  }
};

const takeBackNow = async (entries) => {
  const { body, refusal } = await ask("decisions", { method: "POST", body: JSON.stringify({ act: "undo", items: entries.map((entry) => entry.dataset.item) }) });
  if (refusal) return say(refusal);
  const words = [];
  for (const outcome of body.outcomes) {
    const entry = byId(outcome.id);
    if (outcome.item) setItem(entry, outcome.item);
    words.push(outcome.message);
    if (!outcome.isDone) {
      settle(entry, outcome.message, false);
      continue;
    }
    entry.dataset.state = outcome.state;
    unsettle(entry);
  }
  for (let i = done.length - 1; i >= 0; i--) {
    done[i] = done[i].filter((entry) => !entries.includes(entry));
    if (done[i].length === 0) done.splice(i, 1);
  }
  say([...new Set(words)].join(" "));
  current = null;
  goTo(entries[0]);
  void look();
};

// ---- those that are ticked -----------------------------------------------------------------------------------------------------------------

const several = document.querySelector("[data-several]");

function countTicked() {
  const number = ticked().length;
  several.classList.toggle("is-ticked", number > 0);
  several.querySelector("[data-ticked]").textContent = `: ${number}`;
  several.querySelector("[data-clear]").hidden = number === 0;
}

// ---- the refusal's small form ------------------------------------------------------------------------------------------------------------

const openRefusal = (details) => {
  details.open = true;
  const chosen = details.querySelector("[name=reason]:checked") ?? details.querySelector("[name=reason]");
  chosen.focus();
  details.scrollIntoView({ block: "nearest" });
  say("Choose a reason by its digit; Enter sends, Escape leaves.");
};

const closeRefusal = (details) => {
  details.open = false;
  const entry = details.closest(".q-entry");
  if (entry) goTo(entry);
  else details.querySelector("summary").focus();
};

// ---- keys -----------------------------------------------------------------------------------------------------------------------------------

const SWITCH = "newsroom-comment-keys";
const keys = document.querySelector("[data-keys]");
const shortcuts = document.querySelector("[data-shortcuts]");
const isTyping = (target) => target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");

const acts = {
  j: () => step(1),
  k: () => step(-1),
  a: (entries) => decide("approve", entries),
  s: (entries) => decide("spam", entries),
  u: () => (done.length > 0 ? takeBack(done.at(-1)) : say("There is nothing to undo.")),
  x: () => {
    const box = current && !isSettled(current) ? tick(current) : null;
    if (!box) return say("Press j to go to a comment first.");
    box.checked = !box.checked;
    countTicked();
    say(`${box.checked ? "Selected" : "No longer selected"}: ${current.dataset.name}. ${ticked().length} selected.`);
  },
  r: (entries) => {
    if (ticked().length > 0) return openRefusal(several.querySelector(".q-refuse"));
    const [entry] = entries;
    const details = entry.querySelector(".q-refuse");
    if (!details) return say("It is refused already.");
    if (isTaken(entry) || isFixed(entry)) return say(entry.querySelector("[data-opened]").textContent || "Another moderator decides on this one.");
    openRefusal(details);
  },
};

/** What a key does where the focus is; false when it does nothing there. */
const handle = (key, target) => {
  const form = target.closest("[data-refuse]");
  if (form) {
    const choice = /^[1-9]$/.test(key) && !isTyping(target) ? form.querySelector(`[data-digit="${key}"]`) : null;
    if (choice) {
      choice.checked = true;
      choice.focus();
    } else if (key === "Escape") closeRefusal(form.closest("details"));
    else if (key === "Enter" && target.matches("[type=radio]")) form.querySelector("button[name=act]").click();
    else return false;
    return true;
  }
  if (isTyping(target) || !Object.hasOwn(acts, key)) return false;
  if ("jkux".includes(key)) {
    void acts[key]();
    return true;
  }
  const entries = ticked().length > 0 ? ticked() : current && !isSettled(current) ? [current] : [];
  if (entries.length === 0) say("Press j to go to a comment first.");
  else void acts[key](entries);
  return true;
};

const typedAhead = []; // keys pressed while a decision is under way: whoever types fast loses none

const catchUp = () => {
  while (typedAhead.length > 0 && !isBusy) handle(typedAhead.shift(), document.activeElement);
};

const press = (event) => {
  const { key, target } = event;
  if (!shortcuts.checked || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
  if (event.repeat && key !== "j" && key !== "k") return;
  if (isBusy && !isTyping(target) && /^([jkarsux1-9]|Enter|Escape)$/.test(key) && (key !== "Enter" || !target.closest("a, button, summary"))) {
    event.preventDefault();
    typedAhead.push(key);
  } else if (handle(key, target)) event.preventDefault();
};

// ---- what others do, and what comes ----------------------------------------------------------------------------------------------------------

let tag = null;
let queueState = null;
const more = document.querySelector("[data-more]");
let behind = 0;

const lastPlace = () => all().at(-1)?.dataset.place ?? "";

const showCounts = (now) => {
  for (const place of document.querySelectorAll("[data-shelf-count]")) {
    const number = now[place.dataset.shelfCount];
    place.hidden = number === 0;
    place.lastChild.textContent = number >= 500 ? "500+" : number;
  }
  const menu = document.querySelector('[data-count="/newsroom/comments"]');
  if (!menu) return;
  menu.hidden = now.total === 0;
  menu.querySelector("b").textContent = now.total;
};

const apply = (now) => {
  showCounts(now);
  for (const shown of now.shown) {
    const entry = byId(shown.id);
    if (!entry || isSettled(entry)) continue;
    if (shown.item !== entry.dataset.item && shown.state !== entry.dataset.state) {
      const words = `${entry.dataset.name}’s comment: another moderator has decided; it is ${shown.state} now.`;
      const notice = entry.querySelector("[data-refusal]");
      if (entry !== current) settle(entry, words, false);
      else if (notice.textContent !== words) showRefusal(entry, words); // it does not fold up while somebody reads it
    }
    showTaken(entry, shown.openedBy);
  }
  const before = behind;
  behind = queue.dataset.shelf === "pending" || queue.dataset.next ? now.behind : 0;
  more.hidden = behind === 0;
  if (behind > 0) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: behind >= 100 ? "Show more" : `Show ${behind} more` });
    button.addEventListener("click", () => showMore(true));
    if (more.textContent !== button.textContent) more.replaceChildren(button);
  }
  document.querySelector("[data-pages]").hidden = behind > 0;
  if (behind > before && before === 0 && !queue.dataset.next && all().some(isSettled)) say(behind === 1 ? "A new comment waits." : `${behind} new comments wait.`);
};

async function look() {
  if (document.hidden) return;
  const ids = all().slice(-100).map((entry) => entry.dataset.id).join(",");
  const { body, answer } = await ask(`now?shelf=${queue.dataset.shelf}&last=${lastPlace()}&ids=${ids}`, { headers: tag ? { "If-None-Match": tag } : {} });
  if (!body) return;
  tag = answer.headers.get("ETag");
  apply(body);
}

/** Fetches what lies behind the last on the page and puts it there. */
async function showMore(andGo) {
  const name = queue.dataset.shelf;
  const answer = await fetch(`/newsroom/comments?shelf=${name}&after=${lastPlace()}`).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-queue]");
  const known = new Set(all().map((entry) => entry.dataset.id));
  const added = [...(fresh?.querySelectorAll(".q-entry") ?? [])].filter((entry) => !known.has(entry.dataset.id));
  queue.append(...added);
  queue.dataset.next = fresh?.dataset.next ?? "";
  behind = 0;
  tag = null;
  if (added.length === 0) {
    say(`${said.textContent} Nothing is left.`.trim());
    return document.querySelector("main").focus();
  }
  if (andGo) goTo(added[0]);
  await look();
}

if (queue) {
  queueState = { pending: "pending", reported: "approved", appeals: "refused" }[queue.dataset.shelf] ?? queue.dataset.shelf;
  document.documentElement.classList.add("has-keys");
  keys.hidden = false;
  try {
    shortcuts.checked = localStorage.getItem(SWITCH) !== "off";
  } catch {
    // Nothing is remembered where that is not allowed.
  }
  const showSwitch = () => {
    keys.classList.toggle("is-off", !shortcuts.checked);
    document.documentElement.classList.toggle("is-off", !shortcuts.checked);
  };
  showSwitch();
  shortcuts.addEventListener("change", () => {
    showSwitch();
    try {
      localStorage.setItem(SWITCH, shortcuts.checked ? "on" : "off");
    } catch {
      // Then it holds for this page.
    }
  });
  document.addEventListener("keydown", press);
  queue.addEventListener("focusin", (event) => makeCurrent(event.target.closest(".q-entry")));
  queue.addEventListener("change", (event) => {
    if (event.target.closest(".q-tick")) countTicked();
  });
  queue.addEventListener("submit", (event) => {
    const act = event.submitter?.value;
    const entry = event.target.closest(".q-entry");
    if (!act || !entry) return;
    event.preventDefault();
    if (act === "undo") void takeBackOne(entry);
    else void decide(act, [entry], act === "refuse" ? event.target : null);
  });
  queue.addEventListener("click", (event) => {
    const summary = event.target.closest(".q-refuse > summary");
    if (summary?.getAttribute("aria-disabled") === "true") event.preventDefault();
  });
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
  countTicked();
  setInterval(look, POLL);
  setInterval(() => {
    if (opened) void ask(`${opened}/opening`, { method: "PUT" });
  }, RENEW);
  document.addEventListener("visibilitychange", () => void look());
  window.addEventListener("pagehide", close);
  void look();
}

/** Takes back a decision of earlier, on the shelves of what is decided. */
async function takeBackOne(entry) {
  const { body, refusal } = await ask("decisions", { method: "POST", body: JSON.stringify({ act: "undo", items: [entry.dataset.item] }) });
  const [outcome] = body?.outcomes ?? [];
  if (!outcome?.isDone) return showRefusal(entry, refusal ?? outcome.message);
  setItem(entry, outcome.item);
  settle(entry, outcome.message, false);
  say(outcome.message);
  const next = nextFrom(entry);
  if (next) goTo(next);
}
