// What the visitor chose (language, look), kept in the page's address so that a link shows the same.

export function chosen(name, allowed) {
  const wanted = new URLSearchParams(location.search).get(name);
  return allowed.includes(wanted) ? wanted : null;
}

export function choose(name, value) {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(null, "", address);
}
