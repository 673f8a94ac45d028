// Takes files and long words that are dropped on the token lab; `take(text)` hears what came of it,
// undefined for what is not text in UTF-8. Short words are left to the browser.

const LONG = 1 << 18;

export function takeDrops(take) {
  const lab = document.querySelector("[data-token-lab]");
  if (!lab) return;
  // Otherwise the browser would open a dropped file in the page's place.
  lab.addEventListener("dragover", (event) => event.preventDefault());
  lab.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer.files;
    const words = event.dataTransfer.getData("text/plain");
    if (!file && words.length <= LONG) return;
    event.preventDefault();
    if (file) read(file).then(take);
    else take(words);
  });
}

async function read(file) {
  try {
    // Without a byte order mark, which says how the bytes are to be read and is not text.
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
