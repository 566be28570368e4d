// Send forms without leaving the page, and apply server-sent events.
import { initializeLog, placeMessage, watchTabs } from "./panes.js";
import { suggestCommands } from "./suggestions.js";

const body = document.body;
const clockBase = () => Number(document.querySelector("#clock").dataset.now) * 1000;
let clockSeen = performance.now();
let rev = body.dataset.rev;
let stream = null;

// Forms

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-live]")) return;
  event.preventDefault();
  const problem = form.querySelector(".problem");
  const data = new URLSearchParams(new FormData(form, event.submitter));
  const action = form.action;
  // Empty the composer, so that the user can write the next message.
  const draft = form.matches(".composer:not(.enter)") ? readDraft(form) : null;
  if (draft) writeDraft(form, { text: "" });
  form.classList.add("sending");
  try {
    const answer = await fetch(action, { method: "POST", body: data, headers: { Accept: "text/plain" } });
    problem.textContent = answer.ok ? "" : await answer.text();
    if (answer.ok) closeMenus(form);
  } catch {
    problem.textContent = body.dataset.lost;
  } finally {
    form.classList.remove("sending");
    // After a failure, put the draft back, unless the user has begun another message.
    const failed = draft && problem.textContent;
    if (failed && !form.elements.text.value && form.querySelector(".context").hidden) writeDraft(form, draft);
  }
});

function closeMenus(form) {
  const menu = form.closest(".new-room, .more") ?? form.querySelector(".choices");
  if (!menu) return;
  if (menu.matches(".new-room")) form.reset();
  const focused = menu.contains(document.activeElement);
  menu.open = false;
  if (focused) menu.querySelector("summary").focus();
}

// A draft: the text, and what it answers or changes.

const readDraft = (composer) => ({
  text: composer.elements.text.value,
  action: composer.action,
  replyTo: composer.elements.reply_to.value,
  about: composer.querySelector(".context span").textContent,
});

function writeDraft(composer, { text, action = composer.dataset.home, replyTo = "", about = "" }) {
  if (text !== undefined) composer.elements.text.value = text;
  composer.action = action;
  composer.elements.reply_to.value = replyTo;
  composer.querySelector(".context span").textContent = about;
  composer.querySelector(".context").hidden = !about;
}

function compose(room, draft) {
  const composer = document.querySelector(`[data-pane="${CSS.escape(room)}"] .composer:not(.enter)`);
  if (!composer) return;
  writeDraft(composer, draft);
  composer.scrollIntoView({ block: "nearest", inline: "center" });
  composer.elements.text.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button, a[data-jump]");
  if (!button) return;
  const room = button.closest("[data-pane]")?.dataset.pane;
  const { context: about, reply, edit, text, line } = button.dataset;
  if (reply) {
    compose(room, { about, replyTo: reply });
  } else if (edit) {
    compose(room, { about, action: `/messages/${edit}/edit`, text });
  } else if (button.dataset.try) {
    compose(button.dataset.try, { text: line });
  } else if ("cancel" in button.dataset) {
    compose(room, {});
  } else if ("hideTour" in button.dataset) {
    localStorage.setItem("tour", "hidden");
    applyTourSetting();
    document.querySelector("#rooms").focus();
  } else if (button.dataset.menu) {
    toggleMenu(button.dataset.menu);
  } else if (button.dataset.show) {
    document.querySelector(`[data-pane="${CSS.escape(button.dataset.show)}"]`)?.scrollIntoView({ inline: "start", block: "nearest" });
  } else if (button.dataset.newest) {
    const log = document.querySelector(`[data-log="${CSS.escape(button.dataset.newest)}"]`);
    log.scrollTop = log.scrollHeight;
    button.hidden = true;
    log.focus();
  }
  const more = button.closest(".more");
  if (more && (reply || edit)) more.open = false;
});

// On a narrow screen the people and the clock are menus.

function toggleMenu(menu) {
  const open = body.dataset.open === menu ? "" : menu;
  body.dataset.open = open;
  for (const button of document.querySelectorAll("[data-menu]")) button.ariaExpanded = String(button.dataset.menu === open);
}

document.addEventListener("click", (event) => {
  if (body.dataset.open && !event.target.closest("[data-menu], #people, #clock")) toggleMenu(body.dataset.open);
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.defaultPrevented) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && field.matches(".composer textarea")) {
    event.preventDefault();
    field.form.requestSubmit();
  }
  if (event.key === "Escape") {
    const open = field.closest?.("details[open]");
    if (body.dataset.open) {
      const opener = document.querySelector(`[data-menu="${body.dataset.open}"]`);
      toggleMenu(body.dataset.open);
      opener.focus();
    } else if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (field.matches?.(".composer textarea")) {
      writeDraft(field.form, field.form.querySelector(".context").hidden ? {} : { text: "" });
    }
  }
});

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".about[open], .more[open], .new-room[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});

// Events. Browsers allow six connections to one server for all tabs together. So a hidden tab disconnects, four visible
// tabs keep a stream open, and further tabs reconnect again and again.

const STREAMS = 4;
let releaseStream = null;
let lostTimer = 0;

async function acquireStream() {
  for (let number = 0; number < STREAMS; number += 1) {
    const freed = await new Promise((resolve) => {
      navigator.locks.request(`stream-${number}`, { ifAvailable: true }, (lock) =>
        lock ? new Promise((free) => resolve(free)) : resolve(null));
    });
    if (freed) return freed;
  }
  return null;
}

let opening = false;
async function connect() {
  if (stream || opening || document.hidden) return;
  opening = true;
  releaseStream = await acquireStream();
  opening = false;
  const { as, language: lang, conversation } = body.dataset;
  const query = new URLSearchParams({ as, lang, conversation, since: rev });
  if (!releaseStream) query.set("once", "yes");
  stream = new EventSource(`/live?${query}`);
  const away = document.querySelector("#away");
  stream.onopen = () => { clearTimeout(lostTimer); lostTimer = 0; away.textContent = ""; };
  stream.onerror = () => { lostTimer ||= setTimeout(() => { away.textContent = away.dataset.text; }, 1500); };
  const on = (name, handle) => stream.addEventListener(name, (event) => handle(event.data));
  on("rev", (data) => { rev = data; });
  on("message", (data) => placeMessage(parseElement(data)));
  on("room", placeRoom);
  on("clock", (data) => { replace("#clock", data); clockSeen = performance.now(); tick(); });
  on("tour", (data) => { replace("#tour", data); applyTourSetting(); });
  on("people", (data) => replace("#people", data));
  on("toast", toast);
  on("reload", () => location.reload());
}

function disconnect() {
  stream?.close();
  stream = null;
  releaseStream?.();
  releaseStream = null;
}

document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);

function parseElement(data) {
  const holder = document.createElement("template");
  holder.innerHTML = data;
  return holder.content.firstElementChild;
}

// While somebody presses a button, wait: replaced in between, it would not be clicked.
function replace(selector, data) {
  const old = document.querySelector(selector);
  if (old.matches(":active")) setTimeout(() => replace(selector, data), 50);
  else replaceKeepingFocus(old, parseElement(data));
}

// Keep the keyboard focus: on the same control (by its name and value, or its words), or the open menu, or the whole
// element.
function replaceKeepingFocus(old, fresh) {
  const at = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(fresh);
  if (!at) return;
  const alike = at.name
    ? (one) => one.name === at.name && one.value === at.value
    : (one) => one.textContent === at.textContent;
  [...fresh.querySelectorAll(at.tagName)].find(alike)?.focus();
  if (fresh.contains(document.activeElement)) return;
  const menu = at.closest("details") && fresh.querySelector("summary");
  if (!menu) fresh.tabIndex = -1;
  (menu || fresh).focus({ preventScroll: true });
}

function placeRoom(data) {
  const fresh = parseElement(data);
  const old = document.querySelector(`[data-pane="${CSS.escape(fresh.dataset.pane)}"]`);
  if (!old) {
    document.querySelector("#rooms").append(fresh);
    const tab = document.createElement("a");
    Object.assign(tab, { href: `#${fresh.id}`, className: "news", textContent: fresh.querySelector("h2").textContent });
    tab.dataset.tab = fresh.dataset.pane;
    document.querySelector(".tabs").append(tab);
    tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    initializeLog(fresh.querySelector(".log"));
    watchTabs();
    return;
  }
  replaceKeepingFocus(old.querySelector(".pane-head"), fresh.querySelector(".pane-head"));
  if (old.dataset.inside === fresh.dataset.inside) return;
  const focused = old.querySelector(".composer").contains(document.activeElement);
  old.dataset.inside = fresh.dataset.inside;
  old.querySelector(".composer").replaceWith(fresh.querySelector(".composer"));
  old.querySelector(".log").replaceWith(fresh.querySelector(".log"));
  initializeLog(old.querySelector(".log"));
  if (focused) old.querySelector(".composer textarea, .composer button")?.focus();
}

function toast(text) {
  const note = document.createElement("p");
  note.textContent = text;
  document.querySelector("#toasts").append(note);
  setTimeout(() => note.remove(), 6000);
}

// Clock: advance it between two events

function tick() {
  const now = new Date(clockBase() + performance.now() - clockSeen);
  const shown = (zone, options) => new Intl.DateTimeFormat(body.dataset.language, { timeZone: zone, ...options }).format(now);
  for (const time of document.querySelectorAll("[data-zone]")) {
    const text = shown(time.dataset.zone, { timeStyle: "short" });
    if (time.textContent !== text) time.textContent = text;
  }
}

const wide = matchMedia("(min-width: 721px)");
let explained = null;

// The explanation is open on a wide screen, and as the visitor left it.
function applyTourSetting() {
  const how = document.querySelector("#tour .how");
  if (how) {
    how.open = explained ?? wide.matches;
    how.querySelector("summary").addEventListener("click", () => { explained = !how.open; });
  }
  if (localStorage.getItem("tour") === "hidden") document.querySelector("#tour").hidden = true;
}

document.querySelector("#people [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
applyTourSetting();
for (const log of document.querySelectorAll(".log")) initializeLog(log);
watchTabs();
suggestCommands(body.dataset.language);
setInterval(tick, 1000);
connect();
