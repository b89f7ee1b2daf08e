// The small form that moves an entry to any day and time.

import { moved } from "./drawing.js";
import { dayOf, template, wordsOn } from "./page.js";
import { lookUp, send } from "./server.js";

/** Opens the form for an entry, at its day and time, or at those that are wanted. */
export const open = (entry, wanted) => {
  const dialog = template.content.firstElementChild.cloneNode(true);
  const form = dialog.querySelector("form");
  const choices = form.querySelector("fieldset");
  const isTimed = Boolean(entry.dataset.timed);
  fill(dialog, entry, isTimed, wanted);
  const look = lookerAt(form, isTimed);
  form.addEventListener("change", (event) => {
    if (event.target.name !== "occurrence") look();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(entry, dialog, form, choices, event.submitter);
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

const fill = (dialog, entry, isTimed, wanted) => {
  const form = dialog.querySelector("form");
  const { day, time } = form.elements;
  form.querySelectorAll(isTimed ? "[data-planned]" : "[data-timed]").forEach((part) => part.remove());
  dialog.querySelector("h2").textContent = `Move: ${entry.dataset.headline}`;
  const now = [dayOf(entry).dataset.words, entry.dataset.time].filter(Boolean).join(", ");
  dialog.querySelector("#move-now").textContent = `${entry.querySelector(".entry-kind").textContent}: ${now}`;
  day.value = wanted?.day ?? entry.dataset.dayNow;
  if (isTimed) time.value = wanted?.time ?? entry.dataset.time;
};

const lookerAt = (form, isTimed) => {
  const [line, choices] = [form.querySelector("[role=status]"), form.querySelector("fieldset")];
  const { day, time } = form.elements;
  let latest = 0;
  return async () => {
    if (!isTimed || !day.value || !time.value) return;
    const mine = ++latest;
    const { body, refusal } = await lookUp(`${day.value} ${time.value}`);
    if (mine !== latest) return;
    choices.hidden = true;
    choices.querySelectorAll("label").forEach((old) => old.remove());
    line.textContent = refusal ?? (body.change ? "" : `${body.spoken}, ${body.away}`);
    if (body?.change) showChoices(choices, body.change);
  };
};

// On the nights on which the clocks change, a time is there twice or not at all.
const showChoices = (choices, change) => {
  choices.hidden = false;
  choices.querySelector("legend").textContent = `${change.words} ${change.kind === "twice" ? "Which of the two?" : "Choose a time that exists."}`;
  for (const choice of change.choices) {
    const label = document.createElement("label");
    label.className = "choice";
    const radio = document.createElement("input");
    [radio.type, radio.name, radio.value] = ["radio", "occurrence", choice.occurrence ?? ""];
    radio.dataset.at = choice.at;
    label.append(radio, choice.words);
    choices.append(label);
  }
};

const tell = (form, words) => {
  const alert = form.querySelector("[role=alert]");
  alert.textContent = words ?? "";
  alert.hidden = !words;
};

const submit = async (entry, dialog, form, choices, button) => {
  const free = button?.value === "free";
  const chosen = choices.querySelector("input:checked");
  if (!choices.hidden && !chosen) return tell(form, "Choose one of the two times.");
  const { day, time } = form.elements;
  const [newDay, newTime] = chosen?.dataset.at.split(" ") ?? [day.value, time?.value];
  button.disabled = true;
  const { refusal } = await send(entry, free ? null : newDay, newTime, chosen?.value || null);
  button.disabled = false;
  if (refusal) return tell(form, refusal);
  dialog.close("moved");
  await moved(entry, free ? "off the calendar" : `moved to ${wordsOn(newDay)}${newTime ? `, ${newTime}` : ""}`);
};
