// Where a person writes: Enter sends, Shift and Enter begin a new line, a sentence to try fills it in.

import { element, icon } from "./element.js";
import { labelled, spoken, say, worded } from "./words.js";

function chips(sentences, fill) {
  if (!sentences.length) return null;
  const each = sentences.map((sentence) =>
    element("button", { class: "chip", type: "button", title: sentence, click: () => fill(sentence) },
      element("span", {}, sentence)),
  );
  const heading = worded(element("span", { class: "try", "aria-hidden": "true" }), "try");
  const row = element("div", { class: "chips", role: "group" }, heading, ...each);
  row.addEventListener("wheel", (event) => {
    if (event.deltaX || row.scrollWidth <= row.clientWidth) return;
    event.preventDefault();
    row.scrollLeft += event.deltaY;
  });
  return labelled(row, "try_of");
}

function writers(people) {
  if (people.length < 2) return null;
  const options = people.map((person) => element("option", { value: person.id }, person.first_name));
  return element("label", { class: "writer" }, worded(element("span"), "writes_as"), element("select", {}, ...options));
}

/** `send(text)` tells whether it went out; when it did not, the words come back to the field. `people` may write here. */
export function composer({ people, sentences, language, menu, send }) {
  const keys = { autocomplete: "off", enterkeyhint: "send" };
  const field = element("textarea", { rows: "1", lang: language, dir: "auto", ...keys });
  spoken(labelled(field, "write_here"), (its) => { its.placeholder = say("write"); });
  const button = labelled(element("button", { class: "send", type: "submit", disabled: true }, icon("send")), "send");
  const writer = writers(people);
  const speaker = () => (writer ? Number(writer.querySelector("select").value) : people[0].id);

  const settle = () => {
    button.disabled = !field.value.trim();
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  };
  const fill = (text) => {
    field.value = text;
    settle();
    field.focus();
    field.setSelectionRange(text.length, text.length);
  };
  const putBack = (text) => {
    field.value = [text, field.value].filter(Boolean).join("\n");
    settle();
  };
  const submit = async (event) => {
    event?.preventDefault();
    const text = field.value.trim();
    if (!text || button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    fill("");
    if (!(await send(text))) putBack(text);
    button.removeAttribute("aria-busy");
  };

  field.addEventListener("input", settle);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  });
  const form = element("form", { class: "composer", submit }, menu, field, button);
  const shown = element("div", { class: "foot-of-phone" }, writer, form, chips(sentences, fill));
  return { shown, speaker, focus: () => field.focus() };
}
