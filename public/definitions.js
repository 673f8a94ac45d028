// Shows the definition of a term beside it: while the pointer rests on it, while it has the focus, or after a tap.
//
// The build has made each term a link to the page of all terms, with its definition in `data-definition`; without this
// script it is that link. The pointer may move onto the definition, and Escape closes it. A first tap shows it, and a
// second one follows the link.

const REST_MS = 150; // so that a pointer on its way to something else opens nothing
const LEAVE_MS = 250; // time to get from the term to its definition
const EDGE_PX = 8;

export function explainTerms() {
  const card = document.querySelector("#definition");
  if (!card?.showPopover) return;
  card.hidden = false;
  let shown; // the term whose definition is on screen
  let timer;

  const after = (ms, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };

  function show(term) {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    card.querySelector("strong").textContent = term.dataset.term;
    card.querySelector("span").textContent = term.dataset.definition;
    card.querySelector("a").href = term.href;
    term.setAttribute("aria-describedby", "definition-text");
    card.showPopover();
    place(card, term);
  }

  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = undefined;
    card.hidePopover();
  }

  const leave = () => document.activeElement !== shown && after(LEAVE_MS, hide);
  for (const term of document.querySelectorAll("[data-definition]")) {
    let byTouch = false;
    term.addEventListener("pointerdown", ({ pointerType }) => (byTouch = pointerType === "touch"));
    term.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType !== "touch") after(shown === term ? 0 : REST_MS, () => show(term));
    });
    term.addEventListener("pointerleave", leave);
    // A tap gives the focus, too, but only its click shows the definition: otherwise it would follow the link.
    term.addEventListener("focus", () => byTouch || show(term));
    term.addEventListener("blur", () => card.matches(":hover") || hide());
    term.addEventListener("click", (event) => {
      if (!byTouch || shown === term) return;
      event.preventDefault();
      show(term);
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  document.addEventListener("pointerdown", ({ target }) => shown?.contains(target) || card.contains(target) || hide());
  // It stands still while the page moves under it.
  addEventListener("scroll", () => shown && place(card, shown), { passive: true, capture: true });
}

// Below the term, or above it where there is no room; as far to the side as the window allows.
function place(card, term) {
  const line = [...term.getClientRects()].at(-1);
  const { offsetWidth: width, offsetHeight: height } = card;
  const { clientWidth, dir } = document.documentElement;
  const wanted = dir === "rtl" ? line.right - width : line.left;
  const isRoomBelow = line.bottom + height + EDGE_PX < innerHeight;
  card.style.left = `${Math.max(EDGE_PX, Math.min(wanted, clientWidth - width - EDGE_PX))}px`;
  card.style.top = `${isRoomBelow ? line.bottom + 2 : line.top - height - 2}px`;
}
