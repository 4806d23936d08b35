// The season while it runs, and the buttons that choose all trips. Without this file the page loads itself anew.
"use strict";
{
  const season = document.querySelector("[data-events]");
  const progress = document.getElementById("season-progress");
  const said = document.getElementById("season-said");
  const AGAIN = 3000;

  function listen() {
    const source = new EventSource(season.dataset.events);
    source.addEventListener("progress", (event) => {
      said.textContent = "";
      progress.innerHTML = event.data;
    });
    source.addEventListener("end", () => {
      source.close();
      location.reload();
    });
    source.addEventListener("error", () => { // the browser tries again by itself, but for an answer it cannot use
      said.textContent = document.getElementById("lost").content.textContent.trim();
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
    });
    addEventListener("pagehide", () => source.close(), { once: true });
  }
  if (season) listen();

  for (const choosers of document.querySelectorAll(".choosers")) {
    choosers.hidden = false;
    choosers.addEventListener("click", (event) => {
      const button = event.target.closest("[data-choose]");
      if (!button) return;
      for (const box of choosers.parentElement.querySelectorAll("input[type=checkbox]")) {
        box.checked = button.dataset.choose === "all";
      }
    });
  }
}
