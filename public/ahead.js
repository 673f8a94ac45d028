// The tokenizer before the app asks for it.
//
// - As soon as the text differs from the example it is needed, also before the app has arrived, and for a text in
//   a shared link. A worker opens it while the app is on its way, and waits there to be taken over.
// - Otherwise its files are fetched into the browser's cache, unless the reader saves data: in the article when the
//   page is up and has nothing to do, and in an embed, which may be one of many on somebody else's page, when the
//   lab is touched. Nothing of them runs.
//
// May run before the page is read to its end, so it listens to the document.

export function createAhead(files, encoding) {
  const [workerScript, , ...engineFiles] = files;
  const isEmbed = () => document.querySelector(".embed") !== null;
  let isBegun = navigator.connection?.saveData === true;
  const begin = () => {
    if (!isBegun) files.forEach(fetchAhead);
    isBegun = true;
  };

  let tell;
  const isWanted = new Promise((resolve) => (tell = resolve));
  const want = () => (begin(), prepare(), tell());
  let worker;
  let isPrepared = false;
  function prepare() {
    if (isPrepared) return;
    isPrepared = true;
    try {
      worker = new Worker(workerScript, { type: "module" });
    } catch {
      return; // the app is refused one, too, and does without
    }
    worker.onerror = () => (worker = undefined);
    worker.postMessage(["ahead", ...engineFiles, encoding]);
  }

  const box = document.querySelector("#token-lab-text");
  const isTyped = box !== null && box.value !== box.defaultValue;
  if (isTyped || /[#&]text=/.test(location.hash)) want();
  document.addEventListener("input", ({ target }) => target.id === "token-lab-text" && want());
  document.addEventListener("focusin", ({ target }) => isEmbed() && target.closest("[data-token-lab]") && begin());

  return {
    // Settles when a text of the reader's own is to be counted.
    isWanted,
    // The worker, if there is one that did not break; whoever takes it hears of its errors from now on. From the
    // first call on the app starts its own.
    takeWorker() {
      isPrepared = true;
      const taken = worker;
      worker = undefined;
      return taken;
    },
    pageIsUp() {
      isPrepared = true; // from now on the app is asked first
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
