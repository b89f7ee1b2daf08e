// Single keys can be turned off, for those whose voice or hand presses them by accident. The browser remembers it.

const REMEMBERED = "newsroom-comment-keys";
const keys = document.querySelector("[data-keys]");
const shortcuts = document.querySelector("[data-shortcuts]");

export const areOn = () => shortcuts.checked;

const show = () => {
  keys.classList.toggle("is-off", !shortcuts.checked);
  document.documentElement.classList.toggle("is-off", !shortcuts.checked);
};

export const showSwitch = () => {
  document.documentElement.classList.add("has-keys");
  keys.hidden = false;
  try {
    shortcuts.checked = localStorage.getItem(REMEMBERED) !== "off";
  } catch {
    // Nothing is remembered where that is not allowed.
  }
  show();
  shortcuts.addEventListener("change", () => {
    show();
    try {
      localStorage.setItem(REMEMBERED, shortcuts.checked ? "on" : "off");
    } catch {
      // Then it holds for this page.
    }
  });
};
