// Menus and fields of figures that are out of sight wait in templates: a browser that looks for fields to
// fill in lays out every part of the page that has one, however far away it is.

export function restoreControls(figure) {
  for (const template of figure.querySelectorAll("template[data-control]")) template.replaceWith(template.content);
}
