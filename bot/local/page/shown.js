// Which of the platform's chats get a phone: groups, and the people a visitor is meant to play.

const isPrivate = (chat) => chat.type === "private";
const moved = (chat) => chat.messages.some((message) => message.migrate_to_chat_id);

/**
 * People with sentences to try are meant to be played; where nobody has any, all are. Who sits in a group is
 * seen there, and on a phone of their own only once something was said on it.
 */
export function shownChats({ chats, people }) {
  const seated = new Set(chats.filter((chat) => !isPrivate(chat)).flatMap((chat) => chat.members));
  const anyChips = people.some((person) => person.chips?.length && !seated.has(person.id));
  const played = (chat) => {
    const owner = people.find((person) => person.id === chat.id);
    if (!owner || (seated.has(owner.id) && !chat.messages.length)) return false;
    return !anyChips || seated.has(owner.id) || owner.chips?.length > 0;
  };
  const own = chats.filter((chat) => isPrivate(chat) && played(chat));
  return [...own, ...chats.filter((chat) => !isPrivate(chat) && !moved(chat))];
}
