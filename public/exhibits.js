// The exhibits: figures that few readers open. Their menus and fields are fetched when the page is up, the code of
// each when it comes near, and their data when the first does. What could not be fetched is asked for again when an
// exhibit comes near.

import { restoreControls } from "./controls.js";

export function openExhibits(tag, app) {
  const opened = new Set();
  const askFor = (address) => tag.ahead.fetchText(address);
  // A page without that file holds its controls itself.
  const askForControls = async () => (tag.dataset.controls ? JSON.parse(await askFor(tag.dataset.controls)) : {});
  let controls = askForControls();
  controls.catch(() => {}); // told below
  let data;

  const near = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => open(entry.target)),
    { rootMargin: "600px 0px" },
  );
  document.querySelectorAll("[data-exhibit]").forEach((root) => near.observe(root));

  async function open(root) {
    if (opened.has(root)) return;
    opened.add(root);
    try {
      data ??= askFor(tag.dataset.exhibits);
      controls ??= askForControls();
      const [html, texts] = await Promise.all([controls, data]);
      restoreControls(root, html[root.dataset.exhibit]);
      await app.open_exhibit(root.dataset.exhibit, texts);
      root.dataset.state = "ready";
      near.unobserve(root);
    } catch (error) {
      data = controls = undefined;
      opened.delete(root);
      root.dataset.state = "failed";
      console.warn("Keys & Tokens: an exhibit stays as it is.", error);
    }
  }
}
