// On a narrow screen one phone at a time: a bar to choose it, with a count of what came to the others.

import { element } from "./element.js";
import { worded } from "./words.js";

export function tabs(bar) {
  let entries = [];
  let current = null;

  function draw(entry) {
    entry.tab.replaceChildren(element("span", {}, entry.phone.tab));
    if (!entry.unread) return;
    const count = element("span", { class: "unread", "aria-hidden": "true" }, String(entry.unread));
    entry.tab.append(count, worded(element("span", { class: "unseen" }), "unread", entry.unread));
  }

  function show(entry) {
    current = entry;
    entry.unread = 0;
    for (const each of entries) {
      each.phone.shown.classList.toggle("shown", each === entry);
      if (each === entry) each.tab.setAttribute("aria-current", "true");
      else each.tab.removeAttribute("aria-current");
    }
    draw(entry);
  }

  return {
    fill(phones) {
      entries = phones.map((phone) => {
        const entry = { phone, unread: 0, tab: null };
        const its = { type: "button", "data-tab": phone.chat.id };
        entry.tab = element("button", { ...its, click: () => show(entry) });
        return entry;
      });
      entries.forEach(draw);
      bar.replaceChildren(...entries.map((entry) => entry.tab));
      const kept = entries.find((entry) => entry.phone.chat.id === current?.phone.chat.id);
      if (entries.length) show(kept ?? entries[0]);
    },

    /** Something new came to this phone while another one is shown. */
    came(phone) {
      const entry = entries.find((each) => each.phone === phone);
      if (entry === current) return;
      entry.unread += 1;
      draw(entry);
    },
  };
}
