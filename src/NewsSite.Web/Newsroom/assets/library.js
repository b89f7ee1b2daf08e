// The picture library: files go up one by one as they are chosen or dropped, each with its progress and what has become of it.

const AT_ONCE = 2;
const ALREADY = 200;
const form = document.querySelector("#upload");
const input = form.querySelector("#files");
const credit = form.querySelector("#Credit");
const progress = form.querySelector(".upload-progress");
const summary = form.querySelector(".upload-summary");
const list = form.querySelector(".upload-list");
const most = Number(form.dataset.maxMegabytes);
const counts = { waiting: 0, running: 0, added: 0, known: 0, refused: 0 };
const queue = [];

for (const part of form.querySelectorAll(".with-script")) part.hidden = false;
for (const part of form.querySelectorAll(".without-script")) part.hidden = true;
input.required = false;

const make = (tag, props = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
};

// The row says the file's name already.
const without = (name, why) => (why.startsWith(`${name} `) ? why.slice(name.length + 1) : why);

const rowOf = (file) => {
  const words = make("span", { textContent: "waits for its turn" });
  const bar = make("progress", { max: 1, value: 0 });
  bar.setAttribute("aria-label", `Upload of ${file.name}`);
  const row = make("li", { className: "upload-row" }, make("p", { className: "upload-words" }, make("b", { textContent: file.name }), " ", words), bar);
  list.prepend(row);
  return { row, words, bar };
};

const refuse = ({ row, words, bar }, why) => {
  counts.refused++;
  bar.remove();
  row.classList.add("refused");
  words.className = "error";
  words.textContent = why;
};

const accept = ({ row, words, bar }, picture, isKnown) => {
  counts[isKnown ? "known" : "added"]++;
  bar.remove();
  row.classList.add("done");
  words.replaceChildren(isKnown ? "was in the library already, as " : "is in the library as ", make("a", { href: `/newsroom/media/${picture.file}`, textContent: picture.file }), ".");
  row.prepend(make("img", { src: picture.thumb, alt: "", width: 72, height: 54 }));
};

const tell = () => {
  const left = counts.waiting + counts.running;
  const done = [
    counts.added > 0 ? `${counts.added} added` : "",
    counts.known > 0 ? `${counts.known} already here` : "",
    counts.refused > 0 ? `${counts.refused} refused` : "",
  ].filter((part) => part !== "").join(", ");
  summary.textContent = left > 0 ? `Uploading: ${left} to go${done === "" ? "" : `; ${done}`}` : `Done: ${done}. `;
  if (left === 0 && counts.added > 0) summary.append(make("a", { href: "/newsroom/media", textContent: "Show them in the library" }));
};

const detailOf = (request) => {
  try {
    return JSON.parse(request.responseText).detail ?? "";
  } catch {
    return "";
  }
};

const send = (file, place) => new Promise((resolve) => {
  const data = new FormData();
  data.append("file", file);
  data.append("credit", credit.value.trim());
  const request = new XMLHttpRequest(); // fetch does not tell how much has gone up
  request.open("POST", "/newsroom/api/media");
  request.setRequestHeader("X-Antiforgery", form.elements["__RequestVerificationToken"].value);
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    place.bar.value = event.loaded / event.total;
    place.words.textContent = event.loaded < event.total ? `${Math.floor((100 * event.loaded) / event.total)} %` : "its sizes are being made";
    if (event.loaded >= event.total) place.bar.removeAttribute("value");
  });
  request.addEventListener("load", () => {
    if (request.status >= 200 && request.status < 300) accept(place, JSON.parse(request.responseText), request.status === ALREADY);
    else refuse(place, without(file.name, detailOf(request)) || "could not be taken just now; try again.");
    resolve();
  });
  request.addEventListener("error", () => {
    refuse(place, "did not get through. Look whether you are online, and add it again.");
    resolve();
  });
  request.send(data);
});

const work = async () => {
  if (counts.running >= AT_ONCE || queue.length === 0) return;
  const { file, place } = queue.shift();
  counts.waiting--;
  counts.running++;
  place.words.textContent = "0 %";
  await send(file, place);
  counts.running--;
  tell();
  void work();
};

const take = (files) => {
  if (files.length === 0) return;
  progress.hidden = false;
  for (const file of files) {
    const place = rowOf(file);
    if (file.size > most * 1_048_576) {
      refuse(place, `has more than ${most} MB; save it smaller, 1,920 pixels across are enough.`);
      continue;
    }
    queue.push({ file, place });
    counts.waiting++;
  }
  tell();
  for (let i = 0; i < AT_ONCE; i++) void work();
};

input.addEventListener("change", () => {
  take([...input.files]);
  input.value = "";
});
form.addEventListener("submit", (event) => event.preventDefault()); // Enter in the credit: files go up by themselves

const hasFiles = (event) => event.dataTransfer?.types.includes("Files") === true;
let inside = 0;
document.addEventListener("dragenter", (event) => {
  if (!hasFiles(event)) return;
  inside++;
  form.classList.add("over");
});
document.addEventListener("dragleave", (event) => {
  if (!hasFiles(event)) return;
  inside = Math.max(0, inside - 1);
  if (inside === 0) form.classList.remove("over");
});
document.addEventListener("dragover", (event) => {
  if (hasFiles(event)) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  inside = 0;
  form.classList.remove("over");
  take([...event.dataTransfer.files]);
});
window.addEventListener("beforeunload", (event) => {
  if (counts.waiting + counts.running > 0) event.preventDefault();
});
