// A message's text with its entities (offsets in UTF-16 units, as JavaScript counts) as page nodes.

import { element } from "./element.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
const SAFE = ["http:", "https:", "mailto:", "tel:"];

/** The address if it may be followed from the page, null for scripts and what only a messenger opens. */
export function safeAddress(written) {
  const address = URL.canParse(written) ? new URL(written) : null;
  return address && SAFE.includes(address.protocol) ? address.href : null;
}

export function link(address, ...children) {
  const href = safeAddress(address);
  if (!href) return element("span", { class: "mention" }, ...children);
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function spoiler(children) {
  const uncover = (event) => event.currentTarget.classList.add("uncovered");
  return element("button", { class: "spoiler", type: "button", click: uncover }, ...children);
}

function dressed(entity, text, children, pressCommand) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, ...children);
    case "url":
      return link(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`, ...children);
    case "email":
      return link(`mailto:${text}`, ...children);
    case "phone_number":
      return link(`tel:${text.replace(/[^+\d]/g, "")}`, ...children);
    case "bot_command":
      return element("button", { class: "command", type: "button", click: () => pressCommand(text) }, ...children);
    case "mention":
    case "text_mention":
      return element("span", { class: "mention" }, ...children);
    case "spoiler":
      return spoiler(children);
    default:
      return element(TAGS[entity.type] ?? "span", {}, ...children);
  }
}

const wholeFirst = (one, other) => one.offset - other.offset || other.length - one.length;

/** The stretch `from`..`to` of the text as nodes; entities inside one another become nodes inside nodes. */
function stretch(text, entities, from, to, pressCommand) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, to);
    let after = i + 1;
    while (after < entities.length && entities[after].offset < end) after += 1;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = stretch(text, entities.slice(i + 1, after), entity.offset, end, pressCommand);
    nodes.push(dressed(entity, text.slice(entity.offset, end), inner, pressCommand));
    at = end;
    i = after;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

export const richText = (text, entities = [], pressCommand = () => {}) =>
  stretch(text, [...entities].sort(wholeFirst), 0, text.length, pressCommand);
