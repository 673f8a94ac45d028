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
      journey.querySelector(".controls__play").click();
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

  const middle = new IntersectionObserver(
    (entries) => {
      const read = entries.find((entry) => entry.isIntersecting);
      if (!guided || !read) return;
      journey.querySelector(`[data-step="${read.target.dataset.stage}"] button`)?.click();
    },
    { rootMargin: "-30% 0px -60% 0px" },
  );
  document.querySelectorAll("h3[data-stage]").forEach((heading) => middle.observe(heading));
}
