// Suggest commands while somebody types one: a list above the text field (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).

const MOST = 7;
const known = new Map();

export function suggestCommands(language) {
  document.addEventListener("input", (event) => {
    if (event.target.matches(".composer textarea")) show(event.target, language);
  });
  document.addEventListener("keydown", (event) => {
    const list = event.target.matches?.(".composer textarea") && listOf(event.target);
    if (list && !list.hidden) choose(event, list);
  }, true);
  document.addEventListener("pointerdown", (event) => {
    const option = event.target.closest(".suggestions [role=option]");
    if (!option) return;
    event.preventDefault();
    take(option);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.matches(".composer textarea")) hide(event.target);
  });
}

const listOf = (field) => field.form.querySelector(".suggestions");

async function show(field, language) {
  const typed = field.value;
  const prefix = field.dataset.prefix;
  if (!typed.startsWith(prefix) || typed.includes("\n") || typed.length > 40) return hide(field);
  const room = field.closest("[data-pane]").dataset.pane;
  if (!known.has(room)) {
    const answer = await fetch(`/rooms/${encodeURIComponent(room)}/commands?lang=${language}`);
    known.set(room, answer.ok ? await answer.json() : []);
  }
  if (field.value !== typed) return;
  const wanted = typed.toLowerCase();
  const fits = known.get(room).filter((command) => command.typed.startsWith(wanted) && command.typed !== wanted.trim());
  draw(field, fits.slice(0, MOST));
}

function draw(field, commands) {
  const list = listOf(field);
  list.replaceChildren(...commands.map((command, number) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${number}`;
    option.role = "option";
    option.ariaSelected = "false";
    option.dataset.typed = command.typed;
    const name = document.createElement("b");
    name.textContent = command.typed;
    option.append(name, ` ${command.what}`);
    return option;
  }));
  list.hidden = commands.length === 0;
  field.removeAttribute("aria-activedescendant");
}

const hide = (field) => { if (listOf(field)) draw(field, []); };

function choose(event, list) {
  const options = [...list.children];
  const at = options.findIndex((option) => option.ariaSelected === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) mark(event.target, options, (at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length);
  else if (event.key === "Tab" && !event.shiftKey) take(options[Math.max(at, 0)]);
  else if (event.key === "Enter" && at >= 0) take(options[at]);
  else if (event.key === "Escape") hide(event.target);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function mark(field, options, at) {
  for (const [number, option] of options.entries()) option.ariaSelected = String(number === at);
  field.setAttribute("aria-activedescendant", options[at].id);
  options[at].scrollIntoView({ block: "nearest" });
}

function take(option) {
  const field = option.closest("form").elements.text;
  field.value = `${option.dataset.typed} `;
  hide(field);
  field.focus();
}
