// The season while it runs, and the choice of its trips. Without this file a link loads the page again.
"use strict";
{
  const season = document.querySelector("[data-events]");
  const progress = document.getElementById("season-progress");
  const said = document.getElementById("season-said");
  const AGAIN = 3000, SILENT = 10000; // milliseconds; the page is told something every three seconds
  let silence;

  const lost = () => { said.textContent = document.getElementById("lost").content.textContent.trim(); };

  function heard() {
    clearTimeout(silence);
    silence = setTimeout(lost, SILENT);
    said.textContent = "";
  }

  function listen() {
    const source = new EventSource(season.dataset.events);
    source.addEventListener("progress", (event) => {
      heard();
      progress.innerHTML = event.data;
    });
    source.addEventListener("end", () => {
      source.close();
      clearTimeout(silence);
      loadAgain();
    });
    source.addEventListener("error", () => { // the browser tries again by itself, but for an answer it cannot use
      lost();
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
    });
    addEventListener("pagehide", () => source.close(), { once: true });
  }

  // The page is left only for one that is there: a browser's own error page would say nothing of the season.
  async function loadAgain() {
    try {
      const answer = await fetch("/static/icon.svg", { cache: "no-store" });
      if (answer.ok) { location.reload(); return; }
    } catch { /* said below */ }
    lost();
    setTimeout(loadAgain, AGAIN);
  }

  if (season) {
    heard();
    listen();
  }

  // -- the choice -----------------------------------------------------------------------------------
  const chosen = document.getElementById("season-chosen");
  const boxes = [...document.querySelectorAll("[name='trip[]'], [name='workbook[]']")];

  function count() {
    chosen.querySelector("output").value = boxes.filter((box) => box.checked).length;
  }

  for (const choosers of document.querySelectorAll(".choosers")) {
    choosers.hidden = false;
    choosers.addEventListener("click", (event) => {
      const button = event.target.closest("[data-choose]");
      if (!button) return;
      for (const box of choosers.parentElement.querySelectorAll("input[type=checkbox]")) {
        box.checked = button.dataset.choose === "all";
      }
      count();
    });
  }
  if (chosen) {
    chosen.hidden = false;
    for (const box of boxes) box.addEventListener("change", count);
    addEventListener("pageshow", count); // a browser may bring back what was chosen before
    count();
  }
}
