// A chat's messages in their order, with a line for each new day, scrolled to what is new.

import { bubble } from "./bubble.js";
import { element, icon } from "./element.js";
import { dayName, dayOf } from "./times.js";
import { labelled, spoken } from "./words.js";

const NEAR = 96;

/** The messages of one day under its name, which stays in sight as long as they do. */
function dayOpening(unix) {
  const name = spoken(element("div", { class: "day" }), (its) => { its.textContent = dayName(unix); });
  return element("div", { class: "of-a-day" }, name);
}

function typingDots() {
  const bubbled = element("div", { class: "bubble" }, element("i"), element("i"), element("i"));
  return element("div", { class: "message typing", "aria-hidden": "true" }, bubbled);
}

/** `draw(message)` gives the options of its bubble; `empty` is shown while nothing has been said. */
export function log(name, { draw, empty, language }) {
  const list = element("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", lang: language });
  const newer = element("button", { class: "newer", type: "button", hidden: true }, icon("chevron"));
  const dots = typingDots();
  const shown = element("div", { class: "talk" }, labelled(list, "messages_of", name), labelled(newer, "newer"));
  let last = null;
  let hiding = 0;

  const nearEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  const toEnd = () => list.scrollTo({ top: list.scrollHeight });
  const latest = () => [...list.querySelectorAll("[data-message-id]")].at(-1);
  const found = (id) => list.querySelector(`[data-message-id="${CSS.escape(id)}"]`);

  newer.addEventListener("click", () => { toEnd(); list.focus(); });
  list.addEventListener("scroll", () => { if (nearEnd()) newer.hidden = true; });
  new ResizeObserver(() => { if (newer.hidden) toEnd(); }).observe(list);

  function put(message) {
    empty.remove();
    if (!last || dayOf(last.date) !== dayOf(message.date)) list.append(dayOpening(message.date));
    else if (last.from?.id === message.from?.id) latest()?.classList.add("followed");
    list.lastElementChild.append(bubble(message, draw(message)));
    last = message;
  }

  function still() {
    clearTimeout(hiding);
    dots.remove();
  }

  return {
    shown,
    has: (id) => found(id) !== null,

    /** All messages anew, without reading them out again. */
    fill(messages) {
      list.setAttribute("aria-busy", "true");
      list.replaceChildren(empty);
      last = null;
      messages.forEach(put);
      toEnd();
      list.removeAttribute("aria-busy");
    },

    add(message, mine) {
      const follow = mine || nearEnd();
      still();
      put(message);
      latest().classList.add("new");
      if (follow) toEnd();
      else newer.hidden = false;
    },

    change(message) {
      const old = found(message.message_id);
      if (!old) return;
      const follow = nearEnd();
      const held = old.contains(document.activeElement);
      const fresh = bubble(message, draw(message));
      fresh.classList.add("changed");
      fresh.classList.toggle("followed", old.classList.contains("followed"));
      old.replaceWith(fresh);
      if (held) (fresh.querySelector(".keyboard button") ?? list).focus({ preventScroll: true });
      if (follow) toEnd();
    },

    remove: (id) => found(id)?.remove(),

    /** Three dots for `milliseconds`, or until a message comes. */
    typing(milliseconds) {
      const follow = nearEnd();
      list.append(dots);
      if (follow) toEnd();
      clearTimeout(hiding);
      hiding = setTimeout(still, milliseconds);
    },
  };
}
