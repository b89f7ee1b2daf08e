// Keeps the draft on the device, and sends the form without a reload. Everything works without this.
const form = document.querySelector("[data-comment]");
if (form) {
  const key = `comment:${form.action}:${form.elements.answers?.value ?? ""}`;
  const words = form.elements.words;
  try {
    words.value ||= localStorage[key] ?? "";
  } catch { /* a browser that keeps nothing */ }
  const keep = text => {
    try {
      if (text) localStorage[key] = text;
      else localStorage.removeItem(key);
    } catch { /* the same */ }
  };
  addEventListener("input", e => {
    if (e.target.id === "comment-words") keep(e.target.value);
  });
  addEventListener("submit", async e => {
    const sent = e.target;
    if (!sent.matches("[data-comment]")) return;
    e.preventDefault();
    const button = sent.querySelector("button");
    button.disabled = true;
    let answer, page;
    try {
      answer = await fetch(sent.action, { method: "POST", body: new URLSearchParams(new FormData(sent)) });
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      button.disabled = false;
      const fault = Object.assign(document.createElement("p"), { className: "error", role: "alert", textContent: "It could not be sent: there is no connection. Your words are kept; try again." });
      sent.querySelector("[role=alert]")?.remove();
      button.before(fault);
      return;
    }
    const next = page.querySelector("[data-comment]");
    if (answer.redirected) {
      keep("");
      const said = page.querySelector("[data-said]");
      if (!said) return location.assign(answer.url);
      said.querySelector("h1").outerHTML = `<h3>${said.querySelector("h1").innerHTML}</h3>`;
      said.querySelector(".more")?.remove();
      Object.assign(said, { role: "status", tabIndex: -1 });
      sent.replaceWith(said);
      said.focus();
    } else if (next) {
      sent.replaceWith(next);
      (next.querySelector("[aria-invalid]") ?? next.elements.words).focus();
    } else sent.submit();
  });
}
