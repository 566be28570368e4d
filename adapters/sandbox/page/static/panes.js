// Messages in their panes, and the tabs of narrow screens.

const NEAR = 120;
const isAtEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;

// Keep the newest message in view when the pane changes its size.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) if (target.dataset.end !== "no") target.scrollTop = target.scrollHeight;
});

// Replace a message that is shown, or insert a new one in the order of ids.
export function placeMessage(fresh) {
  const old = document.getElementById(fresh.id);
  const log = old?.closest(".log") ?? document.querySelector(`[data-log="${CSS.escape(fresh.dataset.room)}"]`);
  if (!log) return;
  const atEnd = isAtEnd(log);
  if ("gone" in fresh.dataset) {
    if (old?.contains(document.activeElement)) log.focus({ preventScroll: true });
    old?.remove();
  } else if (old) {
    if (old.querySelector(".words")?.textContent !== fresh.querySelector(".words")?.textContent) {
      fresh.classList.add("changed");
    }
    replaceMessage(old, fresh);
  } else {
    fresh.classList.add("fresh");
    insert(log, fresh);
    document.querySelector(`[data-tab="${CSS.escape(fresh.dataset.room)}"]:not([aria-current])`)?.classList.add("news");
  }
  updateGrouping(log, fresh);
  if (atEnd || (!old && fresh.classList.contains("own"))) log.scrollTop = log.scrollHeight;
  else if (!old && !("gone" in fresh.dataset)) log.parentElement.querySelector(".newest").hidden = false;
}

function insert(log, fresh) {
  let before = log.lastElementChild;
  while (before && number(before) > number(fresh)) before = before.previousElementSibling;
  before ? before.after(fresh) : log.prepend(fresh);
}

// Keep the focus, an open tool bar, and an open list with what is marked in it.
function replaceMessage(old, fresh) {
  const at = old.contains(document.activeElement) ? document.activeElement : null;
  const open = old.querySelector(".more")?.open;
  keepChoices(old.querySelector(".choices"), fresh.querySelector(".choices"));
  old.replaceWith(fresh);
  const more = fresh.querySelector(".more");
  if (more && open) more.open = true;
  if (!at) return;
  const same = at.value && [...fresh.querySelectorAll("button")].find((b) => b.value === at.value && b.checkVisibility());
  (same || more?.querySelector("summary"))?.focus({ preventScroll: true });
}

function keepChoices(old, fresh) {
  if (!old?.open || !fresh) return;
  fresh.open = true;
  const marked = new Set([...old.querySelectorAll("input:checked")].map((input) => input.value));
  for (const input of fresh.querySelectorAll("input")) input.checked = marked.has(input.value);
}

const number = (message) => Number(message.id.slice(1));

function updateGrouping(log, fresh) {
  if (fresh.isConnected) {
    markGrouping(fresh);
    if (fresh.nextElementSibling) markGrouping(fresh.nextElementSibling);
  } else {
    for (const message of log.children) markGrouping(message);
  }
}

function markGrouping(message) {
  const before = message.previousElementSibling;
  const newDay = !before || before.dataset.day !== message.dataset.day;
  message.classList.toggle("first-of-day", newDay);
  const joined = !newDay && before.dataset.author === message.dataset.author && !message.matches(".private, .bot");
  message.classList.toggle("follows", joined && !before.matches(".private"));
}

export function initializeLog(log) {
  for (const message of log.children) markGrouping(message);
  log.scrollTop = log.scrollHeight;
  sizes.observe(log);
  log.addEventListener("scroll", () => {
    log.dataset.end = isAtEnd(log) ? "yes" : "no";
    if (isAtEnd(log)) log.parentElement.querySelector(".newest").hidden = true;
  }, { passive: true });
}

// On a narrow screen one pane is visible at a time; highlight its tab.
export function watchTabs() {
  const tabs = new Map([...document.querySelectorAll("[data-tab]")].map((tab) => [tab.dataset.tab, tab]));
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const tab = tabs.get(entry.target.dataset.pane);
      if (entry.isIntersecting) {
        tab?.setAttribute("aria-current", "true");
        tab?.classList.remove("news");
      } else tab?.removeAttribute("aria-current");
    }
  }, { root: document.querySelector("#rooms"), threshold: 0.6 });
  for (const pane of document.querySelectorAll("[data-pane]")) watch.observe(pane);
}
