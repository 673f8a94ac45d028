// The article guides the journey: while nobody has touched it, the stage that the reader is reading
// about is shown as a still. It never starts moving by itself, and stops moving when it is out of sight.
//
// Everything goes through the journey's own controls and hooks.

export function guide() {
  followReading();
  guideJourney();
}

// The contents beside the text mark the section that is being read.
function followReading() {
  const links = new Map([...document.querySelectorAll(".contents--beside a")].map((link) => [link.hash.slice(1), link]));
  whileReading([...links.keys()].map((id) => document.getElementById(id)), (read) =>
    links.forEach((link, id) => (link.ariaCurrent = id === read?.id ? "location" : null)),
  );
}

function guideJourney() {
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

// Tells `hear` the last of the headings that has been reached: one above a line in the upper half of the window.
// All are asked again at every crossing, so that a text that moves meanwhile corrects itself. A heading that is
// not laid out, because it is far away, is where its part of the article is.
function whileReading(headings, hear) {
  const part = (heading) => heading.closest(".prose") ?? heading;
  const isLaidOut = (heading) => heading.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
  const top = (heading) => (isLaidOut(heading) ? heading : part(heading)).getBoundingClientRect().top;
  const line = new IntersectionObserver(
    () => hear(headings.findLast((heading) => top(heading) < innerHeight * 0.4)),
    { rootMargin: "1000000px 0px -60% 0px" },
  );
  new Set(headings.flatMap((heading) => [heading, part(heading)])).forEach((place) => line.observe(place));
}
