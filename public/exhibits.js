// The exhibits: figures that few readers open. The code of each is fetched when it comes near, and their
// data when the first does. What could not be fetched is asked for again when the exhibit comes near again.

import { restoreControls } from "./controls.js";

export function openExhibits(tag, app) {
  const opened = new Set();
  let data;

  const near = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => open(entry.target)),
    { rootMargin: "600px 0px" },
  );
  document.querySelectorAll("[data-exhibit]").forEach((root) => near.observe(root));

  async function open(root) {
    if (opened.has(root)) return;
    opened.add(root);
    restoreControls(root);
    try {
      data ??= tag.ahead.fetchText(tag.dataset.exhibits);
      await app.open_exhibit(root.dataset.exhibit, await data);
      root.dataset.state = "ready";
      near.unobserve(root);
    } catch (error) {
      data = undefined;
      opened.delete(root);
      root.dataset.state = "failed";
      console.warn("Keys & Tokens: an exhibit stays as it is.", error);
    }
  }
}
