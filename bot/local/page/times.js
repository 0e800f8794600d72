// Days, times and sizes as people read them, in the page's language.

import { currentLanguage, say } from "./words.js";

const LOCALES = { tr: "tr-TR", en: "en-GB" };
const DAY = 86_400_000;

const moment = (unix) => new Date(unix * 1000);

/** The local day of a moment, as a key that two messages of one day share. */
export const dayOf = (unix) => moment(unix).toDateString();

export const clock = (unix) =>
  moment(unix).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export const machineTime = (unix) => moment(unix).toISOString();

/** "1 Aralık Salı", "Tuesday 1 December": the order is written out, for browsers differ in theirs. */
export function dayName(unix) {
  const day = moment(unix).toDateString();
  if (day === new Date().toDateString()) return say("today");
  if (day === new Date(Date.now() - DAY).toDateString()) return say("yesterday");
  const part = (options) => moment(unix).toLocaleDateString(LOCALES[currentLanguage()], options);
  const [number, month, weekday] = [{ day: "numeric" }, { month: "long" }, { weekday: "long" }].map(part);
  return currentLanguage() === "tr" ? `${number} ${month} ${weekday}` : `${weekday} ${number} ${month}`;
}

export function sizeName(bytes) {
  const power = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const amount = bytes / 1024 ** power;
  const unit = ["byte", "kilobyte", "megabyte"][power];
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: amount < 10 ? 1 : 0 };
  return amount.toLocaleString(LOCALES[currentLanguage()], format);
}
