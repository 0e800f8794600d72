// The phones page: draws the local Telegram's chats side by side and keeps them true.

import * as drive from "./drive.js";
import { startLook } from "./look.js";
import { Phone } from "./phone.js";
import { shownChats } from "./shown.js";
import { tabs } from "./tabs.js";
import { currentLanguage, say, speakAll, speakLanguage, spoken } from "./words.js";

const row = document.getElementById("phones");
const away = document.getElementById("away");
const bar = tabs(document.getElementById("tabs"));
const phones = new Map();
let known = null;
let connected = true;

/** Asked anew each time, for the bot may name its commands after the page was opened. */
async function commandsIn(language) {
  const { commands } = await drive.fetchState();
  return commands[language] ?? commands[""] ?? [];
}

/** What a phone is built from; when it changes the phone is built anew. */
const makeOf = (chat, owner) =>
  JSON.stringify([
    [known.bot.id, known.bot.first_name, chat.id, chat.title, owner?.id],
    ...chat.people.map((its) => [its.id, its.first_name, its.last_name, its.language_code, its.title, its.chips]),
  ]);

function place(chat) {
  const people = known.people.filter((person) => chat.members.includes(person.id));
  const owner = chat.type === "private" ? known.people.find((person) => person.id === chat.id) : null;
  const peopled = { ...chat, people };
  const make = makeOf(peopled, owner);
  const old = phones.get(chat.id);
  return old?.make === make ? old : Object.assign(new Phone(peopled, owner, known.bot, commandsIn), { make });
}

function drawState(state) {
  known = state;
  const chats = shownChats(state);
  const placed = chats.map(place);
  const same = placed.length === phones.size && placed.every((its) => phones.get(its.chat.id) === its);
  if (!same) {
    phones.clear();
    for (const its of placed) phones.set(its.chat.id, its);
    row.replaceChildren(...placed.map((its) => its.shown));
    bar.fill(placed);
  }
  for (const chat of chats) phones.get(chat.id).log.fill(chat.messages);
  row.removeAttribute("aria-busy");
}

const isNews = (event) => event.kind === "state" || !known.chats.some((chat) => chat.id === event.chat);

function showIn(its, event) {
  switch (event.kind) {
    case "message":
      its.add(event.message);
      if (!its.isMine(event.message)) bar.came(its);
      break;
    case "edited":
      its.log.change(event.message);
      break;
    case "deleted":
      its.log.remove(event.message.message_id);
      break;
    case "typing":
      its.typing();
      break;
    case "toast":
      its.answered(event);
      break;
    default: // "pressed": the phone that pressed shows it already
  }
}

async function happened(event) {
  if (event.n <= known.n) return; // the state told of it
  if (isNews(event)) drawState(await drive.fetchState());
  else if (phones.has(event.chat)) showIn(phones.get(event.chat), event);
}

function startLanguage(buttons) {
  const mark = () => buttons.forEach((its) => its.setAttribute("aria-pressed", its.value === currentLanguage()));
  for (const button of buttons) button.addEventListener("click", () => { speakLanguage(button.value); mark(); });
  mark();
}

spoken(away, (its) => { its.textContent = connected ? "" : say("away"); });
startLook(document.getElementById("look"));
startLanguage([...document.querySelectorAll("#languages button")]);
speakAll();
drive.follow({ state: drawState, happened, away: (is) => { connected = !is; away.speak(); } });
