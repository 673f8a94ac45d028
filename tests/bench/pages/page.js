// The page that a good author would write around one of the libraries: it listens before anything
// is loaded, fetches what it needs at once, and shows the count and the first tokens of the text
// on every input. It has the hooks of our own page, so that one script measures both.

const root = document.querySelector('[data-token-lab]');
const box = document.querySelector('#token-lab-text');
const MOST_SHOWN = 256;
let engine;

function show() {
  if (!engine || !box.value) return;
  const ids = engine.encode(box.value);
  const shown = Array.from(ids.slice(0, MOST_SHOWN), (id) => {
    const chip = document.createElement('span');
    chip.dataset.tokenId = id;
    chip.textContent = `${id} `;
    return chip;
  });
  document.querySelector('#tokens').replaceChildren(...shown);
  document.querySelector('#count').textContent = `${ids.length} tokens`;
  root.dataset.tokenCount = ids.length;
  root.dataset.state = 'ready';
}

box.addEventListener('input', show);
// The page's HTML preloads these files, so they are on their way together with this script.
const files = Object.fromEntries(Object.entries(FILES).map(([name, path]) => [name, { response: fetch(path) }]));
// The library is in this script; it starts only now, when the box is listened to.
const { open } = await import('#adapter');
engine = await open(files);
show();
