// Stands in every page itself, so that it sees the first letter: the app and the tokenizer before the app asks.
//
// - As soon as the text differs from the example, or a link brings one, both are needed: they are asked for at once,
//   and a worker opens the tokenizer while the app is on its way, and waits there to be taken over.
// - Otherwise the tokenizer's files are fetched into the browser's cache, unless the reader saves data: in the
//   article when the page is up and has nothing to do, and in an embed, which may be one of many on somebody else's
//   page, when the lab is touched. Nothing of them runs.
//
// What `boot.js` needs of it is a property of the tag that both read the files from.
{
  const addLink = (attributes) => document.head.append(Object.assign(document.createElement("link"), attributes));

  const fetchAhead = (href) => {
    if (document.createElement("link").relList.supports("prefetch")) {
      addLink({ rel: "prefetch", as: href.endsWith(".js") ? "script" : "fetch", crossOrigin: "anonymous", href });
      return;
    }
    const answer = fetch(href, { priority: "low" });
    answer.then((answer) => answer.arrayBuffer()).catch(() => {}); // who needs it fetches it again
  };

  const fetchText = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: status ${response.status}`);
    return response.text();
  };

  const createAhead = ({ js, wasm, page, ahead, encoding }, here) => {
    const files = ahead.split(" ").map(here);
    const isEmbed = () => document.querySelector(".embed") !== null;
    let isPrefetched = navigator.connection?.saveData === true;
    let app;
    let isWorkerAsked = false;
    let worker;

    function prefetch() {
      if (!isPrefetched) files.forEach(fetchAhead);
      isPrefetched = true;
    }

    // The app's glue, its other modules, its WebAssembly and the page's data, in one wave.
    async function fetchApp() {
      const [glue, ...others] = js.split(" ").map(here);
      others.forEach((href) => addLink({ rel: "modulepreload", href }));
      const [code, data] = [fetch(here(wasm)), fetchText(here(page))];
      code.catch(() => {}); // told below
      data.catch(() => {});
      const module = await import(glue);
      await module.default({ module_or_path: code });
      return [module, await data];
    }

    // Fails for whoever waits for it.
    function askForApp() {
      app ??= fetchApp();
      app.catch(() => {});
      return app;
    }

    function prepareWorker() {
      if (isWorkerAsked) return;
      isWorkerAsked = true;
      const [script, , ...engineFiles] = files;
      try {
        worker = new Worker(script, { type: "module" });
      } catch {
        return; // the app is refused one, too, and does without
      }
      worker.onerror = () => (worker = undefined);
      worker.postMessage(["ahead", ...engineFiles, encoding]);
    }

    let tell;
    const isWanted = new Promise((resolve) => (tell = resolve));
    function want() {
      askForApp();
      prefetch();
      prepareWorker();
      tell();
    }

    // Browsers bring back what was typed before.
    const isTyped = (box) => box !== null && box.value !== box.defaultValue;
    document.addEventListener("DOMContentLoaded", () => isTyped(document.querySelector("#token-lab-text")) && want());
    document.addEventListener("input", ({ target }) => target.id === "token-lab-text" && want());
    document.addEventListener("focusin", ({ target }) => isEmbed() && target.closest("[data-token-lab]") && prefetch());
    if (/[#&]text=/.test(location.hash)) want();

    return {
      // Settles when a text of the reader's own is to be counted.
      isWanted,
      // The app's module, and the page's data.
      askForApp,
      // A file of the site as text, by its path.
      fetchText: (path) => fetchText(here(path)),
      // The worker, if there is one that did not break; whoever takes it hears of its errors from now on.
      takeWorker() {
        const taken = worker;
        worker = undefined;
        isWorkerAsked = true;
        return taken;
      },
      // From now on the app is the one to ask for a worker.
      pageIsUp() {
        isWorkerAsked = true;
        if (isEmbed() || !document.querySelector("[data-token-lab]")) return;
        (window.requestIdleCallback ?? setTimeout)(prefetch);
      },
    };
  };

  const tag = document.querySelector("script[data-wasm]");
  if (tag) tag.ahead = createAhead(tag.dataset, (path) => new URL(path, tag.src).href);
}
