// When what nobody has to wait for may begin.

/** Settles when something can be read. At once where nothing is painted, or nobody tells: in a tab in the
 * background, and in a frame, which may be out of sight. */
export function firstPaint() {
  const name = "first-contentful-paint";
  const isTold = PerformanceObserver.supportedEntryTypes.includes("paint");
  if (!isTold || window !== top || document.visibilityState !== "visible") return undefined;
  return new Promise((resolve) => {
    const seen = new PerformanceObserver((list) => list.getEntriesByName(name).length && resolve());
    seen.observe({ type: "paint", buffered: true });
    document.addEventListener("visibilitychange", resolve, { once: true });
  });
}
