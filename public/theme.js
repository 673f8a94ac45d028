// Applies the reader's choice of colors before the first paint. Storage may be refused: then the
// page follows the system.

try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // No storage, no choice to apply.
}
