// What the pages do beside htmx. No page needs it: forms and links work without.
"use strict";

// -- a lost connection is said, and what was said is taken back when it works again ---------------
document.addEventListener("htmx:sendError", () => {
  const said = document.getElementById("lost").content.cloneNode(true);
  document.getElementById("notices").replaceChildren(said);
});
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.successful) document.getElementById("notices").replaceChildren();
});

// -- what a page says from its beginning is read aloud only when it comes into a page that is there --
{
  const notices = document.getElementById("notices");
  const said = [...notices.children];
  if (said.length) {
    notices.replaceChildren();
    setTimeout(() => notices.prepend(...said), 100);
    history.replaceState(history.state, "", location.pathname + location.hash); // loaded again, it is not news
  }
}

// -- a button that copies the text of an element --------------------------------------------------
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  button.textContent = button.dataset.done;
});

// -- files that are dropped on a place become those of its field ----------------------------------
for (const place of document.querySelectorAll("[data-drop]")) {
  const over = (event) => {
    event.preventDefault();
    place.classList.toggle("over", event.type === "dragover");
  };
  place.addEventListener("dragover", over);
  place.addEventListener("dragleave", over);
  place.addEventListener("drop", (event) => {
    over(event);
    if (event.dataTransfer.files.length) document.getElementById(place.dataset.drop).files = event.dataTransfer.files;
  });
}
