// What the bot is doing, under its name.

import { element } from "./element.js";
import { say, spoken } from "./words.js";

const TYPING_LASTS = 5000;

/** `usually` is the key of what stands there when nothing is going on. */
export function botStatus(usually) {
  let doing = usually;
  let over = 0;
  const shown = spoken(element("span", { class: "status" }), (its) => { its.textContent = say(doing); });

  function show(what) {
    clearTimeout(over);
    doing = what;
    shown.classList.toggle("busy", what !== usually);
    shown.speak();
  }

  const rest = () => show(usually);
  const typing = () => { show("typing"); over = setTimeout(rest, TYPING_LASTS); };
  return { shown, rest, typing };
}
