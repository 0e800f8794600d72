"""The Bot API's methods about the line itself: who the bot is, where its updates go, the files it fetches."""

from typing import Any

from bot.local.methods import Method, Sent, Uploads
from bot.local.platform import Platform
from bot.local.refusals import bad_request
from bot.local.webhook import Webhook


def get_me(platform: Platform, sent: Sent, files: Uploads) -> Any:
    return {
        **platform.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def done(platform: Platform, sent: Sent, files: Uploads) -> bool:
    """Answered with yes, and nothing to see of it here."""
    return True


def set_webhook(platform: Platform, sent: Sent, files: Uploads) -> bool:
    platform.updates.allowed = sent.get("allowed_updates", platform.updates.allowed)
    if sent.get("drop_pending_updates"):
        platform.updates.waiting.clear()
    remove_webhook(platform)
    if url := sent.get("url"):
        platform.updates.webhook_takes_over()
        platform.webhook = Webhook(platform.updates, url, sent.get("secret_token"))
    return True


def remove_webhook(platform: Platform) -> None:
    if platform.webhook:
        platform.webhook.stop()
        platform.webhook = None


def delete_webhook(platform: Platform, sent: Sent, files: Uploads) -> bool:
    remove_webhook(platform)
    if sent.get("drop_pending_updates"):
        platform.updates.waiting.clear()
    return True


def get_webhook_info(platform: Platform, sent: Sent, files: Uploads) -> Any:
    error = platform.webhook.last_error if platform.webhook else ""
    return {
        "url": platform.webhook.url if platform.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(platform.updates.waiting),
        **({"last_error_message": error} if error else {}),
        **({"allowed_updates": platform.updates.allowed} if platform.updates.allowed else {}),
    }


def get_file(platform: Platform, sent: Sent, files: Uploads) -> Any:
    file = platform.files.get(sent["file_id"])
    if file is None:
        raise bad_request("invalid file_id")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "logOut": done,
    "close": done,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getFile": get_file,
}
