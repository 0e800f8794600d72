// The phones page: draws the local Telegram's chats side by side and keeps them true.

import * as drive from "./drive.js";
import { startLook } from "./look.js";
import { phone } from "./phone.js";
import { tabs } from "./tabs.js";
import { currentLanguage, speakAll, speakLanguage } from "./words.js";

const row = document.getElementById("phones");
const away = document.getElementById("away");
const bar = tabs(document.getElementById("tabs"), (its) => its.chat.type === "private" ? its.name.split(" ")[0] : its.name);
const phones = new Map();
let known = null;

function commandsIn(language) {
  const sets = known?.commands ?? {};
  return sets[language] ?? sets[""] ?? Object.values(sets)[0] ?? [];
}

/** What a phone is built from; when it changes the phone is built anew. */
const makeOf = (chat, people) => JSON.stringify([chat.id, chat.type, chat.title, people, known.bot]);

function place(chat) {
  const people = known.people.filter((person) => chat.members?.includes(person.id) ?? person.id === chat.id);
  const owner = chat.type === "private" ? known.people.find((person) => person.id === chat.id) : null;
  const make = makeOf(chat, owner ? [owner] : people);
  const old = phones.get(chat.id);
  if (old?.make === make) return old;
  const fresh = phone({ ...chat, people }, owner, known.bot, commandsIn);
  fresh.make = make;
  return fresh;
}

function drawState(state) {
  known = state;
  const placed = state.chats.filter((chat) => chat.type !== "private" || state.people.some((person) => person.id === chat.id)).map((chat) => [chat.id, place(chat)]);
  const same = placed.length === phones.size && placed.every(([id, its]) => phones.get(id) === its);
  if (!same) {
    phones.clear();
    for (const [id, its] of placed) phones.set(id, its);
    row.replaceChildren(...placed.map(([, its]) => its.shown));
    bar.fill([...phones.values()]);
  }
  for (const chat of state.chats) phones.get(chat.id)?.fill(chat.messages);
  row.removeAttribute("aria-busy");
}

const refetch = async () => drawState(await drive.fetchState());

function happened(event) {
  if (event.n <= known.n) return null;
  const its = phones.get(event.chat);
  if (event.kind === "state" || (!its && event.kind === "message")) return refetch();
  if (!its) return null;
  switch (event.kind) {
    case "message":
      its.add(event.message);
      if (!its.isMine(event.message)) bar.came(its);
      return null;
    case "edited":
      return its.change(event.message);
    case "deleted":
      return its.remove(event.message_id ?? event.message?.message_id);
    case "typing":
      return its.typing();
    case "toast":
      its.settle(event.id);
      return event.text ? its.tell(event.text, event.alert) : null;
    default:
      return null;
  }
}

function startLanguage(buttons) {
  const mark = () => buttons.forEach((its) => its.setAttribute("aria-pressed", its.value === currentLanguage()));
  for (const button of buttons) button.addEventListener("click", () => { speakLanguage(button.value); mark(); });
  mark();
}

startLook(document.getElementById("look"));
startLanguage([...document.querySelectorAll("#languages button")]);
speakAll();
drive.follow({ state: drawState, happened, away: (is) => { away.hidden = !is; } });
