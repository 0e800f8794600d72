// One phone: the chat it shows and what its owner can do in it.

import { bar, caption, nameOf } from "./caption.js";
import { commands } from "./commands.js";
import { composer } from "./composer.js";
import * as drive from "./drive.js";
import { element, icon } from "./element.js";
import { settle } from "./keyboard.js";
import { Log } from "./log.js";
import { botStatus } from "./status.js";
import { toast } from "./toast.js";
import { labelled, say, worded } from "./words.js";

function nothingYet(owner, start) {
  const button = worded(element("button", { type: "button", click: start }), "start");
  const hint = worded(element("p"), owner ? "start_hint" : "group_hint");
  return element("div", { class: "empty" }, icon("star"), hint, owner ? button : null);
}

export class Phone {
  /** `chat.people` are its members; `owner` the person of a private chat, null for a group. */
  constructor(chat, owner, bot, commandsIn) {
    this.chat = chat;
    this.bot = bot;
    this.tab = owner ? owner.first_name : chat.title;
    this.status = botStatus(owner ? "bot" : "group");
    this.toast = toast();
    this.composer = this.makeComposer(owner, commandsIn);
    this.log = this.makeLog(owner);
    const top = owner ? bar("star", bot.first_name, this.status.shown) : bar("people", chat.title, this.status.shown);
    const inside = [top, this.toast.shown, this.log.shown, this.composer.shown];
    const device = element("div", { class: "case" }, element("div", { class: "screen" }, ...inside));
    const whole = element("section", { class: "phone", "data-chat": chat.id }, caption(chat, owner), device);
    this.shown = labelled(whole, "phone_of", owner ? nameOf(owner) : chat.title);
  }

  makeComposer(owner, commandsIn) {
    const people = owner ? [owner] : this.chat.people;
    const language = people[0]?.language_code;
    return composer({
      people,
      sentences: people[0]?.chips ?? [],
      language,
      menu: commands(() => commandsIn(language), (command) => this.send(command)),
      send: (text) => this.send(text),
    });
  }

  makeLog(owner) {
    const start = () => {
      this.composer.focus();
      this.send("/start");
    };
    return new Log(owner ? nameOf(owner) : this.chat.title, {
      language: owner?.language_code,
      empty: nothingYet(owner, start),
      draw: (message) => ({
        mine: this.isMine(message),
        named: this.isMine(message) && this.chat.people.length > 1,
        sendText: (text) => this.send(text),
        press: (id, data) => this.press(id, data),
      }),
    });
  }

  /** Written on this phone; in a group by any of its members. */
  isMine(message) {
    return message.from?.id !== this.bot.id;
  }

  /** True when the text went out; otherwise the person is told. */
  async send(text) {
    try {
      await drive.send(this.chat.id, this.composer.speaker(), text);
      return true;
    } catch {
      this.toast.tell(say("not_sent"));
      return false;
    }
  }

  async press(message, data) {
    try {
      return await drive.press(this.chat.id, this.composer.speaker(), message, data);
    } catch (refused) {
      this.toast.tell(say("not_pressed"));
      throw refused;
    }
  }

  add(message) {
    if (!this.isMine(message)) this.ring();
    this.log.add(message, this.isMine(message));
  }

  ring() {
    this.status.rest();
    this.shown.classList.remove("rung");
    requestAnimationFrame(() => this.shown.classList.add("rung"));
  }

  typing() {
    this.status.typing();
    this.log.typing();
  }

  /** The bot answered a press, in words or without. */
  answered({ id, text, alert }) {
    settle(this.shown, id);
    if (text) this.toast.tell(text, alert);
  }
}
