// Menus and fields of figures that are out of sight wait elsewhere: a browser that looks for fields to fill in lays
// out every part of the page that has one, however far away it is. A template stands in the place of each.

/** Puts them in their places; `html` has one after the other, if they do not wait in the templates. */
export function restoreControls(figure, html) {
  figure.querySelectorAll("template[data-control]").forEach((template, index) => {
    if (html) template.innerHTML = html[index];
    template.replaceWith(template.content);
  });
}
