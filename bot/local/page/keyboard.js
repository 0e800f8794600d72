// The buttons under a message: a spinner from the press until the bot answers it.

import { element, icon } from "./element.js";
import { labelled, say, spoken } from "./words.js";
import { link } from "./entities.js";

const PATIENCE = 15_000;

function rest(button) {
  button.removeAttribute("aria-busy");
  button.querySelector(".spinner")?.remove();
}

function wait(button) {
  button.setAttribute("aria-busy", "true");
  button.append(labelled(element("span", { class: "spinner", role: "img" }), "pressed"));
  setTimeout(rest, PATIENCE, button);
}

function pressable(button, press) {
  const pressed = async () => {
    if (made.hasAttribute("aria-busy")) return;
    wait(made);
    try {
      const { id } = await press(button.callback_data);
      made.dataset.press = id;
    } catch {
      rest(made);
    }
  };
  const made = element("button", { type: "button", dir: "auto", click: pressed }, button.text);
  return made;
}

function opening(button) {
  const made = link(button.url, button.text, icon("out"));
  return spoken(made, (its) => { its.title = say("opens"); });
}

/** `press(data)` passes a press on and returns its id; null when the message has no buttons. */
export function keyboard(markup, press) {
  const rows = markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const drawn = rows.map((row) =>
    element("div", { class: "row" }, ...row.map((its) => (its.url ? opening(its) : pressable(its, press)))),
  );
  return element("div", { class: "keyboard" }, ...drawn);
}

/** The bot answered a press: its button, or when the press is not named all waiting ones, come to rest. */
export function settle(root, press) {
  const waiting = [...root.querySelectorAll(".keyboard button[aria-busy]")];
  const named = waiting.filter((button) => button.dataset.press === String(press));
  for (const button of named.length ? named : waiting) rest(button);
}
