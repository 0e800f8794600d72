"""What the platform answers when it will not do what it was asked, in its own sentences."""

from typing import Any


class Refused(Exception):
    """A request the platform turns down: HTTP status, sentence, and what it adds for machines to read."""

    def __init__(self, status: int, sentence: str, **parameters: Any) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.parameters = parameters


REASONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


def bad_request(reason: str) -> Refused:
    return Refused(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    return Refused(403, f"Forbidden: {reason}")


def migrated(new_chat: int) -> Refused:
    sentence = "Bad Request: group chat was upgraded to a supergroup chat"
    return Refused(400, sentence, migrate_to_chat_id=new_chat)


def too_many_requests(retry_after: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def other_poller() -> Refused:
    return Refused(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )


def webhook_is_set() -> Refused:
    return Refused(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
