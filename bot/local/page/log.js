// A chat's messages in their order, under the name of their day, scrolled to what is new.

import { bubble } from "./bubble.js";
import { element, icon } from "./element.js";
import { dayName, dayOf } from "./times.js";
import { labelled, spoken } from "./words.js";

const NEAR = 96; // pixels from the end that still count as reading the newest
const TYPING_LASTS = 5000;

/** The messages of one day under its name, which stays in sight as long as they do. */
function dayOpening(unix) {
  const name = spoken(element("div", { class: "day" }), (its) => { its.textContent = dayName(unix); });
  return element("div", { class: "of-a-day" }, name);
}

function typingDots() {
  const bubbled = element("div", { class: "bubble" }, element("i"), element("i"), element("i"));
  return element("div", { class: "message typing", "aria-hidden": "true" }, bubbled);
}

export class Log {
  /** `draw(message)` gives the options of its bubble; `empty` is shown while nothing has been said. */
  constructor(name, { draw, empty, language }) {
    const live = { role: "log", "aria-live": "polite", tabindex: "0", lang: language };
    this.list = labelled(element("div", { class: "log", ...live }), "messages_of", name);
    this.newer = element("button", { class: "newer", type: "button", hidden: true }, icon("chevron"));
    this.shown = element("div", { class: "talk" }, this.list, labelled(this.newer, "newer"));
    this.draw = draw;
    this.empty = empty;
    this.dots = typingDots();
    this.atEnd = true;
    this.newer.addEventListener("click", () => { this.toEnd(); this.list.focus(); });
    this.list.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => { if (this.atEnd) this.toEnd(); }).observe(this.list);
  }

  nearEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR;
  }

  toEnd() {
    this.list.scrollTo({ top: this.list.scrollHeight });
  }

  scrolled() {
    this.atEnd = this.nearEnd();
    if (this.atEnd) this.newer.hidden = true;
  }

  /** Change the list, and stay at its end if that is where the reader is. */
  following(change, always = false) {
    const follow = always || this.nearEnd();
    change();
    if (follow) this.toEnd();
    return follow;
  }

  drawn(id) {
    return this.list.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
  }

  /** The last message as it is drawn, while no dots stand after it. */
  newest() {
    const last = this.list.lastElementChild?.lastElementChild;
    return last?.message ? last : null;
  }

  drawing(message) {
    return Object.assign(bubble(message, this.draw(message)), { message });
  }

  put(message) {
    this.empty.remove();
    const before = this.newest();
    const sameDay = before && dayOf(before.message.date) === dayOf(message.date);
    if (!sameDay) this.list.append(dayOpening(message.date));
    else if (before.message.from?.id === message.from?.id) before.classList.add("followed");
    this.list.lastElementChild.append(this.drawing(message));
  }

  /** All messages anew, without reading them out again. */
  fill(messages) {
    this.list.setAttribute("aria-busy", "true");
    this.list.replaceChildren(this.empty);
    messages.forEach((message) => this.put(message));
    this.toEnd();
    this.list.removeAttribute("aria-busy");
  }

  add(message, mine) {
    if (this.drawn(message.message_id)) return this.change(message);
    const followed = this.following(() => {
      this.still();
      this.put(message);
      this.newest().classList.add("new");
    }, mine);
    this.newer.hidden = followed;
    return undefined;
  }

  change(message) {
    const old = this.drawn(message.message_id);
    if (!old) return;
    const held = old.contains(document.activeElement);
    const fresh = this.drawing(message);
    fresh.classList.add("changed");
    fresh.classList.toggle("followed", old.classList.contains("followed"));
    this.following(() => old.replaceWith(fresh));
    if (held) (fresh.querySelector(".keyboard button") ?? this.list).focus({ preventScroll: true });
  }

  remove(id) {
    const drawn = this.drawn(id);
    const day = drawn?.parentElement;
    drawn?.remove();
    if (day?.childElementCount === 1) day.remove();
  }

  /** Three dots for a while, or until a message comes. */
  typing() {
    this.following(() => this.list.append(this.dots));
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => this.still(), TYPING_LASTS);
  }

  still() {
    clearTimeout(this.hiding);
    this.dots.remove();
  }
}
