// One phone: whose it is, the chat it shows, and what its owner can do in it.

import { nameOf } from "./bubble.js";
import { commands } from "./commands.js";
import { composer } from "./composer.js";
import * as drive from "./drive.js";
import { element, icon } from "./element.js";
import { settle } from "./keyboard.js";
import { log } from "./log.js";
import { labelled, say, spoken, worded } from "./words.js";

const TYPING_LASTS = 5000;
const TOAST_LASTS = 4500;
const ALERT_LASTS = 9000;

/** One of six tones, the same for the same id at every visit. */
const toneOf = (id) => String(Math.abs(id) % 6);

const initials = (name) => name.split(/\s+/u).slice(0, 2).map((word) => [...word][0]).join("");

const portrait = (name, id) =>
  element("span", { class: "portrait", "data-tone": toneOf(id), "aria-hidden": "true" }, initials(name));

function caption(chat, owner) {
  const name = owner ? nameOf(owner) : chat.title;
  const detail = owner ? owner.title : chat.people.map((person) => person.first_name).join(", ");
  const tongue = owner?.language_code;
  const badge = tongue ? element("span", { class: "tongue", "aria-hidden": "true" }, tongue.toUpperCase()) : null;
  const words = element("div", {}, element("h2", {}, name), element("p", {}, detail ?? ""));
  return element("div", { class: "caption" }, owner ? portrait(name, owner.id) : element("span", { class: "portrait", "data-tone": "group" }, icon("people")), words, badge);
}

function bar(chat, bot, status) {
  const face = element("span", { class: "face", "aria-hidden": "true" }, icon("star"));
  const name = chat.type === "private" ? bot.first_name : chat.title;
  return element("div", { class: "bar" }, face, element("div", {}, element("b", {}, name), status));
}

/** `chat.people` are its members who are persons; `owner` the person of a private chat, null for a group. */
export function phone(chat, owner, bot, commandsIn) {
  const name = owner ? nameOf(owner) : chat.title;
  const language = owner?.language_code ?? chat.people[0]?.language_code ?? "tr";
  const toast = element("div", { class: "toast", role: "status" });
  let quiet = 0;
  let still = 0;

  let doing = owner ? "bot" : "group";
  const status = spoken(element("span", { class: "status" }), (its) => { its.textContent = say(doing); });
  const show = (what) => {
    doing = what;
    status.classList.toggle("busy", what === "typing");
    status.speak();
  };
  const rest = () => show(owner ? "bot" : "group");
  const tell = (text, lasting = TOAST_LASTS) => {
    clearTimeout(quiet);
    toast.textContent = text;
    quiet = setTimeout(() => { toast.textContent = ""; }, lasting);
  };
  const attempt = async (doing, trouble) => {
    try {
      return await doing;
    } catch (refused) {
      tell(say(trouble));
      throw refused;
    }
  };
  const sendText = (from, text) => attempt(drive.send(chat.id, from, text), "not_sent").then(() => true, () => false);

  const menu = commands(() => commandsIn(language), (command) => sendText(written.speaker(), command));
  const written = composer({
    people: owner ? [owner] : chat.people,
    sentences: (owner ?? chat.people[0])?.chips ?? [],
    language,
    menu: menu.shown,
    send: sendText,
  });
  const isMine = (message) => message.from?.id === written.speaker();
  const start = worded(element("button", { type: "button", click: () => sendText(written.speaker(), "/start") }), "start");
  const hint = worded(element("p"), owner ? "start_hint" : "group_hint");
  const talk = log(name, {
    language,
    empty: element("div", { class: "empty" }, icon("star"), hint, owner ? start : null),
    draw: (message) => ({
      mine: isMine(message),
      named: !owner && message.from?.id !== bot.id,
      sendText: (text) => sendText(written.speaker(), text),
      press: (id, data) => attempt(drive.press(chat.id, written.speaker(), id, data), "not_pressed"),
    }),
  });

  const screen = element("div", { class: "screen" }, bar(chat, bot, status), toast, talk.shown, written.shown);
  const shown = element("section", { class: "phone", "data-chat": chat.id }, caption(chat, owner), element("div", { class: "case" }, screen));
  labelled(shown, "phone_of", name);

  return {
    chat, name, shown, isMine,
    tell: (text, alert) => tell(text, alert ? ALERT_LASTS : TOAST_LASTS),
    fill: (messages) => { menu.update(); talk.fill(messages); },
    add: (message) => { rest(); talk.has(message.message_id) ? talk.change(message) : talk.add(message, isMine(message)); },
    change: talk.change,
    remove: talk.remove,
    settle: (press) => settle(shown, press),
    focus: written.focus,
    typing() {
      show("typing");
      talk.typing(TYPING_LASTS);
      clearTimeout(still);
      still = setTimeout(rest, TYPING_LASTS);
    },
  };
}
