// What others do, and what comes: asked for again and again.

import { all, byId, isSettled, lastPlace, queue } from "./entries.js";
import { current } from "./current.js";
import { goTo } from "./moving.js";
import { settle, showRefusal, showTaken } from "./notices.js";
import { said, say } from "./say.js";
import { ask } from "./server.js";

const more = document.querySelector("[data-more]");
let tag = null;
let behind = 0;

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

const showWhatOthersDid = (entry, shown) => {
  if (shown.item !== entry.dataset.item && shown.state !== entry.dataset.state) {
    const words = `${entry.dataset.name}’s comment: another moderator has decided; it is ${shown.state} now.`;
    const notice = entry.querySelector("[data-refusal]");
    if (entry !== current) settle(entry, words);
    else if (notice.textContent !== words) showRefusal(entry, words); // it does not fold up while somebody reads it
  }
  showTaken(entry, shown.openedBy);
};

const showWhatCame = (now) => {
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

export const look = async () => {
  if (document.hidden) return;
  const ids = all().slice(-100).map((entry) => entry.dataset.id).join(",");
  const { body, answer } = await ask(`now?shelf=${queue.dataset.shelf}&last=${lastPlace()}&ids=${ids}`, { headers: tag ? { "If-None-Match": tag } : {} });
  if (!body) return;
  tag = answer.headers.get("ETag");
  showCounts(body);
  for (const shown of body.shown) {
    const entry = byId(shown.id);
    if (entry && !isSettled(entry)) showWhatOthersDid(entry, shown);
  }
  showWhatCame(body);
};

/** Fetches what lies behind the last on the page and puts it there. */
export const showMore = async (andGo) => {
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
    say(`${said()} Nothing is left.`.trim());
    return document.querySelector("main").focus();
  }
  if (andGo) goTo(added[0]);
  await look();
};
