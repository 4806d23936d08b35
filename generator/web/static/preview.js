// The preview beside the form. Without this file the frame shows the document as it was when the page was loaded.
"use strict";
{
  const panel = document.getElementById("preview");
  const tools = panel.querySelector(".preview-tools");
  const view = panel.querySelector(".preview-view");
  const pages = document.getElementById("preview-pages");
  const said = panel.querySelector(".preview-said");
  const choice = document.getElementById("preview-document");
  const zoom = document.getElementById("preview-zoom");
  const asText = document.getElementById("preview-as-text");
  const asPages = document.getElementById("preview-as-pages");
  const LEAST = 500, PAPER = 850; // pixels
  const CHANGES = /^\/(change|undo|photo)\//;

  let frame = view.querySelector("iframe");
  let inPages = false;
  let busy = false; // one update at a time: what changes meanwhile is shown by the next one
  let again = false;
  let last = null; // the field that had the focus last

  // What the frame shows itself is said for those who do not see it.
  const say = (text, shown = false) => {
    said.classList.toggle("only-read", shown);
    if (said.textContent !== text) said.textContent = text;
  };
  const asked = () => `?document=${encodeURIComponent(choice.value)}&zoom=${zoom.value}`;

  // -- updates ------------------------------------------------------------------------------------
  async function update() {
    if (busy) { again = true; return; }
    busy = true;
    do {
      again = false;
      await (inPages ? loadPages() : loadText());
    } while (again);
    busy = false;
  }

  async function loadPages() {
    view.hidden = true;
    pages.hidden = false;
    pages.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(panel.dataset.pages + asked(), { headers: { "HX-Request": "true" } });
      pages.innerHTML = await answer.text();
    } catch {
      document.dispatchEvent(new CustomEvent("htmx:sendError"));
    }
    pages.removeAttribute("aria-busy");
  }

  // The next document is loaded out of sight and takes the place of the shown one where that was scrolled to.
  function loadText() {
    const next = frame.cloneNode(false);
    scale(next);
    next.removeAttribute("name");
    next.className = "coming";
    next.src = panel.dataset.frame + asked();
    return new Promise((done) => {
      next.addEventListener("load", () => { show(next); done(); }, { once: true });
      view.append(next);
    });
  }

  function show(next) {
    if (!next.contentDocument?.querySelector("main")) { // an error of the browser, not an answer
      next.remove();
      document.dispatchEvent(new CustomEvent("htmx:sendError"));
      return;
    }
    const before = frame.contentWindow;
    const at = before ? [before.scrollX, before.scrollY] : [0, 0];
    const focused = document.activeElement === frame ? frame.contentDocument?.activeElement : null;
    prepare(next);
    next.className = "";
    next.contentWindow.scrollTo(...at);
    if (focused) focusAgain(next, focused);
    frame.remove();
    next.name = "preview-frame";
    frame = next;
    view.hidden = inPages;
    pages.hidden = !inPages;
  }

  // Whoever stands at a mark stands at the same one of the next document.
  function focusAgain(next, focused) {
    const same = (page) => marksIn(page).filter((one) => one.dataset.field === focused.dataset.field);
    const mark = focused.dataset.field && same(next.contentDocument)[same(focused.ownerDocument).indexOf(focused)];
    next.focus();
    if (!mark) return;
    reachable(mark);
    mark.focus({ preventScroll: true });
  }

  // At a zoom the frame is as much narrower as its letters are larger, so that lines still fit it. By
  // its width a document is as wide as paper, where there is room enough to read it so.
  function scale(one) {
    const fit = view.clientWidth < LEAST ? 1 : Math.min(1, view.clientWidth / PAPER);
    const factor = zoom.value === "fit" ? fit : zoom.value / 100;
    one.style.transform = `scale(${factor})`;
    one.style.width = one.style.height = `${100 / factor}%`;
  }

  // -- marks in the frame: its own scripts never run, so it is listened to from here ---------------
  const documentOf = () => frame.contentDocument;
  const marksIn = (page) => [...page.querySelectorAll("[data-field]")];

  function prepare(one) {
    const page = one.contentDocument;
    if (!page || page.documentElement.dataset.heard) return;
    page.documentElement.dataset.heard = "yes";
    page.addEventListener("click", clicked);
    page.addEventListener("keydown", typed);
    const marks = marksIn(page);
    marks.forEach((mark) => { mark.tabIndex = -1; mark.title = panel.dataset.toField; });
    if (marks.length) reachable(marks[0]);
    const earlier = page.querySelector("[data-preview=earlier]");
    say(earlier ? panel.dataset.earlier : "", Boolean(earlier));
    if (last) highlight(page, pathOf(last));
  }

  function reachable(mark) { // the one mark that the tab key comes to
    for (const one of mark.ownerDocument.querySelectorAll("[data-field][tabindex='0']")) {
      one.tabIndex = -1;
      one.removeAttribute("role");
    }
    mark.tabIndex = 0;
    mark.setAttribute("role", "link");
  }

  function clicked(event) {
    const mark = event.target.closest("[data-field]");
    if (mark || event.target.closest("a")) event.preventDefault();
    if (mark) { reachable(mark); toField(mark.dataset.field); }
  }

  function typed(event) {
    const mark = event.target.closest("[data-field]");
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const marks = marksIn(mark.ownerDocument);
    const at = marks.indexOf(mark);
    const to = {
      ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1,
    }[event.key];
    if (["Enter", " ", "F8"].includes(event.key)) {
      event.preventDefault();
      toField(mark.dataset.field);
    } else if (to !== undefined) {
      event.preventDefault();
      const next = marks[Math.min(Math.max(to, 0), marks.length - 1)];
      reachable(next);
      next.focus();
    }
  }

  // -- from a mark to its field, and back -----------------------------------------------------------
  const holder = (path) => path.slice(0, Math.max(path.lastIndexOf("."), path.lastIndexOf("["), 0));
  const isBelow = (path, above) => path.startsWith(above + ".") || path.startsWith(above + "[");

  // The path of a field of the form: the name of what is filled in, whatever it is sent as.
  const pathOf = (one) => (one.dataset.path || one.name || "").replace(/^set:/, "");
  const fields = () => [...document.querySelectorAll("main [id^='f-']")].filter((one) => !panel.contains(one));

  // The best place for a path among those that have one: itself, what it holds, or what holds it.
  function nearest(path, places, pathOfPlace) {
    for (let near = path; near; near = holder(near)) {
      const found = places.find((one) => pathOfPlace(one) === near)
        || places.find((one) => isBelow(pathOfPlace(one), near));
      if (found) return found;
    }
    return null;
  }

  function toField(path) {
    const field = nearest(path, fields(), pathOf);
    if (!field) return;
    for (let one = field.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    const target = field.matches("input, select, textarea, button") ? field
      : field.querySelector("input, select, textarea, button") || field;
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    flash(field);
  }

  function toMark() {
    if (!last) return;
    if (inPages) { setPages(false); return update().then(toMark); }
    const page = documentOf();
    const mark = nearest(pathOf(last), marksIn(page), (one) => one.dataset.field);
    if (!mark) { say(panel.dataset.notThere); return; }
    say("");
    highlight(page, mark.dataset.field);
    reachable(mark);
    mark.scrollIntoView({ block: "center" });
    frame.focus();
    mark.focus({ preventScroll: true });
  }

  function highlight(page, path) {
    for (const one of page.querySelectorAll(".parskats-shown")) one.classList.remove("parskats-shown");
    if (!path) return;
    for (const one of marksIn(page)) {
      if (one.dataset.field === path || isBelow(one.dataset.field, path)) one.classList.add("parskats-shown");
    }
  }

  function flash(field) {
    field.classList.add("shown-field");
    setTimeout(() => field.classList.remove("shown-field"), 1500);
  }

  // -- what is listened to --------------------------------------------------------------------------
  function setPages(on) {
    inPages = on;
    view.hidden = on;
    pages.hidden = !on;
    asPages.setAttribute("aria-pressed", String(on));
    asText.setAttribute("aria-pressed", String(!on));
    if (!on) scale(frame);
  }

  tools.addEventListener("submit", (event) => {
    event.preventDefault();
    setPages(event.submitter ? event.submitter === asPages : inPages);
    update();
  });
  choice.addEventListener("change", update);
  zoom.addEventListener("change", () => {
    if (inPages) update();
    else scale(frame);
  });
  addEventListener("resize", () => scale(frame));
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && CHANGES.test(event.detail.pathInfo?.requestPath ?? "")) update();
  });
  document.addEventListener("parskats:changed", update);
  document.addEventListener("focusin", (event) => {
    if (!event.target.id?.startsWith("f-") || panel.contains(event.target) || !pathOf(event.target)) return;
    last = event.target;
    const page = documentOf();
    if (page) highlight(page, pathOf(last));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    toMark();
  });
  document.getElementById("preview-to-mark").addEventListener("click", toMark);
  panel.querySelector(".preview-marks").hidden = false;

  setPages(false);
  scale(frame);
  frame.addEventListener("load", () => prepare(frame));
  if (documentOf()?.readyState === "complete" && documentOf().querySelector("main")) prepare(frame);
}
