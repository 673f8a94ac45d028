// The article guides the journey: while nobody has touched it, the stage that the reader is reading
// about is shown as a still. It never starts moving by itself, and stops moving when it is out of sight.
//
// Everything goes through the journey's own controls and hooks.

import { whileReading } from "./contents.js";

export function guide() {
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
  // Whoever uses the journey, or opened a link to a place in it, goes on alone. The guide itself only
  // clicks; a change that no hand made is a choice in an exhibit, and does not bubble.
  const leave = (event) => (guided = guided && !event.isTrusted && event.type !== "change");
  for (const kind of ["click", "input", "keydown", "change"]) journey.addEventListener(kind, leave, true);
  if (journey.dataset.outcome !== "idle") guided = false;

  whileReading([...document.querySelectorAll("h3[data-stage]")], (read) => {
    if (guided && read) journey.querySelector(`[data-step="${read.dataset.stage}"] button`)?.click();
  });
}
