// A picture's page: the focal point follows a click in the picture or the two fields, and every crop shows at once what it keeps in view.

const figure = document.querySelector("#focal");
const picture = figure.querySelector("img");
const mark = figure.querySelector(".focal-mark");
const crops = [...document.querySelectorAll("#crops .crop")];
const [left, top_] = ["#FocusX", "#FocusY"].map((id) => document.querySelector(id));
const may = left.matches(":enabled");

const percent = (field) => {
  const value = Number.parseInt(field.value, 10);
  return Number.isNaN(value) ? 50 : Math.min(100, Math.max(0, value));
};

const show = () => {
  for (const element of [mark, ...crops]) {
    element.style.setProperty("--fx", `${percent(left)}%`);
    element.style.setProperty("--fy", `${percent(top_)}%`);
  }
};

const point = (event) => {
  const box = picture.getBoundingClientRect();
  left.value = String(Math.round(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * 100));
  top_.value = String(Math.round(Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) * 100));
  show();
};

if (may) {
  for (const part of document.querySelectorAll(".with-script")) part.hidden = false;
  figure.classList.add("may-point");
  figure.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    figure.setPointerCapture(event.pointerId);
    point(event);
  });
  figure.addEventListener("pointermove", (event) => {
    if (figure.hasPointerCapture(event.pointerId)) point(event);
  });
  for (const field of [left, top_]) field.addEventListener("input", show);
}
