// Which alerts its reader has hidden stays in this browser: nothing is sent anywhere.
(() => {
  const key = "hidden-alerts";
  const most = 50;
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  };
  const hidden = read();
  for (const box of document.querySelectorAll(".alert [type=checkbox]")) {
    const mark = box.closest(".alert").dataset.alert;
    box.checked = hidden.includes(mark);
    box.addEventListener("change", () => {
      if (!box.checked) return;
      try {
        localStorage.setItem(key, JSON.stringify([...read().filter((m) => m !== mark), mark].slice(-most)));
      } catch {
        // Hidden for this page only.
      }
      document.getElementById("main")?.focus();
    });
  }
})();
