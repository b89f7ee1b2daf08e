// Says to those who do not see the page what has happened on it.

const place = document.querySelector("[data-said]");

export const said = () => place.textContent;

export const say = (words) => {
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = words; });
};
