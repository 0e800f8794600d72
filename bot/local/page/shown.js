// Which of the platform's chats get a phone: groups, and the people a visitor is meant to play.

const isPrivate = (chat) => chat.type === "private";
const moved = (chat) => chat.messages.some((message) => message.migrate_to_chat_id);

/**
 * People with sentences to try are meant to be played. Where nobody has any, all are; who sits in a group is seen
 * there then, and on a phone of their own only once something was said on it.
 */
export function shownChats({ chats, people }) {
  const seated = new Set(chats.filter((chat) => !isPrivate(chat)).flatMap((chat) => chat.members));
  const anyChips = people.some((person) => person.chips?.length);
  const played = (chat) => {
    const owner = people.find((person) => person.id === chat.id);
    if (anyChips) return owner?.chips?.length > 0;
    return Boolean(owner) && (!seated.has(owner.id) || chat.messages.length > 0);
  };
  const own = chats.filter((chat) => isPrivate(chat) && played(chat));
  return [...own, ...chats.filter((chat) => !isPrivate(chat) && !moved(chat))];
}
