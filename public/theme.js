// Applies a chosen color scheme before the first paint: what a host page asks for by ?theme=, or
// else what the reader chose before. Storage may be refused: then the page follows the system.

{
  let theme = new URLSearchParams(location.search).get("theme");
  try {
    theme ??= localStorage.getItem("theme");
  } catch {
    // No storage, no earlier choice.
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}
