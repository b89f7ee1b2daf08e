// Which comment this moderator has open, so that no other decides on it meanwhile.

import { byId, isFixed, versionOf } from "./entries.js";
import { showTaken } from "./notices.js";
import { ask } from "./server.js";

let opened = null;

// The version that was seen goes along: a request that arrives after the decision on it opens nothing.
const askToOpen = (entry) => ask(`${entry.dataset.id}/opening?version=${versionOf(entry)}`, { method: "PUT" });

export const open = async (entry) => {
  const id = entry.dataset.id;
  if (opened === id || isFixed(entry)) return;
  close();
  opened = id;
  const { body } = await askToOpen(entry);
  if (!body) return;
  if (body.openedBy && opened === id) opened = null;
  showTaken(entry, body.openedBy);
};

export const close = () => {
  if (!opened) return;
  const id = opened;
  opened = null;
  void ask(`${id}/opening`, { method: "DELETE", keepalive: true });
};

export const keepOpen = () => {
  const entry = opened && byId(opened);
  if (entry) void askToOpen(entry);
};

/** A decision has closed it on the server too. */
export const forget = (id) => {
  if (opened === id) opened = null;
};
