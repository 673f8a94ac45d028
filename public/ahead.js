// Fetches the tokenizer's files into the browser's cache before the app asks for them, unless the reader
// saves data. Nothing of them runs and nothing changes on the page; what needs a file later finds it there.
//
// - As soon as the text differs from the example, because then they are needed: also before the app
//   has arrived, and for a text in a shared link.
// - Otherwise in the article when the page is up and has nothing to do, and in an embed, which may be
//   one of many on somebody else's page, when the lab is touched.
//
// May run before the page is read to its end, so it listens to the document.

export function createAhead(files) {
  const isEmbed = () => document.querySelector(".embed") !== null;
  let isBegun = navigator.connection?.saveData === true;
  const begin = () => {
    if (!isBegun) files.forEach(fetchAhead);
    isBegun = true;
  };

  let tell;
  const isWanted = new Promise((resolve) => (tell = resolve));
  const want = () => (begin(), tell());
  const box = document.querySelector("#token-lab-text");
  const isTyped = box !== null && box.value !== box.defaultValue;
  if (isTyped || /[#&]text=/.test(location.hash)) want();
  document.addEventListener("input", ({ target }) => target.id === "token-lab-text" && want());
  document.addEventListener("focusin", ({ target }) => isEmbed() && target.closest("[data-token-lab]") && begin());

  return {
    // Settles when a text of the reader's own is to be counted.
    isWanted,
    pageIsUp() {
      if (isEmbed() || !document.querySelector("[data-token-lab]")) return;
      (window.requestIdleCallback ?? setTimeout)(begin);
    },
  };
}

function fetchAhead(address) {
  const link = document.createElement("link");
  if (!link.relList.supports("prefetch")) {
    const answer = fetch(address, { priority: "low" });
    answer.then((answer) => answer.arrayBuffer()).catch(() => {}); // who needs it fetches it again
    return;
  }
  link.rel = "prefetch";
  link.as = address.endsWith(".js") ? "script" : "fetch";
  link.crossOrigin = "anonymous";
  link.href = address;
  document.head.append(link);
}
