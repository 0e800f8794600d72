// The page's words in the chosen language, and switching it without losing what is on the screen.

import en from "./words/en.js";
import tr from "./words/tr.js";
import { chosen, choose } from "./choices.js";

const CATALOGUES = { tr, en };
const browsers = navigator.language.startsWith("tr") ? "tr" : "en";
let language = chosen("lang", Object.keys(CATALOGUES)) ?? browsers;

export const currentLanguage = () => language;

export const say = (key, x = "") => CATALOGUES[language][key].replace("{x}", x);

/** Run `speak` now and again at every change of language, for as long as the element is on the page. */
export function spoken(element, speak) {
  const before = element.speak ?? (() => {});
  element.speak = () => { before(); speak(element); };
  element.dataset.spoken = "";
  speak(element);
  return element;
}

export const worded = (element, key, x) => spoken(element, (its) => { its.textContent = say(key, x); });

export const labelled = (element, key, x) =>
  spoken(element, (its) => { its.setAttribute("aria-label", say(key, x)); });

export function speakLanguage(wanted) {
  language = wanted;
  choose("lang", wanted);
  speakAll();
}

/** Put every word of the page in the current language; the file index.html names its own by data-words. */
export function speakAll() {
  document.documentElement.lang = language;
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = say(element.dataset.words);
  for (const element of document.querySelectorAll("[data-label]"))
    element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of document.querySelectorAll("[data-spoken]")) element.speak();
}
