// The local Telegram's drive API: what stands in the chats, what happens in them, and what people do.

const EARLIEST_RETRY = 500;
const LATEST_RETRY = 8000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function answered(response) {
  if (!response.ok) throw new Error(`${response.status} from ${new URL(response.url).pathname}`);
  return response.json();
}

const post = async (path, said) =>
  answered(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(said),
    }),
  );

export const fetchState = async () => answered(await fetch("/local/state", { cache: "no-store" }));

export const send = (chat, from, text) => post("/local/send", { chat, from, text });

export const press = (chat, from, message, data) =>
  post("/local/press", { chat, from, message_id: message, data });

export const fileAddress = (file) =>
  `/local/files/${encodeURIComponent(file.file_id)}/${encodeURIComponent(file.file_name ?? "file")}`;

/** Follow events after `n`, one after the other, until the stream or one of them fails. */
const followUntilBroken = (n, happened) =>
  new Promise((_, reject) => {
    const stream = new EventSource(`/local/events?after=${n}`);
    const failed = (why) => { stream.close(); reject(why); };
    let before = Promise.resolve();
    stream.onmessage = (message) => {
      before = before.then(() => happened(JSON.parse(message.data))).catch(failed);
    };
    stream.onerror = () => failed(new Error("the stream of events broke"));
  });

/** Keep the page true for as long as it is open: the whole state first and after every break, events in between. */
export async function follow({ state, happened, away }) {
  for (let wait = EARLIEST_RETRY; ; wait = Math.min(wait * 2, LATEST_RETRY)) {
    try {
      const now = await fetchState();
      away(false);
      state(now);
      wait = EARLIEST_RETRY;
      await followUntilBroken(now.n, happened);
    } catch (broken) {
      console.info("İmece:", broken.message);
    }
    away(true);
    await pause(wait);
  }
}
