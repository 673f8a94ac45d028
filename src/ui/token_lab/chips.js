// Draws new chips and leaves alone those that stay: laying out a chip costs many times what moving it does.
//
// Both lists of chips begin and end alike after an edit. What is between is exchanged; the chips after it
// are others by number only, so they take over the new ones' attributes.

export function redraw(place, markup) {
  const next = document.createElement("template");
  next.innerHTML = markup;
  const [now, then] = [units(place), units(next.content)];
  const [keysNow, keysThen] = [now.map(key), then.map(key)];
  const most = Math.min(now.length, then.length);
  let head = 0;
  while (head < most && keysNow[head] === keysThen[head]) head += 1;
  let tail = 0;
  while (tail < most - head && keysNow.at(-1 - tail) === keysThen.at(-1 - tail)) tail += 1;

  const gone = now.splice(head, now.length - head - tail);
  gone.forEach((unit) => unit.remove());
  const kept = new Map();
  [...then.keys()].forEach((index) => {
    const isHead = index < head;
    if (!isHead && index < then.length - tail) return;
    const unit = now[isHead ? index : index - then.length + now.length];
    renumber(unit, then[index]);
    kept.set(then[index], unit);
  });
  arrange(place, [...next.content.children].map((block) => [...block.children].map((unit) => kept.get(unit) ?? unit)));
}

// What is drawn in one piece: a chip, or a character with the chips that share it.
function units(place) {
  return [...place.querySelectorAll(".chips__block > *")];
}

function chips(unit) {
  return unit.dataset.tokenId ? [unit] : [...unit.querySelectorAll("[data-token-id]")];
}

function key(unit) {
  return [unit.textContent, ...chips(unit).map((chip) => chip.dataset.tokenId)].join(" ");
}

function renumber(unit, like) {
  const [old, others] = [chips(unit), chips(like)];
  old.forEach((chip, index) => {
    for (const { name, value } of others[index].attributes) {
      if (chip.getAttribute(name) !== value) chip.setAttribute(name, value);
    }
  });
}

// Moves only what has another place: blocks hold a fixed number of tokens, so an edit shifts their borders.
function arrange(place, blocks) {
  while (place.children.length > blocks.length) place.lastElementChild.remove();
  blocks.forEach((wanted, index) => {
    const block = place.children[index] ?? place.appendChild(emptyBlock());
    let at = block.firstElementChild;
    for (const unit of wanted) {
      if (unit === at) at = at.nextElementSibling;
      else block.insertBefore(unit, at);
    }
  });
}

function emptyBlock() {
  const block = document.createElement("div");
  block.className = "chips__block";
  block.setAttribute("role", "presentation");
  return block;
}
