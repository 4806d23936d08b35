// The form saves itself while it is filled in. Without this file every section has a button that saves it.
"use strict";
{
  const root = document.documentElement;
  const trip = document.getElementById("trip");
  const said = document.getElementById("said");
  const notices = document.getElementById("notices");
  const PAUSE = 400; // milliseconds after the last letter
  const RETRY = 3000;
  const at = (id) => document.getElementById(id);

  root.classList.add("js");

  // -- what is not saved yet ------------------------------------------------------------------------
  const unsaved = new Map(); // the inputs whose text the file does not have, by their names
  const saved = new WeakMap(); // the text of an input that the file has since the page was loaded
  let sending = new Map(); // the texts that are on their way, by the names of their inputs
  let timer = 0;
  let busy = false; // one request at a time: each goes upon the version that the one before it has made
  let next = []; // what else has been asked for meanwhile
  let stuck = false; // the file was changed elsewhere: nothing can be saved before it is loaded again

  const isField = (one) => one.name?.startsWith("set:") && one.closest(".fill");

  function say(state) {
    const text = trip.dataset[state];
    said.classList.toggle("unsaved", state === "unsaved");
    if (text && said.textContent !== text) said.textContent = text;
  }

  const inFile = (field) => saved.get(field)
    ?? (field.options ? [...field.options].find((one) => one.defaultSelected)?.value : field.defaultValue);

  function changed(field, now) {
    clearTimeout(timer);
    if (field.value === inFile(field) && !sending.has(field.name)) unsaved.delete(field.name);
    else unsaved.set(field.name, field);
    if (!unsaved.size) return;
    if (now) save();
    else if (field.value.trim()) timer = setTimeout(save, PAUSE); // an emptied field waits until it is left
  }

  // A long text of one line is shown over several; the key that ends it adds none.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".fill textarea") && !event.target.closest(".k-prose")) event.preventDefault();
  });
  document.addEventListener("input", (event) => { if (isField(event.target)) changed(event.target, false); });
  document.addEventListener("change", (event) => { if (isField(event.target)) changed(event.target, true); });
  window.addEventListener("beforeunload", (event) => { if (unsaved.size) event.preventDefault(); });

  // -- sending --------------------------------------------------------------------------------------
  function save() { ask("/change/", {}); }

  // Send what is unsaved, and what else is asked for: a row added, a change taken back, a picture.
  async function ask(where, more, files = []) {
    if (busy) {
      if (where !== "/change/" || Object.keys(more).length) next.push([where, more, files]);
      else if (!next.length) next.push([where, more, files]);
      return;
    }
    if (stuck) return say("unsaved");
    const fields = where === "/change/" || files.length ? [...unsaved.values()] : [];
    if (where === "/change/" && !fields.length && !Object.keys(more).length) return;
    busy = true;
    clearTimeout(timer);
    sending = new Map(fields.map((one) => [one.name, one.value]));
    const chapter = Object.keys(more).length ? chapterOf(more) : null;
    if (chapter) chapter.inert = true; // its rows are about to be others
    say("saving");
    const done = await send(where + trip.dataset.key, bodyOf(sending, more, files));
    if (chapter) chapter.inert = false;
    busy = false;
    if (done) {
      for (const field of fields) {
        saved.set(field, sending.get(field.name));
        if (field.value === sending.get(field.name)) unsaved.delete(field.name);
      }
    }
    sending = new Map();
    if (!done) return;
    show(done);
    while (next.length && !busy) ask(...next.shift()); // a save may have nothing left to do
  }

  function bodyOf(sent, more, files) {
    const body = files.length ? new FormData() : new URLSearchParams();
    body.append("version", trip.dataset.version);
    for (const [name, value] of [...sent, ...Object.entries(more)]) body.append(name, value);
    for (const file of files) body.append(`file:${more.field}`, file);
    return body;
  }

  function chapterOf(more) {
    const path = more.add ?? more.remove ?? more.move ?? more.none ?? more.field ?? "";
    return at(`c-${path.split(/[.[{]/)[0]}`);
  }

  // Return the answer as a document, or nothing when the change was not made; that is said then.
  async function send(address, body) {
    let answer;
    try {
      answer = await fetch(address, { method: "POST", headers: { "HX-Request": "true" }, body });
    } catch {
      say("unsaved");
      document.dispatchEvent(new CustomEvent("htmx:sendError"));
      timer = setTimeout(() => { if (!busy) save(); }, RETRY);
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) {
      notices.replaceChildren();
      return page;
    }
    stuck ||= answer.status === 409 && page.getElementById("changed") !== null;
    next = [];
    notices.replaceChildren(...page.body.children);
    say("unsaved");
    notices.scrollIntoView({ block: "nearest" });
    return null;
  }

  // -- what comes back ------------------------------------------------------------------------------
  function show(page) {
    const told = page.getElementById("told");
    const focused = document.activeElement?.id;
    const open = openIn(document);
    said.classList.remove("unsaved");
    for (const part of [...page.body.children]) {
      const old = at(part.id); // what is as it was stays: somebody may be about to click on it
      if (part !== told && part.id !== "history" && old?.innerHTML !== part.innerHTML) old?.replaceChildren(...part.childNodes);
    }
    for (const id of ["undo", "redo"]) at(id).disabled = page.getElementById(id).disabled;
    for (const [name, field] of unsaved) if (!field.isConnected) unsaved.delete(name);
    document.title = document.title.replace(/^.*(?= – )/, () => at("name").textContent);
    trip.dataset.version = told.dataset.version;
    for (const one of trip.querySelectorAll("input[name=version]")) one.value = told.dataset.version;
    openAgain(open);
    tell(told);
    if (told.dataset.focus) goTo(at(told.dataset.focus), true);
    else if (focused && document.activeElement?.id !== focused) goTo(at(focused), false);
    if (unsaved.size) say("saving");
    document.dispatchEvent(new CustomEvent("parskats:changed", { detail: { version: told.dataset.version } }));
  }

  // Put what is said of every field beside it; a field in which somebody types is not touched.
  function tell(told) {
    const now = new Map([...told.children].map((one) => [one.dataset.for, one]));
    for (const place of document.querySelectorAll(".notes")) {
      const one = now.get(place.id);
      const text = one ? one.innerHTML : "";
      if (place.innerHTML !== text) place.innerHTML = text;
      mark(place, one?.dataset.state === "error");
    }
  }

  function mark(place, bad) {
    const input = at(`f${place.id.slice(1)}`);
    if (!input?.matches("input, select, textarea")) return;
    input.closest(".field")?.classList.toggle("bad", bad);
    if (bad) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  // -- sections stay open or closed as the person has left them ---------------------------------------
  const KEY = `open ${trip.dataset.key}`;
  const openIn = (page) => new Map([...page.querySelectorAll("details[id]")].map((one) => [one.id, one.open]));

  function openAgain(states) {
    for (const [id, state] of states) {
      const one = at(id);
      if (one) one.open = state;
    }
  }

  function restore() {
    try {
      openAgain(Object.entries(JSON.parse(sessionStorage.getItem(KEY) || "{}")));
    } catch { /* nothing was kept */ }
  }

  document.addEventListener("toggle", (event) => {
    if (event.target.id) sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(openIn(document))));
  }, true);

  // -- going to a field -------------------------------------------------------------------------------
  function reveal(one) {
    for (let box = one.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }

  function goTo(one, scroll) {
    if (!one) return;
    reveal(one);
    const target = one.matches("input, select, textarea, button, a, summary") && !one.disabled ? one
      : one.querySelector("input:not([type=hidden]), select, textarea, summary, button:not(:disabled)");
    target?.focus({ preventScroll: !scroll });
    if (scroll) (target || one).scrollIntoView({ block: "nearest" });
  }

  function followHash() {
    const one = location.hash.length > 1 && at(decodeURIComponent(location.hash.slice(1)));
    if (one && trip.contains(one)) goTo(one, true);
  }

  window.addEventListener("hashchange", followHash);

  // -- buttons, and pictures that are chosen ------------------------------------------------------------
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (form.closest("#history")) {
      event.preventDefault();
      save();
      ask(new URL(form.action).pathname.slice(0, 6), {});
    } else if (form.matches(".fill")) {
      event.preventDefault();
      if (button?.name && button.name !== "field") ask("/change/", { [button.name]: button.value });
      else save();
    }
  });

  document.addEventListener("change", (event) => {
    const { upload } = event.target.dataset;
    if (upload && event.target.files.length) ask("/photo/", { field: upload }, [...event.target.files]);
  });

  restore();
  followHash();
}
