// The article guides the journey: while nobody has touched it, the stage that the reader is reading
// about is shown as a still. It never starts moving by itself, and stops moving when it is out of sight.
//
// Everything goes through the journey's own controls and hooks.

export function guideJourney() {
  const journey = document.querySelector("[data-journey]");
  if (!journey) return;
  pauseOutOfSight(journey);
  showWhatIsRead(journey);
}

function pauseOutOfSight(journey) {
  const seen = new IntersectionObserver((entries) => {
    // Several may come at once; only the last is still true.
    if (!entries.at(-1).isIntersecting && journey.dataset.playing === "true") {
      journey.querySelector("[data-play]").click();
    }
  });
  seen.observe(journey);
}

function showWhatIsRead(journey) {
  let guided = true;
  // Whoever uses the journey, or opened a link to a place in it, goes on alone.
  const leave = (event) => (guided = guided && !event.isTrusted);
  for (const kind of ["click", "input", "keydown", "change"]) journey.addEventListener(kind, leave);
  if (journey.dataset.outcome !== "idle") guided = false;

  // A heading counts as reached when it is above a line in the upper half of the window. Which was
  // reached last is asked anew at every crossing, so that a text that moves meanwhile corrects itself.
  const headings = [...document.querySelectorAll("h3[data-stage]")];
  const reached = new Set();
  const line = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) reached[isIntersecting ? "add" : "delete"](target);
      const read = headings.findLast((heading) => reached.has(heading));
      if (!guided || !read) return;
      journey.querySelector(`[data-step="${read.dataset.stage}"] button`)?.click();
    },
    { rootMargin: "1000000px 0px -60% 0px" },
  );
  headings.forEach((heading) => line.observe(heading));
}
