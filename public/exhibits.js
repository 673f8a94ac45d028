// The exhibits: figures that few readers open. They are fetched when one of them comes near, and then
// hear from the app of every change of the reader's request.

export function openExhibits(tag, here, app) {
  const roots = document.querySelectorAll("[data-exhibit]");
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      start(tag.dataset, here, app).then(
        () => (document.documentElement.dataset.exhibits = "ready"),
        (error) => {
          document.documentElement.dataset.exhibits = "failed";
          console.warn("Keys & Tokens: the exhibits stay as they are.", error);
        },
      );
    },
    { rootMargin: "600px 0px" },
  );
  roots.forEach((root) => near.observe(root));
}

async function start(names, here, app) {
  const [exhibits, data] = await Promise.all([open(names, here), text(here(names.exhibits))]);
  exhibits.start(data);
  app.subscribe(exhibits.update);
}

async function open(names, here) {
  const exhibits = await import(here(names.exhibitsJs));
  await exhibits.default({ module_or_path: here(names.exhibitsWasm) });
  return exhibits;
}

async function text(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return response.text();
}
