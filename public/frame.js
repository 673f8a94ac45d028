// Inside a frame: tells the host how high the widget is, whenever that changes. A number, never the
// reader's text, so that it may go to any host.

export function tellHeight() {
  const widget = document.querySelector(".embed");
  if (!widget || window.parent === window) return;
  const tell = () => {
    const height = Math.ceil(widget.getBoundingClientRect().height);
    window.parent.postMessage({ type: "keys-and-tokens:resize", v: 1, height }, "*");
  };
  new ResizeObserver(tell).observe(widget);
}
