// The reader's choice of colors: as the system, light or dark.
//
// It applies before the first paint what a host page asks for by ?theme=, or else what the reader
// chose before, and then serves the menu; so the colors do not wait for WebAssembly. Storage may be
// refused: then a choice lasts as long as the page.

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
