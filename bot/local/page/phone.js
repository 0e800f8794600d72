// One phone: the chat it shows and what its owner can do in it.

import { bar, caption, nameOf } from "./caption.js";
import { commands } from "./commands.js";
import { composer } from "./composer.js";
import * as drive from "./drive.js";
import { element, icon } from "./element.js";
import { settle } from "./keyboard.js";
import { log } from "./log.js";
import { toast } from "./toast.js";
import { labelled, say, spoken, worded } from "./words.js";

const TYPING_LASTS = 5000;

/** What the bot is doing, under its name. */
function botStatus(usually) {
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

function nothingYet(owner, start) {
  const button = worded(element("button", { type: "button", click: start }), "start");
  const hint = worded(element("p"), owner ? "start_hint" : "group_hint");
  return element("div", { class: "empty" }, icon("star"), hint, owner ? button : null);
}

/** `chat.people` are its members; `owner` the person of a private chat, null for a group. */
export function phone(chat, owner, bot, commandsIn) {
  const name = owner ? nameOf(owner) : chat.title;
  const first = owner ?? chat.people[0];
  const language = first?.language_code ?? null;
  const status = botStatus(owner ? "bot" : "group");
  const { shown: toasted, tell } = toast();

  const sendText = async (text) => {
    try {
      await drive.send(chat.id, written.speaker(), text);
      return true;
    } catch {
      tell(say("not_sent"));
      return false;
    }
  };
  const press = async (message, data) => {
    try {
      return await drive.press(chat.id, written.speaker(), message, data);
    } catch (refused) {
      tell(say("not_pressed"));
      throw refused;
    }
  };

  const menu = commands(() => commandsIn(language), sendText);
  const written = composer({
    people: owner ? [owner] : chat.people,
    sentences: first?.chips ?? [],
    language,
    menu,
    send: sendText,
  });
  const isMine = (message) => message.from?.id !== bot.id;
  const named = chat.people.length > 1;
  const start = async () => { await sendText("/start"); written.focus(); };
  const talk = log(name, {
    language,
    empty: nothingYet(owner, start),
    draw: (message) => ({ mine: isMine(message), named: named && isMine(message), sendText, press }),
  });

  const top = bar(owner ? bot.first_name : chat.title, status.shown);
  const screen = element("div", { class: "screen" }, top, toasted, talk.shown, written.shown);
  const device = element("div", { class: "case" }, screen);
  const shown = element("section", { class: "phone", "data-chat": chat.id }, caption(chat, owner), device);

  return {
    chat,
    name,
    tab: owner ? owner.first_name : chat.title,
    shown: labelled(shown, "phone_of", name),
    isMine,
    tell,
    fill: talk.fill,
    change: talk.change,
    remove: talk.remove,
    settle: (pressed) => settle(shown, pressed),
    add(message) {
      if (!isMine(message)) status.rest();
      if (talk.has(message.message_id)) talk.change(message);
      else talk.add(message, isMine(message));
    },
    typing() {
      status.typing();
      talk.typing(TYPING_LASTS);
    },
  };
}
