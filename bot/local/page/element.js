// Making page elements: text always enters as text, never as markup.

const ICONS = "http://www.w3.org/2000/svg";

/** `element("button", {class: "send", type: "button"}, "Send")`; a null child is left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

/** One of the drawings of icons.svg; decoration only, the words are on the button. */
export function icon(name) {
  const drawing = document.createElementNS(ICONS, "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(ICONS, "use");
  use.setAttribute("href", `${new URL("icons.svg", import.meta.url).pathname}#${name}`);
  drawing.append(use);
  return drawing;
}
