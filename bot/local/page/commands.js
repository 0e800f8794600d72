// The bot's menu of commands, opened by a button and left by Escape.

import { element, icon } from "./element.js";
import { labelled } from "./words.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** `list()` fetches the commands in the person's language; `choose("/need")` sends one. */
export function commands(list, choose) {
  const panel = labelled(element("div", { class: "commands", role: "group", hidden: true }), "commands");
  const closed = { class: "menu", type: "button", "aria-expanded": "false" };
  const button = element("button", { ...closed, click: toggle }, icon("menu"));
  const shown = element("div", { class: "with-menu" }, labelled(button, "commands"), panel);

  function close() {
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  function choice({ command, description }) {
    const chosen = () => { close(); button.focus(); choose(`/${command}`); };
    const words = [element("b", {}, `/${command}`), element("span", {}, description)];
    return element("button", { type: "button", click: chosen }, ...words);
  }

  async function toggle() {
    if (!panel.hidden) return close();
    const choices = (await list()).map(choice);
    if (!choices.length) return null;
    panel.replaceChildren(...choices);
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    return choices[0].focus();
  }

  shown.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) { close(); button.focus(); }
    const choices = [...panel.children];
    const at = choices.indexOf(document.activeElement);
    if (!(event.key in STEPS) || at < 0) return;
    event.preventDefault();
    choices[(at + STEPS[event.key] + choices.length) % choices.length].focus();
  });
  shown.addEventListener("focusout", (event) => {
    if (!panel.hidden && !shown.contains(event.relatedTarget)) close();
  });
  return shown;
}
