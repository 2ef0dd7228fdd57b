// Starts the design system's own behaviours. Every page works without them.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
const { initAll } = await import("../govuk/govuk-frontend.min.js");
initAll();
