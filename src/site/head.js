// Stands in every page itself and runs before the style is read, so that nothing is painted otherwise first.

// The reader's choice of colors: as the system, light or dark.
//
// Applies what a host page asks for by ?theme=, or else what the reader chose before, and then serves
// the menu; so the colors wait neither for a request nor for WebAssembly. Storage may be refused: then
// a choice lasts as long as the page.
{
  const root = document.documentElement;
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  let theme = new URLSearchParams(location.search).get("theme");
  try {
    theme ??= localStorage.getItem("theme");
  } catch {
    // No storage, no earlier choice.
  }
  apply(theme);

  document.addEventListener("DOMContentLoaded", () => {
    const menu = document.querySelector("select[name=theme]");
    if (!menu) return;
    menu.value = root.dataset.theme ?? "auto";
    menu.addEventListener("change", () => {
      apply(menu.value);
      try {
        localStorage.setItem("theme", menu.value);
      } catch {
        // No storage, no later choice.
      }
    });
  });
}

// A page that is loaded again or come back to is laid out as a whole, because browsers restore the
// reader's place as a distance from its beginning: see page.css.
if (["reload", "back_forward"].includes(performance.getEntriesByType("navigation")[0]?.type)) {
  document.documentElement.dataset.layout = "whole";
}
