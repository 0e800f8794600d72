// A short word over the chat that goes by itself: the bot's answer to a press, or what went wrong.

import { element } from "./element.js";

const LASTS = 4500;
const ALERT_LASTS = 9000;

export function toast() {
  const shown = element("div", { class: "toast", role: "status" });
  let going = 0;

  function tell(text, alert = false) {
    clearTimeout(going);
    shown.textContent = text;
    going = setTimeout(() => { shown.textContent = ""; }, alert ? ALERT_LASTS : LASTS);
  }

  return { shown, tell };
}
