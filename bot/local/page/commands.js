// The bot's menu of commands, opened by a button and left by Escape.

import { element, icon } from "./element.js";
import { labelled } from "./words.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** `list()` gives the commands in the person's language; `choose("/need")` sends one. */
export function commands(list, choose) {
  const panel = labelled(element("div", { class: "commands", role: "group", hidden: true }), "commands");
  const button = element("button", { class: "menu", type: "button", "aria-expanded": "false", click: toggle }, icon("menu"));
  const shown = element("div", { class: "with-menu" }, labelled(button, "commands"), panel);

  function close(refocus) {
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (refocus) button.focus();
  }

  const choice = ({ command, description }) =>
    element("button", { type: "button", click: () => { close(true); choose(`/${command}`); } },
      element("b", {}, `/${command}`), element("span", {}, description));

  function toggle() {
    if (!panel.hidden) return close(true);
    panel.replaceChildren(...list().map(choice));
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    return panel.firstElementChild?.focus();
  }

  shown.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
    const choices = [...panel.children];
    const at = choices.indexOf(document.activeElement);
    if (!(event.key in STEPS) || at < 0) return;
    event.preventDefault();
    choices[(at + STEPS[event.key] + choices.length) % choices.length].focus();
  });
  shown.addEventListener("focusout", (event) => {
    if (!panel.hidden && !shown.contains(event.relatedTarget)) close(false);
  });
  return { shown, update: () => { button.hidden = !list().length; } };
}
