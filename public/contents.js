// The contents say which section is being read: the list beside the text, and the line above it where a figure stands
// beside the text.

export function followReading() {
  const lists = [...document.querySelectorAll("[data-contents]")];
  const ids = new Set(lists.flatMap((list) => [...list.querySelectorAll("a")].map((link) => link.hash.slice(1))));
  whileReading([...ids].map((id) => document.getElementById(id)), (read) => lists.forEach((list) => mark(list, read)));
  document.querySelectorAll(".where__menu").forEach(closeByItself);
}

function mark(list, read) {
  let here;
  for (const link of list.querySelectorAll("a")) {
    const isHere = link.hash.slice(1) === read?.id;
    if (isHere) here = link;
    link.ariaCurrent = isHere ? "location" : null;
  }
  const title = list.querySelector("[data-title-shown]");
  // Whoever is at a link of the line keeps it.
  const isHeld = title !== null && list.contains(document.activeElement);
  if (!here && isHeld) return;
  list.querySelector("[data-part-shown]").textContent = here?.dataset.part ?? "";
  if (!title) return;
  title.textContent = here?.textContent ?? "";
  // Where the list stands beside the text, a line above it would say the same.
  list.hidden = !isHeld && (!here || read.closest(".chapter--alone") !== null);
}

// A menu closes when a choice is made, at Escape, and when something else is pressed.
function closeByItself(menu) {
  const close = () => menu.removeAttribute("open");
  menu.addEventListener("click", ({ target }) => target.closest("a") && close());
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    close();
    menu.querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", ({ target }) => menu.contains(target) || close());
  menu.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !menu.contains(relatedTarget) && close());
}

// Tells `hear` the last of the headings that has been reached: one above a line in the upper half of the window.
// All are asked again at every crossing, so that a text that moves meanwhile corrects itself. A heading that is
// not laid out, because it is far away, is where its part of the article is.
export function whileReading(headings, hear) {
  const part = (heading) => heading.closest(".prose") ?? heading;
  const isLaidOut = (heading) => heading.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
  const top = (heading) => (isLaidOut(heading) ? heading : part(heading)).getBoundingClientRect().top;
  const line = new IntersectionObserver(
    () => hear(headings.findLast((heading) => top(heading) < innerHeight * 0.4)),
    { rootMargin: "1000000px 0px -60% 0px" },
  );
  new Set(headings.flatMap((heading) => [heading, part(heading)])).forEach((place) => line.observe(place));
}
