// Buttons that print the table before them by itself, on a sheet with the site's name, the section's heading and the
// license. The style sheet leaves out everything else (`style/print.css`).

export function printTables() {
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print(button)));
}

function print(button) {
  const frame = [...document.querySelectorAll(".masthead__brand, .colophon > p")];
  const parts = [tableBefore(button), headingBefore(button), ...frame];
  parts.forEach((part) => (part.dataset.printed = ""));
  document.documentElement.dataset.print = "part";
  window.addEventListener(
    "afterprint",
    () => {
      parts.forEach((part) => delete part.dataset.printed);
      delete document.documentElement.dataset.print;
    },
    { once: true },
  );
  window.print();
}

const place = (button) => button.closest(".print-table");

const tableBefore = (button) => [...place(button).previousElementSibling.querySelectorAll(".table")].at(-1);

function headingBefore(button) {
  let heading = place(button);
  while (!heading.matches(".section-title")) heading = heading.previousElementSibling;
  return heading;
}
