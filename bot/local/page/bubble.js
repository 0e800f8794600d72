// One message as a bubble: who, what, when, and the buttons under it.

import { nameOf } from "./caption.js";
import { fileAddress } from "./drive.js";
import { element, icon } from "./element.js";
import { richText } from "./entities.js";
import { keyboard } from "./keyboard.js";
import { clock, machineTime, sizeName } from "./times.js";
import { spoken, worded } from "./words.js";

function attachment(file) {
  const kind = file.mime_type?.startsWith("text/calendar") ? "calendar" : "file";
  const size = spoken(element("span", { class: "size" }), (its) => {
    its.textContent = sizeName(file.file_size ?? 0);
  });
  const fetch = element("span", { class: "fetch" }, icon("down"), worded(element("span"), "download"));
  const download = element(
    "a",
    { href: fileAddress(file), download: file.file_name ?? "" },
    element("span", { class: "badge" }, icon(kind)),
    element("span", { class: "file" }, element("span", { class: "name" }, file.file_name ?? ""), size, fetch),
  );
  return element("div", { class: "document" }, download);
}

const picture = (sizes, caption) => element("img", { src: fileAddress(sizes.at(-1)), alt: caption ?? "" });

function enclosed(message) {
  if (message.document) return attachment(message.document);
  return message.photo?.length ? picture(message.photo, message.caption) : null;
}

function words(message, sendText) {
  const text = message.text ?? message.caption;
  if (text != null) {
    const entities = message.entities ?? message.caption_entities;
    return element("div", { class: "text", dir: "auto" }, ...richText(text, entities, sendText));
  }
  return message.document || message.photo ? null : worded(element("div", { class: "text other" }), "other_kind");
}

function foot(message) {
  const edited = message.edit_date ? worded(element("span", { class: "edited" }), "edited") : null;
  const time = element("time", { datetime: machineTime(message.date) }, clock(message.date));
  return element("div", { class: "foot" }, edited, time);
}

/** Who wrote it: for the eye only where several people write, for the ear always. */
function author(message, mine, named) {
  if (mine && !named) return worded(element("span", { class: "author unseen" }), "you");
  return element("span", { class: named ? "author" : "author unseen" }, message.from ? nameOf(message.from) : "");
}

/** `mine`: written on this phone. `sendText` and `press` say what a tap on a command or a button does. */
export function bubble(message, { mine, named, sendText, press }) {
  const body = [author(message, mine, named), enclosed(message), words(message, sendText), foot(message)];
  const drawn = element("div", { class: mine ? "bubble mine" : "bubble" }, ...body);
  const buttons = keyboard(message.reply_markup, (data) => press(message.message_id, data));
  const place = { class: mine ? "message mine" : "message", "data-message-id": message.message_id };
  return element("div", place, drawn, buttons);
}
