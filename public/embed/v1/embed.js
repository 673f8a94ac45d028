// <token-lab text="…" encoding="…"> and <request-journey …>: each puts a frame of this site in its
// place. One script for classic and module use; nothing happens twice.
//
// The text goes into the frame's fragment, which browsers never send. The frame tells its height,
// and nothing else; it is believed only when it speaks from the very frame that was made here.

(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="/embed/v1/embed.js"]');
  const here = new URL(".", script.src);
  // Where the pages of a language are, by its code in lower case. The build writes this line.
  const LANGUAGES = new Map([["en", ""]]);
  const REQUEST = ["text", "encoding", "provider", "model", "scenario", "stage"];

  /** The color scheme around an element: what the page says, or else what the reader prefers. */
  const themeOf = (element) => {
    const asked = element.getAttribute("theme");
    if (asked === "light" || asked === "dark") return asked;
    const scheme = getComputedStyle(element).colorScheme;
    if (scheme === "light" || scheme === "dark") return scheme;
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  };

  const define = (name, folder, height) => {
    if (customElements.get(name)) return;
    customElements.define(name, class extends HTMLElement {
      #listen = null;

      connectedCallback() {
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        const frame = document.createElement("iframe");
        // A language that there is none of shows the site's first.
        const language = LANGUAGES.get(this.getAttribute("language")?.toLowerCase()) ?? "";
        const address = new URL(`../../${language}embed/v1/${folder}/`, here);
        const theme = themeOf(this);
        address.searchParams.set("theme", theme);
        // encodeURIComponent and not URLSearchParams: a space is %20 there, and a plus sign is itself.
        address.hash = REQUEST.filter((key) => this.hasAttribute(key))
          .map((key) => `${key}=${encodeURIComponent(this.getAttribute(key))}`)
          .join("&");
        frame.src = address.href;
        frame.title = this.getAttribute("label") ?? (this.textContent.trim() || name);
        frame.loading = "lazy";
        frame.referrerPolicy = "no-referrer";
        frame.allow = "clipboard-write";
        frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
        frame.setAttribute("part", "frame");
        frame.style.cssText = `display:block;width:100%;height:${height}px;border:0;color-scheme:${theme}`;
        this.style.display = "block";
        root.replaceChildren(frame);
        this.#listen = ({ source, data }) => {
          if (source !== frame.contentWindow || data?.type !== "keys-and-tokens:resize") return;
          if (Number.isFinite(data.height)) frame.style.height = `${Math.min(Math.max(data.height, 120), 4000)}px`;
        };
        addEventListener("message", this.#listen);
      }

      disconnectedCallback() {
        removeEventListener("message", this.#listen);
      }
    });
  };

  define("token-lab", "token-lab", 640);
  define("request-journey", "journey", 1180);
})();
