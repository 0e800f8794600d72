// Light, dark, or as the device has it.

import { chosen, choose } from "./choices.js";

const LOOKS = ["auto", "light", "dark"];

export function startLook(select) {
  select.value = chosen("look", LOOKS) ?? "auto";
  document.documentElement.dataset.look = select.value;
  select.addEventListener("change", () => {
    document.documentElement.dataset.look = select.value;
    choose("look", select.value);
  });
}
