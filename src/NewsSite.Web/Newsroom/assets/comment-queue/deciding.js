// Decides, and takes decisions back.

import { alone } from "./busy.js";
import { byId, isFixed, isSettled, isTaken, nextFrom, queue, setItem, stateOfShelf, whoHas } from "./entries.js";
import { current, setCurrent } from "./current.js";
import { goTo, makeCurrent } from "./moving.js";
import { settle, showRefusal, unsettle } from "./notices.js";
import { forget } from "./opening.js";
import { showFaults } from "./refusal.js";
import { say } from "./say.js";
import { post } from "./server.js";
import { look, showMore } from "./watching.js";

const done = []; // what can be taken back: lists of entries, the last one last

export const decide = async (act, entries, form) => {
  if (entries.length > 0) await alone(() => decideNow(act, entries, form));
};

const takeBack = (entries) => alone(() => takeBackNow(entries));

export const takeLastBack = () => (done.length > 0 ? takeBack(done.at(-1)) : say("There is nothing to undo."));

const decideNow = async (act, entries, form) => {
  const ready = entries.filter((entry) => !isTaken(entry) && !isFixed(entry));
  if (ready.length === 0) return say(whoHas(entries[0]));
  const at = current;
  const reason = form?.querySelector("[name=reason]:checked")?.value ?? null;
  const sentence = form?.querySelector("[name=sentence]")?.value ?? null;
  const { body, refusal } = await post({ act, items: ready.map((entry) => entry.dataset.item), reason, sentence });
  if (refusal) return showRefusal(ready[0], refusal);
  const faulty = body.outcomes.find((outcome) => outcome.faults);
  if (faulty && form) return showFaults(form, faulty.faults);
  if (form) showFaults(form, null);
  say(showOutcomes(act, body.outcomes));
  await goOn(at && queue.contains(at) ? at : entries.at(-1));
  void look();
};

/** Folds up what was decided, and says what became of all. */
const showOutcomes = (act, outcomes) => {
  const settled = [];
  const lost = [];
  for (const outcome of outcomes) {
    const entry = byId(outcome.id);
    if (outcome.item) setItem(entry, outcome.item);
    if (outcome.isDone) {
      forget(outcome.id);
      entry.dataset.state = outcome.state;
      settle(entry, outcome.message, () => takeBack([entry]));
      settled.push(entry);
    } else {
      lost.push(outcome.message);
      showRefusal(entry, outcome.message);
      if (outcome.state && outcome.state !== stateOfShelf) settle(entry, `${entry.dataset.name}: ${outcome.message}`);
    }
  }
  if (settled.length > 0) done.push(settled);
  const words = settled.length === 1 ? outcomes.find((o) => o.isDone).message : settled.length > 1 ? `${settled.length} comments are ${{ approve: "approved", refuse: "refused", spam: "marked as spam" }[act]}.` : "";
  return [words, ...new Set(lost)].filter(Boolean).join(" ");
};

const goOn = async (from) => {
  const next = isSettled(from) ? nextFrom(from) : from;
  if (next) return goTo(next);
  makeCurrent(null);
  await showMore(true);
};

const takeBackNow = async (entries) => {
  const { body, refusal } = await post({ act: "undo", items: entries.map((entry) => entry.dataset.item) });
  if (refusal) return say(refusal);
  const words = [];
  for (const outcome of body.outcomes) {
    const entry = byId(outcome.id);
    if (outcome.item) setItem(entry, outcome.item);
    words.push(outcome.message);
    if (!outcome.isDone) {
      settle(entry, outcome.message);
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
  setCurrent(null);
  goTo(entries[0]);
  void look();
};

/** Takes back a decision of earlier, on the shelves of what is decided. */
export const takeBackEarlier = async (entry) => {
  const { body, refusal } = await post({ act: "undo", items: [entry.dataset.item] });
  const [outcome] = body?.outcomes ?? [];
  if (!outcome?.isDone) return showRefusal(entry, refusal ?? outcome.message);
  setItem(entry, outcome.item);
  settle(entry, outcome.message);
  say(outcome.message);
  const next = nextFrom(entry);
  if (next) goTo(next);
};
