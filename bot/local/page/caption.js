// Whose phone it is, above the phone, and which chat it shows, at the top of its screen.

import { element, icon } from "./element.js";

const TONES = 6;

export const nameOf = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

const initials = (name) => name.split(/\s+/u).slice(0, 2).map((word) => [...word][0]).join("");

/** A person keeps their tone from visit to visit. */
function portrait(person) {
  const look = { class: "portrait", "data-tone": person.id % TONES, "aria-hidden": "true" };
  return element("span", look, initials(nameOf(person)));
}

const groupPortrait = () =>
  element("span", { class: "portrait", "data-tone": "group", "aria-hidden": "true" }, icon("people"));

/** `owner` is null for a group's phone, which names its members instead. */
export function caption(chat, owner) {
  const name = owner ? nameOf(owner) : chat.title;
  const detail = owner ? owner.title : chat.people.map((person) => person.first_name).join(", ");
  const tongue = owner?.language_code;
  return element(
    "div",
    { class: "caption" },
    owner ? portrait(owner) : groupPortrait(),
    element("div", {}, element("h2", {}, name), element("p", { title: detail }, detail ?? "")),
    tongue ? element("span", { class: "tongue", "aria-hidden": "true" }, tongue.toUpperCase()) : null,
  );
}

/** `kind` is the drawing beside the title: the bot's star, or people for a group. */
export function bar(kind, title, status) {
  const face = element("span", { class: "face", "aria-hidden": "true" }, icon(kind));
  return element("div", { class: "bar" }, face, element("div", {}, element("b", {}, title), status));
}
