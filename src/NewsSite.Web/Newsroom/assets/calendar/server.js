// Asks the server, and says in words what went wrong.

import { template } from "./page.js";

const api = "/newsroom/api/";
const token = template.content.querySelector("[name=__RequestVerificationToken]").value;

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

export const lookUp = (at) => ask(`times?at=${encodeURIComponent(at)}`);

export const send = (entry, day, time, occurrence) => entry.dataset.timed
  ? put(`timed/${entry.dataset.timed}`, { at: `${day} ${time}`, occurrence })
  : put(`articles/${entry.dataset.planned}/plan`, { day });
